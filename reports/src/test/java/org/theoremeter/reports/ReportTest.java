package org.theoremeter.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.theoremeter.reports.document.Document;
import org.theoremeter.reports.document.Graphic;

@Isolated("changes the default locale")
class ReportTest {

    @TempDir
    Path folder;

    @Test
    void writesEveryFormatAndTheStartPageLast() throws IOException {
        Report report = Report.of(Samples.report());

        List<Path> written = report.writeTo(folder.resolve("new/one with spaces"));

        assertThat(written)
                .extracting(path -> folder.resolve("new/one with spaces")
                        .relativize(path)
                        .toString()
                        .replace('\\', '/'))
                .containsExactly(
                        "report.md",
                        "junit.xml",
                        "table.tex",
                        "derivations.tex",
                        "figures/outlier-trajectory.svg",
                        "figures/critical-rate.svg",
                        "figures/slope.svg",
                        "figures/activity.svg",
                        "index.html");
        assertThat(Files.readString(written.get(0))).isEqualTo(report.markdown());
        assertThat(Files.readString(written.get(1))).isEqualTo(report.junitXml());
        assertThat(Files.readString(written.get(2))).isEqualTo(report.latex());
        assertThat(report.latexChains()).contains(Files.readString(written.get(3)));
        assertThat(Files.readString(written.get(written.size() - 1))).isEqualTo(report.html());
    }

    @Test
    void writesNoDerivationsWhereThereAreNone() {
        Document plain = new Document("Nothing", "", List.of(), List.of(), List.of(), List.of());

        assertThat(Report.of(plain).writeTo(folder))
                .extracting(path -> path.getFileName().toString())
                .containsExactly("report.md", "junit.xml", "table.tex", "index.html");
    }

    @Test
    void aFigureIsTheSameOnThePageAndInItsFile() {
        for (Graphic graphic : Samples.report().figures()) {
            assertThat(Report.of(Samples.report()).html()).contains(Report.svg(graphic));
        }
    }

    @Test
    void replacesAnEarlierReport() throws IOException {
        Files.writeString(folder.resolve("index.html"), "old");

        Report.of(Samples.report()).writeTo(folder);

        assertThat(Files.readString(folder.resolve("index.html"))).contains("Theoremeter report");
    }

    @Test
    void rendersADocumentWithNothingButATitle() {
        Report report = Report.of(new Document("Nothing", "", List.of(), List.of(), List.of(), List.of()));

        assertThat(report.markdown()).isEqualTo("# Nothing\n\n");
        assertThat(report.latex()).contains("no tables");
        assertThat(Xml.elements(Xml.parse(report.junitXml()), "testsuite")).isEmpty();
        assertThat(Xml.elements(Xml.parse(report.html()), "section")).isEmpty();
    }

    @Test
    void equalDocumentsGiveEqualBytesInEveryLocaleAndThread() {
        List<String> expected = all(Report.of(Samples.report()));
        Locale before = Locale.getDefault();
        try {
            // Turkish has its own lower case of I, Arabic (Egypt) its own digits, German its own decimal point
            for (String language : List.of("tr-TR", "ar-EG-u-nu-arab", "de-DE")) {
                Locale.setDefault(Locale.forLanguageTag(language));
                assertThat(all(Report.of(Samples.report()))).as(language).isEqualTo(expected);
            }
        } finally {
            Locale.setDefault(before);
        }
        List<List<String>> inParallel = IntStream.range(0, 8)
                .parallel()
                .mapToObj(i -> all(Report.of(Samples.report())))
                .toList();
        assertThat(inParallel).allMatch(expected::equals);
    }

    @Test
    void saysWhichFileCannotBeWritten() throws IOException {
        Path file = Files.writeString(folder.resolve("taken"), "a file, not a folder");

        assertThatThrownBy(() -> Report.of(Samples.report()).writeTo(file))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining(file.resolve("report.md").toString());
    }

    @Test
    void refusesNull() {
        assertThatNullPointerException().isThrownBy(() -> Report.of(null));
    }

    private static List<String> all(Report report) {
        return List.of(
                report.markdown(),
                report.junitXml(),
                report.latex(),
                report.latexChains().orElseThrow(),
                report.html());
    }
}
