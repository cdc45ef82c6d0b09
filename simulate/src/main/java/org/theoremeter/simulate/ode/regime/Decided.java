package org.theoremeter.simulate.ode.regime;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToIntFunction;
import org.theoremeter.theory.symbolic.Call;
import org.theoremeter.theory.symbolic.Condition;
import org.theoremeter.theory.symbolic.ElementaryFunction;
import org.theoremeter.theory.symbolic.Expression;
import org.theoremeter.theory.symbolic.Negation;
import org.theoremeter.theory.symbolic.Operation;
import org.theoremeter.theory.symbolic.Operator;
import org.theoremeter.theory.symbolic.Piecewise;
import org.theoremeter.theory.symbolic.Relation;
import org.theoremeter.theory.symbolic.algebra.rewrite.Rewriter;

/**
 * Decides the case distinctions of formulas: {@code piecewise}, {@code abs}, {@code sign}, {@code min} and {@code max}
 * become what they are on one side of each surface g = 0 on which they switch.
 *
 * <p>A formula so decided is smooth, and continues smoothly beyond the surfaces. Below a root of an argument that has
 * become negative stands 0; such an argument is an edge of where the field is defined.
 */
public final class Decided extends Rewriter {

    private static final Expression ZERO = Expression.number(0);

    private final Set<String> moving;
    private final Map<String, Double> constants;
    private final ToIntFunction<Expression> side;
    private final Set<Expression> surfaces = new LinkedHashSet<>();
    private final Set<Expression> edges = new LinkedHashSet<>();

    /**
     * Prepares to decide.
     *
     * @param moving the symbols of time and state
     * @param constants the values of all others
     * @param side 1 where a formula g counts as positive, −1 where as negative
     */
    public Decided(Set<String> moving, Map<String, Double> constants, ToIntFunction<Expression> side) {
        this.moving = moving;
        this.constants = constants;
        this.side = side;
    }

    /** Returns the formulas g whose sign was asked for. */
    Set<Expression> surfaces() {
        return surfaces;
    }

    /** Returns the arguments of roots. */
    public Set<Expression> edges() {
        return edges;
    }

    private boolean fixed(Expression formula) {
        return formula.symbols().stream().noneMatch(moving::contains);
    }

    private int side(Expression difference) {
        if (fixed(difference)) {
            return (int) Math.signum(difference.evaluate(constants));
        }
        surfaces.add(difference);
        return side.applyAsInt(difference);
    }

    private static Expression minus(Expression left, Expression right) {
        return right.equals(ZERO) ? left : new Operation(Operator.MINUS, left, right);
    }

    @Override
    public Expression operation(Operation operation) {
        Expression left = operation.left().accept(this);
        Expression right = operation.right().accept(this);
        if (operation.operator() == Operator.POWER && fixed(right) && !fixed(left)) {
            double exponent = right.evaluate(constants);
            if (exponent != Math.rint(exponent)) {
                return new Operation(Operator.POWER, notBelow(left, exponent), right);
            }
        }
        return new Operation(operation.operator(), left, right);
    }

    /** Keeps the base of a root from negative values. */
    private Expression notBelow(Expression base, double exponent) {
        if (exponent > 0) {
            edges.add(base);
        }
        return new Call(ElementaryFunction.MAX, List.of(base, ZERO));
    }

    @Override
    public Expression call(Call call) {
        List<Expression> arguments = arguments(call);
        Expression x = arguments.get(0);
        Expression y = arguments.get(arguments.size() - 1);
        return switch (call.function()) {
            case ABS -> side(x) >= 0 ? x : new Negation(x);
            case SIGN -> Expression.number(side(x));
            case MAX -> side(minus(x, y)) >= 0 ? x : y;
            case MIN -> side(minus(x, y)) <= 0 ? x : y;
            case SQRT -> fixed(x) ? call : new Call(ElementaryFunction.SQRT, List.of(notBelow(x, 1.0 / 2)));
            default -> new Call(call.function(), arguments);
        };
    }

    @Override
    public Expression piecewise(Piecewise piecewise) {
        for (Piecewise.Branch branch : piecewise.branches()) {
            if (holds(branch.condition())) {
                return branch.value().accept(this);
            }
        }
        return piecewise.otherwise().accept(this);
    }

    /** Decides a condition; one that asks for equality holds on a surface only, which a solution is never on for a time. */
    private boolean holds(Condition condition) {
        Expression left = condition.left().accept(this);
        Expression right = condition.right().accept(this);
        Expression difference = minus(left, right);
        if (fixed(difference)) {
            return condition.relation().holds(left.evaluate(constants), right.evaluate(constants));
        }
        return condition.relation() != Relation.EQUAL && condition.relation().holds(side(difference), 0);
    }
}
