package org.theoremeter.reports.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.theoremeter.reports.Samples;
import org.theoremeter.reports.Xml;
import org.theoremeter.reports.document.Figure;
import org.theoremeter.reports.document.Figure.Axis;
import org.theoremeter.reports.document.Figure.Curve;
import org.theoremeter.reports.document.Figure.Role;
import org.theoremeter.reports.text.Characters;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

class FigureSvgTest {

    private static final Axis X = new Axis("training time τ", false);
    private static final Axis Y = new Axis("outlier λ", false);

    @Test
    void showsLabelsCaptionAndCurves() {
        Document svg = draw(Samples.trajectories(8, 1000));

        assertThat(texts(svg, "text"))
                .contains("training time τ", "outlier eigenvalue λ", "scalar ODE", "outlier (8 curves)");
        assertThat(texts(svg, "title"))
                .containsExactly(
                        "Outlier eigenvalue λ = 1 − c during training: the scalar ODE over eight full networks.");
        assertThat(texts(svg, "desc"))
                .containsExactly(
                        "outlier eigenvalue λ against training time τ. theory: scalar ODE; measured: outlier (8 curves).");
        assertThat(Xml.elements(groups(svg, "measured").get(0), "path")).hasSize(8);
    }

    @Test
    void thePredictionIsDrawnOverEverythingElse() {
        Document svg = draw(figure(
                curve(Role.THEORY, 0, 1),
                curve(Role.MEASURED, new double[20]),
                curve(Role.FIT, 0, 2),
                curve(Role.MARGIN, 1, 2)));
        List<String> order = Xml.elements(svg, "g").stream()
                .filter(group ->
                        !((Element) group.getParentNode()).getAttribute("class").equals("legend"))
                .map(group -> group.getAttribute("class"))
                .filter(List.of("theory", "measured", "fit", "margin")::contains)
                .toList();

        assertThat(order).containsExactly("margin", "measured", "fit", "theory");
    }

    /** The places of points are computed by hand from those of the tick labels, which the reader uses too. */
    @Test
    void pointsStandWhereTheAxesSay() {
        Document svg = draw(figure(curve(Role.MEASURED, 0, 30, 100)));
        List<Element> points = Xml.elements(groups(svg, "measured").get(0), "circle");
        List<Element> labels = Xml.elements(svg, "text");
        double x0 = number(label(labels, "0.0"), "x");
        double x2 = number(label(labels, "2.0"), "x");
        double y0 = number(label(labels, "0"), "y");
        double y100 = number(label(labels, "100"), "y");

        assertThat(points).hasSize(3);
        // coordinates are written to a hundredth of a pixel, and each expected one is made of two of them
        assertThat(number(points.get(1), "cx")).isCloseTo((x0 + x2) / 2, within(0.02));
        assertThat(number(points.get(2), "cx")).isCloseTo(x2, within(0.02));
        double fraction = (number(points.get(1), "cy") - number(points.get(0), "cy")) / (y100 - y0);
        assertThat(fraction).isCloseTo(0.3, within(1e-3));
    }

    @Test
    void fewMeasuredPointsAreDotsAndManyALine() {
        assertThat(Xml.elements(
                        groups(draw(figure(curve(Role.MEASURED, new double[12]))), "measured")
                                .get(0),
                        "circle"))
                .hasSize(12);
        assertThat(Xml.elements(
                        groups(draw(figure(curve(Role.MEASURED, new double[13]))), "measured")
                                .get(0),
                        "circle"))
                .isEmpty();
    }

    @Test
    void aSinglePredictedPointIsARing() {
        Document svg = draw(figure(curve(Role.THEORY, 5), curve(Role.MEASURED, 5)));
        Element ring = Xml.elements(groups(svg, "theory").get(0), "circle").get(0);
        Element dot = Xml.elements(groups(svg, "measured").get(0), "circle").get(0);

        assertThat(ring.getAttribute("cx")).isEqualTo(dot.getAttribute("cx"));
        assertThat(ring.getAttribute("cy")).isEqualTo(dot.getAttribute("cy"));
        assertThat(number(ring, "r")).isGreaterThan(number(dot, "r") + 2);
    }

