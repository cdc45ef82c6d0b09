package org.theoremeter.reports.figure;

import static org.theoremeter.reports.figure.SvgWriter.coordinate;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.theoremeter.reports.document.Figure.Curve;
import org.theoremeter.reports.document.Figure.Role;
import org.theoremeter.reports.document.PhaseDiagram;
import org.theoremeter.reports.figure.Ticks.Mark;

/**
 * Draws a phase diagram: a map of cells for each thing that is counted, a bar that says which colour is which fraction, and what is
 * drawn over the maps.
 *
 * <p>The colours run from 0 to 1 whatever was found, so that maps can be compared. Where there is room, each cell says how many of
 * how many runs it stands for; where there is none, or curves are drawn over the cells, a dot tells cells with fewer runs than others.
 */
final class PhaseDiagramSvg {

    private static final String INK = "#16181d";

    private static final String FAINT_INK = "#4b505a";

    private static final double SMALL = 11;

    private static final double BASELINE = 0.35;

    /** Of more cells the counts are not written for readers who point at them. */
    private static final int MOST_TITLES = 1500;

    private static final double SAMPLE = 14;

    private final SvgWriter svg;
    private final PhaseMarks marks;
    private final PhaseDiagram phases;
    private final List<PhaseCells> cells;
    private final List<Entry> legend;
    private final PhaseLayout layout;

    /** What the legend explains: a curve, a missing cell or one with fewer runs. */
    private record Entry(String text, Curve curve, boolean missing) {}

    private PhaseDiagramSvg(PhaseDiagram phases) {
        this.phases = phases;
        cells = phases.maps().stream().map(map -> PhaseCells.of(phases, map)).toList();
        legend = legend();
        double top = Layout.EDGE + (legend.isEmpty() ? 4 : Layout.LEGEND_ROW + Layout.LEGEND_GAP);
        layout = PhaseLayout.of(phases, cells.get(0), top);
        svg = GraphicSvg.card(phases, layout.frame().height(), description());
        marks = new PhaseMarks(svg);
    }

    static String render(PhaseDiagram phases) {
        PhaseDiagramSvg drawing = new PhaseDiagramSvg(phases);
        drawing.explanations();
        for (int i = 0; i < phases.maps().size(); i++) {
            drawing.map(i);
        }
        AxesDrawing.xTitle(drawing.svg, drawing.layout.frame(), phases.x().label());
        AxesDrawing.yTitle(drawing.svg, drawing.layout.frame(), phases.y().label());
        drawing.bar();
        return drawing.svg.close().finish();
    }

    private List<Entry> legend() {
        List<Entry> entries = new ArrayList<>();
        phases.maps().stream().flatMap(map -> map.curves().stream()).forEach(curve -> {
            if (entries.stream().noneMatch(entry -> entry.text().equals(curve.name()))) {
                entries.add(new Entry(curve.name(), curve, false));
            }
        });
        if (cells.stream().anyMatch(PhaseCells::missing)) {
            entries.add(new Entry("no run", null, true));
        }
        if (!written() && cells.stream().anyMatch(map -> map.fewest() < map.most())) {
            entries.add(new Entry(
                    "fewer runs than "
                            + cells.stream().mapToInt(PhaseCells::most).max().orElse(0),
                    null,
                    false));
        }
        return entries;
    }

    /** Returns whether there is room in every cell to say how many of how many runs it stands for. */
    private boolean written() {
        if (phases.maps().stream().anyMatch(map -> !map.curves().isEmpty())) {
            // what is drawn over the cells would cover their text
            return false;
        }
        PhaseLayout plain = PhaseLayout.of(phases, cells.get(0), Layout.EDGE);
        Plane plane = plain.maps().get(0);
        int most = cells.stream().mapToInt(PhaseCells::most).max().orElse(0);
        double wide = TextWidth.of(most + "/" + most, SMALL) + 4;
        return least(cells.get(0).columns(), plane.x()) >= wide
                && least(cells.get(0).rows(), plane.y()) >= SMALL + 4;
    }

    private static double least(double[] edges, Scale scale) {
        double least = Double.POSITIVE_INFINITY;
        for (int i = 1; i < edges.length; i++) {
            least = Math.min(least, Math.abs(scale.at(edges[i]) - scale.at(edges[i - 1])));
        }
        return least;
    }

