package org.theoremeter.theory.symbolic.enclosure.integral;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.theoremeter.theory.symbolic.Expression;
import org.theoremeter.theory.symbolic.enclosure.Box;
import org.theoremeter.theory.symbolic.enclosure.Directed;
import org.theoremeter.theory.symbolic.enclosure.Range;

/**
 * What is left of an integral or a sum beyond a place T, bounded rigorously by the form of the formula: a sum of bounds
 * e^a (x/T)^p e^{−λ(x − T)} that hold for every x ≥ T.
 */
public final class Tail {
    private final List<Decay> bounds;
    private final double from;

    private Tail(List<Decay> bounds, double from) {
        this.bounds = bounds;
        this.from = from;
    }

    /**
     * Bounds a formula on [T, ∞).
     *
     * @param formula the formula f
     * @param variable its variable
     * @param from T, positive
     * @param parameters values of the other symbols
     * @return the tail, or nothing if f is not surely defined there or no bound was found
     * @throws IllegalArgumentException if {@code from} is not positive and finite
     */
    public static Optional<Tail> of(Expression formula, String variable, double from, Map<String, Double> parameters) {
        return of(formula, variable, from, Box.at(new TreeMap<>(parameters)));
    }

    /** Bounds a formula on [T, ∞), for all parameters of a box. */
    public static Optional<Tail> of(Expression formula, String variable, double from, Box parameters) {
        return of(formula, from, new Range(variable, from, parameters, false));
    }

    /** Bounds a formula of a whole number at T, T + 1, T + 2, …, where {@code (-1)^k} has a value. */
    public static Optional<Tail> ofWhole(Expression formula, String variable, double from, Box parameters) {
        return of(formula, from, new Range(variable, from, parameters, true));
    }

    private static Optional<Tail> of(Expression formula, double from, Range range) {
        if (!(from > 0 && Double.isFinite(from))) {
            throw new IllegalArgumentException("found a tail from " + from + ", accepted: a positive number");
        }
        Envelope envelope = new Envelope(range);
        if (!envelope.isDefined(formula)) {
            return Optional.empty();
        }
        return envelope.ceiling(formula)
                .filter(bounds -> bounds.stream().allMatch(Decay::isFinite))
                .map(bounds -> new Tail(bounds, from));
    }

    /** Returns an upper bound of ∫ |f| from T to infinity; infinite if none was found. */
    public double integral() {
        double total = 0;
        for (Decay bound : bounds) {
            total = Directed.addUp(total, bound.integral(from));
        }
        return total;
    }

    /** Returns an upper bound of |f(T)| + |f(T + 1)| + |f(T + 2)| + …; infinite if none was found. */
    public double sum() {
        double total = 0;
        for (Decay bound : bounds) {
            total = Directed.addUp(total, bound.sum(from));
        }
        return total;
    }

    /** Returns an upper bound of |f| on [T, ∞); infinite if none was found. */
    public double largest() {
        double total = 0;
        for (Decay bound : bounds) {
            total = Directed.addUp(total, bound.largest());
        }
        return total;
    }
}
