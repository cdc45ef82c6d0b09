package org.theoremeter.theory.symbolic.algebra.rewrite;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.theoremeter.theory.symbolic.Call;
import org.theoremeter.theory.symbolic.Condition;
import org.theoremeter.theory.symbolic.ElementaryFunction;
import org.theoremeter.theory.symbolic.Expression;
import org.theoremeter.theory.symbolic.Negation;
import org.theoremeter.theory.symbolic.Piecewise;
import org.theoremeter.theory.symbolic.Relation;
import org.theoremeter.theory.symbolic.region.Region;

/**
 * Rewrites a formula without {@code piecewise}, {@code min}, {@code max}, {@code abs} and {@code sign} as far as a region decides their conditions,
 * and finds the first condition that it does not decide.
 */
public final class CaseDistinctions extends Rewriter {
    private final Region region;
    private final boolean ofAbsoluteValues;
    private Optional<Condition> open = Optional.empty();

    private CaseDistinctions(Region region, boolean ofAbsoluteValues) {
        this.region = region;
        this.ofAbsoluteValues = ofAbsoluteValues;
    }

    /**
     * A formula in a region.
     *
     * @param expression the formula, its decided conditions resolved
     * @param open the first condition that is not decided; empty if no case distinction is left
     */
    public record Resolved(Expression expression, Optional<Condition> open) {}

    /** Rewrites a formula as far as a region decides its conditions. */
    public static Resolved in(Region region, Expression expression) {
        CaseDistinctions visitor = new CaseDistinctions(region, true);
        Expression resolved = expression.accept(visitor);
        return new Resolved(resolved, visitor.open);
    }

    /** Tells whether there is a case distinction in a formula; an absolute value is none, algebra knows it. */
    public static boolean occur(Expression expression) {
        return occur(expression, false);
    }

    /** Tells whether there is a case distinction or an absolute value in a formula. */
    public static boolean orAbsoluteValuesOccur(Expression expression) {
        return occur(expression, true);
    }

    private static boolean occur(Expression expression, boolean absoluteValues) {
        CaseDistinctions visitor = new CaseDistinctions(new Region(new TreeMap<>(), List.of()), absoluteValues);
        expression.accept(visitor);
        return visitor.open.isPresent();
    }

    private enum Answer {
        YES,
        NO,
        OPEN
    }

    private Answer decide(Condition condition) {
        if (condition.symbols().stream().allMatch(region.domains()::containsKey)) {
            if (Inequalities.imply(region, condition)) {
                return Answer.YES;
            }
            if (Inequalities.opposites(condition).stream().anyMatch(other -> Inequalities.imply(region, other))) {
                return Answer.NO;
            }
        }
        open = open.or(() -> Optional.of(condition));
        return Answer.OPEN;
    }

    @Override
    public Expression call(Call call) {
        List<Expression> arguments = arguments(call);
        if (call.function() == ElementaryFunction.ABS && ofAbsoluteValues && open.isEmpty()) {
            return absolute(arguments.get(0));
        }
        if (call.function() == ElementaryFunction.SIGN && open.isEmpty()) {
            return sign(arguments.get(0));
        }
        boolean smaller = call.function() == ElementaryFunction.MIN;
        if ((!smaller && call.function() != ElementaryFunction.MAX) || open.isPresent()) {
            return new Call(call.function(), arguments);
        }
        Expression x = arguments.get(0);
        Expression y = arguments.get(1);
        return switch (decide(new Condition(Relation.AT_MOST, x, y))) {
            case YES -> smaller ? x : y;
            case NO -> smaller ? y : x;
            case OPEN -> new Call(call.function(), arguments);
        };
    }

    private Expression sign(Expression x) {
        Expression zero = Expression.number(0);
        Answer positive = decide(new Condition(Relation.GREATER, x, zero));
        if (positive == Answer.YES) {
            return Expression.number(1);
        }
        Answer negative = positive == Answer.NO ? decide(new Condition(Relation.LESS, x, zero)) : Answer.OPEN;
        return switch (negative) {
            case YES -> Expression.number(-1);
            case NO -> zero;
            case OPEN -> new Call(ElementaryFunction.SIGN, List.of(x));
        };
    }

    private Expression absolute(Expression x) {
        return switch (decide(new Condition(Relation.AT_LEAST, x, Expression.number(0)))) {
            case YES -> x;
            case NO -> new Negation(x);
            case OPEN -> new Call(ElementaryFunction.ABS, List.of(x));
        };
    }

    @Override
    public Expression piecewise(Piecewise piecewise) {
        List<Piecewise.Branch> left = new ArrayList<>();
        for (Piecewise.Branch branch : piecewise.branches()) {
            Condition condition = rewritten(branch.condition());
            Answer answer = open.isPresent() ? Answer.OPEN : decide(condition);
            if (answer == Answer.YES && left.isEmpty()) {
                return branch.value().accept(this);
            }
            if (answer != Answer.NO) {
                left.add(new Piecewise.Branch(condition, branch.value()));
            }
        }
        return left.isEmpty() ? piecewise.otherwise().accept(this) : new Piecewise(left, piecewise.otherwise());
    }
}
