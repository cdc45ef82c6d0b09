package org.theoremeter.theory.derivation.join;

import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.theoremeter.theory.evidence.Obligation;
import org.theoremeter.theory.symbolic.Expression;
import org.theoremeter.theory.symbolic.enclosure.Interval;
import org.theoremeter.theory.symbolic.region.Domain;

/**
 * Values of a formula on both sides of a place where it switches, and at it.
 *
 * @param formula the formula
 * @param variable the variable along which it switches
 * @param domain the variable's domain
 * @param point values of the other symbols
 * @param place where it switches
 */
record JoinSides(Expression formula, String variable, Domain domain, SortedMap<String, Double> point, Interval place) {
    private static final double[] DISTANCES = {1e-8, 1e-10, 1e-12};
    /** A jump keeps its height as the distance shrinks a hundredfold, … */
    private static final double KEPT = 0.9;
    /** … and what is joined loses at least half of it, as even a vertical slope does. */
    private static final double LOST = 0.5;
    /** Differences below this share of the values are rounding. */
    private static final double ROUNDING = 1e-11;

    private double value(double x) {
        Map<String, Double> at = new TreeMap<>(point);
        at.put(variable, x);
        return formula.evaluate(at);
    }

    /** Returns what speaks against the formula being joined there, or nothing. */
    Optional<Obligation> against(String statement) {
        double scale = Math.max(Math.abs(place.middle()), Math.min(1, domain.upper() - domain.lower()));
        double[] gaps = new double[DISTANCES.length];
        double at = value(nearby());
        double left = Double.NaN;
        double right = Double.NaN;
        for (int i = 0; i < gaps.length; i++) {
            double before = place.lower() - DISTANCES[i] * scale;
            double after = place.upper() + DISTANCES[i] * scale;
            // At an end of the domain there is one side only.
            left = domain.contains(before) ? value(before) : at;
            right = domain.contains(after) ? value(after) : at;
            gaps[i] = Math.max(Math.abs(right - left), Math.max(Math.abs(at - left), Math.abs(right - at)));
            if (!Double.isFinite(gaps[i])) {
                return Optional.of(Obligation.undecided(statement, "no value at or beside " + where()));
            }
        }
        double last = gaps[gaps.length - 1];
        double before = gaps[gaps.length - 2];
        boolean rounding = last <= ROUNDING * Math.max(Math.abs(left), Math.abs(right)) || last == 0;
        if (rounding || last <= LOST * before) {
            return Optional.empty();
        }
        return Optional.of(
                last >= KEPT * before && before >= LOST * gaps[0]
                        ? Obligation.refuted(
                                statement, "it jumps at " + where() + ": " + left + " before, " + right + " after")
                        : Obligation.undecided(statement, "it may jump at " + where()));
    }

    /** The number with fewest digits in the place, where an equation such as {@code x == 1} holds. */
    private double nearby() {
        for (double step = Math.scalb(1.0, Math.getExponent(place.magnitude()) + 1); step > 0; step /= 2) {
            double candidate = Math.rint(place.middle() / step) * step;
            if (place.contains(candidate) && domain.contains(candidate)) {
                return candidate;
            }
        }
        return place.middle();
    }

    private String where() {
        SortedMap<String, Double> at = new TreeMap<>(point);
        at.put(variable, nearby());
        StringBuilder text = new StringBuilder();
        at.forEach((name, value) -> text.append(text.length() == 0 ? "" : ", ")
                .append(name)
                .append(" = ")
                .append(value));
        return text.toString();
    }
}
