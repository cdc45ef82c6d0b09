package org.theoremeter.theory.derivation.justification;

import org.theoremeter.theory.symbolic.Condition;
import org.theoremeter.theory.symbolic.Expression;
import org.theoremeter.theory.symbolic.Operation;
import org.theoremeter.theory.symbolic.Operator;
import org.theoremeter.theory.symbolic.exact.ExactIdentity;
import org.theoremeter.theory.symbolic.region.Region;

/** Comparisons that exact arithmetic shows by signs: of what is left once one side is taken from the other. */
final class Exactly {
    private Exactly() {}

    /** Tells whether a comparison was shown to hold wherever both sides have a value. */
    static boolean holds(Condition condition, Region region) {
        Expression above = new Operation(Operator.MINUS, condition.left(), condition.right());
        Expression below = new Operation(Operator.MINUS, condition.right(), condition.left());
        try {
            return switch (condition.relation()) {
                case LESS -> ExactIdentity.isPositive(below, region, true);
                case AT_MOST -> ExactIdentity.isPositive(below, region, false);
                case GREATER -> ExactIdentity.isPositive(above, region, true);
                case AT_LEAST -> ExactIdentity.isPositive(above, region, false);
                case EQUAL ->
                    ExactIdentity.of(condition.left(), condition.right(), region)
                            .proved();
            };
        } catch (IllegalStateException cases) {
            // A case distinction has no normal form.
            return false;
        }
    }
}
