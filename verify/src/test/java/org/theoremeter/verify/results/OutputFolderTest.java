package org.theoremeter.verify.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutputFolderTest {

    private static final String RECORD = "{\n  \"schema\" : \"results/1\" ";

    @TempDir
    Path folder;

    @Test
    void theOldReportStaysWholeUntilTheNewOneIsComplete() throws IOException {
        Path report = folder.resolve("report");
        OutputFolder first = OutputFolder.open(report);
        Files.writeString(first.record(), RECORD + "one");
        Files.writeString(first.partial().resolve("report.md"), "of the first");
        first.complete();
        first.close();

        OutputFolder second = OutputFolder.open(report);
        Files.writeString(second.record(), RECORD + "two");
        assertThat(report.resolve("results.json")).hasContent(RECORD + "one");
        assertThat(folder.resolve("report.partial/results.json")).hasContent(RECORD + "two");
        second.complete();
        assertThat(report.resolve("results.json")).hasContent(RECORD + "two");
        assertThat(report.resolve("report.md")).doesNotExist();
        assertThat(folder.resolve("report.partial")).doesNotExist();
        second.close();
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left).containsExactly(report);
        }
    }

    @Test
    void whatAnInterruptedRunLeftIsReplaced() throws IOException {
        Path report = folder.resolve("report");
        try (OutputFolder interrupted = OutputFolder.open(report)) {
            Files.writeString(interrupted.record(), RECORD);
        }
        try (OutputFolder again = OutputFolder.open(report)) {
            assertThat(again.record()).doesNotExist();
        }
    }

    @Test
    void aFolderOfSomethingElseIsNeverTouched() throws IOException {
        Files.writeString(folder.resolve("thesis.tex"), "years");
        assertThatThrownBy(() -> OutputFolder.open(folder)).hasMessageContaining("not a report");
        assertThat(folder.resolve("thesis.tex")).hasContent("years");
        Path partial = folder.resolve("report.partial");
        Files.createDirectories(partial);
        Files.writeString(partial.resolve("notes.txt"), "mine");
        assertThatThrownBy(() -> OutputFolder.open(folder.resolve("report"))).hasMessageContaining("not a report");
        assertThat(partial.resolve("notes.txt")).hasContent("mine");
    }

    @Test
    void aRecordOfAnotherKindOrWithOtherFilesIsNoReport() throws IOException {
        Path mine = folder.resolve("mine");
        Files.createDirectories(mine);
        Files.writeString(mine.resolve("results.json"), "{}");
        assertThatThrownBy(() -> OutputFolder.open(mine)).hasMessageContaining("not a report");
        Files.writeString(mine.resolve("results.json"), RECORD);
        Files.writeString(mine.resolve("thesis.tex"), "years");
        assertThatThrownBy(() -> OutputFolder.open(mine)).hasMessageContaining("not a report");
        assertThat(mine.resolve("thesis.tex")).hasContent("years");
    }

    @Test
    void foldersBesideItAreLeftAlone() throws IOException {
        Path old = folder.resolve("report.old");
        Files.createDirectories(old);
        Files.writeString(old.resolve("thesis.tex"), "years");
        for (int run = 0; run < 2; run++) {
            try (OutputFolder output = OutputFolder.open(folder.resolve("report"))) {
                Files.writeString(output.record(), RECORD);
                output.complete();
            }
        }
        assertThat(old.resolve("thesis.tex")).hasContent("years");
    }

    @Test
    void onlyOneRunAtATimeWritesToIt() throws IOException {
        Path report = folder.resolve("report");
        try (OutputFolder first = OutputFolder.open(report)) {
            assertThat(first.partial()).exists();
            assertThatThrownBy(() -> OutputFolder.open(report)).hasMessageContaining("another run writes");
        }
        OutputFolder.open(report).close();
    }

    @Test
    void aSymbolicLinkIsNotFollowed() throws IOException {
        Path link = Files.createSymbolicLink(folder.resolve("link"), folder.resolve("nowhere"));
        assertThatThrownBy(() -> OutputFolder.open(link)).hasMessageContaining("symbolic link");
    }

    @Test
    void locksAndFiguresOfSomebodyElseAreLeftAlone() throws IOException {
        Path lock = folder.resolve("report.lock");
        Files.writeString(lock, "versions of a package manager");
        Path report = folder.resolve("report");
        try (OutputFolder output = OutputFolder.open(report)) {
            Files.writeString(output.record(), RECORD);
            output.complete();
        }
        assertThat(lock).hasContent("versions of a package manager");
        Files.createDirectories(report.resolve("figures"));
        Files.writeString(report.resolve("figures/mine.txt"), "mine");
        assertThatThrownBy(() -> OutputFolder.open(report)).hasMessageContaining("not a report");
        assertThat(report.resolve("figures/mine.txt")).hasContent("mine");
    }

    /** As when it is mounted: what is in it can be replaced, but it cannot. */
    @Test
    void aFolderThatCannotBeMovedGetsWhatIsNewFileByFile() throws IOException {
        Path report = Files.createDirectories(folder.resolve("report"));
        for (String run : List.of("one", "two")) {
            try (OutputFolder output = OutputFolder.open(report, any -> true)) {
                assertThat(output.partial()).isEqualTo(report.resolve("partial"));
                Files.writeString(output.record(), RECORD + run);
                Files.writeString(output.lines(), RECORD);
                Files.writeString(output.partial().resolve("index.html"), run);
                Files.createDirectory(output.partial().resolve("figures"));
                Files.writeString(output.partial().resolve("figures/" + run + ".svg"), run);
                output.complete();
            }
            assertThat(report.resolve("results.json")).hasContent(RECORD + run);
            assertThat(report.resolve("index.html")).hasContent(run);
            assertThat(entries(report)).containsExactly("figures", "index.html", "results.json");
            assertThat(entries(report.resolve("figures"))).containsExactly(run + ".svg");
        }
        assertThat(entries(folder)).containsExactly("report");
    }

    @Test
    void whatAKilledRunLeftWithinAFolderThatCannotBeMovedIsReplaced() throws IOException {
        Path report = Files.createDirectories(folder.resolve("report"));
        OutputFolder.open(report, any -> true).close();
        try (OutputFolder killed = OutputFolder.open(report, any -> true)) {
            Files.writeString(killed.lines(), "{\"schema\":\"results-lines/1\"");
        }
        OutputFolder.open(report, any -> true).close();
        Files.writeString(report.resolve("partial/notes.txt"), "mine");
        assertThatThrownBy(() -> OutputFolder.open(report, any -> true)).hasMessageContaining("not a report");
        assertThat(report.resolve("partial/notes.txt")).hasContent("mine");
    }

    /** Killed after the old folder was moved away and before the new one was there. */
    @Test
    void theOldReportIsPutBackAfterAKillBetweenTwoMoves() throws IOException {
        Path report = folder.resolve("report");
        try (OutputFolder output = OutputFolder.open(report)) {
            Files.writeString(output.record(), RECORD + "one");
            output.complete();
        }
        Files.createDirectories(folder.resolve("report.old17"));
        Files.move(report, folder.resolve("report.old17/report"));
        try (OutputFolder output = OutputFolder.open(report)) {
            assertThat(report.resolve("results.json")).hasContent(RECORD + "one");
            assertThat(folder.resolve("report.old17")).doesNotExist();
            assertThat(output.partial()).isEmptyDirectory();
        }
    }

    @Test
    void aFolderHasOneLockWhateverItsNames() throws IOException {
        Path real = Files.createDirectories(folder.resolve("real"));
        Path link = Files.createSymbolicLink(folder.resolve("link"), real);
        try (OutputFolder first = OutputFolder.open(real.resolve("report"))) {
            assertThat(first.partial()).exists();
            assertThatThrownBy(() -> OutputFolder.open(link.resolve("report")))
                    .hasMessageContaining("another run writes");
            assertThatThrownBy(() -> OutputFolder.open(real.resolve("../link/report")))
                    .hasMessageContaining("another run writes");
        }
        OutputFolder.open(link.resolve("report")).close();
    }

    @Test
    void aFolderOrALinkInThePlaceOfResultsIsNoReport() throws IOException {
        Path report = Files.createDirectories(folder.resolve("report"));
        Files.createSymbolicLink(report.resolve("results.json"), folder.resolve("elsewhere"));
        assertThatThrownBy(() -> OutputFolder.open(report)).hasMessageContaining("not a report");
        Files.delete(report.resolve("results.json"));
        Files.createDirectory(report.resolve("results.json"));
        assertThatThrownBy(() -> OutputFolder.open(report)).hasMessageContaining("not a report");
    }

    private static List<String> entries(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.map(entry -> entry.getFileName().toString()).sorted().toList();
        }
    }
}
