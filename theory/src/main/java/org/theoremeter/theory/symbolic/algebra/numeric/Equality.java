package org.theoremeter.theory.symbolic.algebra.numeric;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What was found out about the equality of two terms on a domain. */
public sealed interface Equality {
    /**
     * The terms are equal: shown by algebra, and the numbers agree.
     *
     * @param points how many points were compared
     * @param worst the largest relative difference among them
     * @param how the steps of the proof
     */
    record Proved(int points, double worst, String how) implements Equality {}

    /**
     * The terms differ by no more than a bound anywhere on the domain: enclosed by interval arithmetic, and the numbers agree.
     *
     * @param points how many points were compared
     * @param worst the largest relative difference among them
     * @param how the bound, and over how many boxes
     */
    record Enclosed(int points, double worst, String how) implements Equality {}

    /**
     * The terms differ at a point of the domain by more than rounding and the tolerance explain.
     *
     * @param witness the point, its symbols in the order of their names
     * @param left the left side there
     * @param right the right side there
     */
    record Refuted(Map<String, Double> witness, double left, double right) implements Equality {
        /** Makes a refutation. */
        public Refuted {
            witness = Collections.unmodifiableMap(new TreeMap<>(witness));
        }

        /** Returns the refutation in one line: the point and both values. */
        public String sentence() {
            String point = witness.entrySet().stream()
                    .map(entry -> entry.getKey() + " = " + entry.getValue())
                    .collect(Collectors.joining(", "));
            String values =
                    left == right ? "the sides differ beyond the range of double precision" : left + " is not " + right;
            return "refuted" + (point.isEmpty() ? "" : " at " + point) + ": " + values;
        }

        @Override
        public String toString() {
            return "Refuted[" + left + " against " + right + " at " + witness + "]";
        }
    }

    /**
     * The terms agree in numbers; there is no proof.
     *
     * @param points how many points were compared
     * @param worst the largest relative difference among them
     * @param whyNotProved why there is no proof
     * @param cutOff whether the attempt at a proof took too long
     * @param undecided why the numbers alone decide nothing, as where both sides are 0 or cancel to it; a proof still may
     * @param differs by how much the sides certainly differ at some point, within the tolerance; then there is no proof
     */
    record Agreed(
            int points,
            double worst,
            String whyNotProved,
            boolean cutOff,
            Optional<String> undecided,
            Optional<String> differs)
            implements Equality {
        public Agreed unproved(String why, boolean late) {
            return new Agreed(points, worst, why, late, undecided, differs);
        }
    }

    /**
     * The terms could not be compared.
     *
     * @param why the reason, with a point where there is one
     */
    record Undecided(String why) implements Equality {}
}
