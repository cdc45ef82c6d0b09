package org.theoremeter.verify.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutputFolderTest {

    @TempDir
    Path folder;

    @Test
    void the_old_report_stays_whole_until_the_new_one_is_complete() throws IOException {
        Path report = folder.resolve("report");
        OutputFolder first = OutputFolder.open(report);
        Files.writeString(first.record(), "one");
        Files.writeString(first.partial().resolve("extra.svg"), "of the first");
        first.complete();

        OutputFolder second = OutputFolder.open(report);
        Files.writeString(second.record(), "two");
        assertThat(report.resolve("results.json")).hasContent("one");
        assertThat(folder.resolve("report.partial/results.json")).hasContent("two");
        second.complete();
        assertThat(report.resolve("results.json")).hasContent("two");
        assertThat(report.resolve("extra.svg")).doesNotExist();
        assertThat(folder.resolve("report.partial")).doesNotExist();
        assertThat(folder.resolve("report.old")).doesNotExist();
    }

    @Test
    void what_an_interrupted_run_left_is_replaced() throws IOException {
        Path report = folder.resolve("report");
        Files.writeString(OutputFolder.open(report).record(), "interrupted");
        OutputFolder again = OutputFolder.open(report);
        assertThat(again.record()).doesNotExist();
    }

    @Test
    void a_folder_of_something_else_is_never_touched() throws IOException {
        Files.writeString(folder.resolve("thesis.tex"), "years");
        assertThatThrownBy(() -> OutputFolder.open(folder)).hasMessageContaining("not a report");
        assertThat(folder.resolve("thesis.tex")).hasContent("years");
        Path partial = folder.resolve("report.partial");
        Files.createDirectories(partial);
        Files.writeString(partial.resolve("notes.txt"), "mine");
        assertThatThrownBy(() -> OutputFolder.open(folder.resolve("report"))).hasMessageContaining("not a report");
        assertThat(partial.resolve("notes.txt")).hasContent("mine");
    }
}
