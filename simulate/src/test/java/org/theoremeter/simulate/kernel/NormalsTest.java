package org.theoremeter.simulate.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.hipparchus.special.Erf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.theoremeter.simulate.task.EmpiricalLaw;

/** Normal deviates against Box and Muller's formula, and their law. Keys are fixed: a statistical test holds or does not. */
class NormalsTest {

    private static final NoiseStream STREAM = new NoiseStream(0x0123456789abcdefL, 0x9e3779b97f4a7c15L);

    /** Pairs in a block: as many positions of the stream. */
    private static final int PAIRS = Normals.BLOCK / 2;

    /** Two-sided normal quantile: P(|Z| > 4.892) = 1e-6. */
    private static final double ONE_IN_A_MILLION = 4.892;

    private static final int MANY = 1 << 17;

    static Stream<Arguments> kernels() {
        return Stream.of(Precision.values())
                .flatMap(precision -> Stream.of(KernelChoice.PLAIN, KernelChoice.VECTOR)
                        .map(choice -> Arguments.of(choice, precision)));
    }

    /** Returns the deviates by the formula, from the bits that the two Javadocs say. */
    private static double[] reference(Precision precision, NoiseStream stream, long block, int count) {
        double[] deviates = new double[count];
        for (int from = 0; from < count; from += Normals.BLOCK) {
            long position = (block + from / Normals.BLOCK) * PAIRS;
            for (int j = 0; j < PAIRS; j++) {
                double u;
                double v;
                if (precision == Precision.DOUBLE) {
                    long bits = stream.bits(position + j);
                    u = 1 - (bits >>> 32) * 0x1p-32;
                    v = (bits & 0xffffffffL) * 0x1p-32;
                } else {
                    int shift = 32 * (j % 2);
                    long first = stream.bits(position + j / 2) >>> shift & 0xffffffffL;
                    long second = stream.bits(position + PAIRS / 2 + j / 2) >>> shift & 0xffffffffL;
                    u = 1 - (first >>> 9) * 0x1p-23;
                    v = (second >>> 9) * 0x1p-23;
                }
                double radius = StrictMath.sqrt(-2 * StrictMath.log(u));
                deviates[from + j] = radius * StrictMath.cos(2 * Math.PI * v);
                if (from + PAIRS < count) {
                    deviates[from + PAIRS + j] = radius * StrictMath.sin(2 * Math.PI * v);
                }
            }
        }
        return deviates;
    }

    @ParameterizedTest
    @MethodSource("kernels")
    void followsTheFormula(KernelChoice choice, Precision precision) {
        // as documented
        double tolerance = precision == Precision.DOUBLE ? 1e-14 : 2e-6;
        int count = 40_000 / Normals.BLOCK * Normals.BLOCK + PAIRS;
        double[] expected = reference(precision, STREAM, 7, count);
        double[] found = fill(choice, precision, STREAM, 7, 1, count);
        for (int i = 0; i < count; i++) {
            assertThat(found[i]).as("deviate %d", i).isCloseTo(expected[i], Offset.offset(tolerance));
        }
    }

    @ParameterizedTest
    @MethodSource("kernels")
    void extremesOfTheUniformNumbersAreRight(KernelChoice choice, Precision precision) {
        double tolerance = precision == Precision.DOUBLE ? 1e-14 : 2e-6;
        double largest = Math.sqrt(-2 * Math.log(precision == Precision.DOUBLE ? 0x1p-32 : 0x1p-23));
        double met = 0;
        long[] halves = {0, 1, 0x1ff, 0x200, 0x4afb0ccdL, 0x7fffffffL, 0x80000000L, 0xfffffdffL, 0xffffffffL};
        // turns of eighths, where the nearest quarter changes
        long[] turns = {0, 1, 0x20000000L, 0x1fffffffL, 0x60000000L, 0x80000000L, 0xa0000000L, 0xe0000001L, 0xffffffffL
        };
        for (long high : halves) {
            for (long low : turns) {
                // in single precision the two halves of position 0 are two radii, those of position 8 two turns
                List<NoiseStream> streams = precision == Precision.DOUBLE
                        ? List.of(through(0, high << 32 | low))
                        : List.of(through(0, high << 32 | high), through(8, low << 32 | low));
                for (NoiseStream stream : streams) {
                    double[] found = fill(choice, precision, stream, 0, 1, Normals.BLOCK);
                    double[] expected = reference(precision, stream, 0, Normals.BLOCK);
                    for (int i = 0; i < found.length; i++) {
                        assertThat(found[i]).isCloseTo(expected[i], Offset.offset(tolerance));
                        met = Math.max(met, Math.abs(found[i]));
                    }
                }
            }
        }
        assertThat(met).isLessThanOrEqualTo(largest * (1 + 1e-6));
        assertThat(largest).isLessThan(precision == Precision.DOUBLE ? 6.7 : 5.7);
        if (precision == Precision.DOUBLE) {
            assertThat(met).isCloseTo(largest, Offset.offset(tolerance));
        }
    }

    /** Returns a stream with given bits at a position: the mix undone, step by step from its end. */
    private static NoiseStream through(long position, long bits) {
        long z = bits;
        z ^= z >>> 31 ^ z >>> 62;
        z *= inverse(NoiseStream.SECOND);
        z ^= z >>> 27 ^ z >>> 54;
        z *= inverse(NoiseStream.FIRST);
        z ^= z >>> 30 ^ z >>> 60;
        NoiseStream stream = new NoiseStream(z - position * STREAM.gamma(), STREAM.gamma());
        assertThat(stream.bits(position)).isEqualTo(bits);
        return stream;
    }

