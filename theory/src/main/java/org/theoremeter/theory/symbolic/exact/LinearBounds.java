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

    /** A polynomial that is positive, or not negative. */
    private record Bound(Polynomial form, boolean strict) {}

    /**
     * Tells whether a polynomial is surely not negative.
     *
     * @param polynomial the polynomial
     * @param notNegative polynomials that are not
     */
    static boolean isNotNegative(Polynomial polynomial, List<Polynomial> notNegative) {
        Set<Bound> current = new LinkedHashSet<>();
        current.add(new Bound(polynomial.negate(), true));
        notNegative.forEach(known -> current.add(new Bound(known, false)));
        Set<Bound> left = current;
        Set<Monomial> unknowns = new TreeSet<>();
        current.forEach(bound -> unknowns.addAll(bound.form().terms().keySet()));
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
        return sign < 0 || sign == 0 && bound.strict();
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
