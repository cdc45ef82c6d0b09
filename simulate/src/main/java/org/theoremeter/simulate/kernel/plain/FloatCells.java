package org.theoremeter.simulate.kernel.plain;

import org.theoremeter.simulate.kernel.Activations;
import org.theoremeter.simulate.kernel.Cells;
import org.theoremeter.simulate.kernel.Kernel;
import org.theoremeter.simulate.kernel.Store;

/** Passes over cells in single precision. */
public final class FloatCells implements Cells {

    private static final int LANES = Kernel.LANES;

    private final Activations activations;

    /** Creates passes that use the given activation functions. */
    public FloatCells(Activations activations) {
        this.activations = activations;
    }

    @Override
    public void leaky(Store p, int po, Store r, int ro, Store next, int no, double alpha, int count) {
        activations.tanh(p, po, count);
        mix(FloatStore.of(p), po, FloatStore.of(r), ro, FloatStore.of(next), no, alpha, count);
    }

    private static void mix(float[] p, int po, float[] r, int ro, float[] next, int no, double alpha, int count) {
        float a = FloatStore.round(alpha);
        float kept = FloatStore.round(1 - alpha);
        for (int i = 0; i < count; i++) {
            next[no + i] = Math.fma(a, p[po + i], kept * r[ro + i]);
        }
    }

    @Override
    public void leakyAdjoint(Store p, int po, Store delta, int offset, double alpha, int count) {
        float[] z = FloatStore.of(p);
        float[] d = FloatStore.of(delta);
        float a = FloatStore.round(alpha);
        float kept = FloatStore.round(1 - alpha);
        for (int i = 0; i < count; i++) {
            float slope = Math.fma(-z[po + i], z[po + i], 1);
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
            double alpha,
            double sigma,
            int count) {
        float[] to = FloatStore.of(next);
        float[] active = FloatStore.of(h);
        mix(FloatStore.of(p), po, FloatStore.of(z), zo, to, no, alpha, count);
        float s = FloatStore.round(sigma);
        for (int i = 0; i < count; i++) {
            active[ho + i] = s * to[no + i];
        }
        activations.tanh(h, ho, count);
        float inverse = FloatStore.round(1 / sigma);
        for (int i = 0; i < count; i++) {
            active[ho + i] *= inverse;
        }
    }

    @Override
    public void rateAdjoint(Store p, int po, Store delta, int offset, double alpha, int count) {
        float[] e = FloatStore.of(p);
        float[] d = FloatStore.of(delta);
        float a = FloatStore.round(alpha);
        float kept = FloatStore.round(1 - alpha);
        for (int i = 0; i < count; i++) {
            e[po + i] = a * d[offset + i];
            d[offset + i] *= kept;
        }
    }

    @Override
    public void tanhAdjoint(Store h, int ho, Store eta, int eo, double sigma, Store delta, int offset, int count) {
        float[] active = FloatStore.of(h);
        float[] by = FloatStore.of(eta);
        float[] d = FloatStore.of(delta);
        float square = FloatStore.round(sigma * sigma);
        for (int i = 0; i < count; i++) {
            float slope = Math.fma(-square * active[ho + i], active[ho + i], 1);
            d[offset + i] = Math.fma(slope, by[eo + i], d[offset + i]);
        }
    }

    @Override
    public void piecewise(
            Store p, int po, Store a, int ao, Store z, int zo, Store next, int no, Store h, int ho, int rows) {
        float[] input = FloatStore.of(p);
        float[] kept = FloatStore.of(a);
        float[] from = FloatStore.of(z);
        float[] to = FloatStore.of(next);
        float[] active = FloatStore.of(h);
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
        float[] e = FloatStore.of(p);
        float[] kept = FloatStore.of(a);
        float[] from = FloatStore.of(z);
        float[] d = FloatStore.of(delta);
        float[] gradient = FloatStore.of(g);
        for (int i = 0; i < rows; i++) {
            float sum = 0;
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
        float[] state = FloatStore.of(z);
        float[] active = FloatStore.of(h);
        for (int i = 0; i < count; i++) {
            active[ho + i] = Math.max(state[zo + i], 0);
        }
    }

    @Override
    public void rectifierAdjoint(Store z, int zo, Store eta, int eo, Store delta, int offset, int count) {
        float[] state = FloatStore.of(z);
        float[] by = FloatStore.of(eta);
        float[] d = FloatStore.of(delta);
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
        float[] gates = FloatStore.of(p);
        float[] old = FloatStore.of(c);
        float[] cell = FloatStore.of(next);
        float[] squashed = FloatStore.of(q);
        float[] hidden = FloatStore.of(h);
        for (int i = 0; i < count; i++) {
            float kept = gates[po + count + i] * old[co + i];
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
        float[] gates = FloatStore.of(p);
        float[] old = FloatStore.of(c);
        float[] squashed = FloatStore.of(q);
        float[] byHidden = FloatStore.of(deltaH);
        float[] byCell = FloatStore.of(deltaC);
        for (int i = 0; i < count; i++) {
            float in = gates[po + i];
            float forget = gates[po + count + i];
            float candidate = gates[po + 2 * count + i];
            float out = gates[po + 3 * count + i];
            float dh = byHidden[ho + i];
            float s = squashed[qo + i];
            float dc = Math.fma(dh * out, Math.fma(-s, s, 1), byCell[dco + i]);
            gates[po + i] = dc * candidate * in * (1 - in);
            gates[po + count + i] = dc * old[co + i] * forget * (1 - forget);
            gates[po + 2 * count + i] = dc * in * Math.fma(-candidate, candidate, 1);
            gates[po + 3 * count + i] = dh * s * out * (1 - out);
            byCell[dco + i] = dc * forget;
        }
    }

    @Override
    public double error(
            Store o,
            int oo,
            Store y,
            int yo,
            Store w,
            int wo,
            double factor,
            boolean logistic,
            Store e,
            int eo,
            int count) {
        float[] output = FloatStore.of(o);
        float[] target = FloatStore.of(y);
        float[] weight = FloatStore.of(w);
        float[] adjoint = FloatStore.of(e);
        float twice = FloatStore.round(2 * factor);
        double total = 0;
        for (int i = 0; i < count; i++) {
            float answer = output[oo + i];
            float miss = answer - target[yo + i];
            float weighted = weight[wo + i] * miss;
            total += weighted * miss;
            float slope = logistic ? answer * (1 - answer) : 1;
            adjoint[eo + i] = twice * weighted * slope;
        }
        return total;
    }

    @Override
    public double change(
            Store r, int ro, Store next, int no, Store mask, double factor, Store delta, int offset, int count) {
        float[] from = FloatStore.of(r);
        float[] to = FloatStore.of(next);
        float[] counts = FloatStore.of(mask);
        float[] d = FloatStore.of(delta);
        float twice = FloatStore.round(2 * factor);
        double total = 0;
        for (int row = 0; row < count; row += LANES) {
            for (int s = 0; s < LANES; s++) {
                float difference = counts[s] * (to[no + row + s] - from[ro + row + s]);
                d[offset + row + s] = Math.fma(twice, difference, d[offset + row + s]);
                total += difference * difference;
            }
        }
        return total;
    }
}
