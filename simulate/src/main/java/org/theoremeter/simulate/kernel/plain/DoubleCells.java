package org.theoremeter.simulate.kernel.plain;

import org.theoremeter.simulate.kernel.Activations;
import org.theoremeter.simulate.kernel.Cells;
import org.theoremeter.simulate.kernel.Kernel;
import org.theoremeter.simulate.kernel.Store;
import org.theoremeter.simulate.kernel.Wide;

/** Passes over cells in double precision. */
public final class DoubleCells implements Cells {

    private static final int LANES = Kernel.LANES;

    private final Activations activations;

    /** Creates passes that use the given activation functions. */
    public DoubleCells(Activations activations) {
        this.activations = activations;
    }

    @Override
    public void leaky(Store p, int po, Store r, int ro, Store next, int no, @Wide double alpha, int count) {
        activations.tanh(p, po, count);
        mix(DoubleStore.of(p), po, DoubleStore.of(r), ro, DoubleStore.of(next), no, alpha, count);
    }

    private static void mix(
            double[] p, int po, double[] r, int ro, double[] next, int no, @Wide double alpha, int count) {
        double a = DoubleStore.round(alpha);
        double kept = DoubleStore.round(1 - alpha);
        for (int i = 0; i < count; i++) {
            next[no + i] = Math.fma(a, p[po + i], kept * r[ro + i]);
        }
    }

    @Override
    public void leakyAdjoint(Store p, int po, Store delta, int offset, @Wide double alpha, int count) {
        double[] z = DoubleStore.of(p);
        double[] d = DoubleStore.of(delta);
        double a = DoubleStore.round(alpha);
        double kept = DoubleStore.round(1 - alpha);
        for (int i = 0; i < count; i++) {
            double slope = Math.fma(-z[po + i], z[po + i], 1);
            z[po + i] = a * d[offset + i] * slope;
            d[offset + i] *= kept;
        }
    }

    @Override
    public void rate(
            Store p,
            int po,
            Store z,
            int zo,
            Store next,
            int no,
            Store h,
            int ho,
            @Wide double alpha,
            @Wide double sigma,
            int count) {
        double[] to = DoubleStore.of(next);
        double[] active = DoubleStore.of(h);
        mix(DoubleStore.of(p), po, DoubleStore.of(z), zo, to, no, alpha, count);
        double s = DoubleStore.round(sigma);
        for (int i = 0; i < count; i++) {
            active[ho + i] = s * to[no + i];
        }
        activations.tanh(h, ho, count);
        double inverse = DoubleStore.round(1 / sigma);
        for (int i = 0; i < count; i++) {
            active[ho + i] *= inverse;
        }
    }

    @Override
    public void rateAdjoint(Store p, int po, Store delta, int offset, @Wide double alpha, int count) {
        double[] e = DoubleStore.of(p);
        double[] d = DoubleStore.of(delta);
        double a = DoubleStore.round(alpha);
        double kept = DoubleStore.round(1 - alpha);
        for (int i = 0; i < count; i++) {
            e[po + i] = a * d[offset + i];
            d[offset + i] *= kept;
        }
    }

    @Override
    public void tanhAdjoint(
            Store h, int ho, Store eta, int eo, @Wide double sigma, Store delta, int offset, int count) {
        double[] active = DoubleStore.of(h);
        double[] by = DoubleStore.of(eta);
        double[] d = DoubleStore.of(delta);
        double square = DoubleStore.round(sigma * sigma);
        for (int i = 0; i < count; i++) {
            double slope = Math.fma(-square * active[ho + i], active[ho + i], 1);
            d[offset + i] = Math.fma(slope, by[eo + i], d[offset + i]);
        }
    }

    @Override
    public void piecewise(
            Store p, int po, Store a, int ao, Store z, int zo, Store next, int no, Store h, int ho, int rows) {
        double[] input = DoubleStore.of(p);
        double[] kept = DoubleStore.of(a);
        double[] from = DoubleStore.of(z);
        double[] to = DoubleStore.of(next);
        double[] active = DoubleStore.of(h);
        for (int i = 0; i < rows; i++) {
            for (int s = i * LANES; s < (i + 1) * LANES; s++) {
                to[no + s] = Math.fma(kept[ao + i], from[zo + s], input[po + s]);
                active[ho + s] = Math.max(to[no + s], 0);
            }
        }
    }

    @Override
    public void piecewiseAdjoint(
            Store p, int po, Store a, int ao, Store z, int zo, Store delta, int offset, Store g, int go, int rows) {
        double[] e = DoubleStore.of(p);
        double[] kept = DoubleStore.of(a);
        double[] from = DoubleStore.of(z);
        double[] d = DoubleStore.of(delta);
        double[] gradient = DoubleStore.of(g);
        for (int i = 0; i < rows; i++) {
            double sum = 0;
            for (int s = i * LANES; s < (i + 1) * LANES; s++) {
                e[po + s] = d[offset + s];
                sum = Math.fma(d[offset + s], from[zo + s], sum);
                d[offset + s] *= kept[ao + i];
            }
            gradient[go + i] += sum;
        }
    }

