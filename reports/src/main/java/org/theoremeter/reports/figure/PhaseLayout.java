package org.theoremeter.reports.figure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.DoubleStream;
import org.theoremeter.reports.document.Figure.Curve;
import org.theoremeter.reports.document.PhaseDiagram;

/**
 * Where the parts of a phase diagram stand, in pixels from its upper left corner.
 *
 * @param maps the plane of each map, beside each other and in further rows if there are many
 * @param frame all of them together, as axes with titles
 * @param bar the scale of the fraction along the colour bar
 * @param across how many maps stand beside each other
 */
record PhaseLayout(List<Plane> maps, Plane frame, Scale bar, int across) {

    /** Width of the colour bar. */
    static final double BAR = 15;

    /** From the line that a title stands on to the map below it. */
    static final double TITLE_GAP = 8;

    private static final double BAR_GAP = 20;

    private static final double BAR_TITLE = Layout.FONT + 12;

    private static final double BETWEEN = 18;

    private static final double TITLE = Layout.FONT + TITLE_GAP;

    private static final double TALL = 300;

    private static final double LOW = 210;

    private static final int MOST_ACROSS = 3;

    /**
     * Lays out a diagram.
     *
     * @param cells the cells of any of its maps
     * @param top where the first title may begin
     */
    static PhaseLayout of(PhaseDiagram phases, PhaseCells cells, double top) {
        int count = phases.maps().size();
        int across = count == MOST_ACROSS + 1 ? 2 : Math.min(MOST_ACROSS, count);
        double height = across == 1 ? TALL : LOW;
        boolean titled = phases.maps().stream().anyMatch(map -> !map.title().isBlank());
        double first = top + (titled ? TITLE : 0);
        double step = height + BETWEEN + (titled ? TITLE : 0);
        double[] ys = values(phases, cells.rows(), Curve::y);
        Scale y = Scale.of(phases.y(), ys, 0, first + height, first);
        double left = Plane.left(Ticks.of(y));
        Scale bar = Scale.linear(new double[] {0, 1}, first + height, first);
        double right = Layout.WIDTH
                - Layout.EDGE
                - BAR_TITLE
                - Ticks.of(bar).widest()
                - Layout.LABEL_GAP
                - Layout.TICK
                - BAR
                - BAR_GAP;
        double width = (right - left - (across - 1) * BETWEEN) / across;
        double[] xs = values(phases, cells.columns(), Curve::x);
        List<Plane> maps = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            double from = left + i % across * (width + BETWEEN);
            double above = first + i / across * step;
            Scale x = Scale.of(phases.x(), xs, 0, from, from + width);
            Scale here = y.within(above + height, above);
            maps.add(new Plane(x, here, Ticks.of(x).apart(x), Ticks.of(here)));
        }
        Plane last = maps.get(count - 1);
        Scale along = last.x().within(left, right);
        Scale up = y.within(last.bottom(), first);
        return new PhaseLayout(List.copyOf(maps), new Plane(along, up, Ticks.of(along), Ticks.of(up)), bar, across);
    }

    /** Returns the left edge of the colour bar. */
    double barLeft() {
        return frame.right() + BAR_GAP;
    }

    /** Returns whether no other map stands below the one of this number. */
    boolean isLowest(int map) {
        return map + across >= maps.size();
    }

    /** Returns whether a map is the first of its row. */
    boolean isFirst(int map) {
        return map % across == 0;
    }

    private static double[] values(PhaseDiagram phases, double[] edges, Function<Curve, double[]> part) {
        DoubleStream drawnOver = phases.maps().stream()
                .flatMap(map -> map.curves().stream())
                .map(part)
                .flatMapToDouble(Arrays::stream);
        return DoubleStream.concat(Arrays.stream(edges), drawnOver).toArray();
    }
}
