package org.theoremeter.theory.symbolic.algebra;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.theoremeter.theory.symbolic.Expression;
import org.theoremeter.theory.symbolic.Negation;
import org.theoremeter.theory.symbolic.Operation;
import org.theoremeter.theory.symbolic.Operator;
import org.theoremeter.theory.symbolic.Region;
import org.theoremeter.theory.symbolic.exact.ExactIdentity;

/** A formula as a product, shown by exact arithmetic to be the same. */
public final class Factors {
    private static final int MOST_OPERATIONS = 60;

    private Factors() {}

    /**
     * Returns factors whose product is a formula wherever that is defined.
     *
     * @param formula the formula
     * @param region where its symbols are meant
     * @return the factors, a number −1 among them where there is a sign; none if no product was found
     */
    public static Optional<List<Expression>> of(Expression formula, Region region) {
        if (formula.toString().length() > 10 * MOST_OPERATIONS || !RationalFormula.is(formula)) {
            return Optional.empty();
        }
        return Proposals.factored(formula).stream()
                .map(Factors::split)
                .filter(factors -> factors.size() > 1)
                .filter(factors ->
                        ExactIdentity.of(formula, product(factors), region).proved())
                .findFirst();
    }

    private static Expression product(List<Expression> factors) {
        return factors.stream()
                .reduce((a, b) -> new Operation(Operator.TIMES, a, b))
                .orElseThrow();
    }

    private static List<Expression> split(Expression expression) {
        List<Expression> factors = new ArrayList<>();
        split(expression, factors);
        return factors;
    }

    private static void split(Expression expression, List<Expression> factors) {
        if (expression instanceof Negation negation) {
            factors.add(Expression.number(-1));
            split(negation.operand(), factors);
        } else if (expression instanceof Operation operation && operation.operator() == Operator.TIMES) {
            split(operation.left(), factors);
            split(operation.right(), factors);
        } else {
            factors.add(expression);
        }
    }
}
