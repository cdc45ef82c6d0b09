package org.theoremeter.reports;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.theoremeter.reports.document.Document;
import org.theoremeter.reports.document.Graphic;
import org.theoremeter.reports.figure.GraphicSvg;
import org.theoremeter.reports.html.HtmlReport;
import org.theoremeter.reports.junitxml.JUnitXmlReport;
import org.theoremeter.reports.latex.LatexChains;
import org.theoremeter.reports.latex.LatexTables;
import org.theoremeter.reports.markdown.MarkdownReport;

/**
 * Renders one document in every format.
 *
 * <p>Rendering is deterministic: equal documents give equal text, whatever the machine, its locale or its fonts. Instances are
 * immutable and may be shared between threads.
 */
public final class Report {

    private final Document document;

    private Report(Document document) {
        this.document = document;
    }

    /**
     * Prepares to render a document.
     *
     * @throws NullPointerException if it is null
     */
    public static Report of(Document document) {
        return new Report(Objects.requireNonNull(document, "document"));
    }

    /** Returns the document as Markdown; figures are images at {@code figures/ID.svg}. */
    public String markdown() {
        return MarkdownReport.render(document);
    }

    /** Returns the checks as JUnit XML, one suite a group. */
    public String junitXml() {
        return JUnitXmlReport.render(document);
    }

    /** Returns the tables as LaTeX floats for {@code \input}; they need booktabs and siunitx. */
    public String latex() {
        return LatexTables.render(document);
    }

    /** Returns the chains as aligned formulas for {@code \input}, which need amsmath; empty if there is none. */
    public Optional<String> latexChains() {
        return LatexChains.render(document);
    }

    /** Returns the document as one self-contained HTML page. */
    public String html() {
        return HtmlReport.render(document);
    }

    /**
     * Returns a figure or a heat map as an {@code svg} element, which is a whole file and can also stand within a page.
     *
     * @throws NullPointerException if it is null
     */
    public static String svg(Graphic graphic) {
        return GraphicSvg.render(graphic);
    }

    /**
     * Writes {@code report.md}, {@code junit.xml}, {@code table.tex}, {@code derivations.tex} if there are chains, {@code
     * figures/ID.svg} and {@code index.html}, in UTF-8.
     *
     * @param folder where to; made if it does not exist; files of these names in it are replaced
     * @return the files written, {@code index.html} last
     * @throws UncheckedIOException if the folder or a file in it cannot be written
     */
    public List<Path> writeTo(Path folder) {
        List<Path> written = new ArrayList<>();
        written.add(write(folder.resolve("report.md"), markdown()));
        written.add(write(folder.resolve("junit.xml"), junitXml()));
        written.add(write(folder.resolve("table.tex"), latex()));
        latexChains().ifPresent(chains -> written.add(write(folder.resolve("derivations.tex"), chains)));
        for (Graphic figure : document.figures()) {
            written.add(write(folder.resolve("figures").resolve(figure.id() + ".svg"), svg(figure)));
        }
        written.add(write(folder.resolve("index.html"), html()));
        return List.copyOf(written);
    }

    private static Path write(Path file, String text) {
        try {
            Files.createDirectories(file.getParent());
            return Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file + ": " + e.getMessage(), e);
        }
    }
}
