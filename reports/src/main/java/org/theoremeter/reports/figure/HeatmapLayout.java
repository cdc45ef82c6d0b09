package org.theoremeter.reports.figure;

import java.util.Arrays;
import org.theoremeter.reports.document.Heatmap;

/**
 * Where the parts of a heat map stand, in pixels from its upper left corner.
 *
 * @param plane the map; its vertical axis runs downwards, so that the first row is at the top, as in a matrix
 * @param bar the scale of the values along the colour bar
 * @param barTicks marks along the colour bar
 */
record HeatmapLayout(Plane plane, Scale bar, Ticks barTicks) {

    /** Width of the colour bar. */
    static final double BAR = 15;

    private static final double TOP = Layout.EDGE + 4;

    /** Room between the map and the colour bar. */
    private static final double GAP = 20;

    /** Room for the title of the colour bar, turned. */
    private static final double TITLE = Layout.FONT + 12;

    private static final double LEAST_HEIGHT = 120;

    private static final double GREATEST_HEIGHT = 400;

    /** Height of a row where there are few of them, which end together with the second. */
    private static final double TALL_ROW = 28;

    private static final double FEW_ROWS_HEIGHT = 240;

    /** Height of a row where there are many. */
    private static final double ROW = 4;

    static HeatmapLayout of(Heatmap map, Cells cells, HeatmapColours palette) {
        int count = map.rows().length;
        double height = Math.max(
                LEAST_HEIGHT,
                Math.max(Math.min(FEW_ROWS_HEIGHT, count * TALL_ROW), Math.min(GREATEST_HEIGHT, count * ROW)));
        double[] range = cells.range();
        double greatest = Math.max(Math.abs(range[0]), Math.abs(range[1]));
        Scale bar = Scale.linear(
                palette == HeatmapColours.DIVERGING ? new double[] {-greatest, greatest} : range, TOP + height, TOP);
        Ticks barTicks = Ticks.of(bar);
        Scale y = Scale.linear(cells.rows(), TOP, TOP + height);
        Ticks yTicks = ticks(y, map.rows());
        double right = Layout.WIDTH
                - Layout.EDGE
                - (title(map, bar).isEmpty() ? 0 : TITLE)
                - barTicks.widest()
                - Layout.LABEL_GAP
                - Layout.TICK
                - BAR
                - GAP;
        Scale x = Scale.linear(cells.columns(), Plane.left(yTicks), right);
        return new HeatmapLayout(new Plane(x, y, ticks(x, map.columns()), yTicks), bar, barTicks);
    }

    /** Returns the left edge of the colour bar. */
    double barLeft() {
        return plane.right() + GAP;
    }

    /** Returns the title of the colour bar, empty if there is none. */
    static String title(Heatmap map, Scale bar) {
        return AxesDrawing.title(map.valueLabel(), bar, Math.abs(bar.to() - bar.from()))
                .strip();
    }

    /** Between whole positions, such as numbers of units and steps, there is nothing to mark. */
    private static Ticks ticks(Scale scale, double[] positions) {
        boolean whole = scale.power() == 0 && Arrays.stream(positions).allMatch(at -> at == Math.rint(at));
        return whole ? Ticks.whole(scale) : Ticks.of(scale);
    }
}
