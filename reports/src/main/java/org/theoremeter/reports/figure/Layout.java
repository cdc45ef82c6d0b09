package org.theoremeter.reports.figure;

import java.util.Arrays;
import java.util.function.Function;
import java.util.stream.DoubleStream;
import org.theoremeter.reports.document.Figure;
import org.theoremeter.reports.document.Figure.Curve;

/**
 * Where the parts of a drawing stand, in pixels from its upper left corner.
 *
 * @param legend the legend, above the plot
 * @param plane the plot
 */
record Layout(Legend legend, Plane plane) {

    /** Width of the drawing. */
    static final double WIDTH = 680;

    /** Size of all text. */
    static final double FONT = 14;

    /** Room between the edge of the drawing and what stands next to it. */
    static final double EDGE = 16;

    /** Length of a tick and the room to its label. */
    static final double TICK = 5;

    static final double LABEL_GAP = 4;

    /** Height of a row of the legend. */
    static final double LEGEND_ROW = 24;

    /** Room between the legend and the plot. */
    static final double LEGEND_GAP = 12;

    /** Whole numbers beyond are read as any other. */
    private static final double MOST_COUNTED = 1000;

    private static final double PLOT_HEIGHT = 300;

    private static final double RIGHT = WIDTH - EDGE - 6;

    /** Part of the spread of the values that is left free at either end of the axes. */
    private static final double X_MARGIN = 0.02;

    private static final double Y_MARGIN = 0.06;

    /** Lays out a figure. */
    static Layout of(Figure figure) {
        Legend legend = Legend.of(figure, FONT, WIDTH - 2 * EDGE);
        double top = EDGE + LEGEND_ROW * legend.rows() + LEGEND_GAP;
        Scale y = Scale.of(figure.y(), values(figure, Curve::y), Y_MARGIN, top + PLOT_HEIGHT, top);
        Ticks yTicks = Ticks.of(y);
        Scale x = horizontal(figure.x(), values(figure, Curve::x), Plane.left(yTicks));
        return new Layout(legend, new Plane(x, y, Ticks.of(x), yTicks));
    }

    /** Returns the middle of a row of the legend, which stands above the plot. */
    double legendRow(int row) {
        return plane.top() - LEGEND_GAP - LEGEND_ROW * (legend.rows() - row - 0.5);
    }

    /** Lays out a part of a drawing whose plot begins and ends at given heights. */
    static Layout of(Figure figure, Legend legend, Scale x, Ticks xTicks, double top, double bottom) {
        Scale y = part(figure, top, bottom);
        return new Layout(legend, new Plane(x, y, xTicks, ticks(figure, y)));
    }

    /** Returns the room that the marks of such a part need at its left. */
    static double left(Figure figure, double height) {
        return Plane.left(ticks(figure, part(figure, 0, height)));
    }

    /** An axis of counts has 0 and 1, also where every count is the same. */
    private static Scale part(Figure figure, double top, double bottom) {
        double[] values = values(figure, Curve::y);
        double[] shown = counts(figure)
                ? DoubleStream.concat(Arrays.stream(values), DoubleStream.of(0, 1))
                        .toArray()
                : values;
        return Scale.of(figure.y(), shown, Y_MARGIN, bottom, top);
    }

    /** Between counts there is nothing to mark. */
    private static Ticks ticks(Figure figure, Scale y) {
        return counts(figure) ? Ticks.whole(y) : Ticks.of(y);
    }

    private static boolean counts(Figure figure) {
        return !figure.y().logarithmic()
                && Arrays.stream(values(figure, Curve::y))
                        .allMatch(value -> value >= 0 && value <= MOST_COUNTED && value == Math.rint(value));
    }

    /** Returns the horizontal scale from a left edge to the right one of the drawing. */
    static Scale horizontal(Figure.Axis axis, double[] values, double left) {
        return Scale.of(axis, values, X_MARGIN, left, RIGHT);
    }

    /** Returns the abscissas or ordinates of all curves. */
    static double[] values(Figure figure, Function<Curve, double[]> part) {
        return figure.curves().stream()
                .map(part)
                .flatMapToDouble(Arrays::stream)
                .toArray();
    }
}
