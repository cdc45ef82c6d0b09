package org.theoremeter.reports.latex;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.theoremeter.reports.Samples;
import org.theoremeter.reports.document.Badge;
import org.theoremeter.reports.document.Block;
import org.theoremeter.reports.document.Cell;
import org.theoremeter.reports.document.Document;
import org.theoremeter.reports.document.Section;
import org.theoremeter.reports.document.Table;
import org.theoremeter.reports.document.Table.Align;
import org.theoremeter.reports.document.Table.Column;
import org.theoremeter.reports.document.Tone;

class LatexTablesTest {

    @TempDir
    Path folder;

    @Test
    void writesAFloatForInput() {
        Table table = new Table(
                "rates",
                "Critical rates, 95 %",
                List.of(
                        new Column("c⋆", Align.RIGHT),
                        new Column("verdict", Align.CENTER),
                        new Column("interval", Align.LEFT)),
                List.of(
                        List.of(
                                new Cell.Number(0.05, 2),
                                new Cell.Tag(new Badge("PASS", Tone.GOOD)),
                                new Cell.Range(-1e-6, 0.25, 2)),
                        List.of(new Cell.Number(-12.5, 3), new Cell.Math("x^2", "", "x²"), new Cell.Empty())));

        assertThat(LatexTables.render(document(table))).isEqualTo("""
                        % needs \\usepackage{booktabs} and \\usepackage{siunitx}
                        \\begin{table}
                          \\centering
                          \\caption{Critical rates,{} 95 \\%}
                          \\label{tab:rates}
                          \\begin{tabular}{S[table-format=-2.3]cl}
                            \\toprule
                            {c\\ensuremath{\\star}} & verdict & interval \\\\
                            \\midrule
                            0.050 & PASS & $[\\num{-1.0e-6}, \\num{0.25}]$ \\\\
                            -12.5 & $x^2$ &  \\\\
                            \\bottomrule
                          \\end{tabular}
                        \\end{table}
                        """);
    }

    @Test
    void numbersThatAreNotFiniteAreWords() {
        assertThat(LatexTables.render(document(column(new Cell.Number(Double.NaN, 2), new Cell.Number(1, 2)))))
                .contains("S[table-format=1.1]", "{not finite} \\\\");
        assertThat(LatexTables.render(document(column(new Cell.Number(Double.NaN, 2), new Cell.Text("x")))))
                .contains("\\begin{tabular}{l}", "\\mbox{not finite} \\\\");
    }

    @Test
    void pdflatexSetsTheSample() throws Exception {
        compile(LatexTables.render(Samples.report()));
    }

    @Test
    void pdflatexSetsNastyText() throws Exception {
        compile(LatexTables.render(Samples.nasty()));
    }

    @Test
    void pdflatexSetsEveryCharacterOfTheTableAndManyOthers() throws Exception {
        List<Cell> cells = new ArrayList<>();
        Stream.of(0x20, 0x2000, 0x2070, 0x2200, 0x2E00, 0x1F600)
                .flatMap(start -> Stream.iterate(start, c -> c + 1).limit(start == 0x20 ? 0x3E0 : 0x100))
                .forEach(c -> cells.add(new Cell.Text("x" + Character.toString(c) + "x " + Character.toString(c))));
        List<Table> tables = new ArrayList<>();
        for (int from = 0; from < cells.size(); from += 40) {
            Cell[] part = cells.subList(from, Math.min(cells.size(), from + 40)).toArray(Cell[]::new);
            tables.add(new Table("t" + from, "part", List.of(new Column("", Align.LEFT)), rows(part)));
        }
        // a page that holds floats only would otherwise run out of room for unplaced ones
        compile(LatexTables.render(document(tables.toArray(Table[]::new)))
                .replace("\\end{table}", "\\end{table}\\clearpage"));
    }

    private static Table column(Cell... cells) {
        return new Table("t", "caption", List.of(new Column("", Align.LEFT)), rows(cells));
    }

    private static List<List<Cell>> rows(Cell... cells) {
        return Stream.of(cells).map(List::of).toList();
    }

    private static Document document(Table... tables) {
        Section section = new Section("s", "title", "", new Badge("PASS", Tone.GOOD), List.<Block>of(tables));
        return new Document("title", "", List.of(), List.of(section), List.of(), List.of());
    }

    /** Sets an article around the tables; an error or a character that the fonts lack fails the test. */
    private void compile(String tables) throws IOException, InterruptedException {
        assertThat(Pdflatex.log(folder, tables, "booktabs", "siunitx"))
                .doesNotContain("Missing character")
                .contains("article.pdf");
    }
}
