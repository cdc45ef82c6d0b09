package org.theoremeter.simulate.kernel.plain;

import org.theoremeter.simulate.kernel.NoiseStream;
import org.theoremeter.simulate.kernel.Normals;
import org.theoremeter.simulate.kernel.Store;

/**
 * Draws normal deviates in single precision: of 16 positions of the stream, the low and high halves of the first eight give
 * u in (0, 1], those of the other eight v in [0, 1), by 23 bits each, and these √(−2 ln u) cos 2πv and as many sines.
 *
 * <p>The series are those of {@link DoubleNormals}, shorter. The deviates are right to 2e-6.
 *
 * <p>By hand, not derived from that class: there u and v come from one position, here from halves of two; tables are made there
 * and rounded here. How u and v become deviates is the same.
 */
public class FloatNormals implements Normals {

    protected static final int PAIRS = BLOCK / 2;

    /** Bits of 1.0f; numbers in [1, 2) have the same sign and exponent. */
    protected static final int ONE = 0x3f800000;

    protected static final int TO_MANTISSA = 9;

    /** Bits of √½: subtracting them splits off the exponent so that m lies in [√½, √2). */
    protected static final int ROOT_HALF = 0x3f3504f3;

    protected static final int EXPONENT = 23;

    /** 1.5 · 2²³, whose lowest bits hold an integer that is added. */
    protected static final float ROUND = 0x1.8p23f;

    protected static final int ROUND_BITS = Float.floatToRawIntBits(ROUND);
    protected static final float LN2 = 0.6931472f;

    /** 2/(2n + 1), from n = 0 to 4. */
    protected static final float[] ARTANH = rounded(DoubleNormals.ARTANH, 5);

    /** (−1)ⁿ (π/2)^(2n+1)/(2n + 1)!, from n = 0 to 4. */
    protected static final float[] SINE = rounded(DoubleNormals.SINE, 5);

    /** (−1)ⁿ (π/2)^2n/(2n)!, from n = 0 to 4. */
    protected static final float[] COSINE = rounded(DoubleNormals.COSINE, 5);

    /** Creates the method. */
    public FloatNormals() {}

    private static float[] rounded(double[] series, int terms) {
        float[] rounded = new float[terms];
        for (int n = 0; n < terms; n++) {
            rounded[n] = (float) series[n];
        }
        return rounded;
    }

    @Override
    public void fill(NoiseStream stream, long block, double scale, Store to, int offset, int count) {
        float[] values = FloatStore.of(to);
        long position = block * PAIRS;
        for (int from = 0; from < count; from += BLOCK, position += PAIRS) {
            for (int j = 0; j < PAIRS; j++) {
                int half = Integer.SIZE * (j % 2);
                int radius = (int) (stream.bits(position + j / 2) >>> half);
                int turn = (int) (stream.bits(position + PAIRS / 2 + j / 2) >>> half);
                pair(radius, turn, (float) scale, values, offset + from + j, from + PAIRS < count);
            }
        }
    }

    private static void pair(int first, int second, float scale, float[] to, int at, boolean both) {
        float u = 2 - Float.intBitsToFloat(first >>> TO_MANTISSA | ONE);
        float turn = Float.intBitsToFloat(second >>> TO_MANTISSA | ONE) - 1;
        float radius = scale * (float) Math.sqrt(-2 * logarithm(u));
        float quarters = 4 * turn;
        float shifted = quarters + ROUND;
        int quadrant = Float.floatToRawIntBits(shifted);
        float r = quarters - (shifted - ROUND);
        float r2 = r * r;
        float sine = SINE[SINE.length - 1];
        for (int n = SINE.length - 2; n >= 0; n--) {
            sine = Math.fma(sine, r2, SINE[n]);
        }
        sine = sine * r;
        float cosine = COSINE[COSINE.length - 1];
        for (int n = COSINE.length - 2; n >= 0; n--) {
            cosine = Math.fma(cosine, r2, COSINE[n]);
        }
        int sineBits = Float.floatToRawIntBits(sine);
        int cosineBits = Float.floatToRawIntBits(cosine);
        int exchange = (sineBits ^ cosineBits) & -(quadrant & 1);
        int cosineSign = ((quadrant + 1) & 2) << (Integer.SIZE - 2);
        int sineSign = (quadrant & 2) << (Integer.SIZE - 2);
        to[at] = radius * Float.intBitsToFloat(cosineBits ^ exchange ^ cosineSign);
        if (both) {
            to[at + PAIRS] = radius * Float.intBitsToFloat(sineBits ^ exchange ^ sineSign);
        }
    }

    private static float logarithm(float u) {
        int bits = Float.floatToRawIntBits(u);
        int exponent = (bits - ROOT_HALF) >> EXPONENT;
        float m = Float.intBitsToFloat(bits - (exponent << EXPONENT));
        float s = (m - 1) / (m + 1);
        float s2 = s * s;
        float sum = ARTANH[ARTANH.length - 1];
        for (int n = ARTANH.length - 2; n >= 0; n--) {
            sum = Math.fma(sum, s2, ARTANH[n]);
        }
        float e = Float.intBitsToFloat(ROUND_BITS + exponent) - ROUND;
        return Math.fma(e, LN2, sum * s);
    }
}
