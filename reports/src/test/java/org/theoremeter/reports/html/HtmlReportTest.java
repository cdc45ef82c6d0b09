package org.theoremeter.reports.html;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.theoremeter.reports.Samples;
import org.theoremeter.reports.Xml;
import org.theoremeter.reports.document.Badge;
import org.theoremeter.reports.document.Block;
import org.theoremeter.reports.document.Document;
import org.theoremeter.reports.document.Section;
import org.theoremeter.reports.document.Tone;
import org.theoremeter.reports.text.Characters;
import org.w3c.dom.Element;

class HtmlReportTest {

    static List<Document> documents() {
        return List.of(Samples.report(), Samples.nasty());
    }

    @Test
    void theSummaryLinksToEverySection() {
        org.w3c.dom.Document page = Xml.parse(HtmlReport.render(Samples.report()));
        Element summary = Xml.elements(page, "nav").get(0);

        assertThat(Xml.elements(summary, "a"))
                .extracting(link -> link.getAttribute("href"))
                .containsExactlyElementsOf(Samples.report().sections().stream()
                        .map(section -> "#" + section.id())
                        .toList());
        assertThat(Xml.elements(summary, "td"))
                .extracting(Element::getTextContent)
                .containsExactly("✓PASS", "✗FAIL", "?INCONCLUSIVE", "!ERROR", "–NOT RUN");
    }

    @Test
    void showsHeadlineChecksAndProvenance() {
        org.w3c.dom.Document page = Xml.parse(HtmlReport.render(Samples.report()));

        assertThat(Xml.elements(Xml.elements(page, "header").get(0), "dt"))
                .extracting(Element::getTextContent)
                .containsExactly("passed", "failed", "inconclusive", "error", "not run");
        assertThat(Xml.elements(Xml.elements(page, "footer").get(0), "dd"))
                .extracting(Element::getTextContent)
                .contains("0.1.0", "058b3da", "20260101");
        assertThat(Xml.elements(page, "pre"))
                .extracting(Element::getTextContent)
                .containsExactly("seed 1: 0.0071\nseed 2: 0.0095", "c⋆ = 0.1, bracket [0.00811, 0.00813]");
    }

    @Test
    void formulasAreMathMlOrElseText() {
        List<Block> blocks = List.of(
                new Block.Formula("x", "<mi>x</mi>", "text of x"),
                new Block.Formula("y", "<math><mi>y</mi></math>", "text of y"),
                new Block.Formula("z", "", "text of z < 1"));
        Section section = new Section("s", "title", "", new Badge("PASS", Tone.GOOD), blocks);
        org.w3c.dom.Document page = Xml.parse(
                HtmlReport.render(new Document("title", "", List.of(), List.of(section), List.of(), List.of())));

        assertThat(Xml.elements(page, "math"))
                .extracting(Element::getTextContent)
                .containsExactly("x", "y");
        assertThat(Xml.elements(page, "math").get(0).getAttribute("display")).isEqualTo("block");
        assertThat(page.getDocumentElement().getTextContent())
                .contains("text of z < 1")
                .doesNotContain("text of x", "text of y");
    }

    @Test
    void aChainShowsFormulaReasonAndBadgeALine() {
        org.w3c.dom.Document page = Xml.parse(HtmlReport.render(Samples.report()));
        List<Element> lines = Xml.elements(Xml.elements(page, "ol").get(0), "li");

        assertThat(lines)
                .extracting(line -> line.getAttribute("class"))
                .containsExactly("definition", "definition", "step", "step", "step");
        assertThat(lines)
                .extracting(line -> Characters.oneLine(line.getTextContent()))
                .containsExactly(
                        "H≔14c⋆3 the curvature at the optimum",
                        "v≔−L",
                        "map = 1 − η·H ✓PROVEDseries in c at c⋆ to order 1: one step of descent agrees at 72 points to 0",
                        "map=−1⇔η=8c⋆3 ✗REFUTEDsolve for η refuted at c⋆ = 1: 4 is not 8",
                        "s = 1 − 2·κ –CITEDcited: theory 1.5");
        assertThat(Xml.elements(lines.get(3), "math")).hasSize(1);
        assertThat(lines)
                .flatExtracting(line -> Xml.elements(line, "span"))
                .filteredOn(span -> span.getAttribute("class").startsWith("badge"))
                .extracting(span -> span.getAttribute("class"))
                .containsExactly("badge good", "badge bad", "badge neutral");
    }

    @ParameterizedTest
    @MethodSource("documents")
    void loadsNothingAndRunsNothing(Document document) {
        org.w3c.dom.Document page = Xml.parse(HtmlReport.render(document));
        Set<String> passive = Set.of(
                ("a body caption dd details div dl dt figcaption figure footer h1 h2 head header html li main meta nav ol p pre"
                                + " section span style summary table tbody td th thead title tr ul math mfrac mi mn mo mrow msub msubsup msup"
                                + " svg desc g circle path rect text")
                        .split(" "));

        for (Element element : Xml.elements(page, "*")) {
            String name = element.getTagName();
            assertThat(passive).contains(name);
            for (int i = 0; i < element.getAttributes().getLength(); i++) {
                String attribute = element.getAttributes().item(i).getNodeName();
                String value = element.getAttributes().item(i).getNodeValue();
                assertThat(attribute).doesNotStartWith("on").isNotIn("src", "srcset", "action", "style");
                if (attribute.equals("href")) {
                    assertThat(value).startsWith("#");
                }
            }
        }
        assertThat(Xml.elements(page, "style").get(0).getTextContent()).doesNotContain("url(", "@import");
    }

