package org.theoremeter.simulate.kernel.vector;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;
import org.theoremeter.simulate.kernel.NoiseStream;
import org.theoremeter.simulate.kernel.Store;
import org.theoremeter.simulate.kernel.plain.DoubleNormals;
import org.theoremeter.simulate.kernel.plain.DoubleStore;

/**
 * Draws normal deviates in double precision, operation by operation as plain Java does.
 *
 * <p>Goes phase by phase over many pairs, each phase written out in a method too long to be inlined: in one piece the compiler
 * gives up half way, and what it leaves is thirty times slower.
 */
final class VectorDoubleNormals extends DoubleNormals {

    private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;
    private static final VectorSpecies<Long> BITS = LongVector.SPECIES_PREFERRED;
    private static final int WIDTH = SPECIES.length();

    /** Index of each lane. */
    private static final LongVector LANE = LongVector.broadcast(BITS, 0).addIndex(1);

    /** Pairs that are computed together. */
    private static final int CHUNK = 512;

    private final double[] radii = new double[CHUNK];
    private final double[] turns = new double[CHUNK];
    private final double[] sines = new double[CHUNK];

    @Override
    public void fill(NoiseStream stream, long block, double scale, Store to, int offset, int count) {
        double[] values = DoubleStore.of(to);
        for (int from = 0; from < count; from += 2 * CHUNK) {
            int blocks = (Math.min(count - from, 2 * CHUNK) + BLOCK - 1) / BLOCK;
            long position = block * PAIRS + from / 2;
            uniforms(stream.key() + position * stream.gamma(), stream.gamma(), blocks * PAIRS, radii, turns);
            scaledRadii(radii, blocks * PAIRS, scale);
            deviates(radii, turns, sines, blocks * PAIRS);
            for (int b = 0; b < blocks; b++) {
                int at = from + b * BLOCK;
                System.arraycopy(turns, b * PAIRS, values, offset + at, PAIRS);
                if (at + PAIRS < count) {
                    System.arraycopy(sines, b * PAIRS, values, offset + at + PAIRS, PAIRS);
                }
            }
        }
    }

    private static void uniforms(long start, long gamma, int pairs, double[] u, double[] turns) {
        LongVector inLane = LANE.mul(gamma);
        for (int j = 0; j < pairs; j += WIDTH) {
            LongVector bits = mix(inLane.add(start + j * gamma));
            LongVector first = bits.and(HIGH).lanewise(VectorOperators.LSHR, TO_MANTISSA);
            LongVector second = bits.lanewise(VectorOperators.LSHL, HALF).lanewise(VectorOperators.LSHR, TO_MANTISSA);
            DoubleVector.broadcast(SPECIES, 2)
                    .sub(first.or(ONE).reinterpretAsDoubles())
                    .intoArray(u, j);
            second.or(ONE).reinterpretAsDoubles().sub(1).intoArray(turns, j);
        }
    }

    static LongVector mix(LongVector start) {
        LongVector z = start;
        z = z.lanewise(VectorOperators.XOR, z.lanewise(VectorOperators.LSHR, 30))
                .mul(NoiseStream.FIRST);
        z = z.lanewise(VectorOperators.XOR, z.lanewise(VectorOperators.LSHR, 27))
                .mul(NoiseStream.SECOND);
        return z.lanewise(VectorOperators.XOR, z.lanewise(VectorOperators.LSHR, 31));
    }

