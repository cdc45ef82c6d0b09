package org.theoremeter.theory.symbolic.algebra;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.theoremeter.theory.symbolic.Expression;
import org.theoremeter.theory.symbolic.Negation;
import org.theoremeter.theory.symbolic.Operation;
import org.theoremeter.theory.symbolic.Operator;
import org.theoremeter.theory.symbolic.algebra.rewrite.RationalFormula;
import org.theoremeter.theory.symbolic.algebra.symja.Proposals;
import org.theoremeter.theory.symbolic.exact.ExactIdentity;
import org.theoremeter.theory.symbolic.region.Region;

/** A formula as a product, shown by exact arithmetic to be the same. */
public final class Factors {
    private static final int LONGEST = 600;

    private Factors() {}

    /**
     * Returns factors whose product has the sign and the zeros of a formula wherever that is defined: those above and those
     * below the line.
     *
     * @param formula the formula
     * @param region where its symbols are meant
     * @return the factors; none if none were found
     */
    public static Optional<List<Expression>> of(Expression formula, Region region) {
        if (formula.toString().length() > LONGEST || !RationalFormula.is(formula)) {
            return Optional.empty();
        }
        return Proposals.factored(formula).stream()
                .map(Factors::split)
                .filter(parts -> parts.above.size() + parts.below.size() > 1)
                .filter(parts ->
                        ExactIdentity.of(formula, parts.quotient(), region).proved())
                .map(Parts::all)
                .findFirst();
    }

    private record Parts(List<Expression> above, List<Expression> below) {
        Expression quotient() {
            return new Operation(Operator.DIVIDE, product(above), product(below));
        }

        List<Expression> all() {
            List<Expression> all = new ArrayList<>(above);
            all.addAll(below);
            return all;
        }
    }

    private static Expression product(List<Expression> factors) {
        return factors.stream()
                .reduce((a, b) -> new Operation(Operator.TIMES, a, b))
                .orElse(Expression.number(1));
    }

    private static Parts split(Expression expression) {
        Parts parts = new Parts(new ArrayList<>(), new ArrayList<>());
        split(expression, parts.above, parts.below);
        return parts;
    }

    private static void split(Expression expression, List<Expression> above, List<Expression> below) {
        if (expression instanceof Negation negation) {
            above.add(Expression.number(-1));
            split(negation.operand(), above, below);
        } else if (expression instanceof Operation operation && operation.operator() == Operator.TIMES) {
            split(operation.left(), above, below);
            split(operation.right(), above, below);
        } else if (expression instanceof Operation operation && operation.operator() == Operator.DIVIDE) {
            split(operation.left(), above, below);
            split(operation.right(), below, above);
        } else {
            above.add(expression);
        }
    }
}
