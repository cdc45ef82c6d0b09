package org.theoremeter.simulate.ode;

import java.util.List;
import org.theoremeter.theory.symbolic.ElementaryFunction;
import org.theoremeter.theory.symbolic.Operator;

/**
 * A node of a formula that keeps the range of its values over a box of time and state, how steep it is there, and what
 * rounding its evaluation may bring.
 *
 * <p>It says where a formula varies that hides between the points at which a method looks: over a box that contains a
 * narrow pulse its range is wide, however far the pulse is from all points.
 */
abstract class Enclosed {

    private static final double UNIT = Math.ulp(1.0) / 2;

    double low;
    double high;
    double rounding;

    /** Encloses the node and all below it over a box: time, then the state. */
    abstract void enclose(double[] from, double[] to);

    /**
     * Tells whether a method that steps over the box may miss something of this node: it is not resolved, and what that
     * does to the whole is not negligible.
     *
     * @param gain by how much the whole varies with this node
     * @param negligible how far the whole may vary unseen
     */
    abstract boolean hides(double gain, double negligible);

    /** Tells whether there is a node that may hide anything. */
    abstract boolean sharp();

    final void set(double[] range) {
        low = range[0];
        high = range[1];
    }

    final double size() {
        return Math.max(Math.abs(low), Math.abs(high));
    }

    /** Returns the least distance from zero. */
    final double clear() {
        return low <= 0 && high >= 0 ? 0 : Math.min(Math.abs(low), Math.abs(high));
    }

    final boolean negligible(double gain, double negligible) {
        return low == high || gain * (high - low) <= negligible;
    }

    static double gain(double gain, double slope) {
        double product = Ranges.times(gain, slope);
        return Double.isNaN(product) ? Double.POSITIVE_INFINITY : product;
    }

    /** A number or a parameter. */
    static final class Fixed extends Enclosed {

        Fixed(double value, boolean exact) {
            low = value;
            high = value;
            rounding = exact ? 0 : UNIT * Math.abs(value);
        }

        @Override
        void enclose(double[] from, double[] to) {
            // it is the same in every box
        }

        @Override
        boolean hides(double gain, double negligible) {
            return false;
        }

        @Override
        boolean sharp() {
            return false;
        }
    }

    /** The time, or a component of the state. */
    static final class Variable extends Enclosed {

        private final int index;

        Variable(int index) {
            this.index = index;
        }

        @Override
        void enclose(double[] from, double[] to) {
            low = from[index];
            high = to[index];
            // a method's times are sums that were rounded; the state is what it is
            rounding = index == 0 ? UNIT * size() : 0;
        }

        @Override
        boolean hides(double gain, double negligible) {
            return false;
        }

        @Override
        boolean sharp() {
            return false;
        }
    }

    /** A sum, difference, product, quotient or power. */
    static final class Joined extends Enclosed {

        /** A divisor that varies by no more than this factor over a step is seen as a whole. */
        private static final double FACTOR = 4;

        /** Powers up to this are as smooth as what the methods assume of a step. */
        private static final double GENTLE = 3;

        private final Operator operator;
        private final Enclosed a;
        private final Enclosed b;
        private final boolean square;

        Joined(Operator operator, Enclosed a, Enclosed b, boolean square) {
            this.operator = operator;
            this.a = a;
            this.b = b;
            this.square = square;
        }

        @Override
        void enclose(double[] from, double[] to) {
            a.enclose(from, to);
            b.enclose(from, to);
            switch (operator) {
                case PLUS -> set(Ranges.ordered(a.low + b.low, a.high + b.high));
                case MINUS -> set(Ranges.ordered(a.low - b.high, a.high - b.low));
                case TIMES ->
                    set(square ? Ranges.power(a.low, a.high, 2) : Ranges.product(a.low, a.high, b.low, b.high));
                case DIVIDE -> set(Ranges.quotient(a.low, a.high, b.low, b.high));
                case POWER -> set(b.low == b.high ? Ranges.power(a.low, a.high, b.low) : general());
            }
            double other =
                    operator == Operator.DIVIDE ? gain(b.rounding / b.clear(), size()) : gain(b.rounding, otherSlope());
            rounding = gain(a.rounding, slope()) + other + UNIT * size();
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
        boolean hides(double gain, double negligible) {
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
        boolean sharp() {
            boolean own = operator == Operator.DIVIDE && !(b instanceof Fixed)
                    || operator == Operator.POWER && (!(b instanceof Fixed) || steep());
            return own || a.sharp() || b.sharp();
        }
    }

    /** A function of one argument. */
    static final class Applied extends Enclosed {

        /** How far the argument of an exponential may move within a step. */
        private static final double EXPONENT = 4;

        /** How far the argument of a sine or a hyperbolic tangent may move. */
        private static final double TURN = 2;

        private final ElementaryFunction function;
        private final Enclosed x;

        Applied(ElementaryFunction function, Enclosed x) {
            this.function = function;
            this.x = x;
        }

        @Override
        void enclose(double[] from, double[] to) {
            x.enclose(from, to);
            set(range());
            rounding = gain(x.rounding, slope()) + 2 * UNIT * size();
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
        boolean hides(double gain, double negligible) {
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
                case INVERSE -> x.size() > Joined.FACTOR * x.clear();
                default -> false;
            };
        }

        /** Returns arsinh x, along which the arc tangent varies evenly. */
        private static double distance(double value) {
            return Math.signum(value) * Math.log(Math.abs(value) + Math.hypot(value, 1));
        }

        @Override
        boolean sharp() {
            return switch (function) {
                case EXP, SINH, COSH, SIN, COS, TAN, TANH, ATAN, INVERSE -> !(x instanceof Fixed);
                default -> x.sharp();
            };
        }
    }

    /** The smaller or the larger of some. */
    static final class Extreme extends Enclosed {

        private final boolean largest;
        private final List<Enclosed> of;

        Extreme(boolean largest, List<Enclosed> of) {
            this.largest = largest;
            this.of = of;
        }

        @Override
        void enclose(double[] from, double[] to) {
            of.forEach(each -> each.enclose(from, to));
            Enclosed a = of.get(0);
            Enclosed b = of.get(1);
            low = largest ? Math.max(a.low, b.low) : Math.min(a.low, b.low);
            high = largest ? Math.max(a.high, b.high) : Math.min(a.high, b.high);
            rounding = Math.max(a.rounding, b.rounding);
        }

        @Override
        boolean hides(double gain, double negligible) {
            return !negligible(gain, negligible) && of.stream().anyMatch(each -> each.hides(gain, negligible));
        }

        @Override
        boolean sharp() {
            return of.stream().anyMatch(Enclosed::sharp);
        }
    }
}
