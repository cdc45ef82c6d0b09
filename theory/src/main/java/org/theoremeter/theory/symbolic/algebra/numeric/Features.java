package org.theoremeter.theory.symbolic.algebra.numeric;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.theoremeter.theory.symbolic.Call;
import org.theoremeter.theory.symbolic.Condition;
import org.theoremeter.theory.symbolic.ElementaryFunction;
import org.theoremeter.theory.symbolic.Expression;
import org.theoremeter.theory.symbolic.Negation;
import org.theoremeter.theory.symbolic.Numeral;
import org.theoremeter.theory.symbolic.Operation;
import org.theoremeter.theory.symbolic.Operator;
import org.theoremeter.theory.symbolic.Piecewise;
import org.theoremeter.theory.symbolic.Relation;
import org.theoremeter.theory.symbolic.algebra.rewrite.Inequalities;

/**
 * What a formula may hide: parts at whose zeros and extremes it switches, ends, peaks or bends, and the cells of its case
 * distinctions.
 *
 * @param parts arguments of functions, divisors, bases of powers, differences of the sides of conditions
 * @param cells for every branch the conditions under which it counts
 * @param borders equations that hold where a case distinction changes over, and may jump
 */
record Features(Set<Expression> parts, Set<List<Condition>> cells, Set<Condition> borders) {

    static Features of(List<Expression> formulas) {
        Features features = new Features(new LinkedHashSet<>(), new LinkedHashSet<>(), new LinkedHashSet<>());
        Set<Expression> seen = new LinkedHashSet<>();
        formulas.forEach(formula -> features.collect(formula, List.of(), seen));
        features.parts.removeIf(part -> part.symbols().isEmpty());
        return features;
    }

    private void collect(Expression expression, List<Condition> guards, Set<Expression> seen) {
        if (guards.isEmpty() && !seen.add(expression)) {
            return;
        }
        if (expression instanceof Negation negation) {
            collect(negation.operand(), guards, seen);
        } else if (expression instanceof Operation operation) {
            operation(operation);
            collect(operation.left(), guards, seen);
            collect(operation.right(), guards, seen);
        } else if (expression instanceof Call call) {
            call(call);
            call.arguments().forEach(argument -> collect(argument, guards, seen));
        } else if (expression instanceof Piecewise piecewise) {
            cases(piecewise, guards, seen);
        }
    }

    private void operation(Operation operation) {
        if (operation.operator() == Operator.DIVIDE) {
            factors(operation.right());
        } else if (operation.operator() == Operator.POWER) {
            parts.add(operation.left());
            parts.add(operation.right());
        }
    }

    private void factors(Expression divisor) {
        if (divisor instanceof Operation operation && operation.operator() == Operator.TIMES) {
            factors(operation.left());
            factors(operation.right());
        } else if (!(divisor instanceof Numeral)) {
            parts.add(divisor);
        }
    }

    private void call(Call call) {
        parts.addAll(call.arguments());
        if (call.function() == ElementaryFunction.SIGN) {
            borders.add(new Condition(Relation.EQUAL, call.arguments().get(0), Expression.number(0)));
        }
        if (call.function().arity() == 2) {
            parts.add(difference(call.arguments().get(0), call.arguments().get(1)));
        }
    }

    private void cases(Piecewise piecewise, List<Condition> guards, Set<Expression> seen) {
        List<Condition> reached = new ArrayList<>(guards);
        for (Piecewise.Branch branch : piecewise.branches()) {
            Condition condition = branch.condition();
            parts.add(difference(condition.left(), condition.right()));
            borders.add(new Condition(Relation.EQUAL, condition.left(), condition.right()));
            collect(condition.left(), guards, seen);
            collect(condition.right(), guards, seen);
            List<Condition> there = new ArrayList<>(reached);
            there.add(condition);
            cells.add(List.copyOf(there));
            collect(branch.value(), there, seen);
            opposite(condition).ifPresent(reached::add);
        }
        cells.add(List.copyOf(reached));
        collect(piecewise.otherwise(), reached, seen);
    }

    private static Optional<Condition> opposite(Condition condition) {
        return condition.relation() == Relation.EQUAL
                ? Optional.empty()
                : Optional.of(Inequalities.opposite(condition));
    }

    private static Expression difference(Expression a, Expression b) {
        return new Operation(Operator.MINUS, a, b);
    }
}
