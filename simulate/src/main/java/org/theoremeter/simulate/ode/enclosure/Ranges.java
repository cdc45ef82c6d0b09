package org.theoremeter.simulate.ode.enclosure;

import java.util.function.DoubleUnaryOperator;

/** Ranges of elementary functions over an interval, to within rounding: {low, high}. */
public final class Ranges {

    private static final double QUARTER = Math.PI / 2;

    private Ranges() {}

    static double[] whole() {
        return new double[] {Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY};
    }

    static double[] rising(DoubleUnaryOperator function, double low, double high) {
        return ordered(function.applyAsDouble(low), function.applyAsDouble(high));
    }

    /** Returns a range with ends that are numbers; what is not a number leaves the end open. */
    static double[] ordered(double a, double b) {
        if (Double.isNaN(a) || Double.isNaN(b)) {
            return whole();
        }
        return new double[] {Math.min(a, b), Math.max(a, b)};
    }

    static double[] product(double a, double b, double c, double d) {
        double p = times(a, c);
        double q = times(a, d);
        double r = times(b, c);
        double s = times(b, d);
        return ordered(Math.min(Math.min(p, q), Math.min(r, s)), Math.max(Math.max(p, q), Math.max(r, s)));
    }

    /** Multiplies, with 0 for 0 times infinity: an end that is infinite is never reached. */
    public static double times(double a, double b) {
        return a == 0 || b == 0 ? 0 : a * b;
    }

    static double[] quotient(double a, double b, double c, double d) {
        if (c <= 0 && d >= 0) {
            return a == 0 && b == 0 ? new double[] {0, 0} : whole();
        }
        return product(a, b, 1 / d, 1 / c);
    }

    static double[] even(double[] range, double low, double high) {
        return low <= 0 && high >= 0 ? new double[] {Math.min(0, range[0]), range[1]} : range;
    }

    static double[] cosine(double low, double high) {
        if (!(high - low < 4 * QUARTER)) {
            return new double[] {-1, 1};
        }
        double[] ends = ordered(Math.cos(low), Math.cos(high));
        double turn = Math.ceil(low / (2 * QUARTER));
        if (turn * 2 * QUARTER <= high) {
            ends[turn % 2 == 0 ? 1 : 0] = turn % 2 == 0 ? 1 : -1;
            if ((turn + 1) * 2 * QUARTER <= high) {
                return new double[] {-1, 1};
            }
        }
        return ends;
    }

    static double[] sine(double low, double high) {
        return cosine(low - QUARTER, high - QUARTER);
    }

    static double[] tangent(double low, double high) {
        boolean pole = !(high - low < 2 * QUARTER)
                || Math.floor((low + QUARTER) / (2 * QUARTER)) != Math.floor((high + QUARTER) / (2 * QUARTER));
        return pole ? whole() : rising(Math::tan, low, high);
    }

    /** Returns x^n, with a negative base only for whole n. */
    static double[] power(double low, double high, double exponent) {
        boolean whole = exponent == Math.rint(exponent);
        double from = whole ? low : Math.max(low, 0);
        double to = whole ? high : Math.max(high, 0);
        if (exponent < 0) {
            double[] below = power(from, to, -exponent);
            return below[0] <= 0 && below[1] >= 0
                    ? below[0] == 0 ? new double[] {1 / below[1], Double.POSITIVE_INFINITY} : whole()
                    : ordered(1 / below[1], 1 / below[0]);
        }
        double[] ends = ordered(raised(from, exponent), raised(to, exponent));
        return whole && exponent % 2 == 0 ? even(ends, from, to) : ends;
    }

    /** Small powers are products, far faster than the library's. */
    private static double raised(double x, double exponent) {
        if (exponent == 1) {
            return x;
        }
        if (exponent == 2) {
            return x * x;
        }
        return exponent == 3 ? x * x * x : Math.pow(x, exponent);
    }
}
