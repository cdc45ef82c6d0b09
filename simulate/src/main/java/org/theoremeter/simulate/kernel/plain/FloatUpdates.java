package org.theoremeter.simulate.kernel.plain;

import java.util.Arrays;
import org.theoremeter.simulate.kernel.Store;
import org.theoremeter.simulate.kernel.Updates;

/** Updates parameters in single precision. */
public final class FloatUpdates implements Updates {

    /** Creates the updates. */
    public FloatUpdates() {}

    @Override
    public void clear(Store x) {
        Arrays.fill(FloatStore.of(x), 0);
    }

    @Override
    public void scale(Store x, double factor) {
        float[] values = FloatStore.of(x);
        float f = FloatStore.round(factor);
        for (int i = 0; i < values.length; i++) {
            values[i] *= f;
        }
    }

    @Override
    public double sumOfSquares(Store x) {
        float[] values = FloatStore.of(x);
        double total = 0;
        double total1 = 0;
        double total2 = 0;
        double total3 = 0;
        int i = 0;
        for (; i + 4 <= values.length; i += 4) {
            double exact = values[i];
            total = Math.fma(exact, exact, total);
            double exact1 = values[i + 1];
            total1 = Math.fma(exact1, exact1, total1);
            double exact2 = values[i + 2];
            total2 = Math.fma(exact2, exact2, total2);
            double exact3 = values[i + 3];
            total3 = Math.fma(exact3, exact3, total3);
        }
        for (; i < values.length; i++) {
            double exact = values[i];
            total = Math.fma(exact, exact, total);
        }
        return (total + total1) + (total2 + total3);
    }

    @Override
    public void momentum(Store p, Store v, Store g, double rate, double momentum, double decay) {
        float[] parameters = FloatStore.of(p);
        float[] velocity = FloatStore.of(v);
        float[] gradient = FloatStore.of(g);
        float eta = FloatStore.round(-rate);
        float mu = FloatStore.round(momentum);
        float lambda = FloatStore.round(decay);
        for (int i = 0; i < parameters.length; i++) {
            velocity[i] = Math.fma(mu, velocity[i], Math.fma(lambda, parameters[i], gradient[i]));
            parameters[i] = Math.fma(eta, velocity[i], parameters[i]);
        }
    }

    @Override
    public void adam(
            Store p,
            Store m,
            Store s,
            Store g,
            double rate,
            double first,
            double second,
            double epsilon,
            double decay,
            long t) {
        float[] parameters = FloatStore.of(p);
        float[] mean = FloatStore.of(m);
        float[] square = FloatStore.of(s);
        float[] gradient = FloatStore.of(g);
        float lambda = FloatStore.round(decay);
        float b1 = FloatStore.round(first);
        float c1 = FloatStore.round(1 - first);
        float b2 = FloatStore.round(second);
        float c2 = FloatStore.round(1 - second);
        float step = FloatStore.round(rate / (1 - Math.pow(first, t)));
        float root = FloatStore.round(Math.sqrt(1 - Math.pow(second, t)));
        float e = FloatStore.round(epsilon);
        for (int i = 0; i < parameters.length; i++) {
            float slope = Math.fma(lambda, parameters[i], gradient[i]);
            mean[i] = Math.fma(b1, mean[i], c1 * slope);
            square[i] = Math.fma(b2, square[i], c2 * slope * slope);
            parameters[i] -= step * mean[i] / (FloatStore.round(Math.sqrt(square[i])) / root + e);
        }
    }
}
