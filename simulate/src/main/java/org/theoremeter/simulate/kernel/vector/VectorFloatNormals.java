package org.theoremeter.simulate.kernel.vector;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;
import org.theoremeter.simulate.kernel.NoiseStream;
import org.theoremeter.simulate.kernel.Store;
import org.theoremeter.simulate.kernel.plain.FloatNormals;
import org.theoremeter.simulate.kernel.plain.FloatStore;

/**
 * Draws normal deviates in single precision, operation by operation as plain Java does.
 *
 * <p>Goes phase by phase over many pairs, each phase written out in a method too long to be inlined: in one piece the compiler
 * gives up half way, and what it leaves is thirty times slower.
 *
 * <p>By hand, not derived from {@link VectorDoubleNormals}: bits come from the stream in another way, and the series, written
 * out, are shorter. The rest is the same.
 */
final class VectorFloatNormals extends FloatNormals {

    private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
    private static final VectorSpecies<Long> BITS = LongVector.SPECIES_PREFERRED;
    private static final int WIDTH = SPECIES.length();

    /** Index of each lane. */
    private static final LongVector LANE = LongVector.broadcast(BITS, 0).addIndex(1);

    /** Pairs that are computed together. */
    private static final int CHUNK = 512;

    private final float[] radii = new float[CHUNK];
    private final float[] turns = new float[CHUNK];
    private final float[] sines = new float[CHUNK];

    @Override
    public void fill(NoiseStream stream, long block, double scale, Store to, int offset, int count) {
        float[] values = FloatStore.of(to);
        for (int from = 0; from < count; from += 2 * CHUNK) {
            int blocks = (Math.min(count - from, 2 * CHUNK) + BLOCK - 1) / BLOCK;
            long position = block * PAIRS + from / 2;
            uniforms(stream.key() + position * stream.gamma(), stream.gamma(), blocks * PAIRS, radii, turns);
            scaledRadii(radii, blocks * PAIRS, (float) scale);
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

    private static void uniforms(long start, long gamma, int pairs, float[] u, float[] turns) {
        LongVector inLane = LANE.mul(gamma);
        long position = start;
        for (int from = 0; from < pairs; from += PAIRS, position += PAIRS * gamma) {
            for (int j = 0; j < PAIRS; j += WIDTH) {
                LongVector first = VectorDoubleNormals.mix(inLane.add(position + j / 2 * gamma));
                LongVector second = VectorDoubleNormals.mix(inLane.add(position + (PAIRS / 2 + j / 2) * gamma));
                IntVector radius = first.reinterpretAsInts().lanewise(VectorOperators.LSHR, TO_MANTISSA);
                IntVector turn = second.reinterpretAsInts().lanewise(VectorOperators.LSHR, TO_MANTISSA);
                FloatVector.broadcast(SPECIES, 2)
                        .sub(radius.or(ONE).reinterpretAsFloats())
                        .intoArray(u, from + j);
                turn.or(ONE).reinterpretAsFloats().sub(1).intoArray(turns, from + j);
            }
        }
    }

    /** Replaces u by scale √(−2 ln u). */
    private static void scaledRadii(float[] u, int pairs, float scale) {
        for (int j = 0; j < pairs; j += WIDTH) {
            IntVector bits = FloatVector.fromArray(SPECIES, u, j).reinterpretAsInts();
            IntVector exponent = bits.sub(ROOT_HALF).lanewise(VectorOperators.ASHR, EXPONENT);
            FloatVector m =
                    bits.sub(exponent.lanewise(VectorOperators.LSHL, EXPONENT)).reinterpretAsFloats();
            FloatVector s = m.sub(1).div(m.add(1));
            FloatVector s2 = s.mul(s);
            FloatVector sum = FloatVector.broadcast(SPECIES, ARTANH[4]);
            sum = sum.fma(s2, FloatVector.broadcast(SPECIES, ARTANH[3]));
            sum = sum.fma(s2, FloatVector.broadcast(SPECIES, ARTANH[2]));
            sum = sum.fma(s2, FloatVector.broadcast(SPECIES, ARTANH[1]));
            sum = sum.fma(s2, FloatVector.broadcast(SPECIES, ARTANH[0]));
            FloatVector e = exponent.add(ROUND_BITS).reinterpretAsFloats().sub(ROUND);
            FloatVector logarithm = e.fma(FloatVector.broadcast(SPECIES, LN2), sum.mul(s));
            logarithm.mul(-2).sqrt().mul(scale).intoArray(u, j);
        }
    }

    /** Replaces turns by the cosine deviates, and sets the sine deviates. */
    private static void deviates(float[] radii, float[] turns, float[] sines, int pairs) {
        for (int j = 0; j < pairs; j += WIDTH) {
            FloatVector radius = FloatVector.fromArray(SPECIES, radii, j);
            FloatVector quarters = FloatVector.fromArray(SPECIES, turns, j).mul(4);
            FloatVector shifted = quarters.add(ROUND);
            IntVector quadrant = shifted.reinterpretAsInts();
            FloatVector r = quarters.sub(shifted.sub(ROUND));
            FloatVector r2 = r.mul(r);
            FloatVector odd = FloatVector.broadcast(SPECIES, SINE[4]);
            odd = odd.fma(r2, FloatVector.broadcast(SPECIES, SINE[3]));
            odd = odd.fma(r2, FloatVector.broadcast(SPECIES, SINE[2]));
            odd = odd.fma(r2, FloatVector.broadcast(SPECIES, SINE[1]));
            odd = odd.fma(r2, FloatVector.broadcast(SPECIES, SINE[0]));
            FloatVector even = FloatVector.broadcast(SPECIES, COSINE[4]);
            even = even.fma(r2, FloatVector.broadcast(SPECIES, COSINE[3]));
            even = even.fma(r2, FloatVector.broadcast(SPECIES, COSINE[2]));
            even = even.fma(r2, FloatVector.broadcast(SPECIES, COSINE[1]));
            even = even.fma(r2, FloatVector.broadcast(SPECIES, COSINE[0]));
            IntVector sine = odd.mul(r).reinterpretAsInts();
            IntVector cosine = even.reinterpretAsInts();
            IntVector turned = quadrant.and(1).lanewise(VectorOperators.NEG);
            IntVector exchange = sine.lanewise(VectorOperators.XOR, cosine).and(turned);
            IntVector cosineSign = quadrant.add(1).and(2).lanewise(VectorOperators.LSHL, Integer.SIZE - 2);
            IntVector sineSign = quadrant.and(2).lanewise(VectorOperators.LSHL, Integer.SIZE - 2);
            IntVector first = cosine.lanewise(VectorOperators.XOR, exchange).lanewise(VectorOperators.XOR, cosineSign);
            IntVector second = sine.lanewise(VectorOperators.XOR, exchange).lanewise(VectorOperators.XOR, sineSign);
            first.reinterpretAsFloats().mul(radius).intoArray(turns, j);
            second.reinterpretAsFloats().mul(radius).intoArray(sines, j);
        }
    }
}
