package org.theoremeter.theory.symbolic.algebra;

import java.util.ArrayList;
import java.util.List;
import org.theoremeter.theory.symbolic.Expression;
import org.theoremeter.theory.symbolic.Negation;
import org.theoremeter.theory.symbolic.Operation;
import org.theoremeter.theory.symbolic.Operator;
import org.theoremeter.theory.symbolic.algebra.numeric.Equality;
import org.theoremeter.theory.symbolic.algebra.symja.Proposals;
import org.theoremeter.theory.symbolic.region.Region;
import org.theoremeter.theory.symbolic.term.Formula;

/** What is left of a formula once the factor of a root is taken out: f = (x − r)·g. */
public final class Cofactor {
    private static final int POINTS = 16;
    private static final double RELATIVE = 1e-10;

    private Cofactor() {}

    /**
     * Divides a formula by x − r.
     *
     * @param formula the formula f
     * @param symbol the symbol x
     * @param root its root r, without x
     * @param region where the symbols are meant
     * @return for each form of g that was found, such that f = (x − r)·g is proved, the factors above its line
     */
    public static List<List<Expression>> of(Expression formula, String symbol, Expression root, Region region) {
        Expression linear = new Operation(Operator.MINUS, Expression.symbol(symbol), root);
        Expression quotient = new Operation(Operator.DIVIDE, formula, linear);
        List<List<Expression>> found = new ArrayList<>();
        for (Expression factored : Proposals.factored(quotient)) {
            Expression product = new Operation(Operator.TIMES, linear, factored);
            Equality equality = Algebra.withDefaults()
                    .compare(new Formula(formula), new Formula(product), region, POINTS, RELATIVE, true);
            if (equality instanceof Equality.Proved) {
                List<Expression> factors = new ArrayList<>();
                split(factored, factors);
                found.add(factors);
            }
        }
        return found;
    }

    private static void split(Expression expression, List<Expression> factors) {
        if (expression instanceof Negation negation) {
            split(negation.operand(), factors);
        } else if (expression instanceof Operation operation && operation.operator() == Operator.TIMES) {
            split(operation.left(), factors);
            split(operation.right(), factors);
        } else if (expression instanceof Operation operation && operation.operator() == Operator.DIVIDE) {
            split(operation.left(), factors);
        } else {
            factors.add(expression);
        }
    }
}
