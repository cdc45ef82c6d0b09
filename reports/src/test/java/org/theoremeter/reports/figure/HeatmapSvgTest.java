package org.theoremeter.reports.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.theoremeter.reports.Samples;
import org.theoremeter.reports.Xml;
import org.theoremeter.reports.document.Heatmap;
import org.theoremeter.reports.text.Characters;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

class HeatmapSvgTest {

    private static final Pattern RECTANGLE = Pattern.compile("M(\\d+) (\\d+)h(\\d+)v(\\d+)h-(\\d+)z");

    /** Coordinates of cells are whole tenths of a pixel, those of labels hundredths. */
    private static final double PIXELS = 0.2;

    /** A rectangle of one colour, in pixels. */
    private record Patch(String colour, double left, double top, double right, double bottom) {

        boolean covers(double x, double y) {
            return x >= left && x <= right && y >= top && y <= bottom;
        }
    }

    /** Reads the drawing as a person does: finds the cell by the labels of the axes, its value by those of the bar. */
    @Test
    void theLabelsTellWhichCellHasWhichValue() {
        double[] rows = {1, 2, 3, 5, 9};
        double[] columns = {-0.5, 0, 0.25, 1, 2, 4};
        double[][] values = matrix(new Random(11), rows.length, columns.length, -3, 5);
        Document svg = draw(new Heatmap("m", "caption", "unit", "time", rows, columns, values, "activity"));
        List<Patch> cells = patches(svg, "cells");
        List<Patch> bar = patches(svg, "bar");
        List<double[]> x = labels(svg, 0, "x");
        List<double[]> y = labels(svg, 1, "y");
        List<double[]> value = labels(svg, 2, "y");

        for (int i = 0; i < rows.length; i++) {
            for (int j = 0; j < columns.length; j++) {
                String colour = colourAt(cells, place(x, columns[j]), place(y, rows[i]) - baseline());
                double level = place(value, values[i][j]) - baseline();
                double middle = (bar.get(0).left + bar.get(0).right) / 2;
                assertThat(List.of(colourAt(bar, middle, level - PIXELS), colourAt(bar, middle, level + PIXELS)))
                        .as("row %d, column %d", i, j)
                        .contains(colour);
            }
        }
    }

    @Test
    void theFirstRowIsAtTheTop() {
        Document svg = draw(map(new double[][] {{1, 1}, {2, 2}, {3, 3}}));
        List<double[]> y = labels(svg, 1, "y");

        assertThat(y.get(0)[0]).isEqualTo(1);
        assertThat(y.get(2)[0]).isEqualTo(3);
        assertThat(y.get(0)[1]).isLessThan(y.get(2)[1]);
    }

    @Test
    void zeroIsGreyBetweenBlueAndRed() {
        List<Patch> cells = patches(draw(map(new double[][] {{-1, 0, 4}})), "cells");
        Patch whole = cells.get(0);
        double y = (whole.top + whole.bottom) / 2;
        double third = (whole.right - whole.left) / 3;

        assertThat(colourAt(cells, whole.left + 1.5 * third, y)).isEqualTo("#dddddd");
        assertThat(colourAt(cells, whole.left + 2.5 * third, y)).isEqualTo("#b40426");
        // −1 of at most 4 is a quarter of the way down: colour 63·(−1 + 4)/8 = 23.6, counted from 0
        assertThat(colourAt(cells, whole.left + 0.5 * third, y))
                .isEqualTo(HeatmapColours.DIVERGING.colours().get(23));
    }

    @Test
    void neighboursOfOneColourAreOneRectangle() {
        assertThat(patches(draw(map(new double[5][7])), "cells")).hasSize(1);
        List<Patch> patches = patches(draw(map(new double[][] {{0, 1, 1, 0, 0, 1}, {0, 0, 0, 0, 0, 0}})), "cells");
        // zeros lie below everything; ones are two runs, of which the first is twice as long and the second ends the
        // row
        assertThat(patches).hasSize(3);
        double cell = (patches.get(0).right - patches.get(0).left) / 6;
        assertThat(patches.get(1).right - patches.get(1).left).isCloseTo(2 * cell, within(PIXELS));
        assertThat(patches.get(2).right - patches.get(2).left).isCloseTo(cell, within(PIXELS));
        assertThat(patches.get(2).right).isEqualTo(patches.get(0).right);
    }

