package org.theoremeter.simulate.kernel.vector;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;
import org.theoremeter.simulate.kernel.Store;
import org.theoremeter.simulate.kernel.plain.FloatActivations;
import org.theoremeter.simulate.kernel.plain.FloatStore;

/** Computes tanh and the logistic function in single precision, operation by operation as plain Java does. */
final class VectorFloatActivations extends FloatActivations {

    private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
    private static final VectorSpecies<Integer> BITS = IntVector.SPECIES_PREFERRED;
    private static final int WIDTH = SPECIES.length();

    @Override
    public void tanh(Store x, int offset, int count) {
        tanh(FloatStore.of(x), offset, count);
    }

    private static void tanh(float[] values, int offset, int count) {
        for (int i = offset; i < offset + count; i += WIDTH) {
            FloatVector v = FloatVector.fromArray(SPECIES, values, i);
            IntVector sign = v.reinterpretAsInts().and(Integer.MIN_VALUE);
            FloatVector y = v.abs().min(SATURATED);
            y = y.add(y);
            FloatVector shifted = y.fma(broadcast(INVERSE_LN2), broadcast(ROUND));
            FloatVector p = reduced(y, shifted.sub(ROUND));
            FloatVector power = power(shifted);
            FloatVector e = p.fma(power, power.sub(1));
            FloatVector ratio = e.div(e.add(2));
            ratio.reinterpretAsInts().or(sign).reinterpretAsFloats().intoArray(values, i);
        }
    }

    @Override
    public void logistic(Store x, int offset, int count) {
        logistic(FloatStore.of(x), offset, count);
    }

    private static void logistic(float[] values, int offset, int count) {
        IntVector one = broadcast(1).reinterpretAsInts();
        for (int i = offset; i < offset + count; i += WIDTH) {
            FloatVector v = FloatVector.fromArray(SPECIES, values, i);
            FloatVector y = v.abs().min(SMALLEST).neg();
            FloatVector shifted = y.fma(broadcast(INVERSE_LN2), broadcast(ROUND));
            FloatVector p = reduced(y, shifted.sub(ROUND));
            FloatVector power = power(shifted);
            FloatVector e = p.fma(power, power);
            // all bits set where x is negative: e there, else 1
            IntVector negative = v.reinterpretAsInts().lanewise(VectorOperators.ASHR, Integer.SIZE - 1);
            FloatVector numerator = e.reinterpretAsInts()
                    .lanewise(VectorOperators.XOR, one)
                    .and(negative)
                    .lanewise(VectorOperators.XOR, one)
                    .reinterpretAsFloats();
            numerator.div(e.add(1)).intoArray(values, i);
        }
    }

    private static FloatVector reduced(FloatVector y, FloatVector k) {
        FloatVector r = k.fma(broadcast(-LN2_LOW), k.fma(broadcast(-LN2_HIGH), y));
        FloatVector sum = broadcast(SERIES[5]);
        sum = sum.fma(r, broadcast(SERIES[4]));
        sum = sum.fma(r, broadcast(SERIES[3]));
        sum = sum.fma(r, broadcast(SERIES[2]));
        sum = sum.fma(r, broadcast(SERIES[1]));
        sum = sum.fma(r, broadcast(SERIES[0]));
        return r.mul(r).fma(sum, r);
    }

    private static FloatVector power(FloatVector shifted) {
        return shifted.reinterpretAsInts()
                .add(IntVector.broadcast(BITS, BIAS))
                .lanewise(VectorOperators.LSHL, EXPONENT)
                .reinterpretAsFloats();
    }

    private static FloatVector broadcast(float value) {
        return FloatVector.broadcast(SPECIES, value);
    }
}
