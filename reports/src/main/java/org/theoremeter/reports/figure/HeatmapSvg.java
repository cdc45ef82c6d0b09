package org.theoremeter.reports.figure;

import static org.theoremeter.reports.figure.SvgWriter.coordinate;

import java.util.List;
import org.theoremeter.reports.document.Heatmap;
import org.theoremeter.reports.figure.Ticks.Mark;
import org.theoremeter.reports.text.Numbers;

/**
 * Draws a heat map: cells over two axes, and a bar that says which colour is which value.
 *
 * <p>All cells of a colour are one path, in which neighbours in a row are one rectangle.
 */
final class HeatmapSvg {

    private static final String INK = "#16181d";

    private static final String FAINT_INK = "#4b505a";

    /** Coordinates of cells are whole tenths of a pixel, which is shorter than a point and a digit. */
    private static final int TENTHS = 10;

    private static final double BASELINE = 0.35;

    private static final int DIGITS = 3;

    private final SvgWriter svg;
    private final Heatmap map;
    private final Cells cells;
    private final HeatmapColours palette;
    private final HeatmapLayout layout;

    private HeatmapSvg(Heatmap map) {
        this.map = map;
        this.cells = Cells.of(map);
        double[] range = cells.range();
        this.palette = HeatmapColours.of(range[0], range[1]);
        this.layout = HeatmapLayout.of(map, cells, palette);
        this.svg = GraphicSvg.card(map, layout.plane().height(), description(range));
    }

    static String render(Heatmap map) {
        HeatmapSvg drawing = new HeatmapSvg(map);
        drawing.cells();
        AxesDrawing.draw(drawing.svg, drawing.layout.plane(), map.columnAxis(), map.rowAxis());
        drawing.bar();
        return drawing.svg.close().finish();
    }

    /** Says in words what a reader who does not see the drawing needs to know. */
    private String description(double[] range) {
        String values = map.valueLabel().isBlank() ? "Values" : map.valueLabel();
        return values + " over " + map.columnAxis() + " (" + map.columns().length + " columns) and " + map.rowAxis()
                + " (" + map.rows().length + " rows, the first at the top), between "
                + Numbers.typeset(range[0], DIGITS) + " and " + Numbers.typeset(range[1], DIGITS) + "; colours "
                + palette.words() + ".";
    }

    private void cells() {
        int[] x = tenths(cells.columns(), layout.plane().x());
        int[] y = tenths(cells.rows(), layout.plane().y());
        int[][] colours = new int[y.length - 1][x.length - 1];
        int[] counts = new int[palette.colours().size()];
        for (int i = 0; i < colours.length; i++) {
            for (int j = 0; j < colours[i].length; j++) {
                colours[i][j] = palette.index(fraction(cells.values()[i][j]));
                counts[colours[i][j]]++;
            }
        }
        int common = 0;
        for (int colour = 1; colour < counts.length; colour++) {
            common = counts[colour] > counts[common] ? colour : common;
        }
        svg.open("g", "class", "cells", "transform", "scale(.1)", "shape-rendering", "crispEdges");
        // the commonest colour lies below all others, so that most of it need not be drawn
        rectangle(common, x[0], y[0], x[x.length - 1], y[y.length - 1]);
        for (int colour = 0; colour < counts.length; colour++) {
            if (colour != common && counts[colour] > 0) {
                svg.empty("path", "fill", palette.colours().get(colour), "d", path(colours, colour, x, y));
            }
        }
        svg.close();
    }

    private double fraction(double value) {
        Scale bar = layout.bar();
        return (bar.at(value) - bar.from()) / (bar.to() - bar.from());
    }

    private static String path(int[][] colours, int colour, int[] x, int[] y) {
        StringBuilder path = new StringBuilder();
        for (int i = 0; i < colours.length; i++) {
            int[] row = colours[i];
            int height = y[i + 1] - y[i];
            for (int j = 0; j < row.length; j++) {
                int start = j;
                while (j < row.length && row[j] == colour) {
                    j++;
                }
                int width = x[j] - x[start];
                // cells that lie closer together than a tenth of a pixel may have no room at all
                if (width > 0 && height > 0) {
                    path.append('M')
                            .append(x[start])
                            .append(' ')
                            .append(y[i])
                            .append('h')
                            .append(width);
                    path.append('v').append(height).append('h').append(-width).append('z');
                }
            }
        }
        return path.toString();
    }

    private void bar() {
        List<String> colours = palette.colours();
        Scale bar = layout.bar();
        int left = (int) Math.round(TENTHS * layout.barLeft());
        int right = (int) Math.round(TENTHS * (layout.barLeft() + HeatmapLayout.BAR));
        svg.open("g", "class", "bar", "transform", "scale(.1)", "shape-rendering", "crispEdges");
        for (int colour = 0; colour < colours.size(); colour++) {
            double low = bar.from() + (bar.to() - bar.from()) * colour / colours.size();
            double high = bar.from() + (bar.to() - bar.from()) * (colour + 1) / colours.size();
            rectangle(colour, left, (int) Math.round(TENTHS * high), right, (int) Math.round(TENTHS * low));
        }
        svg.close();
        marks(layout.barLeft() + HeatmapLayout.BAR);
        String title = HeatmapLayout.title(map, bar);
        if (!title.isEmpty()) {
            String turned = "translate(" + coordinate(Layout.WIDTH - Layout.EDGE) + " "
                    + coordinate((bar.from() + bar.to()) / 2) + ") rotate(-90)";
            svg.open("g", "class", "titles", "fill", INK, "text-anchor", "middle");
            svg.text("text", title, "transform", turned);
            svg.close();
        }
    }

    private void marks(double right) {
        StringBuilder ticks = new StringBuilder();
        for (Mark mark : layout.barTicks().marks()) {
            ticks.append('M').append(coordinate(right)).append(' ');
            ticks.append(coordinate(layout.bar().place(mark.reduced())))
                    .append('h')
                    .append(coordinate(Layout.TICK));
        }
        svg.empty("path", "class", "axes", "stroke", FAINT_INK, "fill", "none", "d", ticks);
        svg.open("g", "class", "labels", "fill", FAINT_INK);
        for (Mark mark : layout.barTicks().labelled()) {
            double at = layout.bar().place(mark.reduced()) + BASELINE * Layout.FONT;
            svg.text("text", mark.label(), "x", right + Layout.TICK + Layout.LABEL_GAP, "y", at);
        }
        svg.close();
    }

    private void rectangle(int colour, int left, int top, int right, int bottom) {
        svg.empty(
                "rect",
                "fill",
                palette.colours().get(colour),
                "x",
                left,
                "y",
                top,
                "width",
                right - left,
                "height",
                bottom - top);
    }

    private static int[] tenths(double[] edges, Scale scale) {
        int[] places = new int[edges.length];
        for (int i = 0; i < places.length; i++) {
            places[i] = (int) Math.round(TENTHS * scale.at(edges[i]));
        }
        return places;
    }
}
