package org.theoremeter.theory.symbolic.algebra.symja;

import java.util.Optional;
import org.matheclipse.core.interfaces.IExpr;
import org.theoremeter.theory.symbolic.Condition;
import org.theoremeter.theory.symbolic.Expression;
import org.theoremeter.theory.symbolic.Relation;
import org.theoremeter.theory.symbolic.algebra.rewrite.Inequalities;
import org.theoremeter.theory.symbolic.exact.ExactIdentity;
import org.theoremeter.theory.symbolic.region.Region;

/** Checks what a rule rests on, and remembers the first thing that was not shown. */
public final class ExactCheck {
    private final Translation translation;
    private final Region region;
    private Optional<String> doubt = Optional.empty();

    /**
     * Makes a check.
     *
     * @param translation carries formulas back
     * @param region domains of all symbols, also of the variable of an integral or a sum
     */
    public ExactCheck(Translation translation, Region region) {
        this.translation = translation;
        this.region = region;
    }

    /** Returns what was not shown, if anything. */
    public Optional<String> doubt() {
        return doubt;
    }

    /** Checks that two forms are equal, by exact arithmetic. */
    public void equal(IExpr original, IExpr rewritten, String what) {
        Optional<Expression> left = translation.back(original);
        Optional<Expression> right = translation.back(rewritten);
        boolean shown = left.isPresent()
                && right.isPresent()
                && ExactIdentity.of(left.get(), right.get(), region).proved();
        note(shown, what + " is not shown to equal what it came from");
    }

    /** Checks that a formula is positive, by exact signs or linear inequalities. */
    public void positive(IExpr formula, String what) {
        Optional<Expression> back = translation.back(formula);
        boolean shown = back.isPresent()
                && (ExactIdentity.isPositive(back.get(), region, true)
                        || Inequalities.imply(
                                region, new Condition(Relation.GREATER, back.get(), Expression.number(0))));
        note(
                shown,
                what + " is not shown to be positive: "
                        + back.map(Expression::toString).orElse("unknown"));
    }

    private void note(boolean shown, String otherwise) {
        if (!shown && doubt.isEmpty()) {
            doubt = Optional.of(otherwise);
        }
    }
}
