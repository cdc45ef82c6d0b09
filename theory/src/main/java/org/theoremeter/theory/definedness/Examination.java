package org.theoremeter.theory.definedness;

import java.util.List;
import java.util.Optional;
import org.theoremeter.theory.symbolic.Call;
import org.theoremeter.theory.symbolic.Condition;
import org.theoremeter.theory.symbolic.Constant;
import org.theoremeter.theory.symbolic.ElementaryFunction;
import org.theoremeter.theory.symbolic.Expression;
import org.theoremeter.theory.symbolic.Negation;
import org.theoremeter.theory.symbolic.Numeral;
import org.theoremeter.theory.symbolic.Operation;
import org.theoremeter.theory.symbolic.Operator;
import org.theoremeter.theory.symbolic.Piecewise;
import org.theoremeter.theory.symbolic.Relation;
import org.theoremeter.theory.symbolic.Symbol;
import org.theoremeter.theory.symbolic.algebra.Factors;
import org.theoremeter.theory.symbolic.algebra.rewrite.Inequalities;
import org.theoremeter.theory.symbolic.enclosure.Answer;
import org.theoremeter.theory.symbolic.enclosure.Enclosures;
import org.theoremeter.theory.symbolic.exact.ExactIdentity;
import org.theoremeter.theory.symbolic.region.Region;

/**
 * Decides requirements on a region, cheap ways first: linear inequalities, a few boxes, exact signs, factor by factor, and
 * many boxes at last.
 *
 * @param region where the requirement must be met
 */
record Examination(Region region) {
    private static final long QUICK = 40_000;
    private static final long THOROUGH = 400_000;
    private static final Expression ZERO = Expression.number(0);

    /** Returns what was found of a requirement. */
    Answer of(Requirement requirement) {
        if (isImplied(requirement)) {
            return Answer.shown();
        }
        Answer quick = enclosed(requirement, QUICK);
        if (quick.state() != Answer.State.OPEN) {
            return quick;
        }
        return isShownOtherwise(requirement) ? Answer.shown() : enclosed(requirement, THOROUGH);
    }

    private static Condition compared(Relation relation, Expression left, Expression right) {
        return new Condition(relation, left, right);
    }

    private boolean isImplied(Requirement requirement) {
        Expression part = requirement.part();
        return switch (requirement.kind()) {
            case DEFINED -> isWholePower(part);
            case POSITIVE -> implies(Relation.GREATER, part, ZERO);
            case NOT_NEGATIVE -> implies(Relation.AT_LEAST, part, ZERO);
            case NOT_ZERO -> implies(Relation.GREATER, part, ZERO) || implies(Relation.LESS, part, ZERO);
            case WITHIN_ONE ->
                implies(Relation.AT_LEAST, part, Expression.number(-1))
                        && implies(Relation.AT_MOST, part, Expression.number(1));
        };
    }

    /** A power with a whole exponent that is not negative is a product. */
    private boolean isWholePower(Expression part) {
        return part instanceof Operation operation
                && operation.operator() == Operator.POWER
                && isWhole(operation.right())
                && implies(Relation.AT_LEAST, operation.right(), ZERO);
    }

    private boolean isWhole(Expression expression) {
        if (expression instanceof Negation negation) {
            return isWhole(negation.operand());
        }
        if (expression instanceof Operation operation) {
            boolean keeps = operation.operator() == Operator.PLUS
                    || operation.operator() == Operator.MINUS
                    || operation.operator() == Operator.TIMES;
            return keeps && isWhole(operation.left()) && isWhole(operation.right());
        }
        if (expression instanceof Symbol symbol) {
            return region.domains().containsKey(symbol.name())
                    && region.domains().get(symbol.name()).integer();
        }
        return expression instanceof Numeral numeral && numeral.value().scale() <= 0;
    }

    private boolean implies(Relation relation, Expression left, Expression right) {
        return Inequalities.imply(region, compared(relation, left, right));
    }

