package org.theoremeter.reports.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.theoremeter.reports.Samples;
import org.theoremeter.reports.Xml;
import org.theoremeter.reports.document.Figure.Axis;
import org.theoremeter.reports.document.Figure.Curve;
import org.theoremeter.reports.document.Figure.Role;
import org.theoremeter.reports.document.PhaseDiagram;
import org.theoremeter.reports.document.PhaseDiagram.Counts;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

class PhaseDiagramSvgTest {

    private static final Axis RATE = new Axis("rate", true);
    private static final Axis DELAY = new Axis("delay (ms)", false);
    private static final double[] RATES = {1, 10, 100, 1000};
    private static final double[] DELAYS = {20, 40, 60};

    /** Coordinates have two decimals. */
    private static final double PIXELS = 0.02;

    /** Cells meet at whole pixels. */
    private static final double CELL = 0.5 + PIXELS;

    private static PhaseDiagram diagram(Counts... maps) {
        return new PhaseDiagram("phases", "what it shows", RATE, DELAY, RATES, DELAYS, List.of(maps));
    }

    private static Counts counts(String title, int[][] fulfilled, int[][] runs, Curve... curves) {
        return new Counts(title, fulfilled, runs, List.of(curves));
    }

    private static final int[][] FULFILLED = {{0, 1, 2, 3}, {4, 0, 1, 2}, {0, 0, 0, 4}};
    private static final int[][] RUNS = {{4, 4, 4, 4}, {4, 4, 3, 4}, {4, 0, 4, 4}};

    /** Read as a person does: by the labels of the axes, the text of the cell and the colours of the bar. */
    @Test
    void aCellStandsWhereItsLabelsAreAndHasTheColourOfItsFraction() {
        Document svg = draw(diagram(counts("", FULFILLED, RUNS)));
        List<Element> bar = Xml.elements(group(svg, "bar"), "rect");
        for (int i = 0; i < DELAYS.length; i++) {
            for (int j = 0; j < RATES.length; j++) {
                double x = number(label(svg, Integer.toString((int) RATES[j])), "x");
                double y = number(label(svg, Integer.toString((int) DELAYS[i])), "y") - 0.35 * Layout.FONT;
                List<Element> here = Xml.elements(group(svg, "phase"), "rect").stream()
                        .filter(cell -> Math.abs(number(cell, "x") + number(cell, "width") / 2 - x) < CELL
                                && Math.abs(number(cell, "y") + number(cell, "height") / 2 - y) < CELL)
                        .toList();
                if (RUNS[i][j] == 0) {
                    assertThat(here).isEmpty();
                    continue;
                }
                assertThat(here).as("delay %s, rate %s", DELAYS[i], RATES[j]).hasSize(1);
                assertThat(here.get(0).getTextContent().strip())
                        .isEqualTo(FULFILLED[i][j] + " of " + RUNS[i][j] + " runs");
                int colour = Math.min(63, 64 * FULFILLED[i][j] / RUNS[i][j]);
                assertThat(here.get(0).getAttribute("fill"))
                        .isEqualTo(bar.get(colour).getAttribute("fill"));
            }
        }
        assertThat(texts(svg))
                .contains("0/4", "1/3", "no run", "fraction of 3 to 4 runs")
                .doesNotContain("0/0", "NaN");
        // the cell and its sample in the legend
        assertThat(classes(svg, "path", "missing")).hasSize(2);
    }

    /** Whatever was found, the colours run from 0 to 1: a map of none looks other than one of all. */
    @Test
    void coloursDoNotDependOnWhatWasFound() {
        String none = first(draw(diagram(counts("", new int[3][4], all(4)))));
        String every = first(draw(diagram(counts("", all(4), all(4)))));
        assertThat(texts(draw(diagram(counts("", all(4), all(4)))))).contains("fraction of 4 runs");
        assertThat(none).isEqualTo("#440154");
        assertThat(every).isEqualTo("#fde725");
    }

    @Test
    void whatIsDrawnOverAMapStandsOnItsAxes() {
        Curve points = new Curve("threshold", Role.POINTS, new double[] {10, 1000}, new double[] {60, 20});
        Curve interval = new Curve("interval", Role.INTERVAL, new double[] {10, 10}, new double[] {40, 60});
        Document svg = draw(diagram(counts("", FULFILLED, RUNS, points, interval)));
        List<Element> circles = Xml.elements(svg, "circle");
        // of the legend a point and a dot for fewer runs; a dot in the cell of 3 runs; then the points
        assertThat(circles).hasSize(5);
        Element first = circles.get(3);
        assertThat(number(first, "cx")).isCloseTo(number(label(svg, "10"), "x"), within(PIXELS));
        assertThat(number(first, "cy")).isCloseTo(number(label(svg, "60"), "y") - 0.35 * Layout.FONT, within(PIXELS));
        assertThat(texts(svg)).contains("threshold", "interval").doesNotContain("1/3");
    }

    @Test
    void cellsWithoutRoomForNumbersHaveADotWhereRunsAreFewer() {
        double[] many = IntStream.range(0, 40).mapToDouble(i -> i).toArray();
        int[][] runs = new int[40][40];
        Arrays.stream(runs).forEach(row -> Arrays.fill(row, 20));
        runs[3][4] = 19;
        runs[5][6] = 0;
        PhaseDiagram phases =
                new PhaseDiagram("many", "c", DELAY, DELAY, many, many, List.of(counts("", new int[40][40], runs)));
        Document svg = draw(phases);
        assertThat(texts(svg)).contains("fewer runs than 20", "no run").doesNotContain("0/20");
        assertThat(Xml.elements(svg, "circle")).hasSize(2);
        assertThat(Xml.elements(group(svg, "phase"), "rect")).hasSize(1599);
    }