    /** Says in words what a reader who does not see the drawing needs to know. */
    private String description() {
        String maps = phases.maps().stream()
                .map(PhaseDiagram.Counts::title)
                .filter(title -> !title.isBlank())
                .collect(Collectors.joining("; "));
        return "F" + barTitle().substring(1) + " over " + phases.x().label() + " (" + phases.columns().length
                + " columns) and "
                + phases.y().label() + " (" + phases.rows().length + " rows, the first at the bottom)"
                + (maps.isEmpty() ? "" : ": " + maps) + "; colours " + HeatmapColours.SEQUENTIAL.words() + ".";
    }

    private void explanations() {
        double x = Layout.EDGE;
        double middle = Layout.EDGE + Layout.LEGEND_ROW / 2;
        svg.open("g", "class", "legend", "fill", INK);
        for (Entry entry : legend) {
            double width = entry.curve() == null ? SAMPLE : Legend.SAMPLE;
            double from = x + width / 2;
            if (entry.missing()) {
                marks.missing(x, middle - SAMPLE / 2, SAMPLE, SAMPLE);
            } else if (entry.curve() == null) {
                svg.empty(
                        "rect",
                        "x",
                        x,
                        "y",
                        middle - SAMPLE / 2,
                        "width",
                        SAMPLE,
                        "height",
                        SAMPLE,
                        "fill",
                        PhaseMarks.colour(0.5));
                marks.dot(from, middle, 0.5);
            } else if (entry.curve().role() == Role.POINTS) {
                marks.point(from, middle);
            } else {
                marks.line(
                        "M" + coordinate(x) + " " + coordinate(middle) + "h" + coordinate(width),
                        entry.curve().role());
            }
            svg.text("text", entry.text(), "x", x + width + 8, "y", middle + BASELINE * Layout.FONT);
            x += width + 8 + TextWidth.of(entry.text(), Layout.FONT) + 22;
        }
        svg.close();
    }

    private void map(int number) {
        PhaseDiagram.Counts map = phases.maps().get(number);
        Plane plane = layout.maps().get(number);
        svg.open("g", "class", "phase", "shape-rendering", "crispEdges");
        cells(cells.get(number), plane);
        svg.close();
        if (written()) {
            numbers(cells.get(number), plane);
        }
        AxesDrawing.axes(svg, plane, layout.isLowest(number), layout.isFirst(number));
        if (!map.title().isBlank()) {
            double middle = (plane.left() + plane.right()) / 2;
            svg.open("g", "class", "titles", "fill", INK, "text-anchor", "middle");
            svg.text(
                    "text",
                    TextWidth.fit(map.title(), Layout.FONT, plane.right() - plane.left()),
                    "x",
                    middle,
                    "y",
                    plane.top() - PhaseLayout.TITLE_GAP);
            svg.close();
        }
        for (Role role : List.of(Role.MARGIN, Role.FIT, Role.THEORY, Role.INTERVAL, Role.POINTS)) {
            map.curves().stream().filter(curve -> curve.role() == role).forEach(curve -> curve(curve, plane));
        }
    }

    private void cells(PhaseCells map, Plane plane) {
        int[][] runs = map.runs();
        boolean titles = runs.length * runs[0].length <= MOST_TITLES;
        for (int i = 0; i < runs.length; i++) {
            double top = pixel(plane.y(), map.rows()[i + 1]);
            double bottom = pixel(plane.y(), map.rows()[i]);
            for (int j = 0; j < runs[i].length; j++) {
                double left = pixel(plane.x(), map.columns()[j]);
                double right = pixel(plane.x(), map.columns()[j + 1]);
                if (runs[i][j] == 0) {
                    marks.missing(left, top, right - left, bottom - top);
                    continue;
                }
                String colour = PhaseMarks.colour((double) map.fulfilled()[i][j] / runs[i][j]);
                Object[] cell = {"x", left, "y", top, "width", right - left, "height", bottom - top, "fill", colour};
                if (titles) {
                    svg.open("rect", cell);
                    svg.text("title", map.fulfilled()[i][j] + " of " + runs[i][j] + " runs");
                    svg.close();
                } else {
                    svg.empty("rect", cell);
                }
                if (!written() && runs[i][j] < map.most()) {
                    marks.dot((left + right) / 2, (top + bottom) / 2, (double) map.fulfilled()[i][j] / runs[i][j]);
                }
            }
        }
    }

