package org.theoremeter.theory.symbolic.enclosure.integral;

import java.util.List;
import org.theoremeter.theory.symbolic.enclosure.Directed;
import org.theoremeter.theory.symbolic.enclosure.Interval;

/**
 * A part of the range of an integral with an enclosure of its share.
 *
 * @param integrand the integrand, of a variable of its own
 * @param from its lower end
 * @param to its upper end, possibly +∞
 * @param kind what it is
 * @param depth how often it was cut
 * @param share the enclosure
 */
record Panel(Integrand integrand, double from, double to, Kind kind, int depth, Interval share) {
    /** Beyond this nothing more is learnt. */
    private static final double SETTLED = 0x1p-48;
    /** After so many cuts a panel that stays unbounded is looked at from its ends. */
    private static final int RETRIED = 12;

    /** What a panel is. */
    enum Kind {
        /** Inside of the range. */
        INNER,
        /** It begins where the range begins. */
        FIRST,
        /** It ends where the range ends. */
        LAST,
        /** It begins at 0, the place of an end from which distances are taken, where the integrand may be unbounded. */
        EDGE,
        /** It has no upper end. */
        TAIL
    }

    static Panel of(Integrand integrand, double from, double to, Kind kind, int depth) {
        if (kind == Kind.TAIL) {
            return new Panel(integrand, from, to, kind, depth, either(integrand.beyond(from)));
        }
        Interval share = integrand.over(from, to);
        if (kind == Kind.EDGE && !Double.isFinite(share.width())) {
            share = either(integrand.near(to));
        }
        Panel panel = new Panel(integrand, from, to, kind, depth, share);
        boolean tried =
                kind == Kind.FIRST || kind == Kind.LAST || (kind == Kind.INNER && depth % RETRIED == RETRIED - 1);
        return panel.isBounded() || !tried ? panel : panel.atEdge();
    }

    /** Takes the distance from an end as the variable, if the integrand is unbounded there but integrable. */
    private Panel atEdge() {
        double width = Directed.addUp(to, -from);
        if (width == Directed.addDown(to, -from)) {
            for (boolean right : new boolean[] {true, false}) {
                Integrand distance = integrand.from(right ? from : to, right);
                Interval near = either(distance.near(width));
                if (Double.isFinite(near.upper())) {
                    return new Panel(distance, 0, width, Kind.EDGE, depth, near);
                }
            }
        }
        return this;
    }

    private static Interval either(double bound) {
        return Interval.closed(-bound, bound);
    }

    double error() {
        return share.width() / 2;
    }

    boolean isBounded() {
        return Double.isFinite(share.width());
    }

    /** Tells whether cutting it further would gain nothing. */
    boolean isSettled() {
        boolean fine = isBounded() && share.width() <= SETTLED * share.magnitude();
        return (fine && kind != Kind.TAIL) || !isDivisible();
    }

    boolean isDivisible() {
        return kind == Kind.TAIL || (cut() > from && cut() < to);
    }

    private double cut() {
        if (kind == Kind.TAIL) {
            return 2 * from;
        }
        if (kind == Kind.EDGE) {
            return to / 2;
        }
        return simplest(from, to);
    }

    /** Returns the number with fewest binary digits in the middle half, so that cuts meet simple places such as 0 and 1. */
    private static double simplest(double a, double b) {
        double middle = a / 2 + b / 2;
        double quarter = b / 4 - a / 4;
        for (double step = Math.scalb(1.0, Math.getExponent(b - a) + 1); step > 0; step /= 2) {
            double candidate = Math.rint(middle / step) * step;
            if (Math.abs(candidate - middle) <= quarter) {
                return candidate;
            }
        }
        return middle;
    }

    List<Panel> halves() {
        double cut = cut();
        return switch (kind) {
            case TAIL -> List.of(part(from, cut, Kind.INNER), part(cut, to, Kind.TAIL));
            case INNER -> List.of(part(from, cut, Kind.INNER), part(cut, to, Kind.INNER));
            case FIRST, EDGE -> List.of(part(from, cut, kind), part(cut, to, Kind.INNER));
            case LAST -> List.of(part(from, cut, Kind.INNER), part(cut, to, kind));
        };
    }

    private Panel part(double a, double b, Kind as) {
        return of(integrand, a, b, as, depth + 1);
    }

    /** Tells whether the integrand surely has no value anywhere on this panel. */
    boolean isEmpty() {
        return !isBounded() && kind != Kind.TAIL && integrand.isEmpty(from, to);
    }

    /** Tells whether the integrand surely has no integral over this panel. */
    boolean diverges() {
        return switch (kind) {
            case TAIL -> integrand.divergesFarOut(from);
            case EDGE -> integrand.divergesNear(to);
            case FIRST, LAST, INNER -> divergesFrom(from, true) || divergesFrom(to, false);
        };
    }

    private boolean divergesFrom(double place, boolean right) {
        return integrand.from(place, right).divergesNear(to - from);
    }
}