    @Test
    void pointsAreNeverJoinedAndTheirIntervalsAreBarsBelowThem() {
        Document svg = draw(figure(
                curve(Role.POINTS, new double[40]),
                new Curve("interval", Role.INTERVAL, new double[] {1, 1}, new double[] {-2, 3}),
                new Curve("interval", Role.INTERVAL, new double[] {2, 2}, new double[] {-1, 1})));
        List<Element> groups = groups(svg, "measured");

        assertThat(Xml.elements(groups.get(0), "path")).as("bars come first").hasSize(2);
        assertThat(Xml.elements(groups.get(1), "circle")).hasSize(40);
        assertThat(Xml.elements(groups.get(1), "path")).isEmpty();
    }

    @Test
    void aCompanionHasANameColourAndDashOfItsOwn() {
        Document svg = draw(figure(curve("accuracy", Role.MEASURED), curve("reliability", Role.COMPANION)));
        Element measured = groups(svg, "measured").get(0);
        Element companion = groups(svg, "companion").get(0);

        assertThat(companion.getAttribute("color")).isNotEqualTo(measured.getAttribute("color"));
        assertThat(companion.getAttribute("stroke-dasharray")).isNotEqualTo("none");
        assertThat(Xml.elements(companion, "path")).hasSize(1);
        assertThat(legend(curve("accuracy", Role.MEASURED), curve("reliability", Role.COMPANION)))
                .containsExactly("accuracy", "reliability");
    }

    @Test
    void twoMarginsEncloseABand() {
        Document svg = draw(figure(curve(Role.MARGIN, 0, 1, 2), curve(Role.MARGIN, 1, 2, 3)));
        Document uneven = draw(figure(curve(Role.MARGIN, 0, 1, 2), curve(Role.MARGIN, 1, 2)));

        assertThat(classes(svg)).contains("band");
        assertThat(classes(uneven)).doesNotContain("band");
    }

    @Test
    void theLegendCountsWhatLooksAlike() {
        assertThat(legend(curve("seed 1", Role.MEASURED), curve("seed 2", Role.MEASURED)))
                .containsExactly("seed (2 curves)");
        assertThat(legend(curve("a", Role.MEASURED), curve("b", Role.MEASURED))).containsExactly("measured (2 curves)");
        assertThat(legend(curve("a", Role.MEASURED), curve("a", Role.MEASURED))).containsExactly("a (2 curves)");
        assertThat(legend(curve("law", Role.THEORY), curve("law", Role.THEORY), curve("fit", Role.FIT)))
                .containsExactly("law", "fit");
        assertThat(legend(curve("low", Role.MARGIN), curve("high", Role.MARGIN)))
                .containsExactly("low", "high");
    }

    /** Everything that is drawn lies on the card, for all kinds of axes, lengths and magnitudes. */
    @Test
    void nothingLiesOutsideTheCard() {
        double[][] series = {
            {5}, {0}, {2, 2, 2}, {1, 2}, {1e-9, 2e-9}, {-1e300, 1e300}, {123456, 123457}, {-0.001, 0.002}
        };
        double[][] positive = {{5}, {2, 2, 2}, {4.1, 4.2}, {1e-300, 1e300}, {4e-9, 4.005e-9}, {0.5, 20}, {9.99, 10.01}};
        List<Figure> figures = new ArrayList<>();
        for (double[] y : series) {
            figures.add(figure(curve(Role.MEASURED, y), curve(Role.THEORY, y)));
        }
        for (double[] x : positive) {
            for (double[] y : positive) {
                double[] same = Arrays.copyOf(x, y.length);
                Arrays.fill(same, Math.min(x.length, y.length), y.length, x[0]);
                Curve curve = new Curve("a rather long name of a curve", Role.THEORY, same, y);
                figures.add(new Figure("f", "caption", new Axis("x", true), new Axis("y", true), List.of(curve)));
            }
        }
        String name = "a name that takes a third of the row at least ";
        figures.add(figure(
                curve(name + 1, Role.THEORY),
                curve(name + 2, Role.THEORY),
                curve(name + 3, Role.THEORY),
                curve(name, Role.MEASURED)));
        for (Figure figure : figures) {
            Document svg = draw(figure);
            String[] box = svg.getDocumentElement().getAttribute("viewBox").split(" ");
            double width = Double.parseDouble(box[2]);
            double height = Double.parseDouble(box[3]);
            for (Element element : Xml.elements(svg, "*")) {
                for (String attribute : List.of("x", "cx", "y", "cy")) {
                    if (element.hasAttribute(attribute)) {
                        assertThat(number(element, attribute)).isBetween(0.0, attribute.endsWith("x") ? width : height);
                    }
                }
                assertThat(element.getAttribute("d")).doesNotContain("NaN", "Infinity");
                if (element.getTagName().equals("text") && element.hasAttribute("x")) {
                    assertThat(leftEdge(element)).isGreaterThanOrEqualTo(0);
                    assertThat(leftEdge(element) + textWidth(element)).isLessThanOrEqualTo(width);
                }
            }
            assertThat(texts(svg, "text")).hasSizeGreaterThan(6);
        }
    }