    @Override
    public void rectifier(Store z, int zo, Store h, int ho, int count) {
        double[] state = DoubleStore.of(z);
        double[] active = DoubleStore.of(h);
        for (int i = 0; i < count; i++) {
            active[ho + i] = Math.max(state[zo + i], 0);
        }
    }

    @Override
    public void rectifierAdjoint(Store z, int zo, Store eta, int eo, Store delta, int offset, int count) {
        double[] state = DoubleStore.of(z);
        double[] by = DoubleStore.of(eta);
        double[] d = DoubleStore.of(delta);
        for (int i = 0; i < count; i++) {
            d[offset + i] += state[zo + i] > 0 ? by[eo + i] : 0;
        }
    }

    @Override
    public void lstm(
            Store p, int po, Store c, int co, Store next, int no, Store q, int qo, Store h, int ho, int count) {
        activations.logistic(p, po, 2 * count);
        activations.tanh(p, po + 2 * count, count);
        activations.logistic(p, po + 3 * count, count);
        double[] gates = DoubleStore.of(p);
        double[] old = DoubleStore.of(c);
        double[] cell = DoubleStore.of(next);
        double[] squashed = DoubleStore.of(q);
        double[] hidden = DoubleStore.of(h);
        for (int i = 0; i < count; i++) {
            double kept = gates[po + count + i] * old[co + i];
            cell[no + i] = Math.fma(gates[po + i], gates[po + 2 * count + i], kept);
            squashed[qo + i] = cell[no + i];
        }
        activations.tanh(q, qo, count);
        for (int i = 0; i < count; i++) {
            hidden[ho + i] = gates[po + 3 * count + i] * squashed[qo + i];
        }
    }

    @Override
    public void lstmAdjoint(
            Store p, int po, Store c, int co, Store q, int qo, Store deltaH, int ho, Store deltaC, int dco, int count) {
        double[] gates = DoubleStore.of(p);
        double[] old = DoubleStore.of(c);
        double[] squashed = DoubleStore.of(q);
        double[] byHidden = DoubleStore.of(deltaH);
        double[] byCell = DoubleStore.of(deltaC);
        for (int i = 0; i < count; i++) {
            double in = gates[po + i];
            double forget = gates[po + count + i];
            double candidate = gates[po + 2 * count + i];
            double out = gates[po + 3 * count + i];
            double dh = byHidden[ho + i];
            double s = squashed[qo + i];
            double dc = Math.fma(dh * out, Math.fma(-s, s, 1), byCell[dco + i]);
            gates[po + i] = dc * candidate * in * (1 - in);
            gates[po + count + i] = dc * old[co + i] * forget * (1 - forget);
            gates[po + 2 * count + i] = dc * in * Math.fma(-candidate, candidate, 1);
            gates[po + 3 * count + i] = dh * s * out * (1 - out);
            byCell[dco + i] = dc * forget;
        }
    }

    @Override
    public @Wide double error(
            Store o,
            int oo,
            Store y,
            int yo,
            Store w,
            int wo,
            @Wide double factor,
            boolean logistic,
            Store e,
            int eo,
            int count) {
        double[] output = DoubleStore.of(o);
        double[] target = DoubleStore.of(y);
        double[] weight = DoubleStore.of(w);
        double[] adjoint = DoubleStore.of(e);
        double twice = DoubleStore.round(2 * factor);
        @Wide double total = 0;
        for (int i = 0; i < count; i++) {
            double answer = output[oo + i];
            double miss = answer - target[yo + i];
            double weighted = weight[wo + i] * miss;
            total += weighted * miss;
            double slope = logistic ? answer * (1 - answer) : 1;
            adjoint[eo + i] = twice * weighted * slope;
        }
        return total;
    }

    @Override
    public @Wide double change(
            Store r, int ro, Store next, int no, Store mask, @Wide double factor, Store delta, int offset, int count) {
        double[] from = DoubleStore.of(r);
        double[] to = DoubleStore.of(next);
        double[] counts = DoubleStore.of(mask);
        double[] d = DoubleStore.of(delta);
        double twice = DoubleStore.round(2 * factor);
        @Wide double total = 0;
        for (int row = 0; row < count; row += LANES) {
            for (int s = 0; s < LANES; s++) {
                double difference = counts[s] * (to[no + row + s] - from[ro + row + s]);
                d[offset + row + s] = Math.fma(twice, difference, d[offset + row + s]);
                total += difference * difference;
            }
        }
        return total;
    }
}
