package org.theoremeter.reports.latex;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.theoremeter.reports.document.Cell;
import org.theoremeter.reports.document.Document;
import org.theoremeter.reports.document.Table;
import org.theoremeter.reports.text.Numbers;

/**
 * Writes the tables of a document as LaTeX floats, each with the label {@code tab:ID}, to be read by {@code \input}.
 *
 * <p>Needs the packages booktabs and siunitx. Columns of numbers are S columns, so that decimal points stand below each other.
 */
public final class LatexTables {

    private static final String PREAMBLE = "% needs \\usepackage{booktabs} and \\usepackage{siunitx}\n";

    private LatexTables() {}

    /** Returns all tables of the document in order; a comment alone if there is none. */
    public static String render(Document document) {
        if (document.tables().isEmpty()) {
            return PREAMBLE + "% this report has no tables\n";
        }
        return document.tables().stream().map(LatexTables::table).collect(Collectors.joining("\n", PREAMBLE, ""));
    }

    private static String table(Table table) {
        List<Optional<NumberColumn>> formats = new ArrayList<>();
        StringBuilder columns = new StringBuilder();
        List<String> header = new ArrayList<>();
        for (int i = 0; i < table.columns().size(); i++) {
            int index = i;
            Optional<NumberColumn> format = NumberColumn.of(
                    table.rows().stream().map(row -> row.get(index)).toList());
            formats.add(format);
            Table.Column column = table.columns().get(i);
            columns.append(format.map(NumberColumn::column).orElseGet(() -> letter(column.align())));
            String title = LatexText.escape(column.title());
            header.add(format.isPresent() ? "{" + title + "}" : title);
        }
        StringBuilder out = new StringBuilder();
        out.append("\\begin{table}\n  \\centering\n");
        out.append("  \\caption{").append(LatexText.escape(table.caption())).append("}\n");
        out.append("  \\label{tab:").append(table.id()).append("}\n");
        out.append("  \\begin{tabular}{").append(columns).append("}\n    \\toprule\n");
        row(out, header);
        out.append("    \\midrule\n");
        for (List<Cell> row : table.rows()) {
            List<String> cells = new ArrayList<>();
            for (int i = 0; i < row.size(); i++) {
                cells.add(cell(row.get(i), formats.get(i).isPresent()));
            }
            row(out, cells);
        }
        return out.append("    \\bottomrule\n  \\end{tabular}\n\\end{table}\n").toString();
    }

    private static void row(StringBuilder out, List<String> cells) {
        out.append("    ").append(String.join(" & ", cells)).append(" \\\\\n");
    }

    private static String letter(Table.Align align) {
        return switch (align) {
            case LEFT -> "l";
            case CENTER -> "c";
            case RIGHT -> "r";
        };
    }

    private static String cell(Cell cell, boolean aligned) {
        if (cell instanceof Cell.Text text) {
            return LatexText.escape(text.text());
        } else if (cell instanceof Cell.Number number) {
            return aligned ? bare(number) : num(number.value(), number.digits());
        } else if (cell instanceof Cell.Range range) {
            return "$[" + num(range.lower(), range.digits()) + ", " + num(range.upper(), range.digits()) + "]$";
        } else if (cell instanceof Cell.Tag tag) {
            return LatexText.escape(tag.badge().text());
        } else if (cell instanceof Cell.Math math) {
            return "$" + math.tex() + "$";
        }
        return "";
    }

    /** In an S column a number stands bare and anything else in braces. */
    private static String bare(Cell.Number number) {
        String plain = Numbers.plain(number.value(), number.digits());
        return Double.isFinite(number.value()) ? plain : "{" + plain + "}";
    }

    private static String num(double value, int digits) {
        String plain = Numbers.plain(value, digits);
        return Double.isFinite(value) ? "\\num{" + plain + "}" : "\\mbox{" + plain + "}";
    }
}
