package org.theoremeter.reports.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.theoremeter.reports.Samples;
import org.theoremeter.reports.Xml;
import org.theoremeter.reports.document.Badge;
import org.theoremeter.reports.document.Block;
import org.theoremeter.reports.document.Cell;
import org.theoremeter.reports.document.Chain;
import org.theoremeter.reports.document.Check;
import org.theoremeter.reports.document.Document;
import org.theoremeter.reports.document.Section;
import org.theoremeter.reports.document.Table;
import org.theoremeter.reports.document.Table.Align;
import org.theoremeter.reports.document.Table.Column;
import org.theoremeter.reports.document.Tone;
import org.theoremeter.reports.text.Characters;
import org.w3c.dom.Element;

/** What Markdown means is judged by commonmark-java, a parser of the CommonMark specification with GitHub's tables. */
class MarkdownReportTest {

    @Test
    void theSampleHasItsHeadingsTablesFiguresAndFormulas() {
        org.w3c.dom.Document page = parse(MarkdownReport.render(Samples.report()));

        assertThat(texts(page, "h1")).containsExactly("Theoremeter report");
        assertThat(texts(page, "h2"))
                .startsWith("The outlier eigenvalue follows the scalar ODE · ✓\u00A0PASS")
                .endsWith("Checks that did not pass", "Provenance")
                .hasSize(7);
        assertThat(Xml.elements(page, "img"))
                .extracting(image -> image.getAttribute("src"))
                .containsExactly(
                        "figures/outlier-trajectory.svg",
                        "figures/critical-rate.svg",
                        "figures/slope.svg",
                        "figures/activity.svg");
        assertThat(Xml.elements(page, "code"))
                .filteredOn(code -> code.getAttribute("class").equals("language-math"))
                .extracting(code -> code.getTextContent().strip())
                .contains("\\eta_c = 8 c_\\star^3");
        assertThat(texts(page, "td"))
                .contains(
                        "distance (sup)",
                        "0.00832",
                        "[0.00610, 0.0105]",
                        "3.70\u00A0×\u00A010⁻⁴",
                        "✓\u00A0PASS",
                        "1 − c");
        assertThat(Xml.elements(page, "th"))
                .anyMatch(th -> th.getAttribute("align").equals("right"));
    }

    @Test
    void aChainListsDefinitionsAndNumbersItsSteps() {
        org.w3c.dom.Document page = parse(MarkdownReport.render(Samples.report()));
        Element steps = Xml.elements(page, "ol").get(0);

        assertThat(Xml.elements(page, "ol")).hasSize(1);
        assertThat(texts(page, "li"))
                .contains("$H := \\frac{1}{4 \\, c_{\\star}^{3}}$ · the curvature at the optimum", "$v := -L'$");
        assertThat(Xml.elements(steps, "li"))
                .extracting(step -> Characters.oneLine(step.getTextContent()))
                .containsExactly(
                        "$\\mathrm{map} = 1 - \\eta \\, H$ · one step of descent"
                                + " ✓\u00A0PROVED · series in c at c⋆ to order 1 · agrees at 72 points to 0",
                        "$\\mathrm{map} = -1 \\iff \\eta = 8 \\, c_{\\star}^{3}$"
                                + " ✗\u00A0REFUTED · solve for η · refuted at c⋆ = 1: 4 is not 8",
                        "$s = 1 - 2 \\, \\kappa$ –\u00A0CITED · cited: theory 1.5");
        assertThat(Xml.elements(steps, "code")).as("formulas are left alone").hasSize(3);
        assertThat(Xml.elements(steps, "br")).as("the reason stands below").hasSize(3);
    }

    @Test
    void stepsAreNumberedOnAfterALateDefinition() {
        Block.Formula formula = new Block.Formula("x", "", "x");
        Chain.Line definition = new Chain.Definition(formula, "");
        Chain.Line step = new Chain.Step(formula, "", "algebra", new Badge("PROVED", Tone.GOOD), "");
        Section section = new Section(
                "s",
                "title",
                "",
                new Badge("PASS", Tone.GOOD),
                List.of(new Chain(List.of(step, step, definition, step))));
        org.w3c.dom.Document page = parse(
                MarkdownReport.render(new Document("title", "", List.of(), List.of(section), List.of(), List.of())));

        assertThat(Xml.elements(page, "ol"))
                .extracting(list -> list.getAttribute("start"))
                .containsExactly("", "3");
        assertThat(Xml.elements(page, "ul")).hasSize(1);
    }