    private Answer enclosed(Requirement requirement, long budget) {
        Enclosures enclosures = Enclosures.in(region).withBudget(budget);
        Expression part = requirement.part();
        return switch (requirement.kind()) {
            case DEFINED -> enclosures.defined(part);
            case NOT_ZERO -> enclosures.nowhereZero(part);
            case POSITIVE -> enclosures.holds(compared(Relation.GREATER, part, ZERO));
            case NOT_NEGATIVE -> enclosures.holds(compared(Relation.AT_LEAST, part, ZERO));
            case WITHIN_ONE -> {
                Answer above = enclosures.holds(compared(Relation.AT_LEAST, part, Expression.number(-1)));
                yield above.isShown()
                        ? enclosures.holds(compared(Relation.AT_MOST, part, Expression.number(1)))
                        : above;
            }
        };
    }

    private boolean isShownOtherwise(Requirement requirement) {
        Expression part = requirement.part();
        return switch (requirement.kind()) {
            case DEFINED, WITHIN_ONE -> false;
            case NOT_NEGATIVE -> isPositive(part, false) || sign(part) > 0;
            case POSITIVE -> isPositive(part, true) || sign(part) > 0;
            case NOT_ZERO ->
                isCosineOfLessThanAQuarter(part)
                        || isTangentOfLessThanAQuarter(part)
                        || isPositive(part, true)
                        || isPositive(new Negation(part), true)
                        || sign(part) != 0
                        || factorsDiffer(part);
        };
    }

    private boolean isPositive(Expression part, boolean strict) {
        return !containsCases(part) && ExactIdentity.isPositive(part, region, strict);
    }

    private static boolean containsCases(Expression expression) {
        if (expression instanceof Negation negation) {
            return containsCases(negation.operand());
        }
        if (expression instanceof Operation operation) {
            return containsCases(operation.left()) || containsCases(operation.right());
        }
        return expression instanceof Piecewise
                || (expression instanceof Call call && call.arguments().stream().anyMatch(Examination::containsCases));
    }

    /** A cosine of an angle between −π/2 and π/2 is positive. */
    private boolean isCosineOfLessThanAQuarter(Expression part) {
        if (!(part instanceof Call call) || call.function() != ElementaryFunction.COS) {
            return false;
        }
        Expression angle = call.arguments().get(0);
        Expression quarter = new Operation(Operator.DIVIDE, Constant.PI, Expression.number(2));
        return strictly(compared(Relation.LESS, angle, quarter))
                && strictly(compared(Relation.GREATER, angle, new Negation(quarter)));
    }

    /** A tangent or a sine of an angle between 0 and π/2 is positive. */
    private boolean isTangentOfLessThanAQuarter(Expression part) {
        boolean rising = part instanceof Call call
                && (call.function() == ElementaryFunction.TAN || call.function() == ElementaryFunction.SIN);
        if (!rising) {
            return false;
        }
        Expression angle = ((Call) part).arguments().get(0);
        Expression quarter = new Operation(Operator.DIVIDE, Constant.PI, Expression.number(2));
        return strictly(compared(Relation.LESS, angle, quarter)) && strictly(compared(Relation.GREATER, angle, ZERO));
    }

    private boolean strictly(Condition condition) {
        boolean greater = condition.relation() == Relation.GREATER;
        Expression difference = greater
                ? new Operation(Operator.MINUS, condition.left(), condition.right())
                : new Operation(Operator.MINUS, condition.right(), condition.left());
        return Inequalities.imply(region, condition)
                || isPositive(difference, true)
                || Enclosures.in(region).withBudget(QUICK).holds(condition).isShown();
    }

    /** Returns 1 or −1 where all factors are shown to have a sign, else 0. */
    private int sign(Expression part) {
        Optional<List<Expression>> factors = Factors.of(part, region);
        int sign = factors.isPresent() ? 1 : 0;
        for (Expression factor : factors.orElse(List.of())) {
            sign *= signOfFactor(factor);
            if (sign == 0) {
                return 0;
            }
        }
        return sign;
    }

    private int signOfFactor(Expression factor) {
        if (strictly(compared(Relation.GREATER, factor, ZERO))) {
            return 1;
        }
        return strictly(compared(Relation.LESS, factor, ZERO)) ? -1 : 0;
    }

    private boolean factorsDiffer(Expression part) {
        return Factors.of(part, region)
                .filter(factors -> factors.size() > 1)
                .filter(factors -> factors.stream()
                        .allMatch(factor -> signOfFactor(factor) != 0
                                || Enclosures.in(region)
                                        .withBudget(QUICK)
                                        .nowhereZero(factor)
                                        .isShown()))
                .isPresent();
    }
}