    /** 250 rows become 84: 83 of three and one of one; what is counted together is every run. */
    @Test
    void neighboursBeyondWhatCanBeToldApartAreCountedTogether() {
        double[] rows = IntStream.range(0, 250).mapToDouble(i -> i).toArray();
        int[][] runs = new int[250][1];
        int[][] fulfilled = new int[250][1];
        for (int i = 0; i < 250; i++) {
            runs[i][0] = 5;
            fulfilled[i][0] = i % 3;
        }
        PhaseDiagram phases = new PhaseDiagram(
                "many", "c", RATE, DELAY, new double[] {1}, rows, List.of(counts("", fulfilled, runs)));
        PhaseCells cells = PhaseCells.of(phases, phases.maps().get(0));
        assertThat(cells.runs()).hasDimensions(84, 1);
        assertThat(cells.runs()[0][0]).isEqualTo(15);
        assertThat(cells.fulfilled()[0][0]).isEqualTo(3);
        assertThat(cells.runs()[83][0]).isEqualTo(5);
        assertThat(cells.rows()).hasSize(85).startsWith(-0.5, 2.5).endsWith(248.5, 249.5);
    }

    @Test
    void mapsStandBesideEachOtherWithinTheCard() {
        for (int count = 1; count <= 7; count++) {
            Counts[] maps = IntStream.range(0, count)
                    .mapToObj(i -> counts("phase " + i, FULFILLED, RUNS))
                    .toArray(Counts[]::new);
            Document svg = draw(diagram(maps));
            double width = number(svg.getDocumentElement(), "width");
            double height = number(svg.getDocumentElement(), "height");
            assertThat(classes(svg, "g", "phase")).hasSize(count);
            for (Element cell : Xml.elements(svg, "rect")) {
                if (cell.hasAttribute("x")) {
                    assertThat(number(cell, "x") + number(cell, "width")).isLessThan(width);
                    assertThat(number(cell, "y") + number(cell, "height")).isLessThan(height);
                }
            }
            assertThat(texts(svg)).contains("phase " + (count - 1)).containsOnlyOnce("rate", "delay (ms)");
        }
    }

    @Test
    void refusesWhatIsNoCount() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> counts("NL", new int[][] {{3}}, new int[][] {{2}}))
                .withMessage("the map NL counts 3 of 2 runs in row 1 and column 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> diagram(counts("NL", new int[][] {{1}}, new int[][] {{2}})))
                .withMessage("phase diagram phases has 3 rows and 4 columns, but 1 and 1 in the map NL");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PhaseDiagram(
                        "p", "c", RATE, DELAY, new double[] {0, 1}, DELAYS, List.of(counts("", all(1), all(1)))))
                .withMessageContaining("the logarithmic axis 'rate' cannot show 0.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PhaseDiagram(
                        "p",
                        "c",
                        RATE,
                        DELAY,
                        new double[] {1, Double.NaN},
                        DELAYS,
                        List.of(counts("", all(1), all(1)))))
                .withMessageContaining("not finite");
    }

    @Test
    void nastyNamesAreTextAndEqualDiagramsEqualBytes() {
        PhaseDiagram nasty = new PhaseDiagram(
                "n",
                Samples.NASTY,
                new Axis(Samples.NASTY, true),
                new Axis(Samples.NASTY, true),
                RATES,
                DELAYS,
                List.of(counts(Samples.NASTY, FULFILLED, RUNS)));
        assertThat(Xml.elements(draw(nasty), "script")).isEmpty();
        assertThat(GraphicSvg.render(diagram(counts("", FULFILLED, RUNS))))
                .isEqualTo(GraphicSvg.render(diagram(counts("", FULFILLED, RUNS))));
        assertThat(diagram(counts("", FULFILLED, RUNS)))
                .isEqualTo(diagram(counts("", FULFILLED, RUNS)))
                .hasSameHashCodeAs(diagram(counts("", FULFILLED, RUNS)))
                .isNotEqualTo(diagram(counts("", RUNS, RUNS)));
    }

    private static int[][] all(int count) {
        int[][] all = new int[3][4];
        Arrays.stream(all).forEach(row -> Arrays.fill(row, count));
        return all;
    }

    private static String first(Document svg) {
        return Xml.elements(group(svg, "phase"), "rect").get(0).getAttribute("fill");
    }

    private static Document draw(PhaseDiagram phases) {
        return Xml.parse(GraphicSvg.render(phases));
    }

    private static Element group(Document svg, String name) {
        return classes(svg, "g", name).get(0);
    }

    private static List<Element> classes(Document svg, String element, String name) {
        return Xml.elements(svg, element).stream()
                .filter(each -> each.getAttribute("class").equals(name))
                .toList();
    }

    private static Element label(Document svg, String text) {
        return Xml.elements(svg, "text").stream()
                .filter(each -> each.getTextContent().equals(text))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> texts(Document svg) {
        return Xml.elements(svg, "text").stream().map(Element::getTextContent).toList();
    }

    private static double number(Element element, String attribute) {
        return Double.parseDouble(element.getAttribute(attribute));
    }
}