    @Test
    void onlyChecksThatDidNotPassAreListed() {
        String markdown = MarkdownReport.render(Samples.report());

        assertThat(markdown)
                .contains("- ✗\u00A0FAILED · integrator.critical-rate · rate: measured 0.00812")
                .contains("- !\u00A0ERROR · integrator.loss · identity: the integral did not converge")
                .contains("- –\u00A0SKIPPED · oscillator.pair · pair: too dear")
                .doesNotContain("PASSED");
        Document passed = new Document(
                "t", "", List.of(), List.of(), List.of(new Check("g", "n", Check.Status.PASSED, "", "")), List.of());
        assertThat(MarkdownReport.render(passed)).doesNotContain("Checks");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "- a list",
                "+ another",
                "1. numbered",
                "12) numbered",
                "# heading",
                "=====",
                "> quoted",
                "--- ",
                "```",
                "~~~",
                "| a | b |",
                "[a](b)",
                "![a](b)",
                "<b>bold</b>",
                "*emphasis*",
                "_emphasis_",
                "__strong__",
                "a_b_c",
                "snake_case _x_",
                "`code`",
                "``",
                "&amp; &lt;",
                "\\*",
                "a\\",
                "$x$",
                "<http://example.org>",
                "[label]: target",
                "* * *",
                "    indented",
                "a  \nb",
                "~~struck~~",
                "2*3*4",
                Samples.NASTY
            })
    void textIsShownAsItStands(String text) {
        String expected = Characters.oneLine(text);
        Badge badge = new Badge(text, Tone.GOOD);
        Table table = new Table(
                "t",
                text,
                List.of(new Column(text, Align.LEFT), new Column("", Align.CENTER)),
                List.of(List.of(new Cell.Text(text), new Cell.Math("x", "", text))));
        Block.Formula formula = new Block.Formula("x", "", text);
        Chain chain = new Chain(
                List.of(new Chain.Definition(formula, text), new Chain.Step(formula, text, text, badge, text)));
        Section section = new Section("s", text, text, badge, List.of(new Block.Paragraph(text), table, chain));
        Document document = new Document(
                text,
                text,
                List.of(),
                List.of(section),
                List.of(new Check(text, text, Check.Status.FAILED, text, "")),
                List.of());

        org.w3c.dom.Document page = parse(MarkdownReport.render(document));

        assertThat(texts(page, "h1")).containsExactly(expected);
        assertThat(texts(page, "h2").get(0)).isEqualTo(expected + " · ✓\u00A0" + expected);
        assertThat(texts(page, "p")).hasSize(4).allMatch(expected::equals);
        assertThat(texts(page, "td").subList(2, 4)).containsExactly(expected, expected);
        assertThat(texts(page, "li"))
                .extracting(Characters::oneLine)
                .containsExactly(
                        "$x$ · " + expected,
                        "$x$ · " + expected + " ✓\u00A0" + expected + " · " + expected + " · " + expected,
                        "✗\u00A0FAILED · " + expected + " · " + expected + ": " + expected);
        assertThat(Xml.elements(page, "*"))
                .extracting(Element::getTagName)
                .doesNotContain("em", "strong", "a", "img", "script", "b", "blockquote", "hr", "pre");
    }

    private static List<String> texts(org.w3c.dom.Document page, String element) {
        return Xml.elements(page, element).stream().map(Element::getTextContent).toList();
    }

    private static org.w3c.dom.Document parse(String markdown) {
        var extensions = List.of(TablesExtension.create());
        var node = Parser.builder().extensions(extensions).build().parse(markdown);
        return Xml.parse(
                "<page>" + HtmlRenderer.builder().extensions(extensions).build().render(node) + "</page>");
    }
}
