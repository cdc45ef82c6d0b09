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

    private static final double LEGEND_ROW = 24;

    private static final double PLOT_HEIGHT = 300;

    private static final double RIGHT = WIDTH - EDGE - 6;

    /** Part of the spread of the values that is left free at either end of the axes. */
    private static final double X_MARGIN = 0.02;

    private static final double Y_MARGIN = 0.06;

    /** Lays out a figure. */
    static Layout of(Figure figure) {
        Legend legend = Legend.of(figure, FONT, WIDTH - 2 * EDGE);
        double top = EDGE + LEGEND_ROW * legend.rows() + 12;
        Scale y = Scale.of(figure.y(), values(figure, Curve::y), Y_MARGIN, top + PLOT_HEIGHT, top);
        Ticks yTicks = Ticks.of(y);
        Scale x = Scale.of(figure.x(), values(figure, Curve::x), X_MARGIN, Plane.left(yTicks), RIGHT);
        return new Layout(legend, new Plane(x, y, Ticks.of(x), yTicks));
    }

    /** Returns the middle of a row of the legend. */
    double legendRow(int row) {
        return EDGE + LEGEND_ROW * (row + 0.5);
    }

    private static double[] values(Figure figure, Function<Curve, double[]> part) {
        return figure.curves().stream()
                .map(part)
                .flatMapToDouble(Arrays::stream)
                .toArray();
    }
}
