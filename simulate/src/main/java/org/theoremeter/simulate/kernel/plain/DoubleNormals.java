package org.theoremeter.simulate.kernel.plain;

import org.theoremeter.simulate.kernel.NoiseStream;
import org.theoremeter.simulate.kernel.Normals;
import org.theoremeter.simulate.kernel.Store;

/**
 * Draws normal deviates in double precision: 16 positions of the stream give √(−2 ln u) cos 2πv and as many sines, u in
 * (0, 1] from the high and v in [0, 1) from the low 32 bits.
 *
 * <p>ln u = e ln 2 + 2 artanh((m − 1)/(m + 1)) with m in [√½, √2), by the series up to the 21st power; sine and cosine of a
 * quarter turn by theirs up to the 15th and 16th. The deviates are right to 1e-14. Every operation is one of IEEE 754.
 */
public class DoubleNormals implements Normals {

    protected static final int PAIRS = BLOCK / 2;

    /** Bits of 1.0; numbers in [1, 2) have the same sign and exponent. */
    protected static final long ONE = 0x3ff0000000000000L;

    protected static final long HIGH = 0xffffffff00000000L;
    protected static final int TO_MANTISSA = 12;
    protected static final int HALF = 32;

    /** Bits of √½: subtracting them splits off the exponent so that m lies in [√½, √2). */
    protected static final long ROOT_HALF = 0x3fe6a09e667f3bcdL;

    protected static final int EXPONENT = 52;

    /** 1.5 · 2⁵², whose lowest bits hold an integer that is added. */
    protected static final double ROUND = 0x1.8p52;

    protected static final long ROUND_BITS = Double.doubleToRawLongBits(ROUND);
    protected static final double LN2 = 0.6931471805599453;

    /** 2/(2n + 1), from n = 0 to 10. */
    protected static final double[] ARTANH = new double[11];

    /** (−1)ⁿ (π/2)^(2n+1)/(2n + 1)!, from n = 0 to 7. */
    protected static final double[] SINE = new double[8];

    /** (−1)ⁿ (π/2)^2n/(2n)!, from n = 0 to 8. */
    protected static final double[] COSINE = new double[9];

    static {
        for (int n = 0; n < ARTANH.length; n++) {
            ARTANH[n] = 2.0 / (2 * n + 1);
        }
        double term = 1;
        for (int n = 0; n < 2 * SINE.length + 1; n++) {
            double signed = n % 4 < 2 ? term : -term;
            if (n % 2 == 0) {
                COSINE[n / 2] = signed;
            } else {
                SINE[n / 2] = signed;
            }
            term *= Math.PI / 2 / (n + 1);
        }
    }

    /** Creates the method. */
    public DoubleNormals() {}

    @Override
    public void fill(NoiseStream stream, long block, double scale, Store to, int offset, int count) {
        double[] values = DoubleStore.of(to);
        long position = block * PAIRS;
        for (int from = 0; from < count; from += BLOCK, position += PAIRS) {
            for (int j = 0; j < PAIRS; j++) {
                pair(stream.bits(position + j), scale, values, offset + from + j, from + PAIRS < count);
            }
        }
    }

    private static void pair(long bits, double scale, double[] to, int at, boolean both) {
        double u = 2 - Double.longBitsToDouble((bits & HIGH) >>> TO_MANTISSA | ONE);
        double turn = Double.longBitsToDouble((bits << HALF) >>> TO_MANTISSA | ONE) - 1;
        double radius = scale * Math.sqrt(-2 * logarithm(u));
        double quarters = 4 * turn;
        double shifted = quarters + ROUND;
        long quadrant = Double.doubleToRawLongBits(shifted);
        double r = quarters - (shifted - ROUND);
        double r2 = r * r;
        double sine = SINE[SINE.length - 1];
        for (int n = SINE.length - 2; n >= 0; n--) {
            sine = Math.fma(sine, r2, SINE[n]);
        }
        sine = sine * r;
        double cosine = COSINE[COSINE.length - 1];
        for (int n = COSINE.length - 2; n >= 0; n--) {
            cosine = Math.fma(cosine, r2, COSINE[n]);
        }
        // by quadrant: exchange the two if it is odd, then set the signs
        long sineBits = Double.doubleToRawLongBits(sine);
        long cosineBits = Double.doubleToRawLongBits(cosine);
        long exchange = (sineBits ^ cosineBits) & -(quadrant & 1);
        long cosineSign = ((quadrant + 1) & 2) << (Long.SIZE - 2);
        long sineSign = (quadrant & 2) << (Long.SIZE - 2);
        to[at] = radius * Double.longBitsToDouble(cosineBits ^ exchange ^ cosineSign);
        if (both) {
            to[at + PAIRS] = radius * Double.longBitsToDouble(sineBits ^ exchange ^ sineSign);
        }
    }

    private static double logarithm(double u) {
        long split = Double.doubleToRawLongBits(u) - ROOT_HALF;
        long exponent = split >> EXPONENT;
        double m = Double.longBitsToDouble(Double.doubleToRawLongBits(u) - (exponent << EXPONENT));
        double s = (m - 1) / (m + 1);
        double s2 = s * s;
        double sum = ARTANH[ARTANH.length - 1];
        for (int n = ARTANH.length - 2; n >= 0; n--) {
            sum = Math.fma(sum, s2, ARTANH[n]);
        }
        double e = Double.longBitsToDouble(ROUND_BITS + exponent) - ROUND;
        return Math.fma(e, LN2, sum * s);
    }
}
