package org.theoremeter.reports.figure;

import static org.theoremeter.reports.figure.SvgWriter.coordinate;

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

    private static final Object[] TITLES = {"class", "titles", "fill", INK, "text-anchor", "middle"};

    private final SvgWriter svg;
    private final Plane plane;

    private AxesDrawing(SvgWriter svg, Plane plane) {
        this.svg = svg;
        this.plane = plane;
    }

    /** Draws ticks, labels and titles. */
    static void draw(SvgWriter svg, Plane plane, String xTitle, String yTitle) {
        axes(svg, plane, true, true);
        svg.open("g", TITLES);
        xTitleAlone(svg, plane, xTitle);
        yTitleAlone(svg, plane, yTitle);
        svg.close();
    }

    /**
     * Draws axes and ticks.
     *
     * @param labels whether the horizontal axis has labels, rather than another one below it
     * @param yLabels whether the vertical axis has labels, rather than another one beside it
     */
    static void axes(SvgWriter svg, Plane plane, boolean labels, boolean yLabels) {
        AxesDrawing drawing = new AxesDrawing(svg, plane);
        drawing.ticks();
        if (labels) {
            drawing.xLabels();
        }
        if (yLabels) {
            drawing.yLabels();
        }
    }

    /** Writes the title of the horizontal axis. */
    static void xTitle(SvgWriter svg, Plane plane, String title) {
        svg.open("g", TITLES);
        xTitleAlone(svg, plane, title);
        svg.close();
    }

    /** Writes the title of the vertical axis. */
    static void yTitle(SvgWriter svg, Plane plane, String title) {
        svg.open("g", TITLES);
        yTitleAlone(svg, plane, title);
        svg.close();
    }

    /** Draws a line through the plane at every label. */
    static void grid(SvgWriter svg, Plane plane) {
        new AxesDrawing(svg, plane).grid();
    }

    private void grid() {
        StringBuilder lines = new StringBuilder();
        for (Mark mark : plane.xTicks().labelled()) {
            lines.append('M').append(coordinate(plane.x().place(mark.reduced())));
            lines.append(' ').append(coordinate(plane.top())).append('V').append(coordinate(plane.bottom()));
        }
        for (Mark mark : plane.yTicks().labelled()) {
            lines.append('M').append(coordinate(plane.left()));
            lines.append(' ').append(coordinate(plane.y().place(mark.reduced())));
            lines.append('H').append(coordinate(plane.right()));
        }
        svg.empty("path", "class", "grid", "stroke", GRID, "fill", "none", "d", lines);
    }

    private void ticks() {
        StringBuilder lines = new StringBuilder();
        lines.append('M').append(coordinate(plane.left())).append(' ').append(coordinate(plane.top()));
        lines.append('V').append(coordinate(plane.bottom())).append('H').append(coordinate(plane.right()));
        for (Mark mark : plane.xTicks().marks()) {
            lines.append('M').append(coordinate(plane.x().place(mark.reduced())));
            lines.append(' ').append(coordinate(plane.bottom()));
            lines.append('v').append(coordinate(length(mark)));
        }
        for (Mark mark : plane.yTicks().marks()) {
            lines.append('M').append(coordinate(plane.left()));
            lines.append(' ').append(coordinate(plane.y().place(mark.reduced())));
            lines.append('h').append(coordinate(-length(mark)));
        }
        svg.empty("path", "class", "axes", "stroke", FAINT_INK, "fill", "none", "d", lines);
    }

    private static double length(Mark mark) {
        return mark.isLabelled() ? Layout.TICK : Layout.TICK / 2;
    }

    private void xLabels() {
        svg.open("g", "class", "labels", "fill", FAINT_INK, "text-anchor", "middle");
        for (Mark mark : plane.xTicks().labelled()) {
            double half = TextWidth.of(mark.label(), Layout.FONT) / 2;
            double at = Math.min(plane.x().place(mark.reduced()), Layout.WIDTH - LEAST_EDGE - half);
            svg.text(
                    "text",
                    mark.label(),
                    "x",
                    at,
                    "y",
                    plane.bottom() + Layout.TICK + Layout.LABEL_GAP + Layout.FONT * 0.8);
        }
        svg.close();
    }

    private void yLabels() {
        svg.open("g", "class", "labels", "fill", FAINT_INK, "text-anchor", "end");
        for (Mark mark : plane.yTicks().labelled()) {
            double at = plane.y().place(mark.reduced()) + HALF_DIGIT * Layout.FONT;
            svg.text("text", mark.label(), "x", plane.left() - Layout.TICK - Layout.LABEL_GAP, "y", at);
        }
        svg.close();
    }

    private static void xTitleAlone(SvgWriter svg, Plane plane, String title) {
        double width = plane.right() - plane.left();
        svg.text(
                "text",
                title(title, plane.x(), width),
                "x",
                plane.left() + width / 2,
                "y",
                plane.height() - Layout.EDGE * 0.75);
    }

    private static void yTitleAlone(SvgWriter svg, Plane plane, String title) {
        double height = plane.bottom() - plane.top();
        String turned = "translate(" + coordinate(Layout.EDGE + Layout.FONT * 0.8) + " "
                + coordinate(plane.top() + height / 2) + ") rotate(-90)";
        svg.text("text", title(title, plane.y(), height), "transform", turned);
    }

    /** The power of ten that the tick labels leave out stands behind the title. */
    static String title(String text, Scale scale, double room) {
        String power = scale.power() == 0 ? "" : " (×\u00A0" + Numbers.powerOfTen(scale.power()) + ")";
        return TextWidth.fit(text, Layout.FONT, room - TextWidth.of(power, Layout.FONT)) + power;
    }
}