    /** Beyond what can be told apart neighbours are averaged: by hand for 401 rows, which become runs of three and one of two. */
    @Test
    void manyRowsAndColumnsAreAveraged() {
        double[][] values = new double[401][402];
        for (int i = 0; i < values.length; i++) {
            for (int j = 0; j < values[i].length; j++) {
                values[i][j] = i + 1000.0 * j;
            }
        }
        Cells cells = Cells.of(map(values));

        assertThat(cells.values()).hasDimensions(134, 134);
        // rows 0 to 2 and columns 3 to 5; rows 399 and 400 and columns 399 to 401; sums of thousands, rounded nine
        // times
        assertThat(cells.values()[0][1]).isCloseTo(1 + 4000.0, within(1e-8));
        assertThat(cells.values()[133][133]).isCloseTo(399.5 + 400_000, within(1e-6));
        assertThat(cells.rows()).hasSize(135).startsWith(0.5, 3.5).endsWith(399.5, 401.5);
        assertThat(cells.columns()).hasSize(135).startsWith(-0.5, 2.5).endsWith(398.5, 401.5);
    }

    @Test
    void filesStaySmall() {
        String noise = HeatmapSvg.render(map(matrix(new Random(5), 100, 96, -1, 1)));
        // a rectangle such as M1234 1234h123v123h-123z for each cell, and all the rest
        assertThat(noise.length()).isBetween(100 * 96 * 15, 100 * 96 * 24 + 12_000);
        assertThat(HeatmapSvg.render(Samples.sequence(100, 96)).length()).isLessThan(100_000);
    }

    @Test
    void saysInWordsWhatItShows() {
        Document svg = draw(new Heatmap(
                "m",
                "what it shows",
                "unit",
                "step",
                new double[] {1, 2},
                new double[] {0, 1, 2},
                new double[][] {{0, 0.5, 0.25}, {0, 0, 0.1234567}},
                "activity"));

        assertThat(texts(svg, "title")).containsExactly("what it shows");
        assertThat(texts(svg, "desc"))
                .containsExactly(
                        "activity over step (3 columns) and unit (2 rows, the first at the top), between 0 and 0.500;"
                                + " colours from dark violet for the lowest to yellow for the highest.");
        assertThat(texts(svg, "text")).contains("unit", "step", "activity");
        assertThat(texts(draw(map(new double[][] {{-1, 1}})), "desc").get(0))
                .startsWith("Values over step")
                .endsWith("colours blue below zero, grey at zero, red above.");
    }

    @Test
    void thePowerOfTenOfTheValuesStandsAtTheBar() {
        assertThat(texts(draw(map(new double[][] {{2e-7, 3e-7}})), "text")).contains("(×\u00A010⁻⁷)");
        Heatmap named = new Heatmap(
                "m", "c", "unit", "step", new double[] {1}, new double[] {1, 2}, new double[][] {{2e7, 3e7}}, "rate");
        assertThat(texts(draw(named), "text")).contains("rate (×\u00A010⁷)");
    }

    /** Everything that is drawn lies on the card, for all numbers of cells and all magnitudes. */
    @Test
    void nothingLiesOutsideTheCard() {
        double huge = Double.MAX_VALUE;
        List<double[]> positions = List.of(
                new double[] {5},
                new double[] {0},
                new double[] {-1e9},
                new double[] {1, 2},
                new double[] {-huge, huge},
                new double[] {0, Double.MIN_VALUE},
                new double[] {1e-9, 2e-9, 1},
                new double[] {1, Math.nextUp(1.0), 2},
                new double[] {123456, 123457, 123458});
        double[] values = {0, 1, -1, 1e-300, 1e300, -huge, huge, Double.MIN_VALUE, 0.5};
        Random random = new Random(3);
        for (double[] rows : positions) {
            for (double[] columns : positions) {
                double[][] matrix = new double[rows.length][columns.length];
                for (double[] row : matrix) {
                    Arrays.setAll(row, j -> values[random.nextInt(values.length)]);
                }
                Document svg = draw(new Heatmap("m", "c", "unit", "step", rows, columns, matrix, "value"));
                double width = number(svg.getDocumentElement(), "width");
                double height = number(svg.getDocumentElement(), "height");
                for (String group : List.of("cells", "bar")) {
                    for (Patch patch : patches(svg, group)) {
                        assertThat(patch.left).isBetween(0.0, patch.right);
                        assertThat(patch.right).isLessThan(width);
                        assertThat(patch.top).isBetween(0.0, patch.bottom);
                        assertThat(patch.bottom).isLessThan(height);
                    }
                }
                for (Element text : Xml.elements(svg, "text")) {
                    if (text.hasAttribute("x")) {
                        assertThat(number(text, "x")).isBetween(0.0, width);
                        assertThat(number(text, "y")).isBetween(0.0, height);
                    }
                }
                assertThat(HeatmapSvg.render(new Heatmap("m", "c", "unit", "step", rows, columns, matrix, "value")))
                        .doesNotContain("NaN", "Infinity");
            }
        }
    }

