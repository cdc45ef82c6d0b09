package org.theoremeter.simulate.kernel.plain;

import org.theoremeter.simulate.kernel.Activations;
import org.theoremeter.simulate.kernel.Store;

/**
 * Computes tanh and the logistic function in double precision from e^y − 1 = 2^k p + (2^k − 1), with k the integer nearest to
 * y/ln 2, r = y − k ln 2 and p = e^r − 1 by its series up to r¹³ (r⁷ as float); |r| ≤ 0.347 leaves less than 2e-17 (3e-9) of p.
 *
 * <p>tanh x = ±e/(e + 2) with e = e^2|x| − 1. Every operation is one of IEEE 754, so that vectors give the same bits.
 */
public class DoubleActivations implements Activations {

    /** Beyond it tanh is 1 in this precision. */
    protected static final double SATURATED = 20; // float: 10

    /** Beyond it e^−x would not be a normal number; the logistic function is then below 1e-304 (1e-37 as float). */
    protected static final double SMALLEST = 700; // float: 87

    protected static final double INVERSE_LN2 = 1.4426950408889634d;

    /** ln 2 in two parts, the first with 32 trailing zero bits as in FDLIBM (9 as float). */
    protected static final double LN2_HIGH = 0x1.62e42feep-1; // float: 0.693145752f

    protected static final double LN2_LOW = 0x1.a39ef35793c76p-33; // float: 1.42860677e-6f

    /** Adding it leaves an integer in the lowest bits. */
    protected static final double ROUND = 0x1.8p52; // float: 0x1.8p23f

    protected static final int EXPONENT = 52; // float: 23
    protected static final long BIAS = 1023; // float: 127

    /** 1/n!, from n = 2 to 13 (7 as float). */
    protected static final double[] SERIES = {
        1d / 2,
        1d / 6,
        1d / 24,
        1d / 120,
        1d / 720,
        1d / 5040,
        1d / 40320, // double only
        1d / 362880, // double only
        1d / 3628800, // double only
        1d / 39916800, // double only
        1d / 479001600, // double only
        1d / 6227020800d // double only
    };

    /** Creates the functions. */
    public DoubleActivations() {}

    @Override
    public void tanh(Store x, int offset, int count) {
        double[] values = DoubleStore.of(x);
        for (int i = offset; i < offset + count; i++) {
            values[i] = tanh(values[i]);
        }
    }

    @Override
    public void logistic(Store x, int offset, int count) {
        double[] values = DoubleStore.of(x);
        for (int i = offset; i < offset + count; i++) {
            values[i] = logistic(values[i]);
        }
    }

    static double tanh(double x) {
        double y = Math.min(Math.abs(x), SATURATED);
        y = y + y;
        double shifted = Math.fma(y, INVERSE_LN2, ROUND);
        double p = reduced(y, shifted - ROUND);
        double power = power(shifted);
        double e = Math.fma(p, power, power - 1);
        return Math.copySign(e / (e + 2), x);
    }

    static double logistic(double x) {
        double y = -Math.min(Math.abs(x), SMALLEST);
        double shifted = Math.fma(y, INVERSE_LN2, ROUND);
        double p = reduced(y, shifted - ROUND);
        double power = power(shifted);
        double e = Math.fma(p, power, power);
        return (x < 0 ? e : 1) / (1 + e);
    }

    /** Returns e^r − 1 for r = y − k ln 2. */
    private static double reduced(double y, double k) {
        double r = Math.fma(k, -LN2_LOW, Math.fma(k, -LN2_HIGH, y));
        double sum = SERIES[SERIES.length - 1];
        for (int n = SERIES.length - 2; n >= 0; n--) {
            sum = Math.fma(sum, r, SERIES[n]);
        }
        return Math.fma(r * r, sum, r);
    }

    /** Returns 2^k, k being in the lowest bits of the shifted number. */
    private static double power(double shifted) {
        return Double.longBitsToDouble((Double.doubleToRawLongBits(shifted) + BIAS) << EXPONENT);
    }
}
