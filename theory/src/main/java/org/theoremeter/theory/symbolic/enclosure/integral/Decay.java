package org.theoremeter.theory.symbolic.enclosure.integral;

import org.theoremeter.theory.symbolic.enclosure.Directed;

/**
 * A bound for all x ≥ T > 0: |g(x)| ≤ e^{logarithm} (x/T)^{power} e^{−rate (x − T)}.
 *
 * <p>Its factor is kept as a logarithm, so that neither {@code exp(800)} nor {@code exp(-800)} leaves the doubles.
 *
 * @param logarithm the logarithm of the factor, rounded up; −∞ for the function that is 0
 * @param power the power, rounded up
 * @param rate the rate, rounded down
 */
record Decay(double logarithm, double power, double rate) {
    private static final int PLACES = 2;

    static Decay constant(double magnitude) {
        return new Decay(logarithmUp(magnitude), 0, 0);
    }

    static double logarithmUp(double magnitude) {
        return magnitude == 1 ? 0 : Directed.above(Math.log(magnitude), PLACES);
    }

    private static double exponentialUp(double x) {
        return x == 0 ? 1 : Directed.above(Math.exp(x), PLACES);
    }

    boolean isFinite() {
        return logarithm < Double.POSITIVE_INFINITY && Double.isFinite(power) && Double.isFinite(rate);
    }

    Decay times(Decay other) {
        return new Decay(
                Directed.addUp(logarithm, other.logarithm),
                Directed.addUp(power, other.power),
                Directed.addDown(rate, other.rate));
    }

    /** Returns the bound of |g|ʸ, for y from an interval of numbers that are not negative. */
    Decay raised(double lower, double upper) {
        return new Decay(
                Directed.multiplyUp(logarithm > 0 ? upper : lower, logarithm),
                Directed.multiplyUp(power > 0 ? upper : lower, power),
                Directed.multiplyDown(rate > 0 ? lower : upper, rate));
    }

    /** Returns one bound for the sum of what two bound. */
    Decay plus(Decay other) {
        double larger = Math.max(logarithm, other.logarithm);
        double smaller = Math.min(logarithm, other.logarithm);
        double joined = smaller == Double.NEGATIVE_INFINITY
                ? larger
                : Directed.addUp(
                        larger, logarithmUp(Directed.addUp(1, exponentialUp(Directed.addUp(smaller, -larger)))));
        return new Decay(joined, Math.max(power, other.power), Math.min(rate, other.rate));
    }

    /** Tells whether it falls faster in the end. */
    boolean fallsFasterThan(Decay other) {
        if (rate != other.rate) {
            return rate > other.rate;
        }
        return power != other.power ? power < other.power : logarithm < other.logarithm;
    }

    /** Tells whether the bound never rises. */
    boolean isFalling() {
        return power <= 0 && rate >= 0;
    }

    /** Returns an upper bound of the bound itself, all over the range; infinite if it rises. */
    double largest() {
        return isFalling() ? exponentialUp(logarithm) : Double.POSITIVE_INFINITY;
    }

    /** Bounds the integral from T to infinity; infinite where nothing is known. */
    double integral(double from) {
        double smallest = Double.POSITIVE_INFINITY;
        // (x/T)^p e^{−λ(x − T)} falls at the rate λ − p/x or faster.
        double slowest = power > 0 ? Directed.addDown(rate, -Directed.divideUp(power, from)) : rate;
        if (slowest > 0) {
            smallest = Directed.divideUp(1, slowest);
        }
        if (power < -1 && rate >= 0) {
            smallest = Math.min(smallest, Directed.divideUp(from, Directed.addDown(-1, -power)));
        }
        return sized(smallest);
    }

    /** Bounds the sum over T, T + 1, T + 2, …; infinite where nothing is known. */
    double sum(double from) {
        double smallest = Double.POSITIVE_INFINITY;
        double growth = power > 0 ? Directed.multiplyUp(power, Directed.divideUp(1, from)) : 0;
        // (1 + 1/k)^p is at most e^{p/T}.
        double ratio = exponentialUp(Directed.addUp(growth, -rate));
        if (ratio < 1) {
            smallest = Directed.divideUp(1, Directed.addDown(1, -ratio));
        }
        if (power < -1 && rate >= 0) {
            double rest = Directed.divideUp(from, Directed.addDown(-1, -power));
            smallest = Math.min(smallest, Directed.addUp(1, rest));
        }
        return sized(smallest);
    }

    private double sized(double factor) {
        if (logarithm == Double.NEGATIVE_INFINITY) {
            return 0;
        }
        return Double.isInfinite(factor) ? factor : Directed.multiplyUp(exponentialUp(logarithm), factor);
    }
}
