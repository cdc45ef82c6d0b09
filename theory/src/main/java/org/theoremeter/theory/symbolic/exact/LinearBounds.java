package org.theoremeter.theory.symbolic.exact;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.hipparchus.fraction.BigFraction;

/** Decides by Fourier and Motzkin's elimination, monomials as unknowns, whether polynomials cannot all be positive at once. */
final class LinearBounds {
    private static final int MOST = 400;

    private LinearBounds() {}

    /**
     * A polynomial that is positive, or not negative.
     *
     * @param form the polynomial
     * @param strict whether it is not 0 either
     */
    record Bound(Polynomial form, boolean strict) {}

    /**
     * Tells whether a bound surely holds.
     *
     * @param bound the bound
     * @param known bounds that hold
     */
    static boolean follows(Bound bound, List<Bound> known) {
        Set<Bound> left = new LinkedHashSet<>(known);
        left.add(new Bound(bound.form().negate(), !bound.strict()));
        Set<Monomial> unknowns = new TreeSet<>();
        left.forEach(one -> unknowns.addAll(one.form().terms().keySet()));
        unknowns.remove(Monomial.ONE);
        for (Monomial unknown : unknowns) {
            left = without(unknown, left);
            if (left.size() > MOST) {
                return false;
            }
        }
        return left.stream().anyMatch(LinearBounds::isImpossible);
    }

    private static boolean isImpossible(Bound bound) {
        int sign = bound.form().constant().signum();
        return sign < 0 || (sign == 0 && bound.strict());
    }

    private static Set<Bound> without(Monomial unknown, Set<Bound> bounds) {
        List<Bound> lower = new ArrayList<>();
        List<Bound> upper = new ArrayList<>();
        Set<Bound> rest = new LinkedHashSet<>();
        for (Bound bound : bounds) {
            BigFraction factor = bound.form().terms().get(unknown);
            if (factor == null) {
                rest.add(bound);
            } else {
                Polynomial scaled = bound.form().times(factor.abs().reciprocal());
                (factor.signum() > 0 ? lower : upper).add(new Bound(scaled, bound.strict()));
            }
        }
        for (Bound below : lower) {
            for (Bound above : upper) {
                rest.add(new Bound(below.form().plus(above.form()), below.strict() || above.strict()));
            }
        }
        return rest;
    }
}
