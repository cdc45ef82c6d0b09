package org.theoremeter.reports.figure;

import static org.theoremeter.reports.figure.SvgWriter.coordinate;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.theoremeter.reports.document.Figure;
import org.theoremeter.reports.document.Figure.Curve;
import org.theoremeter.reports.document.Figure.Role;

/** Draws the curves, the prediction over everything else, and the legend with a sample of each. */
final class CurveDrawing {

    /** Measured curves with no more points than this are drawn as points. */
    private static final int FEW_POINTS = 12;

    private static final double POINT = 4.2;

    /** A predicted point is a ring around the measured one. */
    private static final double RING = 7.5;

    private static final double BAND_OPACITY = 0.13;

    private static final String INK = "#16181d";

    private static final double BASELINE = 0.35;

    private final SvgWriter svg;
    private final Layout layout;
    private final Map<Role, List<Curve>> curves = new EnumMap<>(Role.class);

    private CurveDrawing(SvgWriter svg, Figure figure, Layout layout) {
        this.svg = svg;
        this.layout = layout;
        for (Role role : Role.values()) {
            curves.put(
                    role,
                    figure.curves().stream()
                            .filter(curve -> curve.role() == role)
                            .toList());
        }
    }

    static void draw(SvgWriter svg, Figure figure, Layout layout) {
        CurveDrawing drawing = new CurveDrawing(svg, figure, layout);
        for (Role role : List.of(
                Role.MARGIN, Role.INTERVAL, Role.MEASURED, Role.COMPANION, Role.FIT, Role.POINTS, Role.THEORY)) {
            drawing.curves(role);
        }
        drawing.legend();
    }

    private void curves(Role role) {
        List<Curve> drawn = curves.get(role);
        if (drawn.isEmpty()) {
            return;
        }
        CurveStyle look = CurveStyle.of(role, drawn.size());
        open(look);
        if (role == Role.MARGIN && drawn.size() == 2) {
            band(drawn.get(0), drawn.get(1));
        }
        for (Curve curve : drawn) {
            double[] x = places(curve.x(), layout.plane().x());
            double[] y = places(curve.y(), layout.plane().y());
            if (x.length == 1 || asPoints(role)) {
                for (int i = 0; i < x.length; i++) {
                    point(role, look, x[i], y[i]);
                }
            } else {
                svg.empty("path", "d", path(x, y));
            }
        }
        svg.close();
    }

    /** Two edges over the same abscissas enclose what is accepted. */
    private void band(Curve one, Curve other) {
        double[] x = one.x();
        if (x.length > 1 && Arrays.equals(x, other.x())) {
            String there = path(
                    places(x, layout.plane().x()),
                    places(one.y(), layout.plane().y()));
            String back = path(
                    reversed(places(x, layout.plane().x())),
                    reversed(places(other.y(), layout.plane().y())));
            String area = there + "L" + back.substring(1) + "Z";
            svg.empty(
                    "path",
                    "class",
                    "band",
                    "d",
                    area,
                    "fill",
                    "currentColor",
                    "fill-opacity",
                    BAND_OPACITY,
                    "stroke",
                    "none");
        }
    }

    private void legend() {
        svg.open("g", "class", "legend", "fill", INK);
        for (Legend.Entry entry : layout.legend().entries()) {
            // a sample has to be clear, however faint the single curves are
            CurveStyle look = CurveStyle.of(entry.role(), 1);
            double x = Layout.EDGE + entry.x();
            double middle = layout.legendRow(entry.row());
            open(look);
            if (asPoints(entry.role()) || curves.get(entry.role()).stream().allMatch(curve -> curve.x().length == 1)) {
                point(entry.role(), look, x + Legend.SAMPLE / 2, middle);
            } else {
                svg.empty(
                        "path", "d", "M" + coordinate(x) + " " + coordinate(middle) + "h" + coordinate(Legend.SAMPLE));
            }
            svg.close();
            double baseline = middle + BASELINE * Layout.FONT;
            svg.text("text", entry.text(), "x", Layout.EDGE + entry.textAt(), "y", baseline);
        }
        svg.close();
    }

    private boolean asPoints(Role role) {
        return role == Role.POINTS
                || (role == Role.MEASURED
                        && curves.get(role).stream().allMatch(curve -> curve.x().length <= FEW_POINTS));
    }

    /** Opens a group; its parts take their colour from it, so that a page recolours a role by its class name alone. */
    private void open(CurveStyle look) {
        svg.open(
                "g",
                "class",
                look.name(),
                "color",
                look.colour(),
                "stroke",
                "currentColor",
                "fill",
                "none",
                "stroke-width",
                look.width(),
                "stroke-dasharray",
                look.dash(),
                "stroke-opacity",
                look.opacity(),
                "stroke-linejoin",
                "round");
    }

    private void point(Role role, CurveStyle look, double x, double y) {
        if (role == Role.MEASURED || role == Role.POINTS) {
            svg.empty(
                    "circle",
                    "cx",
                    x,
                    "cy",
                    y,
                    "r",
                    POINT,
                    "fill",
                    "currentColor",
                    "fill-opacity",
                    look.opacity(),
                    "stroke",
                    "none");
        } else {
            svg.empty("circle", "cx", x, "cy", y, "r", RING, "stroke-dasharray", "none");
        }
    }

    private static String path(double[] x, double[] y) {
        StringBuilder path = new StringBuilder();
        for (int i : Thinning.keep(x, y)) {
            path.append(path.isEmpty() ? 'M' : 'L')
                    .append(coordinate(x[i]))
                    .append(' ')
                    .append(coordinate(y[i]));
        }
        return path.toString();
    }

    private static double[] places(double[] values, Scale scale) {
        return Arrays.stream(values).map(scale::at).toArray();
    }

    private static double[] reversed(double[] values) {
        double[] reversed = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            reversed[i] = values[values.length - 1 - i];
        }
        return reversed;
    }
}
