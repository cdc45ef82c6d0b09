package org.theoremeter.simulate.kernel.vector;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;
import org.theoremeter.simulate.kernel.Store;
import org.theoremeter.simulate.kernel.plain.DoubleActivations;
import org.theoremeter.simulate.kernel.plain.DoubleStore;

/** Computes tanh and the logistic function in double precision, operation by operation as plain Java does. */
final class VectorDoubleActivations extends DoubleActivations {

    private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;
    private static final VectorSpecies<Long> BITS = LongVector.SPECIES_PREFERRED;
    private static final int WIDTH = SPECIES.length();

    @Override
    public void tanh(Store x, int offset, int count) {
        tanh(DoubleStore.of(x), offset, count);
    }

    private static void tanh(double[] values, int offset, int count) {
        for (int i = offset; i < offset + count; i += WIDTH) {
            DoubleVector v = DoubleVector.fromArray(SPECIES, values, i);
            LongVector sign = v.reinterpretAsLongs().and(Long.MIN_VALUE);
            DoubleVector y = v.abs().min(SATURATED);
            y = y.add(y);
            DoubleVector shifted = y.fma(broadcast(INVERSE_LN2), broadcast(ROUND));
            DoubleVector p = reduced(y, shifted.sub(ROUND));
            DoubleVector power = power(shifted);
            DoubleVector e = p.fma(power, power.sub(1));
            DoubleVector ratio = e.div(e.add(2));
            ratio.reinterpretAsLongs().or(sign).reinterpretAsDoubles().intoArray(values, i);
        }
    }

    @Override
    public void logistic(Store x, int offset, int count) {
        logistic(DoubleStore.of(x), offset, count);
    }

    private static void logistic(double[] values, int offset, int count) {
        LongVector one = broadcast(1).reinterpretAsLongs();
        for (int i = offset; i < offset + count; i += WIDTH) {
            DoubleVector v = DoubleVector.fromArray(SPECIES, values, i);
            DoubleVector y = v.abs().min(SMALLEST).neg();
            DoubleVector shifted = y.fma(broadcast(INVERSE_LN2), broadcast(ROUND));
            DoubleVector p = reduced(y, shifted.sub(ROUND));
            DoubleVector power = power(shifted);
            DoubleVector e = p.fma(power, power);
            // all bits set where x is negative: e there, else 1
            LongVector negative = v.reinterpretAsLongs().lanewise(VectorOperators.ASHR, Long.SIZE - 1);
            DoubleVector numerator = e.reinterpretAsLongs()
                    .lanewise(VectorOperators.XOR, one)
                    .and(negative)
                    .lanewise(VectorOperators.XOR, one)
                    .reinterpretAsDoubles();
            numerator.div(e.add(1)).intoArray(values, i);
        }
    }

    private static DoubleVector reduced(DoubleVector y, DoubleVector k) {
        DoubleVector r = k.fma(broadcast(-LN2_LOW), k.fma(broadcast(-LN2_HIGH), y));
        DoubleVector sum = broadcast(SERIES[11]); // float: broadcast(SERIES[5])
        sum = sum.fma(r, broadcast(SERIES[10])); // double only
        sum = sum.fma(r, broadcast(SERIES[9])); // double only
        sum = sum.fma(r, broadcast(SERIES[8])); // double only
        sum = sum.fma(r, broadcast(SERIES[7])); // double only
        sum = sum.fma(r, broadcast(SERIES[6])); // double only
        sum = sum.fma(r, broadcast(SERIES[5])); // double only
        sum = sum.fma(r, broadcast(SERIES[4]));
        sum = sum.fma(r, broadcast(SERIES[3]));
        sum = sum.fma(r, broadcast(SERIES[2]));
        sum = sum.fma(r, broadcast(SERIES[1]));
        sum = sum.fma(r, broadcast(SERIES[0]));
        return r.mul(r).fma(sum, r);
    }

    private static DoubleVector power(DoubleVector shifted) {
        return shifted.reinterpretAsLongs()
                .add(LongVector.broadcast(BITS, BIAS))
                .lanewise(VectorOperators.LSHL, EXPONENT)
                .reinterpretAsDoubles();
    }

    private static DoubleVector broadcast(double value) {
        return DoubleVector.broadcast(SPECIES, value);
    }
}
