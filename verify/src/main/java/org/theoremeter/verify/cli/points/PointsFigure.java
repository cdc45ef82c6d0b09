package org.theoremeter.verify.cli.points;

import java.util.ArrayList;
import java.util.List;
import org.theoremeter.reports.document.Figure;
import org.theoremeter.reports.text.Numbers;
import org.theoremeter.simulate.fixedpoint.Kind;
import org.theoremeter.simulate.fixedpoint.LeadingPlane;
import org.theoremeter.simulate.fixedpoint.Point;

/** The trajectories and the points in the plane of the trajectories' two leading principal components. */
final class PointsFigure {

    private static final int DIGITS = 3;

    private PointsFigure() {}

    static Figure of(Searched searched) {
        LeadingPlane plane = new LeadingPlane(searched.trajectories().states());
        List<Figure.Curve> curves = new ArrayList<>();
        for (double[][] trajectory : searched.trajectories().trajectories()) {
            curves.add(curve("trajectory", Figure.Role.MARGIN, plane, trajectory));
        }
        // a curve of one point is a ring, and rings of one name have one entry in the legend
        for (Point point : searched.points().points()) {
            curves.add(curve(name(point.kind()), role(point.kind()), plane, new double[][] {point.state()}));
        }
        return new Figure(
                "points",
                searched.network().name() + " of " + searched.network().units()
                        + " units: fixed and slow points among trajectories",
                axis("first", plane.share(0)),
                axis("second", plane.share(1)),
                curves);
    }

    private static Figure.Axis axis(String which, double share) {
        String label = which + " principal component (" + Numbers.plain(100 * share, DIGITS) + " %)";
        return new Figure.Axis(label, false);
    }

    private static Figure.Curve curve(String name, Figure.Role role, LeadingPlane plane, double[][] states) {
        return new Figure.Curve(name, role, plane.along(0, states), plane.along(1, states));
    }

    private static String name(Kind kind) {
        return switch (kind) {
            case STABLE -> "stable fixed point";
            case SADDLE -> "saddle";
            case MARGINAL -> "marginal fixed point";
            case GHOST -> "ghost, a minimum of the speed that is no zero";
        };
    }

    private static Figure.Role role(Kind kind) {
        return switch (kind) {
            case STABLE -> Figure.Role.THEORY;
            case SADDLE -> Figure.Role.FIT;
            case MARGINAL -> Figure.Role.POINTS;
            case GHOST -> Figure.Role.COMPANION;
        };
    }
}