    @Test
    void sixtyFourLongCurvesStaySmall() {
        String svg = FigureSvg.render(Samples.trajectories(64, 1000));

        // 400 points of about 13 characters for each of 65 curves, and the rest
        assertThat(svg.length()).isLessThan(400 * 14 * 65 + 10_000);
    }

    @Test
    void nastyNamesAndLabelsAreText() {
        Document svg = draw((Figure) Samples.nasty().figures().get(0));

        assertThat(texts(svg, "title")).containsExactly(Characters.oneLine(Samples.NASTY));
        assertThat(Xml.elements(svg, "script")).isEmpty();
        assertThat(texts(svg, "text"))
                .anyMatch(text -> text.startsWith("<script>alert(1)</script> ]]> & &amp; \\input{x}"));
    }

    @Test
    void longTextIsShortenedToFit() {
        String text = "a rather long name ".repeat(20).strip();
        Curve curve = new Curve(text, Role.THEORY, new double[] {0, 1}, new double[] {0, 1});
        Document svg = draw(new Figure("f", "c", new Axis(text, false), new Axis(text, false), List.of(curve)));

        assertThat(texts(svg, "text"))
                .filteredOn(shown -> shown.startsWith("a rather"))
                .hasSize(3)
                .allMatch(shown -> shown.endsWith("…"));
        assertThat(texts(svg, "desc").get(0)).contains(text);
    }

    private static double leftEdge(Element text) {
        String anchor = ((Element) text.getParentNode()).getAttribute("text-anchor");
        double part = anchor.equals("middle") ? 0.5 : anchor.equals("end") ? 1 : 0;
        return number(text, "x") - part * textWidth(text);
    }

    private static double textWidth(Element text) {
        return TextWidth.of(text.getTextContent(), Layout.FONT);
    }

    private static List<String> legend(Curve... curves) {
        Element legend = groups(draw(figure(curves)), "legend").get(0);
        return Xml.elements(legend, "text").stream()
                .map(Element::getTextContent)
                .toList();
    }

    private static Figure figure(Curve... curves) {
        return new Figure("f", "caption", X, Y, List.of(curves));
    }

    private static Curve curve(String name, Role role) {
        return new Curve(name, role, new double[] {0, 1}, new double[] {0, 1});
    }

    private static Curve curve(Role role, double... y) {
        double[] x = new double[y.length];
        Arrays.setAll(x, i -> i);
        return new Curve(role.name(), role, x, y);
    }

    private static Document draw(Figure figure) {
        return Xml.parse(FigureSvg.render(figure));
    }

    private static List<Element> groups(Document svg, String name) {
        return Xml.elements(svg, "g").stream()
                .filter(group -> group.getAttribute("class").equals(name))
                .toList();
    }

    private static List<String> classes(Document svg) {
        return Xml.elements(svg, "*").stream()
                .map(element -> element.getAttribute("class"))
                .toList();
    }

    private static Element label(List<Element> labels, String text) {
        return labels.stream()
                .filter(label -> label.getTextContent().equals(text))
                .findFirst()
                .orElseThrow();
    }

    private static double number(Element element, String attribute) {
        return Double.parseDouble(element.getAttribute(attribute));
    }

    private static List<String> texts(Document svg, String element) {
        return Xml.elements(svg, element).stream().map(Element::getTextContent).toList();
    }
}
