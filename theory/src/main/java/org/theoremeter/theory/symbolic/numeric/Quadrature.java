package org.theoremeter.theory.symbolic.numeric;

import java.util.Locale;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;
import org.theoremeter.theory.symbolic.enclosure.Interval;

/**
 * The value of a definite integral: enclosed rigorously, or else established by two adaptive Gauss–Legendre rules that share
 * no node.
 *
 * <p>Both rules cut the range into panels that shrink geometrically towards its ends (and grow towards infinity), so that
 * decay on any time scale and integrable singularities at the ends are seen; they differ in ratio and in order. Where
 * they differ by more than 10⁻¹¹ of the integral of |f|, or either does not converge, there is no value. A feature
 * narrower than about 3 · 10⁻⁴ of a bounded range, or than a fiftieth of its distance from the finite end of an
 * infinite one, may escape both.
 *
 * @param value the integral; NaN if it could not be established
 * @param error a bound on its error: half the width of the enclosure, or what separates the two rules, and rounding
 * @param rigorous whether the bound is one beyond doubt, and of an integral without a value, whether it surely has none
 * @param how one phrase: how it was established, or why it was not
 */
public record Quadrature(double value, double error, boolean rigorous, String how) {
    private static final Quadrature NONE = missing(false, "two quadrature rules do not agree");
    private static final double AGREEMENT = 1e-11;
    /** Function values carry a few units of rounding, which a rule averages but does not remove. */
    private static final double ROUNDING = 1e-13;

    /**
     * Integrates a function.
     *
     * @param function the integrand
     * @param from the lower limit, possibly infinite
     * @param to the upper limit, possibly infinite; it may lie below the lower one
     * @return the value with its error, or NaN
     */
    public static Quadrature of(DoubleUnaryOperator function, double from, double to) {
        if (Double.isNaN(from) || Double.isNaN(to)) {
            return NONE;
        }
        if (from == to) {
            return new Quadrature(0, 0, true, "an empty range");
        }
        if (from > to) {
            return of(function, to, from).times(-1);
        }
        if (Double.isInfinite(from) && Double.isInfinite(to)) {
            return of(function, from, 0).plus(of(function, 0, to));
        }
        if (Double.isInfinite(from)) {
            return of(x -> function.applyAsDouble(-x), -to, Double.POSITIVE_INFINITY);
        }
        return Double.isInfinite(to)
                ? compared(new DecayingTail(x -> function.applyAsDouble(from + x)), 0, to)
                : compared(function, from, to);
    }

    private static Quadrature compared(DoubleUnaryOperator function, double from, double to) {
        AdaptiveGauss.Sum coarse = AdaptiveGauss.COARSE.integrate(function, from, to);
        AdaptiveGauss.Sum fine = AdaptiveGauss.FINE.integrate(function, from, to);
        double scale = Math.max(coarse.ofMagnitude(), fine.ofMagnitude());
        double apart = Math.abs(coarse.value() - fine.value());
        boolean finite = DoubleStream.of(coarse.value(), fine.value(), scale).allMatch(Double::isFinite);
        return finite && apart <= AGREEMENT * scale ? agreed(fine.value(), apart + ROUNDING * scale) : NONE;
    }

    private static Quadrature agreed(double value, double error) {
        return new Quadrature(value, error, false, "two quadrature rules agree to " + shown(error));
    }

    /** Returns an integral that has no value, or none that was established. */
    public static Quadrature missing(boolean surely, String why) {
        return new Quadrature(Double.NaN, Double.POSITIVE_INFINITY, surely, why);
    }

    /** Returns an integral that was enclosed. */
    public static Quadrature enclosed(Interval values) {
        double middle = values.lower() / 2 + values.upper() / 2;
        double error = Math.nextUp(Math.max(values.upper() - middle, middle - values.lower()));
        return new Quadrature(middle, error, true, "enclosed to " + shown(error));
    }

    private static String shown(double error) {
        return String.format(Locale.ROOT, "%.0e", error);
    }

    /** Returns the sum of two integrals; both have to be known, and rigorously for it to be so. */
    public Quadrature plus(Quadrature other) {
        boolean both = rigorous && other.rigorous;
        double sum = value + other.value;
        double errors = error + other.error;
        return Double.isFinite(sum) ? new Quadrature(sum, errors, both, agreed(sum, errors).how) : NONE;
    }

    /** Returns the integral with more error. */
    public Quadrature beside(double more) {
        return new Quadrature(value, error + more, rigorous, how);
    }

    private Quadrature times(int sign) {
        return new Quadrature(sign * value, error, rigorous, how);
    }
}
