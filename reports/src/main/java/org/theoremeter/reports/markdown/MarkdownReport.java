package org.theoremeter.reports.markdown;

import java.util.List;
import java.util.StringJoiner;
import org.theoremeter.reports.document.Badge;
import org.theoremeter.reports.document.Block;
import org.theoremeter.reports.document.Cell;
import org.theoremeter.reports.document.Chain;
import org.theoremeter.reports.document.Check;
import org.theoremeter.reports.document.Document;
import org.theoremeter.reports.document.Fact;
import org.theoremeter.reports.document.Graphic;
import org.theoremeter.reports.document.Section;
import org.theoremeter.reports.document.Table;
import org.theoremeter.reports.text.Characters;
import org.theoremeter.reports.text.Numbers;

/** Writes a document as CommonMark with GitHub's tables and formulas. */
public final class MarkdownReport {

    private final StringBuilder out = new StringBuilder();

    private MarkdownReport() {}

    /**
     * Returns the document as Markdown.
     *
     * <p>Figures are images at {@code figures/ID.svg}, beside the file. Of the checks only those that did not pass are listed.
     */
    public static String render(Document document) {
        MarkdownReport report = new MarkdownReport();
        report.document(document);
        return report.out.toString();
    }

    private void document(Document document) {
        paragraph("# " + MarkdownText.inline(document.title()));
        text(document.lead());
        facts(document.headline());
        summary(document.sections());
        document.sections().forEach(this::section);
        checks(document.checks());
        if (!document.provenance().isEmpty()) {
            paragraph("## Provenance");
            facts(document.provenance());
        }
    }

    private void summary(List<Section> sections) {
        if (sections.isEmpty()) {
            return;
        }
        row(List.of("", "Section"));
        row(List.of("---", "---"));
        for (Section section : sections) {
            row(List.of(badge(section.badge()), MarkdownText.inline(section.title())));
        }
        out.append('\n');
    }

    private void section(Section section) {
        paragraph("## " + MarkdownText.inline(section.title()) + " · " + badge(section.badge()));
        text(section.subtitle());
        section.blocks().forEach(this::block);
    }

    private void block(Block block) {
        if (block instanceof Block.Paragraph paragraph) {
            text(paragraph.text());
        } else if (block instanceof Block.Formula formula) {
            paragraph("```math\n" + Characters.printable(formula.tex()) + "\n```");
        } else if (block instanceof Chain chain) {
            chain(chain);
        } else if (block instanceof Block.Facts facts) {
            facts(facts.facts());
        } else if (block instanceof Table table) {
            table(table);
        } else if (block instanceof Graphic graphic) {
            paragraph("![" + MarkdownText.inline(graphic.caption()) + "](figures/" + graphic.id() + ".svg)");
        }
    }

    /** Definitions are bullets; steps are numbered through, whatever stands between them. */
    private void chain(Chain chain) {
        int number = 0;
        String marker = "";
        for (Chain.Line line : chain.lines()) {
            boolean step = line instanceof Chain.Step;
            boolean another = !marker.isEmpty() && step == marker.equals("- ");
            number += step ? 1 : 0;
            marker = step ? number + ". " : "- ";
            out.append(another ? "\n" : "")
                    .append(marker)
                    .append(MarkdownText.formula(line.formula().tex()));
            if (!line.says().isBlank()) {
                out.append(" · ").append(MarkdownText.inline(line.says()));
            }
            if (line instanceof Chain.Step justified) {
                reason(justified, " ".repeat(marker.length()));
            }
            out.append('\n');
        }
        out.append('\n');
    }

    private void reason(Chain.Step step, String indent) {
        // the backslash is a line break, so that the reason stands below the formula
        out.append("\\\n").append(indent).append(badge(step.badge())).append(" · ");
        out.append(MarkdownText.inline(step.reason()));
        if (!step.detail().isBlank()) {
            out.append(" · ").append(MarkdownText.inline(step.detail()));
        }
    }

    private void table(Table table) {
        text(table.caption());
        row(table.columns().stream()
                .map(column -> MarkdownText.inline(column.title()))
                .toList());
        row(table.columns().stream()
                .map(column -> switch (column.align()) {
                    case LEFT -> ":--";
                    case CENTER -> ":-:";
                    case RIGHT -> "--:";
                })
                .toList());
        table.rows().forEach(row -> row(row.stream().map(MarkdownReport::cell).toList()));
        out.append('\n');
    }

    private static String cell(Cell cell) {
        if (cell instanceof Cell.Text text) {
            return MarkdownText.inline(text.text());
        } else if (cell instanceof Cell.Number number) {
            return Numbers.typeset(number.value(), number.digits());
        } else if (cell instanceof Cell.Range range) {
            return "\\[" + Numbers.typeset(range.lower(), range.digits()) + ", "
                    + Numbers.typeset(range.upper(), range.digits()) + "\\]";
        } else if (cell instanceof Cell.Tag tag) {
            return badge(tag.badge());
        } else if (cell instanceof Cell.Math math) {
            return MarkdownText.codeCell(math.text());
        }
        return "";
    }

    private void checks(List<Check> checks) {
        List<Check> open = checks.stream()
                .filter(check -> check.status() != Check.Status.PASSED)
                .toList();
        if (open.isEmpty()) {
            return;
        }
        paragraph("## Checks that did not pass");
        for (Check check : open) {
            out.append("- ").append(badge(check.status().badge())).append(" · ");
            out.append(MarkdownText.inline(check.group())).append(" · ").append(MarkdownText.inline(check.name()));
            if (!check.message().isBlank()) {
                out.append(": ").append(MarkdownText.inline(check.message()));
            }
            out.append('\n');
        }
        out.append('\n');
    }

    private void facts(List<Fact> facts) {
        for (Fact fact : facts) {
            out.append("- ").append(MarkdownText.inline(fact.name())).append(": ");
            out.append("**").append(MarkdownText.inline(fact.value())).append("**\n");
        }
        if (!facts.isEmpty()) {
            out.append('\n');
        }
    }

    private static String badge(Badge badge) {
        return badge.tone().mark() + "\u00A0" + MarkdownText.inline(badge.text());
    }

    private void text(String text) {
        if (!text.isBlank()) {
            paragraph(MarkdownText.paragraph(text));
        }
    }

    private void paragraph(String markdown) {
        out.append(markdown).append("\n\n");
    }

    private void row(List<String> cells) {
        StringJoiner row = new StringJoiner(" | ", "| ", " |\n");
        cells.forEach(row::add);
        out.append(row);
    }
}
