package org.theoremeter.simulate.kernel.plain;

import java.util.Arrays;
import org.theoremeter.simulate.kernel.Store;
import org.theoremeter.simulate.kernel.Updates;
import org.theoremeter.simulate.kernel.Wide;

/** Updates parameters in double precision. */
public final class DoubleUpdates implements Updates {

    /** Creates the updates. */
    public DoubleUpdates() {}

    @Override
    public void clear(Store x) {
        Arrays.fill(DoubleStore.of(x), 0);
    }

    @Override
    public void scale(Store x, @Wide double factor) {
        double[] values = DoubleStore.of(x);
        double f = DoubleStore.round(factor);
        for (int i = 0; i < values.length; i++) {
            values[i] *= f;
        }
    }

    @Override
    public @Wide double sumOfSquares(Store x) {
        double[] values = DoubleStore.of(x);
        @Wide double total = 0;
        @Wide double total1 = 0;
        @Wide double total2 = 0;
        @Wide double total3 = 0;
        int i = 0;
        for (; i + 4 <= values.length; i += 4) {
            @Wide double exact = values[i];
            total = Math.fma(exact, exact, total);
            @Wide double exact1 = values[i + 1];
            total1 = Math.fma(exact1, exact1, total1);
            @Wide double exact2 = values[i + 2];
            total2 = Math.fma(exact2, exact2, total2);
            @Wide double exact3 = values[i + 3];
            total3 = Math.fma(exact3, exact3, total3);
        }
        for (; i < values.length; i++) {
            @Wide double exact = values[i];
            total = Math.fma(exact, exact, total);
        }
        return (total + total1) + (total2 + total3);
    }

    @Override
    public void momentum(Store p, Store v, Store g, @Wide double rate, @Wide double momentum, @Wide double decay) {
        double[] parameters = DoubleStore.of(p);
        double[] velocity = DoubleStore.of(v);
        double[] gradient = DoubleStore.of(g);
        double eta = DoubleStore.round(-rate);
        double mu = DoubleStore.round(momentum);
        double lambda = DoubleStore.round(decay);
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
            @Wide double rate,
            @Wide double first,
            @Wide double second,
            @Wide double epsilon,
            @Wide double decay,
            @Wide long t) {
        double[] parameters = DoubleStore.of(p);
        double[] mean = DoubleStore.of(m);
        double[] square = DoubleStore.of(s);
        double[] gradient = DoubleStore.of(g);
        double lambda = DoubleStore.round(decay);
        double b1 = DoubleStore.round(first);
        double c1 = DoubleStore.round(1 - first);
        double b2 = DoubleStore.round(second);
        double c2 = DoubleStore.round(1 - second);
        @Wide double steps = t;
        double step = DoubleStore.round(rate / (1 - Math.pow(first, steps)));
        double root = DoubleStore.round(Math.sqrt(1 - Math.pow(second, steps)));
        double e = DoubleStore.round(epsilon);
        for (int i = 0; i < parameters.length; i++) {
            double slope = Math.fma(lambda, parameters[i], gradient[i]);
            mean[i] = Math.fma(b1, mean[i], c1 * slope);
            square[i] = Math.fma(b2, square[i], c2 * slope * slope);
            parameters[i] -= step * mean[i] / (DoubleStore.round(Math.sqrt(square[i])) / root + e);
        }
    }
}
