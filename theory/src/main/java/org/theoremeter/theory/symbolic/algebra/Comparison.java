package org.theoremeter.theory.symbolic.algebra;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.theoremeter.theory.symbolic.Region;
import org.theoremeter.theory.symbolic.Term;

/** Compares two terms in numbers. */
final class Comparison {
    private final Term left;
    private final Term right;
    private final SamplePoints samples;
    private final double relative;
    private int compared;
    private double worst;

    /** Whether both sides were 0 so far, as when they underflow: then nothing was learnt. */
    private boolean vanishing = true;

    Comparison(Term left, Term right, Region region, double relative) {
        if (!(relative > 0 && relative < 1)) {
            throw new IllegalArgumentException(
                    "found the relative tolerance " + relative + ", accepted: a number between 0 and 1");
        }
        this.left = left;
        this.right = right;
        Set<String> symbols = new TreeSet<>(left.symbols());
        symbols.addAll(right.symbols());
        this.samples = new SamplePoints(region.about(symbols));
        this.relative = relative;
    }

    /**
     * Compares inside, where both sides must be finite, and near the edges, where a point at which a side is not
     * finite is left out.
     */
    Equality outcome(int points) {
        if (points < 1) {
            throw new IllegalArgumentException("found " + points + " points, accepted: at least 1");
        }
        for (Map<String, Double> point : samples.inside(points)) {
            Bounded a = Bounded.of(left, point);
            Bounded b = Bounded.of(right, point);
            if (!a.isFinite() || !b.isFinite()) {
                return new Equality.Undecided("not finite inside the domain: " + a.value() + " against " + b.value()
                        + " at " + new TreeMap<>(point));
            }
            if (!agree(a, b)) {
                return new Equality.Refuted(point, a.value(), b.value());
            }
        }
        for (Map<String, Double> point : samples.nearEdges()) {
            Bounded a = Bounded.of(left, point);
            Bounded b = Bounded.of(right, point);
            if (a.isFinite() && b.isFinite() && !agree(a, b)) {
                return new Equality.Refuted(point, a.value(), b.value());
            }
        }
        return new Equality.Agreed(compared, worst, "not asked for", false, vanishing);
    }

    private boolean agree(Bounded a, Bounded b) {
        compared++;
        vanishing &= a.value() == 0 && b.value() == 0;
        double scale = Math.max(Math.abs(a.value()), Math.abs(b.value()));
        double beyondRounding = Math.max(0, Math.abs(a.value() - b.value()) - a.error() - b.error());
        double difference = beyondRounding == 0 ? 0 : beyondRounding / scale;
        worst = Math.max(worst, difference);
        return difference <= relative;
    }
}
