package org.theoremeter.theory.derivation;

import java.util.List;
import org.theoremeter.theory.evidence.Evidence;
import org.theoremeter.theory.evidence.Grade;
import org.theoremeter.theory.evidence.Obligation;
import org.theoremeter.theory.symbolic.algebra.numeric.Equality;

/** Says what was found out about an equation as evidence. */
final class Found {
    private static final String EQUAL = "both sides are equal";

    private Found() {}

    /**
     * Returns the evidence of an equation.
     *
     * @param what which part of a step it is about; empty where there is one only
     */
    static Evidence of(String what, Equality equality) {
        String statement = what.isEmpty() ? EQUAL : EQUAL + ", " + what;
        String place = what.isEmpty() ? "" : what + ": ";
        if (equality instanceof Equality.Proved proved) {
            return evidence(statement, Grade.PROVED, proved.how(), proved.points(), proved.worst());
        }
        if (equality instanceof Equality.Enclosed enclosed) {
            return evidence(statement, Grade.ENCLOSED, place + enclosed.how(), enclosed.points(), enclosed.worst());
        }
        if (equality instanceof Equality.Agreed agreed) {
            return evidence(
                    statement,
                    agreed.cutOff() ? Grade.UNDECIDED : Grade.AGREED,
                    place + agreed.whyNotProved(),
                    agreed.points(),
                    agreed.worst());
        }
        return equality instanceof Equality.Refuted refuted
                ? evidence(statement, Grade.REFUTED, place + refuted.sentence(), 0, 0)
                : evidence(statement, Grade.UNDECIDED, place + ((Equality.Undecided) equality).why(), 0, 0);
    }

    private static Evidence evidence(String statement, Grade grade, String how, int points, double worst) {
        return new Evidence(List.of(new Obligation(statement, grade, how)), points, worst);
    }
}
