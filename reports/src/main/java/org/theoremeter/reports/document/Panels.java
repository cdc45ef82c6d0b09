package org.theoremeter.reports.document;

import java.util.List;
import org.theoremeter.reports.document.Figure.Axis;
import org.theoremeter.reports.document.Figure.Curve;

/**
 * Plots above each other that share their horizontal axis, such as several quantities of one run over its epochs.
 *
 * @param id unique among the graphics of a document, also when case is ignored, as it names a file; letters, digits, dots, hyphens
 *     and underscores
 * @param caption what it shows, as plain text, never blank
 * @param x the axis that all share
 * @param panels the plots from top to bottom, at least one
 */
public record Panels(String id, String caption, Axis x, List<Panel> panels) implements Graphic {

    /**
     * Checks and copies the parts.
     *
     * @throws NullPointerException if a part is null
     * @throws IllegalArgumentException if the identifier is malformed, the caption blank, there is no panel, or a logarithmic axis is
     *     given a value that is not positive
     */
    public Panels {
        Validate.identifier(id, "id of panels");
        Validate.notBlank(caption, "caption of panels " + id);
        Validate.notNull(x, "x axis of panels " + id);
        panels = Validate.filled(panels, "panels of " + id);
        for (Panel panel : panels) {
            panel.curves.forEach(curve -> x.accept(curve.x(), curve.name(), id));
        }
    }

    /**
     * One of the plots.
     *
     * @param y its vertical axis
     * @param curves its curves, at least one; a legend names them where there are several names
     */
    public record Panel(Axis y, List<Curve> curves) {

        /**
         * Checks and copies the parts.
         *
         * @throws NullPointerException if a part is null
         * @throws IllegalArgumentException if there is no curve, or a logarithmic axis is given a value that is not positive
         */
        public Panel {
            Validate.notNull(y, "y axis of a panel");
            curves = Validate.filled(curves, "curves of the panel " + y.label());
            for (Curve curve : curves) {
                y.accept(curve.y(), curve.name(), y.label());
            }
        }
    }
}
