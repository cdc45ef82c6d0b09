package org.theoremeter.reports.figure;

import static org.theoremeter.reports.figure.SvgWriter.coordinate;

import org.theoremeter.reports.document.Figure.Role;

/** Draws what stands in and over the cells of a phase diagram, so that it is seen on each of their colours. */
final class PhaseMarks {

    private static final String INK = "#16181d";

    private static final String MISSING = "#9aa0a8";

    private static final String WHITE = "#ffffff";

    /** From this fraction on cells are light, so that text in them is dark. */
    private static final double LIGHT = 0.6;

    private static final double POINT = 4.2;

    private static final double CASING = 2.4;

    private final SvgWriter svg;

    PhaseMarks(SvgWriter svg) {
        this.svg = svg;
    }

    /** A cell without runs has no colour of the bar: it is white and crossed. */
    void missing(double left, double top, double width, double height) {
        svg.empty(
                "path",
                "class",
                "missing",
                "fill",
                WHITE,
                "stroke",
                MISSING,
                "stroke-width",
                0.8,
                "d",
                "M" + coordinate(left) + " " + coordinate(top) + "h" + coordinate(width) + "v" + coordinate(height)
                        + "h" + coordinate(-width) + "zl" + coordinate(width) + " " + coordinate(height));
    }

    /** A dot in a cell of a fraction. */
    void dot(double x, double y, double fraction) {
        svg.empty("circle", "cx", x, "cy", y, "r", 1.6, "fill", ink(fraction), "shape-rendering", "auto");
    }

    /** Returns the colour of text in a cell of a fraction. */
    static String ink(double fraction) {
        return fraction < LIGHT ? WHITE : INK;
    }

    /** Returns the colour of a fraction. */
    static String colour(double fraction) {
        return HeatmapColours.SEQUENTIAL.colours().get(HeatmapColours.SEQUENTIAL.index(fraction));
    }

    /** A point is seen over light and dark cells. */
    void point(double x, double y) {
        svg.empty("circle", "cx", x, "cy", y, "r", POINT, "fill", WHITE, "stroke", INK, "stroke-width", 1.6);
    }

    /** A line has a white edge, so that it is seen over light and dark cells. */
    void line(String path, Role role) {
        CurveStyle look = CurveStyle.of(role, 1);
        String colour = role == Role.INTERVAL ? INK : look.colour();
        svg.empty("path", "d", path, "fill", "none", "stroke", WHITE, "stroke-width", look.width() + CASING);
        svg.empty(
                "path",
                "d",
                path,
                "fill",
                "none",
                "stroke",
                colour,
                "stroke-width",
                look.width(),
                "stroke-dasharray",
                look.dash());
    }
}
