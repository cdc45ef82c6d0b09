package org.theoremeter.theory.derivation;

import java.time.Duration;
import java.util.List;
import org.theoremeter.theory.derivation.join.Joins;
import org.theoremeter.theory.derivation.join.Kinks;
import org.theoremeter.theory.derivation.justification.Shown;
import org.theoremeter.theory.evidence.Evidence;
import org.theoremeter.theory.evidence.Grade;
import org.theoremeter.theory.symbolic.algebra.Algebra;
import org.theoremeter.theory.symbolic.region.Region;
import org.theoremeter.theory.symbolic.term.Derivative;
import org.theoremeter.theory.symbolic.term.Term;

/**
 * Checks that two terms are equal on a domain: obligation by obligation.
 *
 * <p>It is immutable and may be shared between threads.
 */
public final class IdentityChecker {
    private static final IdentityChecker DEFAULTS = new IdentityChecker(64, 1e-10, Algebra.withDefaults());

    private final int points;
    private final double relative;
    private final Algebra algebra;

    private IdentityChecker(int points, double relative, Algebra algebra) {
        this.points = points;
        this.relative = relative;
        this.algebra = algebra;
    }

    /** Returns the checker that compares at 64 points to 10⁻¹⁰ and takes at most 10 seconds for a proof. */
    public static IdentityChecker withDefaults() {
        return DEFAULTS;
    }

    /** Returns a checker that compares at so many points inside the domain. */
    public IdentityChecker withPoints(int count) {
        return new IdentityChecker(count, relative, algebra);
    }

    /** Returns a checker with another relative difference that still counts as agreement. */
    public IdentityChecker withTolerance(double tolerance) {
        return new IdentityChecker(points, tolerance, algebra);
    }

    /** Returns a checker with another limit on the time that a proof may take. */
    public IdentityChecker with(Duration limit) {
        return new IdentityChecker(points, relative, algebra.with(limit));
    }

    /**
     * Checks one identity.
     *
     * @param left one side
     * @param right the other side
     * @param region a domain for every free symbol, and what is assumed of them
     * @throws IllegalArgumentException if a free symbol has no domain, or a setting is out of its range
     */
    public Evidence check(Term left, Term right, Region region) {
        Evidence equal = Found.of("", algebra.compare(left, right, region, points, relative, true));
        if (equal.grade() == Grade.REFUTED) {
            return equal;
        }
        Evidence found = equal.with(Shown.defined(left, right, region));
        for (Term side : List.of(left, right)) {
            if (side instanceof Derivative derivative && !Kinks.areAbsent(derivative.of())) {
                found = found.with(Joins.differentiable(derivative.of(), derivative.by(), derivative.order(), region));
            }
        }
        return found;
    }
}
