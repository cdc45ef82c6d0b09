package org.theoremeter.reports.figure;

import org.theoremeter.reports.document.Figure;
import org.theoremeter.reports.document.Graphic;
import org.theoremeter.reports.document.Heatmap;
import org.theoremeter.reports.document.Panels;
import org.theoremeter.reports.document.PhaseDiagram;

/**
 * Draws a graphic as one {@code svg} element: a white card that scales with its surroundings.
 *
 * <p>Text stays text, identifiers begin with that of the graphic, and groups carry class names by which a page may recolour them.
 * Equal graphics give equal bytes.
 */
public final class GraphicSvg {

    private static final String FONTS =
            "system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, 'DejaVu Sans', sans-serif";

    private GraphicSvg() {}

    /**
     * Returns the graphic as an {@code svg} element, which is a whole file and can also stand within a page.
     *
     * @throws NullPointerException if the graphic is null
     */
    public static String render(Graphic graphic) {
        if (graphic instanceof Panels panels) {
            return PanelsSvg.render(panels);
        } else if (graphic instanceof PhaseDiagram phases) {
            return PhaseDiagramSvg.render(phases);
        }
        return graphic instanceof Heatmap map ? HeatmapSvg.render(map) : FigureSvg.render((Figure) graphic);
    }

    /** Begins a drawing: the element, left open, its title, its description and the card. */
    static SvgWriter card(Graphic graphic, double height, String description) {
        SvgWriter svg = new SvgWriter();
        String id = "figure:" + graphic.id();
        svg.open(
                "svg",
                "xmlns",
                "http://www.w3.org/2000/svg",
                "viewBox",
                "0 0 " + SvgWriter.coordinate(Layout.WIDTH) + " " + SvgWriter.coordinate(height),
                "width",
                Layout.WIDTH,
                "height",
                height,
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
        svg.text("title", graphic.caption(), "id", id + ":title");
        svg.text("desc", description, "id", id + ":desc");
        svg.empty("rect", "class", "card", "width", Layout.WIDTH, "height", height, "rx", 10, "fill", "#ffffff");
        return svg;
    }
}