    /** Returns the inverse of an odd number modulo 2⁶⁴, by Newton's iteration. */
    private static long inverse(long odd) {
        long x = odd;
        for (int i = 0; i < 6; i++) {
            x *= 2 - odd * x;
        }
        return x;
    }

    @ParameterizedTest
    @MethodSource("kernels")
    void fillsInPiecesAsAtOnceAndNothingBeside(KernelChoice choice, Precision precision) {
        // beyond a thousand, vectors go chunk by chunk
        for (int count : new int[] {16, 32, 48, 1024, 1040, 2080}) {
            int offset = 3;
            Kernel kernel = choice.kernel(precision);
            Store whole = kernel.allocate(count + 2 * offset);
            kernel.normals().fill(STREAM, 11, 0.5, whole, offset, count);
            Store pieces = kernel.allocate(whole.length());
            for (int from = 0; from < count; from += Normals.BLOCK) {
                long block = 11L + from / Normals.BLOCK;
                kernel.normals().fill(STREAM, block, 0.5, pieces, offset + from, Math.min(Normals.BLOCK, count - from));
            }
            assertThat(pieces.copy(0, whole.length())).isEqualTo(whole.copy(0, whole.length()));
            for (int i = 0; i < offset; i++) {
                assertThat(whole.get(i)).isZero();
                assertThat(whole.get(offset + count + i)).isZero();
            }
            assertThat(Normals.blocks(count)).isEqualTo((count + 31) / 32);
        }
    }

    @ParameterizedTest
    @MethodSource("kernels")
    void vectorsAndPlainJavaGiveTheSameBits(KernelChoice choice, Precision precision) {
        for (double scale : new double[] {1, 0.001, 3}) {
            for (long block : new long[] {0, 1L << 40}) {
                assertThat(fill(choice, precision, STREAM, block, scale, 5000))
                        .isEqualTo(fill(KernelChoice.PLAIN, precision, STREAM, block, scale, 5000));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("kernels")
    void scaleMultiplies(KernelChoice choice, Precision precision) {
        double[] one = fill(choice, precision, STREAM, 0, 1, 320);
        double[] quarter = fill(choice, precision, STREAM, 0, 0.25, 320);
        // a power of two commutes with every rounding
        assertThat(quarter).isEqualTo(Arrays.stream(one).map(x -> 0.25 * x).toArray());
    }

    /** False-alarm rate 1e-6 for each of five moments; the deviations are those of the moments of normal samples. */
    @ParameterizedTest
    @MethodSource("kernels")
    void hasTheMomentsOfTheNormalLaw(KernelChoice choice, Precision precision) {
        double[] x = fill(choice, precision, STREAM, 100, 1, MANY);
        double[] moments = new double[5];
        for (double each : x) {
            for (int k = 1; k < moments.length; k++) {
                moments[k] += Math.pow(each, k) / MANY;
            }
        }
        double[] expected = {0, 0, 1, 0, 3};
        // variances of x, x², x³, x⁴: E x^2k − (E x^k)², with E x² = 1, E x⁴ = 3, E x⁶ = 15, E x⁸ = 105
        double[] variances = {0, 1, 3 - 1, 15, 105 - 9};
        for (int k = 1; k < moments.length; k++) {
            double bound = ONE_IN_A_MILLION * Math.sqrt(variances[k] / MANY);
            assertThat(moments[k]).as("moment %d", k).isCloseTo(expected[k], Offset.offset(bound));
        }
    }

    @ParameterizedTest
    @MethodSource("kernels")
    void hasTheNormalLaw(KernelChoice choice, Precision precision) {
        // the false-alarm rate is that of the bound, 1e-6
        EmpiricalLaw.assertContinuous(
                fill(choice, precision, STREAM, 5, 1, MANY), x -> 0.5 * Erf.erfc(-x / Math.sqrt(2)));
    }

    /** Correlations of n independent pairs have the deviation 1/√n and are nearly normal; 1e-6 for each of them. */
    @ParameterizedTest
    @MethodSource("kernels")
    void deviatesOfABlockAndOfDifferentBlocksAreUncorrelated(KernelChoice choice, Precision precision) {
        double[] x = fill(choice, precision, STREAM, 0, 1, MANY);
        for (int lag : new int[] {1, 2, 8, PAIRS, Normals.BLOCK, 2 * Normals.BLOCK, 512, 1024}) {
            double product = 0;
            double squares = 0;
            int pairs = MANY - lag;
            for (int i = 0; i < pairs; i++) {
                product += x[i] * x[i + lag] / pairs;
                squares += (x[i] * x[i] - 1) * (x[i + lag] * x[i + lag] - 1) / pairs;
            }
            double bound = ONE_IN_A_MILLION / Math.sqrt(pairs);
            assertThat(product).as("lag %d", lag).isCloseTo(0, Offset.offset(bound));
            // x² − 1 has the variance 2
            assertThat(squares / 2).as("squares, lag %d", lag).isCloseTo(0, Offset.offset(bound));
        }
    }

    private static double[] fill(
            KernelChoice choice, Precision precision, NoiseStream stream, long block, double scale, int count) {
        Kernel kernel = choice.kernel(precision);
        int padded = Kernel.padded(count);
        Store store = kernel.allocate(padded);
        kernel.normals().fill(stream, block, scale, store, 0, padded);
        return store.copy(0, count);
    }
}