    @Test
    void nastyNamesAndLabelsAreText() {
        Document svg = draw((Heatmap) Samples.nasty().figures().get(1));

        assertThat(texts(svg, "title")).containsExactly(Characters.oneLine(Samples.NASTY));
        assertThat(Xml.elements(svg, "script")).isEmpty();
        assertThat(texts(svg, "text"))
                .filteredOn(text -> text.startsWith("<script>"))
                .hasSize(3);
    }

    private static double baseline() {
        // from the line that letters stand on to the middle of a digit
        return 0.35 * Layout.FONT;
    }

    private static double[][] matrix(Random random, int rows, int columns, double low, double high) {
        double[][] values = new double[rows][];
        for (int i = 0; i < rows; i++) {
            values[i] = random.doubles(columns, low, high).toArray();
        }
        return values;
    }

    /** Rows from 1, columns from 0, no label of the values. */
    private static Heatmap map(double[][] values) {
        double[] rows = new double[values.length];
        double[] columns = new double[values[0].length];
        Arrays.setAll(rows, i -> i + 1);
        Arrays.setAll(columns, j -> j);
        return new Heatmap("m", "caption", "unit", "step", rows, columns, values, "");
    }

    private static Document draw(Heatmap map) {
        return Xml.parse(GraphicSvg.render(map));
    }

    private static List<Patch> patches(Document svg, String name) {
        Element group = groups(svg, name).get(0);
        assertThat(group.getAttribute("transform")).isEqualTo("scale(.1)");
        List<Patch> patches = new ArrayList<>();
        for (Element element : Xml.elements(group, "*")) {
            String colour = element.getAttribute("fill");
            if (element.getTagName().equals("rect")) {
                double x = number(element, "x") / 10;
                double y = number(element, "y") / 10;
                patches.add(
                        new Patch(colour, x, y, x + number(element, "width") / 10, y + number(element, "height") / 10));
            } else {
                String path = element.getAttribute("d");
                Matcher found = RECTANGLE.matcher(path);
                int end = 0;
                while (found.find()) {
                    assertThat(found.start()).isEqualTo(end);
                    assertThat(found.group(5)).isEqualTo(found.group(3));
                    end = found.end();
                    double x = Double.parseDouble(found.group(1)) / 10;
                    double y = Double.parseDouble(found.group(2)) / 10;
                    patches.add(new Patch(
                            colour,
                            x,
                            y,
                            x + Double.parseDouble(found.group(3)) / 10,
                            y + Double.parseDouble(found.group(4)) / 10));
                }
                assertThat(end).isEqualTo(path.length());
            }
        }
        return patches;
    }

    /** What is drawn later lies above. */
    private static String colourAt(List<Patch> patches, double x, double y) {
        String colour = "none";
        for (Patch patch : patches) {
            colour = patch.covers(x, y) ? patch.colour : colour;
        }
        return colour;
    }

    /** Returns the labels of one of the three axes, each with its value and its place. */
    private static List<double[]> labels(Document svg, int axis, String attribute) {
        return Xml.elements(groups(svg, "labels").get(axis), "text").stream()
                .map(text -> new double[] {
                    Double.parseDouble(text.getTextContent().replace('−', '-')), number(text, attribute)
                })
                .toList();
    }

    /** Continues the line through the first and the last label. */
    private static double place(List<double[]> labels, double value) {
        double[] first = labels.get(0);
        double[] last = labels.get(labels.size() - 1);
        return first[1] + (value - first[0]) / (last[0] - first[0]) * (last[1] - first[1]);
    }

    private static List<Element> groups(Document svg, String name) {
        return Xml.elements(svg, "g").stream()
                .filter(group -> group.getAttribute("class").equals(name))
                .toList();
    }

    private static double number(Element element, String attribute) {
        return Double.parseDouble(element.getAttribute(attribute));
    }

    private static List<String> texts(Document svg, String element) {
        return Xml.elements(svg, element).stream().map(Element::getTextContent).toList();
    }
}
