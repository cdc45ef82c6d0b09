package org.theoremeter.simulate.ode.enclosure;

import org.theoremeter.theory.symbolic.Operator;

/** A sum, difference, product, quotient or power. */
final class EnclosedOperation extends Enclosed {

    /** A divisor that varies by no more than this factor over a step is seen as a whole. */
    static final double FACTOR = 4;

    /** Powers up to this are as smooth as what the methods assume of a step. */
    private static final double GENTLE = 3;

    private final Operator operator;
    private final Enclosed a;
    private final Enclosed b;
    private final boolean square;

    EnclosedOperation(Operator operator, Enclosed a, Enclosed b, boolean square) {
        this.operator = operator;
        this.a = a;
        this.b = b;
        this.square = square;
    }

    @Override
    void over(Window window) {
        a.enclose(window);
        b.enclose(window);
        switch (operator) {
            case PLUS -> set(a.low + b.low, a.high + b.high);
            case MINUS -> set(a.low - b.high, a.high - b.low);
            case TIMES -> times();
            case DIVIDE -> divide();
            case POWER -> set(b.low == b.high ? Ranges.power(a.low, a.high, b.low) : general());
        }
    }

    private void times() {
        if (square) {
            set(Ranges.power(a.low, a.high, 2));
        } else if (a.low > 0 && b.low > 0) {
            set(a.low * b.low, a.high * b.high);
        } else {
            set(Ranges.product(a.low, a.high, b.low, b.high));
        }
    }

    private void divide() {
        if (a.low > 0 && b.low > 0) {
            set(a.low / b.high, a.high / b.low);
        } else {
            set(Ranges.quotient(a.low, a.high, b.low, b.high));
        }
    }

    @Override
    public double rounding() {
        double other =
                operator == Operator.DIVIDE ? gain(b.rounding() / b.clear(), size()) : gain(b.rounding(), otherSlope());
        return gain(a.rounding(), slope()) + other + UNIT * size();
    }

    private double[] general() {
        if (!(a.low > 0)) {
            return Ranges.whole();
        }
        double[] exponent = Ranges.product(b.low, b.high, Math.log(a.low), Math.log(a.high));
        return Ranges.rising(Math::exp, exponent[0], exponent[1]);
    }

    /** Bounds the derivative by the first operand. */
    private double slope() {
        return switch (operator) {
            case PLUS, MINUS -> 1;
            case TIMES -> b.size();
            case DIVIDE -> 1 / b.clear();
            case POWER -> {
                double[] below = Ranges.power(a.low, a.high, b.high - 1);
                yield b.size() * Math.max(Math.abs(below[0]), Math.abs(below[1]));
            }
        };
    }

    /** Bounds the derivative by the second operand. */
    private double otherSlope() {
        return switch (operator) {
            case PLUS, MINUS -> 1;
            case TIMES -> a.size();
            case DIVIDE -> size() / b.clear();
            case POWER -> b.low == b.high ? 0 : size() * Math.abs(Math.log(a.size()));
        };
    }

    @Override
    public boolean hides(double gain, double negligible) {
        if (negligible(gain, negligible)) {
            return false;
        }
        return unresolved()
                || a.hides(gain(gain, slope()), negligible)
                || b.hides(gain(gain, otherSlope()), negligible);
    }

    private boolean unresolved() {
        return switch (operator) {
            case PLUS, MINUS, TIMES -> false;
            case DIVIDE -> b.size() > FACTOR * b.clear();
            case POWER -> steep() && a.size() > FACTOR * a.clear();
        };
    }

    private boolean steep() {
        return b.low != b.high || b.low < 0 || b.low > GENTLE;
    }

    @Override
    public boolean sharp() {
        boolean own = (operator == Operator.DIVIDE && !(b instanceof Fixed))
                || (operator == Operator.POWER && (!(b instanceof Fixed) || steep()));
        return own || a.sharp() || b.sharp();
    }
}
