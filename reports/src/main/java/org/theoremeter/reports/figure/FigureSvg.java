package org.theoremeter.reports.figure;

import java.util.Locale;
import java.util.stream.Collectors;
import org.theoremeter.reports.document.Figure;

/**
 * Draws a figure as one {@code svg} element: a white card that scales with its surroundings.
 *
 * <p>Text stays text, a curve is one path, identifiers begin with that of the figure, and groups carry class names by which a page
 * may recolour them. Equal figures give equal bytes.
 */
public final class FigureSvg {

    private static final String FONTS =
            "system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, 'DejaVu Sans', sans-serif";

    private FigureSvg() {}

    /**
     * Returns the figure as an {@code svg} element, which is a whole file and can also stand within a page.
     *
     * @throws NullPointerException if the figure is null
     */
    public static String render(Figure figure) {
        Layout layout = Layout.of(figure);
        SvgWriter svg = new SvgWriter();
        String size = SvgWriter.coordinate(Layout.WIDTH) + " " + SvgWriter.coordinate(layout.height());
        String id = "figure:" + figure.id();
        svg.open(
                "svg",
                "xmlns",
                "http://www.w3.org/2000/svg",
                "viewBox",
                "0 0 " + size,
                "width",
                Layout.WIDTH,
                "height",
                layout.height(),
                "class",
                "plot",
                "role",
                "img",
                "aria-labelledby",
                id + ":title " + id + ":desc",
                "font-family",
                FONTS,
                "font-size",
                Layout.FONT);
        svg.text("title", figure.caption(), "id", id + ":title");
        svg.text("desc", description(figure), "id", id + ":desc");
        svg.empty(
                "rect", "class", "card", "width", Layout.WIDTH, "height", layout.height(), "rx", 10, "fill", "#ffffff");
        AxesDrawing.draw(svg, figure, layout);
        CurveDrawing.draw(svg, figure, layout);
        return svg.close().finish();
    }

    /** Says in words what a reader who does not see the drawing needs to know. */
    private static String description(Figure figure) {
        String curves = Legend.of(figure, Layout.FONT, Double.MAX_VALUE).entries().stream()
                .map(entry -> entry.role().name().toLowerCase(Locale.ROOT) + ": " + entry.text())
                .collect(Collectors.joining("; "));
        return figure.y().label() + " against " + figure.x().label() + ". " + curves + ".";
    }
}
