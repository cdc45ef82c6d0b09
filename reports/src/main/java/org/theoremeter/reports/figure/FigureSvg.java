package org.theoremeter.reports.figure;

import java.util.Locale;
import java.util.stream.Collectors;
import org.theoremeter.reports.document.Figure;

/** Draws a figure: curves, each one path, over two axes. */
final class FigureSvg {

    private FigureSvg() {}

    static String render(Figure figure) {
        Layout layout = Layout.of(figure);
        SvgWriter svg = GraphicSvg.card(figure, layout.plane().height(), description(figure));
        AxesDrawing.grid(svg, layout.plane());
        AxesDrawing.draw(svg, layout.plane(), figure.x().label(), figure.y().label());
        CurveDrawing.draw(svg, figure, layout);
        return svg.close().finish();
    }

    /** Says in words what a reader who does not see the drawing needs to know. */
    static String description(Figure figure) {
        String curves = Legend.of(figure, Layout.FONT, Double.MAX_VALUE).entries().stream()
                .map(entry -> entry.role().name().toLowerCase(Locale.ROOT) + ": " + entry.text())
                .collect(Collectors.joining("; "));
        return figure.y().label() + " against " + figure.x().label() + ". " + curves + ".";
    }
}
