package org.theoremeter.theory.critical;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.theoremeter.theory.symbolic.Call;
import org.theoremeter.theory.symbolic.Condition;
import org.theoremeter.theory.symbolic.Expression;
import org.theoremeter.theory.symbolic.Negation;
import org.theoremeter.theory.symbolic.Operation;
import org.theoremeter.theory.symbolic.Operator;
import org.theoremeter.theory.symbolic.Piecewise;
import org.theoremeter.theory.symbolic.algebra.rewrite.Rewriter;

/**
 * Takes a formula that switches apart: the smooth formula that it is around a point. {@code abs}, {@code sign},
 * {@code min}, {@code max} and case distinctions are decided there; what they compare is noted, as are the arguments of
 * roots and of broken powers, which are not smooth at 0.
 */
final class Pieces extends Rewriter {
    private static final Expression ZERO = Expression.number(0);

    private final Map<String, Double> point;
    private final Set<Expression> compared = new LinkedHashSet<>();
    private final Set<Expression> roots = new LinkedHashSet<>();

    private Pieces(Map<String, Double> point) {
        this.point = point;
    }

    /**
     * What a formula is around a point.
     *
     * @param formula the smooth formula
     * @param compared formulas at whose zeros the original may switch
     * @param roots formulas at whose zeros it may have no derivative, though it does not switch
     */
    record Piece(Expression formula, Set<Expression> compared, Set<Expression> roots) {}

    static Piece at(Expression formula, Map<String, Double> point) {
        Pieces pieces = new Pieces(point);
        return new Piece(formula.accept(pieces), pieces.compared, pieces.roots);
    }

    private boolean isPositive(Expression formula) {
        return formula.evaluate(point) >= 0;
    }

    private Expression difference(Expression left, Expression right) {
        Expression difference = right.equals(ZERO) ? left : new Operation(Operator.MINUS, left, right);
        compared.add(difference);
        return difference;
    }

    @Override
    public Expression operation(Operation operation) {
        Expression left = operation.left().accept(this);
        Expression right = operation.right().accept(this);
        if (operation.operator() == Operator.POWER && isBroken(right)) {
            roots.add(left);
        }
        return new Operation(operation.operator(), left, right);
    }

    private boolean isBroken(Expression exponent) {
        double value = exponent.evaluate(point);
        return value != Math.rint(value) || !exponent.symbols().isEmpty();
    }

    @Override
    public Expression call(Call call) {
        List<Expression> arguments = arguments(call);
        Expression first = arguments.get(0);
        Expression last = arguments.get(arguments.size() - 1);
        return switch (call.function()) {
            case ABS -> isPositive(difference(first, ZERO)) ? first : new Negation(first);
            case SIGN -> Expression.number(isPositive(difference(first, ZERO)) ? 1 : -1);
            case MIN -> isPositive(difference(first, last)) ? last : first;
            case MAX -> isPositive(difference(first, last)) ? first : last;
            case SQRT -> {
                roots.add(first);
                yield new Call(call.function(), arguments);
            }
            default -> new Call(call.function(), arguments);
        };
    }

    @Override
    public Expression piecewise(Piecewise piecewise) {
        for (Piecewise.Branch branch : piecewise.branches()) {
            Condition condition = branch.condition();
            difference(condition.left().accept(this), condition.right().accept(this));
            if (condition.holds(point)) {
                return branch.value().accept(this);
            }
        }
        return piecewise.otherwise().accept(this);
    }
}
