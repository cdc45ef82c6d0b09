package org.theoremeter.theory.symbolic.algebra;

import java.time.Duration;
import org.theoremeter.theory.symbolic.algebra.numeric.ContinuityCheck;
import org.theoremeter.theory.symbolic.algebra.numeric.Equality;
import org.theoremeter.theory.symbolic.region.Region;
import org.theoremeter.theory.symbolic.term.Term;

/**
 * Decides whether two terms are equal on a domain.
 *
 * <p>It is immutable and may be shared between threads.
 */
public final class Algebra {
    private static final Algebra DEFAULTS =
            new Algebra(Duration.ofSeconds(10), ContinuityCheck.byOperationsOrEnclosure());

    private final Duration limit;
    private final ContinuityCheck continuity;

    private Algebra(Duration limit, ContinuityCheck continuity) {
        this.limit = limit;
        this.continuity = continuity;
    }

    /** Returns the algebra that takes at most 10 seconds for a proof. */
    public static Algebra withDefaults() {
        return DEFAULTS;
    }

    /**
     * Returns an algebra with another limit.
     *
     * @param limit the longest time that a proof may take
     * @return the algebra
     * @throws IllegalArgumentException if the limit is not positive
     */
    public Algebra with(Duration limit) {
        if (limit.isZero() || limit.isNegative()) {
            throw new IllegalArgumentException("a time limit must be positive, found " + limit);
        }
        return new Algebra(limit, continuity);
    }

    /**
     * Asks whether two terms are equal on a domain, and takes a first look in numbers.
     *
     * @param left one side
     * @param right the other side
     * @param region a domain for every free symbol, and what is assumed of them
     * @param points how many quasi-random points, at least 1
     * @param relative the largest difference, relative to the larger side, that counts as agreement
     * @return the question
     * @throws IllegalArgumentException if a free symbol has no domain, or a number is out of its range
     */
    public EqualityCheck check(Term left, Term right, Region region, int points, double relative) {
        return new EqualityCheck(left, right, region, points, relative, limit, continuity);
    }

    /**
     * Compares two terms on a domain.
     *
     * <p>Numbers come first: at quasi-random points of the domain and near its edges. A difference beyond {@code
     * relative} and beyond what rounding explains refutes. Then, if asked, algebra tries to prove; what it does not prove,
     * numbers look at more closely.
     *
     * @param left one side
     * @param right the other side
     * @param region a domain for every free symbol, and what is assumed of them
     * @param points how many quasi-random points, at least 1
     * @param relative the largest difference, relative to the larger side, that counts as agreement
     * @param prove whether to attempt a proof
     * @return what was found out
     * @throws IllegalArgumentException if a free symbol has no domain, or a number is out of its range
     */
    public Equality compare(Term left, Term right, Region region, int points, double relative, boolean prove) {
        EqualityCheck check = check(left, right, region, points, relative);
        if (prove) {
            return check.answer();
        }
        Equality numbers = check.numbers();
        return numbers instanceof Equality.Agreed agreed ? EqualityCheck.unlessUndecided(agreed) : numbers;
    }

    /**
     * Compares two terms in numbers only.
     *
     * @param left one side
     * @param right the other side
     * @param region a domain for every free symbol, and what is assumed of them
     * @param points how many quasi-random points, at least 1
     * @param relative the largest difference, relative to the larger side, that counts as agreement
     * @return what was found out: agreement, a refutation, or that the sides could not be compared
     * @throws IllegalArgumentException if a free symbol has no domain, or a number is out of its range
     */
    public Equality numbers(Term left, Term right, Region region, int points, double relative) {
        return check(left, right, region, points, relative).numbers();
    }
}