    /** Cells meet at whole pixels, or a gap could be seen between them. */
    private static double pixel(Scale scale, double edge) {
        return Math.round(scale.at(edge));
    }

    private void numbers(PhaseCells map, Plane plane) {
        svg.open("g", "class", "counts", "font-size", SMALL, "text-anchor", "middle");
        for (int i = 0; i < map.runs().length; i++) {
            double middle = (plane.y().at(map.rows()[i]) + plane.y().at(map.rows()[i + 1])) / 2;
            for (int j = 0; j < map.runs()[i].length; j++) {
                int runs = map.runs()[i][j];
                if (runs > 0) {
                    double x = (plane.x().at(map.columns()[j]) + plane.x().at(map.columns()[j + 1])) / 2;
                    int fulfilled = map.fulfilled()[i][j];
                    svg.text(
                            "text",
                            fulfilled + "/" + runs,
                            "x",
                            x,
                            "y",
                            middle + BASELINE * SMALL,
                            "fill",
                            PhaseMarks.ink((double) fulfilled / runs));
                }
            }
        }
        svg.close();
    }

    private void curve(Curve curve, Plane plane) {
        double[] x = curve.x();
        double[] y = curve.y();
        StringBuilder path = new StringBuilder();
        for (int i = 0; i < x.length; i++) {
            if (curve.role() == Role.POINTS) {
                marks.point(plane.x().at(x[i]), plane.y().at(y[i]));
            }
            path.append(i == 0 ? 'M' : 'L')
                    .append(coordinate(plane.x().at(x[i])))
                    .append(' ')
                    .append(coordinate(plane.y().at(y[i])));
        }
        if (curve.role() != Role.POINTS) {
            marks.line(path.toString(), curve.role());
        }
    }

    /** Returns such as {@code fraction of 20 runs}, or {@code fraction of 12 to 20 runs} where cells differ. */
    private String barTitle() {
        int most = cells.stream().mapToInt(PhaseCells::most).max().orElseThrow();
        int fewest = cells.stream()
                .mapToInt(PhaseCells::fewest)
                .filter(count -> count > 0)
                .min()
                .orElse(0);
        String runs = fewest < most ? fewest + " to " + most + " runs" : most == 1 ? "1 run" : most + " runs";
        return "fraction of " + (most == 0 ? "runs" : runs);
    }

    private void bar() {
        List<String> colours = HeatmapColours.SEQUENTIAL.colours();
        Scale bar = layout.bar();
        svg.open("g", "class", "bar", "shape-rendering", "crispEdges");
        for (int i = 0; i < colours.size(); i++) {
            double low = bar.at((double) i / colours.size());
            double high = bar.at((i + 1.0) / colours.size());
            svg.empty(
                    "rect",
                    "x",
                    layout.barLeft(),
                    "y",
                    high,
                    "width",
                    PhaseLayout.BAR,
                    "height",
                    low - high,
                    "fill",
                    colours.get(i));
        }
        svg.close();
        double right = layout.barLeft() + PhaseLayout.BAR;
        StringBuilder ticks = new StringBuilder();
        svg.open("g", "class", "labels", "fill", FAINT_INK);
        for (Mark mark : Ticks.of(bar).labelled()) {
            double at = bar.place(mark.reduced());
            ticks.append('M')
                    .append(coordinate(right))
                    .append(' ')
                    .append(coordinate(at))
                    .append('h')
                    .append(coordinate(Layout.TICK));
            svg.text(
                    "text",
                    mark.label(),
                    "x",
                    right + Layout.TICK + Layout.LABEL_GAP,
                    "y",
                    at + BASELINE * Layout.FONT);
        }
        svg.close();
        svg.empty("path", "class", "axes", "stroke", FAINT_INK, "fill", "none", "d", ticks);
        svg.open("g", "class", "titles", "fill", INK, "text-anchor", "middle");
        svg.text(
                "text",
                TextWidth.fit(barTitle(), Layout.FONT, Math.abs(bar.to() - bar.from())),
                "transform",
                "translate(" + coordinate(Layout.WIDTH - Layout.EDGE) + " " + coordinate((bar.from() + bar.to()) / 2)
                        + ") rotate(-90)");
        svg.close();
    }
}
