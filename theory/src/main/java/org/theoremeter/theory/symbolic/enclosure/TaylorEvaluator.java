package org.theoremeter.theory.symbolic.enclosure;

import java.util.List;
import java.util.stream.IntStream;
import org.theoremeter.theory.symbolic.ElementaryFunction;
import org.theoremeter.theory.symbolic.Expression;

/**
 * Encloses the Taylor coefficients f⁽ᵏ⁾/k! of a formula in one variable, at every point of a box.
 *
 * <p>Where a case distinction, an absolute value or a minimum is not decided on the box, and where a formula has a vertical
 * slope, the coefficients are unbounded. It works in arrays of its own; threads must not share one.
 */
public final class TaylorEvaluator {
    private final Evaluator evaluator;
    private final Program.Step[] steps;
    private final int[][] operands;
    private final boolean[] depends;
    private final Coefficients[] rows;
    private final Coefficients first;
    private final Coefficients second;
    private final Coefficients third;
    private final int order;
    private final Bounds register = new Bounds();

    /**
     * Prepares to evaluate a formula.
     *
     * @param formula the formula
     * @param like a box with the variables of those to come, in their order
     * @param variable the place of the variable by which it is expanded
     * @param order how many coefficients beyond the value
     */
    public TaylorEvaluator(Expression formula, Box like, int variable, int order) {
        this.evaluator = new Evaluator(List.of(formula), like);
        this.steps = evaluator.steps();
        this.operands = evaluator.operands();
        this.order = order;
        depends = new boolean[steps.length];
        for (int i = 0; i < steps.length; i++) {
            int[] on = operands[i];
            depends[i] = steps[i].kind() == Program.Kind.VARIABLE
                    ? on[0] == variable
                    : IntStream.of(on).anyMatch(a -> depends[a]);
        }
        rows = IntStream.range(0, steps.length)
                .mapToObj(i -> new Coefficients(order))
                .toArray(Coefficients[]::new);
        first = new Coefficients(order);
        second = new Coefficients(order);
        third = new Coefficients(order);
    }

    /** Returns what encloses values, slopes and what may go wrong, of the box evaluated last. */
    public Evaluator values() {
        return evaluator;
    }

    int order() {
        return order;
    }

    private Coefficients result() {
        return rows[evaluator.output(0)];
    }

    /** Returns the lower bound of a coefficient. */
    public double lower(int k) {
        return result().lower(k);
    }

    /** Returns the upper bound of a coefficient. */
    public double upper(int k) {
        return result().upper(k);
    }

    /** Encloses the values only. */
    public void evaluateValues(Box box) {
        evaluator.evaluate(box);
    }

