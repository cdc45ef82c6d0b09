package org.theoremeter.theory.symbolic.algebra;

import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import org.theoremeter.theory.symbolic.algebra.numeric.Comparison;
import org.theoremeter.theory.symbolic.algebra.numeric.ContinuityCheck;
import org.theoremeter.theory.symbolic.algebra.numeric.Equality;
import org.theoremeter.theory.symbolic.algebra.numeric.PrecisePoint;
import org.theoremeter.theory.symbolic.algebra.numeric.WholeDomain;
import org.theoremeter.theory.symbolic.algebra.symja.AlgebraSystem;
import org.theoremeter.theory.symbolic.algebra.symja.Attempt;
import org.theoremeter.theory.symbolic.algebra.symja.TimeLimit;
import org.theoremeter.theory.symbolic.region.Region;
import org.theoremeter.theory.symbolic.term.Term;

/**
 * The question whether two terms are equal on a domain, asked in order of cost: a first look in numbers, a proof, and where
 * that does not succeed a close look in numbers and an enclosure.
 *
 * <p>It remembers what numbers have said, and belongs to one thread.
 */
public final class EqualityCheck {
    private final Term left;
    private final Term right;
    private final Region region;
    private final double relative;
    private final Duration limit;
    private final ContinuityCheck continuity;
    private final Comparison comparison;
    private final Equality first;
    private Equality close;

    EqualityCheck(
            Term left,
            Term right,
            Region region,
            int points,
            double relative,
            Duration limit,
            ContinuityCheck continuity) {
        this.left = left;
        this.right = right;
        Set<String> symbols = new TreeSet<>(left.symbols());
        symbols.addAll(right.symbols());
        this.region = region.about(symbols);
        this.relative = relative;
        this.limit = limit;
        this.continuity = continuity;
        comparison = new Comparison(left, right, this.region, relative);
        first = comparison.firstLook(points);
    }

    /** Returns what a first look in numbers says: agreement, a refutation, or that the sides could not be compared. */
    public Equality firstLook() {
        return first;
    }

    /** Returns what numbers say at all points and wherever something narrow would show; no proof is attempted. */
    public Equality numbers() {
        if (close == null) {
            close = first instanceof Equality.Agreed ? comparison.closeLook() : first;
        }
        return close;
    }

    /**
     * Returns the proof that the terms are equal, else an enclosure, else the agreement with the reason why there is neither;
     * a refutation where they differ.
     */
    public Equality answer() {
        if (first instanceof Equality.Undecided) {
            return isDefined(left) && isDefined(right) ? beyondNumbers() : first;
        }
        if (!(first instanceof Equality.Agreed agreed)) {
            return first;
        }
        if (left.equals(right)) {
            return new Equality.Proved(agreed.points(), agreed.worst(), "both sides are the same");
        }
        if (agreed.differs().isPresent()) {
            return closely("they differ by " + agreed.differs().get(), false);
        }
        Attempt attempt = attempt();
        return attempt.proved()
                ? new Equality.Proved(agreed.points(), agreed.worst(), attempt.how())
                : closely(attempt.how(), attempt.cutOff());
    }

    /** Numbers beyond the range of doubles, all of whose digits cancel, are no obstacle to a proof. */
    private Equality beyondNumbers() {
        Attempt attempt = attempt();
        return attempt.proved() ? new Equality.Proved(0, 0, attempt.how()) : first;
    }

    /** Numbers that are not there because a side has no value are none. */
    private boolean isDefined(Term side) {
        return PrecisePoint.formula(side)
                .filter(formula -> continuity.holds(formula, region))
                .isPresent();
    }

    private Attempt attempt() {
        AlgebraSystem.load();
        return TimeLimit.run(() -> Proof.attempt(left, right, region, continuity), limit);
    }

    /** What was not proved may still be refuted, or enclosed. */
    private Equality closely(String why, boolean cutOff) {
        if (!(numbers() instanceof Equality.Agreed agreed)) {
            return numbers();
        }
        Equality.Agreed unproved = agreed.unproved(why, cutOff);
        return WholeDomain.of(left, right, region, relative, unproved).orElseGet(() -> unlessUndecided(unproved));
    }

    /** Returns an agreement, unless nothing was compared. */
    static Equality unlessUndecided(Equality.Agreed agreed) {
        return agreed.undecided().<Equality>map(Equality.Undecided::new).orElse(agreed);
    }
}
