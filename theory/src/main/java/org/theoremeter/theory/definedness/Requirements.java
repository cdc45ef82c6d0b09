package org.theoremeter.theory.definedness;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
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

/**
 * Collects what must hold for a formula to have a value: each on the fewest symbols, so that subdivision has few dimensions.
 * Products that divide are taken apart.
 */
final class Requirements {
    private final Set<Requirement> found = new LinkedHashSet<>();
    private final Set<Expression> unguarded = new HashSet<>();

    private Requirements() {}

    static Set<Requirement> of(Expression expression) {
        Requirements requirements = new Requirements();
        requirements.collect(expression, List.of());
        return requirements.found;
    }

    private void collect(Expression expression, List<Condition> guards) {
        // What was seen without a guard needs no second look.
        if (unguarded.contains(expression)) {
            return;
        }
        if (guards.isEmpty()) {
            unguarded.add(expression);
        }
        if (expression instanceof Negation negation) {
            collect(negation.operand(), guards);
        } else if (expression instanceof Operation operation) {
            collect(operation.left(), guards);
            collect(operation.right(), guards);
            operation(operation, guards);
        } else if (expression instanceof Call call) {
            call.arguments().forEach(argument -> collect(argument, guards));
            call(call, guards);
        } else if (expression instanceof Piecewise piecewise) {
            cases(piecewise, guards);
        }
    }

    private void require(Expression part, Requirement.Kind kind, List<Condition> guards) {
        found.add(new Requirement(part, kind, guards));
    }

    private void operation(Operation operation, List<Condition> guards) {
        if (operation.operator() == Operator.DIVIDE) {
            factors(operation.right(), guards);
        } else if (operation.operator() == Operator.POWER) {
            power(operation.left(), operation.right(), guards);
        }
    }

    private void power(Expression base, Expression exponent, List<Condition> guards) {
        Optional<BigDecimal> number = number(exponent);
        if (base instanceof Numeral numeral && numeral.value().signum() > 0) {
            return;
        }
        if (number.isEmpty()) {
            require(new Operation(Operator.POWER, base, exponent), Requirement.Kind.DEFINED, guards);
            return;
        }
        boolean whole = number.get().stripTrailingZeros().scale() <= 0;
        boolean negative = number.get().signum() < 0;
        if (whole && negative) {
            factors(base, guards);
        } else if (!whole) {
            require(base, negative ? Requirement.Kind.POSITIVE : Requirement.Kind.NOT_NEGATIVE, guards);
        }
    }

    /** Returns a number as it stands, also negated or as a quotient of two; only its sign and wholeness count. */
    private static Optional<BigDecimal> number(Expression expression) {
        if (expression instanceof Numeral numeral) {
            return Optional.of(numeral.value());
        }
        if (expression instanceof Negation negation) {
            return number(negation.operand()).map(BigDecimal::negate);
        }
        if (expression instanceof Operation operation && operation.operator() == Operator.DIVIDE) {
            return number(operation.left())
                    .flatMap(above -> number(operation.right())
                            .filter(below -> below.signum() != 0)
                            .map(below -> quotient(above, below)));
        }
        return Optional.empty();
    }

    private static BigDecimal quotient(BigDecimal above, BigDecimal below) {
        BigDecimal[] parts = above.divideAndRemainder(below);
        boolean whole = parts[1].signum() == 0;
        // Half a unit stands for any fraction.
        BigDecimal half = new BigDecimal("0.5");
        return whole ? parts[0] : above.signum() == below.signum() ? half : half.negate();
    }

    private void call(Call call, List<Condition> guards) {
        Expression x = call.arguments().get(0);
        switch (call.function()) {
            case LN -> require(x, Requirement.Kind.POSITIVE, guards);
            case SQRT -> require(x, Requirement.Kind.NOT_NEGATIVE, guards);
            case ASIN, ACOS -> require(x, Requirement.Kind.WITHIN_ONE, guards);
            case TAN -> require(new Call(ElementaryFunction.COS, List.of(x)), Requirement.Kind.NOT_ZERO, guards);
            case INVERSE -> factors(x, guards);
            default -> {}
        }
    }

    private void cases(Piecewise piecewise, List<Condition> guards) {
        List<Condition> reached = new ArrayList<>(guards);
        for (Piecewise.Branch branch : piecewise.branches()) {
            Condition condition = branch.condition();
            collect(condition.left(), reached);
            collect(condition.right(), reached);
            List<Condition> there = new ArrayList<>(reached);
            there.add(condition);
            collect(branch.value(), there);
            opposite(condition).ifPresent(reached::add);
        }
        collect(piecewise.otherwise(), reached);
    }

    /** Returns what holds where a condition does not; that two sides differ is no comparison. */
    private static Optional<Condition> opposite(Condition condition) {
        Relation relation = switch (condition.relation()) {
            case LESS -> Relation.AT_LEAST;
            case AT_MOST -> Relation.GREATER;
            case GREATER -> Relation.AT_MOST;
            case AT_LEAST -> Relation.LESS;
            case EQUAL -> null;
        };
        return Optional.ofNullable(relation)
                .map(opposite -> new Condition(opposite, condition.left(), condition.right()));
    }

    /** Takes a product apart, and a power to its base: it vanishes where one of them does. */
    private void factors(Expression divisor, List<Condition> guards) {
        if (divisor instanceof Negation negation) {
            factors(negation.operand(), guards);
        } else if (divisor instanceof Operation operation && operation.operator() == Operator.TIMES) {
            factors(operation.left(), guards);
            factors(operation.right(), guards);
        } else if (divisor instanceof Operation operation && operation.operator() == Operator.DIVIDE) {
            factors(operation.left(), guards);
        } else if (divisor instanceof Operation operation
                && operation.operator() == Operator.POWER
                && number(operation.right()).filter(n -> n.signum() > 0).isPresent()) {
            factors(operation.left(), guards);
        } else if (!(divisor instanceof Numeral numeral && numeral.value().signum() > 0)) {
            require(divisor, Requirement.Kind.NOT_ZERO, guards);
        }
    }
}
