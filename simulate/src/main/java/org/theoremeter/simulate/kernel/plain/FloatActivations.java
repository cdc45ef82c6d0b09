package org.theoremeter.simulate.kernel.plain;

import org.theoremeter.simulate.kernel.Activations;
import org.theoremeter.simulate.kernel.Store;

/**
 * Computes tanh and the logistic function in single precision, as {@link DoubleActivations} does in double precision, with the
 * series of e^r − 1 up to r⁷: less than 3e-9 of it is left.
 */
public class FloatActivations implements Activations {

    /** Beyond it tanh is 1 in this precision. */
    protected static final float SATURATED = 10;

    /** Beyond it e^−x would not be a normal number; the logistic function is then below 1e-37. */
    protected static final float SMALLEST = 87;

    protected static final float INVERSE_LN2 = 1.44269504f;

    /** ln 2 in two parts, the first with 9 trailing zero bits. */
    protected static final float LN2_HIGH = 0.693145752f;

    protected static final float LN2_LOW = 1.42860677e-6f;

    /** Adding it leaves an integer in the lowest bits. */
    protected static final float ROUND = 0x1.8p23f;

    protected static final int EXPONENT = 23;
    protected static final int BIAS = 127;

    /** 1/n!, from n = 2 to 7. */
    protected static final float[] SERIES = {1f / 2, 1f / 6, 1f / 24, 1f / 120, 1f / 720, 1f / 5040};

    /** Creates the functions. */
    public FloatActivations() {}

    @Override
    public void tanh(Store x, int offset, int count) {
        float[] values = FloatStore.of(x);
        for (int i = offset; i < offset + count; i++) {
            values[i] = tanh(values[i]);
        }
    }

    @Override
    public void logistic(Store x, int offset, int count) {
        float[] values = FloatStore.of(x);
        for (int i = offset; i < offset + count; i++) {
            values[i] = logistic(values[i]);
        }
    }

    static float tanh(float x) {
        float y = Math.min(Math.abs(x), SATURATED);
        y = y + y;
        float shifted = Math.fma(y, INVERSE_LN2, ROUND);
        float p = reduced(y, shifted - ROUND);
        float power = power(shifted);
        float e = Math.fma(p, power, power - 1);
        return Math.copySign(e / (e + 2), x);
    }

    static float logistic(float x) {
        float y = -Math.min(Math.abs(x), SMALLEST);
        float shifted = Math.fma(y, INVERSE_LN2, ROUND);
        float p = reduced(y, shifted - ROUND);
        float power = power(shifted);
        float e = Math.fma(p, power, power);
        return (x < 0 ? e : 1) / (1 + e);
    }

    /** Returns e^r − 1 for r = y − k ln 2. */
    private static float reduced(float y, float k) {
        float r = Math.fma(k, -LN2_LOW, Math.fma(k, -LN2_HIGH, y));
        float sum = SERIES[SERIES.length - 1];
        for (int n = SERIES.length - 2; n >= 0; n--) {
            sum = Math.fma(sum, r, SERIES[n]);
        }
        return Math.fma(r * r, sum, r);
    }

    /** Returns 2^k, k being in the lowest bits of the shifted number. */
    private static float power(float shifted) {
        return Float.intBitsToFloat((Float.floatToRawIntBits(shifted) + BIAS) << EXPONENT);
    }
}