    /** Encloses values and coefficients. */
    public void evaluate(Box box) {
        evaluator.evaluate(box);
        for (int i = 0; i <= evaluator.output(0); i++) {
            Coefficients row = rows[i];
            row.constant(evaluator.lowerAt(i), evaluator.upperAt(i));
            if (evaluator.isEmptyAt(i)) {
                row.constant(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
                row.unknown();
            } else if (depends[i]) {
                step(i, row, operands[i]);
            }
        }
    }

    private void step(int i, Coefficients row, int[] on) {
        Coefficients a = steps[i].kind() == Program.Kind.VARIABLE ? row : rows[on[0]];
        Coefficients b = rows[on[on.length - 1]];
        switch (steps[i].kind()) {
            case NUMBER, PI -> {}
            case VARIABLE -> row.set(1, 1, 1);
            case NEGATE -> row.negate(a);
            case ADD -> row.add(a, b);
            case SUBTRACT -> row.subtract(a, b);
            case MULTIPLY -> row.multiply(a, b);
            case DIVIDE -> row.divide(a, b);
            case POWER -> power(row, a, b, depends[on[1]]);
            case MINIMUM -> chosen(row, a, b, a.upper(0) < b.lower(0), b.upper(0) < a.lower(0));
            case MAXIMUM -> chosen(row, a, b, a.lower(0) > b.upper(0), b.lower(0) > a.upper(0));
            case CASES -> {
                int only = evaluator.onlyAt(i);
                if (only >= 0) {
                    row.copy(rows[only]);
                } else {
                    row.unknown();
                }
            }
            case FUNCTION -> function(steps[i].function(), row, a);
        }
    }

    private static void chosen(Coefficients row, Coefficients a, Coefficients b, boolean takesA, boolean takesB) {
        if (takesA) {
            row.copy(a);
        } else if (takesB) {
            row.copy(b);
        } else {
            row.unknown();
        }
    }

    private void power(Coefficients row, Coefficients a, Coefficients b, boolean exponentVaries) {
        double y = b.lower(0);
        boolean away = a.lower(0) > 0 || a.upper(0) < 0;
        if (exponentVaries) {
            logarithm(first, a);
            second.constant(0, 0);
            second.multiply(b, first);
            row.exponential(second);
        } else if (y == b.upper(0) && Powers.isWhole(y) && y > 0 && !away) {
            whole(row, a, (long) y);
        } else {
            row.power(a, y, b.upper(0));
        }
    }

    /** Of a base that may be 0: by squaring, where the recurrence would divide by 0. */
    private void whole(Coefficients row, Coefficients a, long exponent) {
        double low = row.lower(0);
        double high = row.upper(0);
        row.constant(1, 1);
        first.constant(a.lower(0), a.upper(0));
        first.copy(a);
        for (long rest = exponent; rest > 0; rest /= 2) {
            if (rest % 2 == 1) {
                product(second, row, first);
                row.constant(second.lower(0), second.upper(0));
                row.copy(second);
            }
            product(second, first, first);
            first.constant(second.lower(0), second.upper(0));
            first.copy(second);
        }
        row.set(0, low, high);
    }

    private void product(Coefficients into, Coefficients a, Coefficients b) {
        register.multiply(a.lower(0), a.upper(0), 0, b.lower(0), b.upper(0), 0);
        into.constant(register.lower, register.upper);
        into.multiply(a, b);
    }

    private void value(ElementaryFunction function, Coefficients into, Coefficients u) {
        Functions.apply(function, u.lower(0), u.upper(0), 0, register);
        if (register.isEmpty()) {
            into.constant(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
        } else {
            into.constant(register.lower, register.upper);
        }
    }

    private void logarithm(Coefficients into, Coefficients u) {
        value(ElementaryFunction.LN, into, u);
        into.slopeOver(u, u);
    }

    private void function(ElementaryFunction function, Coefficients row, Coefficients u) {
        switch (function) {
            case EXP -> row.exponential(u);
            case LN -> row.slopeOver(u, u);
            case SQRT -> row.power(u, 0.5, 0.5);
            case ABS -> chosen(row, u, first, u.lower(0) >= 0, u.upper(0) <= 0 && negated(u));
            case SIGN -> {
                if (row.lower(0) < row.upper(0)) {
                    row.unknown();
                }
            }
            case SIN, SINH -> {
                value(function == ElementaryFunction.SIN ? ElementaryFunction.COS : ElementaryFunction.COSH, first, u);
                row.wave(u, first, function == ElementaryFunction.SINH);
            }
            case COS, COSH -> {
                value(function == ElementaryFunction.COS ? ElementaryFunction.SIN : ElementaryFunction.SINH, first, u);
                first.wave(u, row, function == ElementaryFunction.COSH);
            }
            case TAN, TANH -> {
                squaredSecant(row, u, function);
                row.tangent(u, first, function == ElementaryFunction.TANH);
            }
            case ATAN -> {
                onePlusSquare(u, 1);
                row.slopeOver(u, second);
            }
            case ASIN, ACOS -> arc(row, u, function == ElementaryFunction.ACOS);
            case TRANSPOSE, TRACE, DET -> row.copy(u);
            case INVERSE -> {
                second.constant(1, 1);
                row.divide(second, u);
            }
            case MIN, MAX -> throw new IllegalStateException("a function of two arguments: " + function);
        }
    }

    private boolean negated(Coefficients u) {
        first.negate(u);
        return true;
    }

    /** 1 + tan² u, or 1 − tanh² u by 1/cosh², which keeps its digits where it is small. */
    private void squaredSecant(Coefficients row, Coefficients u, ElementaryFunction function) {
        if (function == ElementaryFunction.TAN) {
            Powers.whole(row.lower(0), row.upper(0), 0, 2, register);
            register.add(1, 1, 0, register.lower, register.upper, 0);
        } else {
            Functions.apply(ElementaryFunction.COSH, u.lower(0), u.upper(0), 0, register);
            Powers.whole(register.lower, register.upper, 0, -2, register);
        }
        first.constant(register.lower, register.upper);
    }

    /** Leaves 1 + s u² in the second row. */
    private void onePlusSquare(Coefficients u, double sign) {
        Powers.whole(u.lower(0), u.upper(0), 0, 2, register);
        first.constant(register.lower, register.upper);
        first.multiply(u, u);
        if (sign < 0) {
            register.subtract(1, 1, 0, register.lower, register.upper, 0);
            second.constant(register.lower, register.upper);
            second.negate(first);
        } else {
            register.add(1, 1, 0, register.lower, register.upper, 0);
            second.constant(register.lower, register.upper);
            second.copy(first);
        }
    }

    private void arc(Coefficients row, Coefficients u, boolean cosine) {
        onePlusSquare(u, -1);
        register.root(Math.max(0, second.lower(0)), Math.max(0, second.upper(0)), 0);
        third.constant(register.lower, register.upper);
        third.power(second, 0.5, 0.5);
        if (cosine) {
            first.constant(0, 0);
            first.slopeOver(u, third);
            row.negate(first);
        } else {
            row.slopeOver(u, third);
        }
    }
}