    /** Replaces u by scale √(−2 ln u). */
    private static void scaledRadii(double[] u, int pairs, double scale) {
        for (int j = 0; j < pairs; j += WIDTH) {
            LongVector bits = DoubleVector.fromArray(SPECIES, u, j).reinterpretAsLongs();
            LongVector exponent = bits.sub(ROOT_HALF).lanewise(VectorOperators.ASHR, EXPONENT);
            DoubleVector m =
                    bits.sub(exponent.lanewise(VectorOperators.LSHL, EXPONENT)).reinterpretAsDoubles();
            DoubleVector s = m.sub(1).div(m.add(1));
            DoubleVector s2 = s.mul(s);
            DoubleVector sum = DoubleVector.broadcast(SPECIES, ARTANH[10]);
            sum = sum.fma(s2, DoubleVector.broadcast(SPECIES, ARTANH[9]));
            sum = sum.fma(s2, DoubleVector.broadcast(SPECIES, ARTANH[8]));
            sum = sum.fma(s2, DoubleVector.broadcast(SPECIES, ARTANH[7]));
            sum = sum.fma(s2, DoubleVector.broadcast(SPECIES, ARTANH[6]));
            sum = sum.fma(s2, DoubleVector.broadcast(SPECIES, ARTANH[5]));
            sum = sum.fma(s2, DoubleVector.broadcast(SPECIES, ARTANH[4]));
            sum = sum.fma(s2, DoubleVector.broadcast(SPECIES, ARTANH[3]));
            sum = sum.fma(s2, DoubleVector.broadcast(SPECIES, ARTANH[2]));
            sum = sum.fma(s2, DoubleVector.broadcast(SPECIES, ARTANH[1]));
            sum = sum.fma(s2, DoubleVector.broadcast(SPECIES, ARTANH[0]));
            DoubleVector e = exponent.add(ROUND_BITS).reinterpretAsDoubles().sub(ROUND);
            DoubleVector logarithm = e.fma(DoubleVector.broadcast(SPECIES, LN2), sum.mul(s));
            logarithm.mul(-2).sqrt().mul(scale).intoArray(u, j);
        }
    }

    /** Replaces turns by the cosine deviates, and sets the sine deviates. */
    private static void deviates(double[] radii, double[] turns, double[] sines, int pairs) {
        for (int j = 0; j < pairs; j += WIDTH) {
            DoubleVector radius = DoubleVector.fromArray(SPECIES, radii, j);
            DoubleVector quarters = DoubleVector.fromArray(SPECIES, turns, j).mul(4);
            DoubleVector shifted = quarters.add(ROUND);
            LongVector quadrant = shifted.reinterpretAsLongs();
            DoubleVector r = quarters.sub(shifted.sub(ROUND));
            DoubleVector r2 = r.mul(r);
            DoubleVector odd = DoubleVector.broadcast(SPECIES, SINE[7]);
            odd = odd.fma(r2, DoubleVector.broadcast(SPECIES, SINE[6]));
            odd = odd.fma(r2, DoubleVector.broadcast(SPECIES, SINE[5]));
            odd = odd.fma(r2, DoubleVector.broadcast(SPECIES, SINE[4]));
            odd = odd.fma(r2, DoubleVector.broadcast(SPECIES, SINE[3]));
            odd = odd.fma(r2, DoubleVector.broadcast(SPECIES, SINE[2]));
            odd = odd.fma(r2, DoubleVector.broadcast(SPECIES, SINE[1]));
            odd = odd.fma(r2, DoubleVector.broadcast(SPECIES, SINE[0]));
            DoubleVector even = DoubleVector.broadcast(SPECIES, COSINE[8]);
            even = even.fma(r2, DoubleVector.broadcast(SPECIES, COSINE[7]));
            even = even.fma(r2, DoubleVector.broadcast(SPECIES, COSINE[6]));
            even = even.fma(r2, DoubleVector.broadcast(SPECIES, COSINE[5]));
            even = even.fma(r2, DoubleVector.broadcast(SPECIES, COSINE[4]));
            even = even.fma(r2, DoubleVector.broadcast(SPECIES, COSINE[3]));
            even = even.fma(r2, DoubleVector.broadcast(SPECIES, COSINE[2]));
            even = even.fma(r2, DoubleVector.broadcast(SPECIES, COSINE[1]));
            even = even.fma(r2, DoubleVector.broadcast(SPECIES, COSINE[0]));
            LongVector sine = odd.mul(r).reinterpretAsLongs();
            LongVector cosine = even.reinterpretAsLongs();
            LongVector turned = quadrant.and(1).lanewise(VectorOperators.NEG);
            LongVector exchange = sine.lanewise(VectorOperators.XOR, cosine).and(turned);
            LongVector cosineSign = quadrant.add(1).and(2).lanewise(VectorOperators.LSHL, Long.SIZE - 2);
            LongVector sineSign = quadrant.and(2).lanewise(VectorOperators.LSHL, Long.SIZE - 2);
            LongVector first = cosine.lanewise(VectorOperators.XOR, exchange).lanewise(VectorOperators.XOR, cosineSign);
            LongVector second = sine.lanewise(VectorOperators.XOR, exchange).lanewise(VectorOperators.XOR, sineSign);
            first.reinterpretAsDoubles().mul(radius).intoArray(turns, j);
            second.reinterpretAsDoubles().mul(radius).intoArray(sines, j);
        }
    }
}