    @ParameterizedTest
    @MethodSource("documents")
    void everyLinkAndReferenceFindsItsOneTarget(Document document) {
        org.w3c.dom.Document page = Xml.parse(HtmlReport.render(document));
        List<Element> all = Xml.elements(page, "*");
        List<String> ids = all.stream()
                .filter(element -> element.hasAttribute("id"))
                .map(element -> element.getAttribute("id"))
                .toList();

        assertThat(ids).doesNotHaveDuplicates();
        for (Element element : all) {
            if (element.hasAttribute("href")) {
                assertThat(ids).contains(element.getAttribute("href").substring(1));
            }
            if (element.hasAttribute("aria-labelledby")) {
                assertThat(ids).contains(element.getAttribute("aria-labelledby").split(" "));
            }
        }
    }

    /** Whatever stands for text in the document stands as text on the page, character by character. */
    @Test
    void nastyTextIsShownAsItStands() {
        org.w3c.dom.Document page = Xml.parse(HtmlReport.render(Samples.nasty()));
        String shown = Characters.printable(Samples.NASTY).replace("\r\n", "\n");

        for (String place : List.of("h1", "h2", "dt", "dd", "figcaption", "caption")) {
            assertThat(texts(page, place)).as(place).isNotEmpty();
        }
        for (String place : List.of("h1", "h2", "dt", "dd", "figcaption", "pre")) {
            assertThat(texts(page, place).stream().map(text -> text.replace("\r\n", "\n")))
                    .as(place)
                    .filteredOn(text -> !text.equals("Provenance") && !text.equals("Checks"))
                    .isNotEmpty()
                    .allMatch(shown::equals);
        }
        assertThat(texts(page, "td")).contains("not finite", "[not finite, 1.0]");
        assertThat(texts(page, "title"))
                .allMatch(
                        title -> title.replace("\r\n", "\n").equals(shown) || title.equals(Characters.oneLine(shown)));
    }

    @Test
    void figuresCanBeReadAloud() {
        for (Element figure : Xml.elements(Xml.parse(HtmlReport.render(Samples.report())), "svg")) {
            assertThat(figure.getAttribute("role")).isEqualTo("img");
            assertThat(Xml.elements(figure, "title")).hasSize(1);
            assertThat(Xml.elements(figure, "desc")).hasSize(1);
        }
    }

    /** WCAG 2.2, 1.4.3: text on its background has a contrast of at least 4.5, in both colour schemes. */
    @Test
    void textHasContrastInBothColourSchemes() {
        String css = Xml.elements(Xml.parse(HtmlReport.render(Samples.report())), "style")
                .get(0)
                .getTextContent();
        String light = css.substring(0, css.indexOf("@media"));
        String dark = css.substring(css.indexOf("@media"), css.indexOf("* {"));

        for (String scheme : List.of(light, dark)) {
            for (String text : List.of("ink", "faint", "link", "theory", "measured", "companion", "fit", "margin")) {
                assertThat(contrast(colour(scheme, text), colour(scheme, "page")))
                        .as(text)
                        .isGreaterThan(4.5);
                assertThat(contrast(colour(scheme, text), colour(scheme, "card")))
                        .as(text)
                        .isGreaterThan(4.5);
            }
            for (Tone tone : Tone.values()) {
                String name = tone.name().toLowerCase(Locale.ROOT);
                assertThat(contrast(colour(scheme, name), colour(scheme, name + "-back")))
                        .as(name)
                        .isGreaterThan(4.5);
            }
        }
        assertThat(contrast(0x000000, 0xFFFFFF)).isEqualTo(21);
    }

    @Test
    void everyToneHasItsOwnMark() {
        assertThat(Set.of(Tone.values()).stream().map(Tone::mark).collect(Collectors.toSet()))
                .hasSize(Tone.values().length);
    }

    private static List<String> texts(org.w3c.dom.Document page, String element) {
        return Xml.elements(page, element).stream().map(Element::getTextContent).toList();
    }

    private static int colour(String css, String name) {
        var match = Pattern.compile("--" + name + ": #([0-9a-f]{6});").matcher(css);
        assertThat(match.find()).as(name).isTrue();
        return Integer.parseInt(match.group(1), 16);
    }

    private static double contrast(int one, int other) {
        double a = luminance(one) + 0.05;
        double b = luminance(other) + 0.05;
        return Math.max(a, b) / Math.min(a, b);
    }

    /** Relative luminance as WCAG 2.2 defines it. */
    private static double luminance(int rgb) {
        return 0.2126 * linear(rgb >> 16) + 0.7152 * linear(rgb >> 8 & 0xFF) + 0.0722 * linear(rgb & 0xFF);
    }

    private static double linear(int channel) {
        double c = channel / 255.0;
        return c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
    }
}
