package org.theoremeter.theory.symbolic;

import java.util.Map;

/**
 * A comparison of two expressions, the condition of a branch of {@link Piecewise}.
 *
 * @param relation the comparison
 * @param left its left side
 * @param right its right side
 */
public record Condition(Relation relation, Expression left, Expression right) {
    Condition substitute(Map<String, Expression> replacements) {
        return new Condition(relation, left.substitute(replacements), right.substitute(replacements));
    }

    @Override
    public String toString() {
        return left + " " + relation.sign() + " " + right;
    }
}
