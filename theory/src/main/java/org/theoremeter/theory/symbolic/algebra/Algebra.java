package org.theoremeter.theory.symbolic.algebra;

import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import org.theoremeter.theory.symbolic.Region;
import org.theoremeter.theory.symbolic.Term;

/**
 * Decides whether two terms are equal on a domain.
 *
 * <p>It is immutable and may be shared between threads.
 */
public final class Algebra {
    private static final Algebra DEFAULTS = new Algebra(Duration.ofSeconds(10), Continuity.byOperations());

    private final Duration limit;
    private final Continuity continuity;

    private Algebra(Duration limit, Continuity continuity) {
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
     * Returns an algebra that shows antiderivatives to be continuous in another way.
     *
     * @param shown how
     * @return the algebra
     */
    public Algebra with(Continuity shown) {
        return new Algebra(limit, shown);
    }

    /**
     * Compares two terms on a domain.
     *
     * <p>Numbers come first: at quasi-random points of the domain and near its edges. A difference beyond {@code
     * relative} and beyond what rounding explains refutes. Then, if asked, algebra tries to prove.
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
        Equality numbers = numbers(left, right, region, points, relative);
        if (numbers instanceof Equality.Agreed agreed) {
            return prove ? proof(left, right, region, relative, agreed) : unlessUndecided(agreed);
        }
        return numbers;
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
        return new Comparison(left, right, region, relative).outcome(points);
    }

    /**
     * Attempts to prove two terms equal that agree in numbers.
     *
     * @param left one side
     * @param right the other side
     * @param region a domain for every free symbol, and what is assumed of them
     * @param relative the largest difference, relative to the larger side, that counts as agreement: an enclosure shows that it
     *     is nowhere larger
     * @param agreed what their comparison gave
     * @return the proof, else an enclosure, else the agreement with the reason why there is neither; a refutation where the
     *     sides surely differ on a box
     */
    public Equality proof(Term left, Term right, Region region, double relative, Equality.Agreed agreed) {
        if (left.equals(right)) {
            return new Equality.Proved(agreed.points(), agreed.worst(), "both sides are the same");
        }
        if (agreed.differs().isPresent()) {
            return unlessUndecided(
                    agreed.unproved("they differ by " + agreed.differs().get(), false), left, right, region, relative);
        }
        AlgebraSystem.load();
        Set<String> symbols = new TreeSet<>(left.symbols());
        symbols.addAll(right.symbols());
        Region about = region.about(symbols);
        Proof.Attempt attempt = TimeLimit.run(() -> Proof.attempt(left, right, about, continuity), limit);
        return attempt.proved()
                ? new Equality.Proved(agreed.points(), agreed.worst(), attempt.how())
                : unlessUndecided(agreed.unproved(attempt.how(), attempt.cutOff()), left, right, about, relative);
    }

    /** What was not proved may still be enclosed. */
    private static Equality unlessUndecided(
            Equality.Agreed agreed, Term left, Term right, Region region, double relative) {
        return WholeDomain.of(left, right, region, relative, agreed).orElseGet(() -> unlessUndecided(agreed));
    }

    private static Equality unlessUndecided(Equality.Agreed agreed) {
        return agreed.undecided().<Equality>map(Equality.Undecided::new).orElse(agreed);
    }
}
