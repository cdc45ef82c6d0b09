package org.theoremeter.simulate.ode.enclosure;

import org.theoremeter.theory.symbolic.ElementaryFunction;

/** A function of one argument. */
final class EnclosedFunction extends Enclosed {

    /** How far the argument of an exponential may move within a step. */
    private static final double EXPONENT = 4;

    /** How far the argument of a sine or a hyperbolic tangent may move. */
    private static final double TURN = 2;

    private final ElementaryFunction function;
    private final Enclosed x;

    EnclosedFunction(ElementaryFunction function, Enclosed x) {
        this.function = function;
        this.x = x;
    }

    @Override
    void over(Window window) {
        x.enclose(window);
        set(range());
    }

    @Override
    public double rounding() {
        return gain(x.rounding(), slope()) + 2 * UNIT * size();
    }

    private double[] range() {
        return switch (function) {
            case SIN -> Ranges.sine(x.low, x.high);
            case COS -> Ranges.cosine(x.low, x.high);
            case TAN -> Ranges.tangent(x.low, x.high);
            case COSH -> {
                double[] ends = Ranges.rising(Math::cosh, x.low, x.high);
                yield x.low <= 0 && x.high >= 0 ? new double[] {1, ends[1]} : ends;
            }
            case ABS -> Ranges.even(Ranges.rising(Math::abs, x.low, x.high), x.low, x.high);
            case SQRT -> Ranges.power(x.low, x.high, 0.5);
            case LN -> Ranges.rising(Math::log, Math.max(x.low, 0), Math.max(x.high, 0));
            case ASIN, ACOS ->
                Ranges.rising(
                        value -> function.apply(value, 0),
                        Math.max(-1, Math.min(1, x.low)),
                        Math.max(-1, Math.min(1, x.high)));
            case INVERSE -> Ranges.quotient(1, 1, x.low, x.high);
            default -> Ranges.rising(value -> function.apply(value, 0), x.low, x.high);
        };
    }

    /** Bounds the derivative by the argument. */
    private double slope() {
        return switch (function) {
            case EXP -> size();
            case SINH, COSH -> Math.cosh(x.size());
            case LN -> 1 / x.clear();
            case SQRT -> 1 / (2 * Math.sqrt(Math.max(0, x.low)));
            case TAN -> 1 + size() * size();
            case TANH -> 1 / Math.pow(Math.cosh(x.clear()), 2);
            case ATAN -> 1 / (1 + x.clear() * x.clear());
            case ASIN, ACOS -> 1 / Math.sqrt(Math.max(0, 1 - x.size() * x.size()));
            case INVERSE -> 1 / (x.clear() * x.clear());
            case SIN, COS, ABS, MIN, MAX, SIGN, TRANSPOSE, TRACE, DET -> 1;
        };
    }

    @Override
    public boolean hides(double gain, double negligible) {
        if (negligible(gain, negligible)) {
            return false;
        }
        return unresolved() || x.hides(gain(gain, slope()), negligible);
    }

    private boolean unresolved() {
        return switch (function) {
            case EXP, SINH, COSH -> x.high - x.low > EXPONENT;
            case SIN, COS, TAN, TANH -> x.high - x.low > TURN;
            case ATAN -> distance(x.high) - distance(x.low) > TURN;
            case INVERSE -> x.size() > EnclosedOperation.FACTOR * x.clear();
            default -> false;
        };
    }

    /** Returns arsinh x, along which the arc tangent varies evenly. */
    private static double distance(double value) {
        return Math.signum(value) * Math.log(Math.abs(value) + Math.hypot(value, 1));
    }

    @Override
    public boolean sharp() {
        return switch (function) {
            case EXP, SINH, COSH, SIN, COS, TAN, TANH, ATAN, INVERSE -> !(x instanceof Fixed);
            default -> x.sharp();
        };
    }
}
