package org.theoremeter.reports.html;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
import org.theoremeter.reports.figure.GraphicSvg;
import org.theoremeter.reports.formula.MathMl;
import org.theoremeter.reports.text.Numbers;

/**
 * What the templates see of a document: maps and lists of text, and of markup where it is ours. */
final class PageModel {

    private PageModel() {}

    static Map<String, Object> of(Document document) {
        return Map.of(
                "title", document.title(),
                "lead", document.lead(),
                "headline", facts(document.headline()),
                "sections", document.sections().stream().map(PageModel::section).toList(),
                "checks", document.checks().stream().map(PageModel::check).toList(),
                "provenance", facts(document.provenance()));
    }

    private static Map<String, Object> section(Section section) {
        return Map.of(
                "id", section.id(),
                "title", section.title(),
                "subtitle", section.subtitle(),
                "badge", badge(section.badge()),
                "blocks", section.blocks().stream().map(PageModel::block).toList());
    }

    private static Map<String, Object> block(Block block) {
        if (block instanceof Block.Paragraph paragraph) {
            return Map.of("kind", "paragraph", "text", paragraph.text());
        } else if (block instanceof Block.Formula formula) {
            return Map.of("kind", "formula", "mathMl", math(formula.mathMl(), "block"), "text", formula.text());
        } else if (block instanceof Block.Facts facts) {
            return Map.of("kind", "facts", "facts", facts(facts.facts()));
        } else if (block instanceof Chain chain) {
            return Map.of(
                    "kind",
                    "chain",
                    "lines",
                    chain.lines().stream().map(PageModel::line).toList());
        } else if (block instanceof Table table) {
            return table(table);
        } else if (block instanceof Graphic graphic) {
            return Map.of(
                    "kind",
                    "figure",
                    "id",
                    graphic.id(),
                    "caption",
                    graphic.caption(),
                    "svg",
                    new TrustedMarkup(GraphicSvg.render(graphic)));
        }
        throw new IllegalStateException(
                "a block without a template: " + block.getClass().getSimpleName());
    }

    private static Map<String, Object> line(Chain.Line line) {
        TrustedMarkup mathMl = math(line.formula().mathMl(), "block");
        String text = line.formula().text();
        return line instanceof Chain.Step step
                ? Map.of(
                        "kind",
                        "step",
                        "mathMl",
                        mathMl,
                        "text",
                        text,
                        "says",
                        step.says(),
                        "reason",
                        step.reason(),
                        "badge",
                        badge(step.badge()),
                        "detail",
                        step.detail())
                : Map.of("kind", "definition", "mathMl", mathMl, "text", text, "says", line.says());
    }

    private static Map<String, Object> table(Table table) {
        List<Map<String, Object>> columns = new ArrayList<>();
        for (Table.Column column : table.columns()) {
            columns.add(Map.of("title", column.title(), "align", name(column.align())));
        }
        return Map.of(
                "kind", "table",
                "id", table.id(),
                "caption", table.caption(),
                "columns", columns,
                "rows",
                        table.rows().stream()
                                .map(row -> row.stream().map(PageModel::cell).toList())
                                .toList());
    }

    private static Map<String, Object> cell(Cell cell) {
        if (cell instanceof Cell.Text text) {
            return Map.of("kind", "text", "text", text.text());
        } else if (cell instanceof Cell.Number number) {
            return Map.of("kind", "number", "text", Numbers.typeset(number.value(), number.digits()));
        } else if (cell instanceof Cell.Range range) {
            String lower = Numbers.typeset(range.lower(), range.digits());
            String upper = Numbers.typeset(range.upper(), range.digits());
            return Map.of("kind", "number", "text", "[" + lower + ", " + upper + "]");
        } else if (cell instanceof Cell.Tag tag) {
            return Map.of("kind", "tag", "badge", badge(tag.badge()));
        } else if (cell instanceof Cell.Math math) {
            return Map.of("kind", "math", "mathMl", math(math.mathMl(), "inline"), "text", math.text());
        }
        return Map.of("kind", "text", "text", "");
    }

    /**
     * Completes the content of a formula to an element; leaves a whole one, and none at all, as it is. What holds anything but
     * a formula is none, and its text is shown.
     */
    private static TrustedMarkup math(String mathMl, String display) {
        String xml = MathMl.rewritten(mathMl.strip()).orElse("");
        if (xml.isEmpty() || xml.startsWith("<math")) {
            return new TrustedMarkup(xml);
        }
        return new TrustedMarkup(
                "<math xmlns=\"http://www.w3.org/1998/Math/MathML\" display=\"" + display + "\">" + xml + "</math>");
    }

    private static Map<String, Object> check(Check check) {
        return Map.of(
                "group", check.group(),
                "name", check.name(),
                "badge", badge(check.status().badge()),
                "message", check.message(),
                "detail", check.detail());
    }

    private static Map<String, Object> badge(Badge badge) {
        return Map.of(
                "text", badge.text(),
                "tone", name(badge.tone()),
                "mark", badge.tone().mark());
    }

    private static List<Map<String, String>> facts(List<Fact> facts) {
        return facts.stream()
                .map(fact -> Map.of("name", fact.name(), "value", fact.value()))
                .toList();
    }

    private static String name(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
