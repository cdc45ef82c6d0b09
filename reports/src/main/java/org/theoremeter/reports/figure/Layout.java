package org.theoremeter.reports.figure;

import java.util.Arrays;
import java.util.function.Function;
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

    /** On a shorter axis the marks at whole values would be too few. */
    private static final double LEAST_WHOLE = 1;

    private static final double PLOT_HEIGHT = 300;

    private static final double RIGHT = WIDTH - EDGE - 6;

    /** Part of the spread of the values that is left free at either end of the axes. */
    private static final double X_MARGIN = 0.02;

    private static final double Y_MARGIN = 0.06;

    /** Lays out a figure. */
    static Layout of(Figure figure) {
        Legend legend = Legend.of(figure, FONT, WIDTH - 2 * EDGE);
        double top = EDGE + LEGEND_ROW * legend.rows() + LEGEND_GAP;
        Scale y = vertical(figure, top, top + PLOT_HEIGHT);
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
        Scale y = vertical(figure, top, bottom);
        return new Layout(legend, new Plane(x, y, xTicks, verticalTicks(figure, y)));
    }

    /** Returns the vertical scale of a figure. */
    static Scale vertical(Figure figure, double top, double bottom) {
        return Scale.of(figure.y(), values(figure, Curve::y), Y_MARGIN, bottom, top);
    }

    /** Returns the marks of a vertical scale; between whole values, such as counts, there is nothing to mark. */
    static Ticks verticalTicks(Figure figure, Scale y) {
        boolean whole = !y.logarithmic()
                && y.power() == 0
                && y.high() - y.low() >= LEAST_WHOLE
                && Arrays.stream(values(figure, Curve::y)).allMatch(value -> value == Math.rint(value));
        return whole ? Ticks.whole(y) : Ticks.of(y);
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
