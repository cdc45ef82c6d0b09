package org.theoremeter.theory.critical;

import java.util.List;
import java.util.Map;
import org.theoremeter.theory.symbolic.Call;
import org.theoremeter.theory.symbolic.Expression;
import org.theoremeter.theory.symbolic.Piecewise;
import org.theoremeter.theory.symbolic.algebra.rewrite.Rewriter;

/**
 * Rounds the kinks of a formula off: |u| becomes √(u² + ε²), and what is built from it follows. As ε goes to 0 the
 * minima of the rounded formula go to those of the original, on kinks too, where Newton's method alone gets stuck.
 */
final class Smoothed extends Rewriter {
    private static final Expression ABSOLUTE = Expression.parse("sqrt(u^2 + e^2)");
    private static final Expression SIGN = Expression.parse("u/sqrt(u^2 + e^2)");
    private static final Expression LARGER = Expression.parse("(u + v + sqrt((u - v)^2 + e^2))/2");
    private static final Expression SMALLER = Expression.parse("(u + v - sqrt((u - v)^2 + e^2))/2");
    private static final Expression ROOT = Expression.parse("sqrt(u + e^2)");

    private final Expression width;

    private Smoothed(Expression width) {
        this.width = width;
    }

    /** Returns the rounded formula, in which {@code width} stands for ε. */
    static Expression of(Expression formula, String width) {
        return formula.accept(new Smoothed(Expression.symbol(width)));
    }

    @Override
    public Expression call(Call call) {
        List<Expression> arguments = arguments(call);
        Map<String, Expression> values =
                Map.of("u", arguments.get(0), "v", arguments.get(arguments.size() - 1), "e", width);
        return switch (call.function()) {
            case ABS -> ABSOLUTE.substitute(values);
            case SIGN -> SIGN.substitute(values);
            case MAX -> LARGER.substitute(values);
            case MIN -> SMALLER.substitute(values);
            case SQRT -> ROOT.substitute(values);
            default -> new Call(call.function(), arguments);
        };
    }

    /** A case distinction may jump, which cannot be rounded off like this: it stays. */
    @Override
    public Expression piecewise(Piecewise piecewise) {
        return piecewise;
    }
}
