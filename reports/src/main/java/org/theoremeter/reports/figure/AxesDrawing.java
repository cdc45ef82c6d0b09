package org.theoremeter.reports.figure;

import static org.theoremeter.reports.figure.SvgWriter.coordinate;

import org.theoremeter.reports.document.Figure;
import org.theoremeter.reports.figure.Ticks.Mark;
import org.theoremeter.reports.text.Numbers;

/** Draws what the curves are read against: grid, axes, tick labels and titles. */
final class AxesDrawing {

    private static final String INK = "#16181d";

    private static final String FAINT_INK = "#4b505a";

    private static final String GRID = "#e4e6ea";

    /** A long last label moves inwards rather than come closer to the edge. */
    private static final double LEAST_EDGE = 4;

    /** From the line that letters stand on to the middle of a digit, as a part of the font size. */
    private static final double HALF_DIGIT = 0.35;

    private final SvgWriter svg;
    private final Layout layout;

    private AxesDrawing(SvgWriter svg, Layout layout) {
        this.svg = svg;
        this.layout = layout;
    }

    static void draw(SvgWriter svg, Figure figure, Layout layout) {
        AxesDrawing drawing = new AxesDrawing(svg, layout);
        drawing.grid();
        drawing.ticks();
        drawing.labels();
        drawing.titles(figure);
    }

    private void grid() {
        StringBuilder lines = new StringBuilder();
        for (Mark mark : layout.xTicks().labelled()) {
            lines.append('M').append(coordinate(layout.x().place(mark.reduced())));
            lines.append(' ').append(coordinate(layout.top())).append('V').append(coordinate(layout.bottom()));
        }
        for (Mark mark : layout.yTicks().labelled()) {
            lines.append('M').append(coordinate(layout.left()));
            lines.append(' ').append(coordinate(layout.y().place(mark.reduced())));
            lines.append('H').append(coordinate(layout.right()));
        }
        svg.empty("path", "class", "grid", "stroke", GRID, "fill", "none", "d", lines);
    }

    private void ticks() {
        StringBuilder lines = new StringBuilder();
        lines.append('M').append(coordinate(layout.left())).append(' ').append(coordinate(layout.top()));
        lines.append('V').append(coordinate(layout.bottom())).append('H').append(coordinate(layout.right()));
        for (Mark mark : layout.xTicks().marks()) {
            lines.append('M').append(coordinate(layout.x().place(mark.reduced())));
            lines.append(' ').append(coordinate(layout.bottom()));
            lines.append('v').append(coordinate(length(mark)));
        }
        for (Mark mark : layout.yTicks().marks()) {
            lines.append('M').append(coordinate(layout.left()));
            lines.append(' ').append(coordinate(layout.y().place(mark.reduced())));
            lines.append('h').append(coordinate(-length(mark)));
        }
        svg.empty("path", "class", "axes", "stroke", FAINT_INK, "fill", "none", "d", lines);
    }

    private static double length(Mark mark) {
        return mark.isLabelled() ? Layout.TICK : Layout.TICK / 2;
    }

    private void labels() {
        svg.open("g", "class", "labels", "fill", FAINT_INK, "text-anchor", "middle");
        for (Mark mark : layout.xTicks().labelled()) {
            double half = TextWidth.of(mark.label(), Layout.FONT) / 2;
            double at = Math.min(layout.x().place(mark.reduced()), Layout.WIDTH - LEAST_EDGE - half);
            svg.text(
                    "text",
                    mark.label(),
                    "x",
                    at,
                    "y",
                    layout.bottom() + Layout.TICK + Layout.LABEL_GAP + Layout.FONT * 0.8);
        }
        svg.close();
        svg.open("g", "class", "labels", "fill", FAINT_INK, "text-anchor", "end");
        for (Mark mark : layout.yTicks().labelled()) {
            double at = layout.y().place(mark.reduced()) + HALF_DIGIT * Layout.FONT;
            svg.text("text", mark.label(), "x", layout.left() - Layout.TICK - Layout.LABEL_GAP, "y", at);
        }
        svg.close();
    }

    private void titles(Figure figure) {
        double width = layout.right() - layout.left();
        double height = layout.bottom() - layout.top();
        svg.open("g", "class", "titles", "fill", INK, "text-anchor", "middle");
        svg.text(
                "text",
                title(figure.x(), layout.x(), width),
                "x",
                layout.left() + width / 2,
                "y",
                layout.height() - Layout.EDGE * 0.75);
        String turned = "translate(" + coordinate(Layout.EDGE + Layout.FONT * 0.8) + " "
                + coordinate(layout.top() + height / 2) + ") rotate(-90)";
        svg.text("text", title(figure.y(), layout.y(), height), "transform", turned);
        svg.close();
    }

    /** The power of ten that the tick labels leave out stands behind the title. */
    private static String title(Figure.Axis axis, Scale scale, double room) {
        String power = scale.power() == 0 ? "" : " (×\u00A0" + Numbers.powerOfTen(scale.power()) + ")";
        return TextWidth.fit(axis.label(), Layout.FONT, room - TextWidth.of(power, Layout.FONT)) + power;
    }
}
