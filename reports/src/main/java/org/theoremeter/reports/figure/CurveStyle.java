package org.theoremeter.reports.figure;

import org.theoremeter.reports.document.Figure.Role;

/**
 * How the curves of one role look.
 *
 * <p>The prediction is a thick dark dashed line, so that a simulation that agrees with it shows through the gaps; roles differ in
 * dashing as well as in colour. Each has a class name by which a page can recolour it.
 *
 * @param name class name of the group
 * @param colour of lines and points
 * @param width of lines, in pixels
 * @param dash the dash pattern; none for a solid line
 * @param opacity 0 to 1
 */
record CurveStyle(String name, String colour, double width, String dash, double opacity) {

    private static final int FEW_CURVES = 3;

    /**
     * Returns the look of a role.
     *
     * @param role the role
     * @param curves how many curves have it; many measured curves are drawn thinner and fainter, so that they add up to a shade
     */
    static CurveStyle of(Role role, int curves) {
        boolean few = curves <= FEW_CURVES;
        return switch (role) {
            case THEORY -> new CurveStyle("theory", "#16181d", few ? 2.6 : 1.6, few ? "9 5" : "6 4", 1);
            case MEASURED ->
                new CurveStyle(
                        "measured",
                        "#2f6db5",
                        few ? 3 : 1.5,
                        "none",
                        few ? 0.75 : Math.max(0.22, 0.75 / Math.sqrt(curves / 3.0)));
            case COMPANION -> new CurveStyle("companion", "#0f7b6c", few ? 2.4 : 1.4, "2 4", 1);
            case FIT -> new CurveStyle("fit", "#b3470f", 2, "none", 0.95);
            case POINTS -> new CurveStyle("measured", "#2f6db5", 2, "none", 0.9);
            case INTERVAL -> new CurveStyle("measured", "#2f6db5", 1.2, "none", 0.55);
            case MARGIN -> new CurveStyle("margin", "#6a6f78", 1.2, "2 3", 1);
        };
    }
}
