package org.theoremeter.reports.figure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.theoremeter.reports.document.Figure;
import org.theoremeter.reports.document.Figure.Curve;
import org.theoremeter.reports.document.Panels;

/** Draws panels: plots above each other, whose horizontal axis has its labels at the bottom only. */
final class PanelsSvg {

    private static final double HEIGHT = 150;

    /** Room between two panels without a legend. */
    private static final double BETWEEN = 18;

    private static final Legend NONE = new Legend(List.of(), 0);

    private PanelsSvg() {}

    static String render(Panels panels) {
        List<Figure> figures = panels.panels().stream()
                .map(panel -> new Figure(panels.id(), panels.caption(), panels.x(), panel.y(), panel.curves()))
                .toList();
        List<Layout> layouts = layouts(panels, figures);
        Plane last = layouts.get(layouts.size() - 1).plane();
        SvgWriter svg = GraphicSvg.card(panels, last.height(), description(figures));
        for (int i = 0; i < layouts.size(); i++) {
            Layout layout = layouts.get(i);
            AxesDrawing.grid(svg, layout.plane());
            AxesDrawing.axes(svg, layout.plane(), layout.plane() == last, true);
            AxesDrawing.yTitle(svg, layout.plane(), figures.get(i).y().label());
            CurveDrawing.draw(svg, figures.get(i), layout);
        }
        AxesDrawing.xTitle(svg, last, panels.x().label());
        return svg.close().finish();
    }

    private static List<Layout> layouts(Panels panels, List<Figure> figures) {
        double widest = figures.stream()
                .mapToDouble(figure -> Layout.left(figure, HEIGHT))
                .max()
                .orElseThrow();
        double[] all = figures.stream()
                .flatMapToDouble(figure -> Arrays.stream(Layout.values(figure, Curve::x)))
                .toArray();
        Scale x = Layout.horizontal(panels.x(), all, widest);
        Ticks xTicks = Ticks.of(x);
        List<Layout> layouts = new ArrayList<>();
        double top = Layout.EDGE;
        for (Figure figure : figures) {
            Legend legend = Legend.of(figure, Layout.FONT, Layout.WIDTH - 2 * Layout.EDGE);
            if (legend.entries().size() == 1) {
                // the title of the axis says what the only one is
                legend = NONE;
            } else {
                top += Layout.LEGEND_ROW * legend.rows() + Layout.LEGEND_GAP;
            }
            layouts.add(Layout.of(figure, legend, x, xTicks, top, top + HEIGHT));
            top += HEIGHT + BETWEEN;
        }
        return layouts;
    }

    private static String description(List<Figure> figures) {
        return figures.stream().map(FigureSvg::description).collect(Collectors.joining(" "));
    }
}
