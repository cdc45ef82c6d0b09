package org.theoremeter.theory.derivation.justification;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.theoremeter.theory.symbolic.Condition;
import org.theoremeter.theory.symbolic.Expression;
import org.theoremeter.theory.symbolic.algebra.numeric.SamplePoints;
import org.theoremeter.theory.symbolic.enclosure.Box;
import org.theoremeter.theory.symbolic.enclosure.Evaluator;
import org.theoremeter.theory.symbolic.region.Domain;
import org.theoremeter.theory.symbolic.region.Region;
import org.theoremeter.theory.symbolic.term.Approach;

/**
 * The sides of a place on which the region has values of a symbol: where both are, a limit or a polynomial must be the same
 * on both.
 *
 * @param symbol the symbol
 * @param place the place, a formula without it
 * @param region where the symbols are meant
 */
record PlaceSides(String symbol, Expression place, Region region) {
    private static final int POINTS = 64;
    /** Just beside the place, as a part of its size. */
    private static final double BESIDE = 1.3e-9;

    /** Returns the sides that are in the region; both if none is, as far as is known. */
    List<Approach> all() {
        List<Approach> inside = inside();
        return inside.isEmpty() ? List.of(Approach.ABOVE, Approach.BELOW) : inside;
    }

    /** Returns the sides that are in the region, none if the region does not come near the place. */
    List<Approach> inside() {
        List<Approach> sides = new ArrayList<>(Arrays.asList(Approach.values()));
        sides.removeIf(side -> isBeyond(side) || isExcluded(side));
        return sides;
    }

    private Domain domain() {
        return region.domains().getOrDefault(symbol, Domain.reals());
    }

    /** Tells whether the domain surely ends at the place or before, whatever the other symbols are. */
    private boolean isBeyond(Approach side) {
        Box box = Box.of(region.about(place.symbols()).domains());
        Evaluator evaluator = new Evaluator(List.of(place), box);
        evaluator.evaluate(box);
        if (evaluator.isEmpty(0)) {
            return false;
        }
        return side == Approach.ABOVE
                ? evaluator.lower(0) >= domain().upper() || evaluator.upper(0) < domain().lower()
                : evaluator.upper(0) <= domain().lower() || evaluator.lower(0) > domain().upper();
    }

    /** Tells whether the assumptions about the symbol exclude that side at every point of the others. */
    private boolean isExcluded(Approach side) {
        List<Condition> about = region.assumptions().stream()
                .filter(assumption -> assumption.symbols().contains(symbol))
                .toList();
        if (about.isEmpty()) {
            return false;
        }
        Set<String> others = new TreeSet<>(place.symbols());
        about.forEach(assumption -> others.addAll(assumption.symbols()));
        others.remove(symbol);
        return SamplePoints.of(region.about(others), POINTS).stream()
                .noneMatch(point -> holdsBeside(point, side, about));
    }

    private boolean holdsBeside(Map<String, Double> others, Approach side, List<Condition> assumptions) {
        double at = place.evaluate(others);
        Map<String, Double> point = new TreeMap<>(others);
        point.put(symbol, at + side.sign() * BESIDE * Math.max(Math.abs(at), BESIDE));
        return assumptions.stream().allMatch(assumption -> assumption.holds(point));
    }
}
