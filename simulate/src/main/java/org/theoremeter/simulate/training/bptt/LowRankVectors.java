package org.theoremeter.simulate.training.bptt;

import java.util.Arrays;
import org.theoremeter.simulate.kernel.Kernel;
import org.theoremeter.simulate.kernel.Store;
import org.theoremeter.simulate.network.ParameterBlock;
import org.theoremeter.simulate.network.ParameterLayout;
import org.theoremeter.simulate.network.RankKRnn;

/**
 * Holds the vectors over units of {@link LowRankPropagation}: the K columns of m, the K rows of n, b and the columns of W_in,
 * each padded; what is read; and the gradients of all.
 */
final class LowRankVectors {

    private final Kernel kernel;
    private final ParameterLayout layout;
    private final int units;
    private final int padded;
    private final int rank;
    private final int inputs;
    private final int outputs;

    /** Column k of m at k · padded; likewise n; b; W_in by channel. */
    private final Store m;

    private final Store n;
    private final Store b;
    private final Store in;
    private final Store byM;
    private final Store byN;
    private final Store byB;
    private final Store byIn;
    private final double[] readout;
    private final double[] byReadout;
    private final double[] offset;
    private final double[] byOffset;

    LowRankVectors(RankKRnn network, Kernel kernel) {
        this.kernel = kernel;
        layout = network.layout();
        units = network.units();
        padded = Kernel.padded(units);
        rank = network.rank();
        inputs = network.inputs();
        outputs = network.outputs();
        m = kernel.allocate(rank * padded);
        n = kernel.allocate(rank * padded);
        b = kernel.allocate(padded);
        in = kernel.allocate(Math.max(1, inputs) * padded);
        byM = kernel.allocate(m.length());
        byN = kernel.allocate(n.length());
        byB = kernel.allocate(b.length());
        byIn = kernel.allocate(in.length());
        readout = new double[outputs * rank];
        byReadout = new double[outputs * rank];
        offset = new double[outputs];
        byOffset = new double[outputs];
    }

    /** Takes the vectors from the flat parameters. */
    void assemble(Store parameters) {
        kernel.products().transpose(parameters, layout.block("m").offset(), rank, units, rank, m, 0, padded);
        rows(parameters, layout.block("n").offset(), units, n, padded, rank);
        kernel.products().copy(parameters, layout.block("b").offset(), b, 0, units);
        if (inputs > 0) {
            kernel.products()
                    .transpose(parameters, layout.block("W_in").offset(), inputs, units, inputs, in, 0, padded);
        }
        ParameterBlock out = layout.block("W_out");
        for (int i = 0; i < readout.length; i++) {
            readout[i] = parameters.get(out.offset() + i);
        }
        for (int o = 0; o < outputs; o++) {
            offset[o] = parameters.get(layout.block("b_out").offset() + o);
        }
    }

    private void rows(Store from, int at, int stride, Store to, int tstride, int count) {
        for (int k = 0; k < count; k++) {
            kernel.products().copy(from, at + k * stride, to, k * tstride, units);
        }
    }

    /** Sets κ = n x. */
    void latents(Store states, int x, double[] latents) {
        for (int k = 0; k < rank; k++) {
            latents[k] = kernel.products().dot(n, k * padded, states, x, padded);
        }
    }

    /** Adds m κ + b. */
    void act(double[] latents, Store to, int at) {
        kernel.products().addScaled(1, b, 0, to, at, padded);
        for (int k = 0; k < rank; k++) {
            kernel.products().addScaled(latents[k], m, k * padded, to, at, padded);
        }
    }

    /** Adds what channel c, with the value x, contributes. */
    void actInput(int c, double x, Store to, int at) {
        kernel.products().addScaled(x, in, c * padded, to, at, padded);
    }

    /** Sets the sums W_out κ + b_out. */
    void read(double[] latents, Store out, int at) {
        for (int o = 0; o < outputs; o++) {
            double sum = offset[o];
            for (int k = 0; k < rank; k++) {
                sum = Math.fma(readout[o * rank + k], latents[k], sum);
            }
            out.set(at + o, sum);
        }
    }

    /** Adds the gradients of what is read and sets the derivatives by κ. */
    void readAdjoint(Store byOut, int at, double[] latents, double[] byLatent) {
        Arrays.fill(byLatent, 0);
        for (int o = 0; o < outputs; o++) {
            double e = byOut.get(at + o);
            byOffset[o] += e;
            for (int k = 0; k < rank; k++) {
                byReadout[o * rank + k] = Math.fma(e, latents[k], byReadout[o * rank + k]);
                byLatent[k] = Math.fma(e, readout[o * rank + k], byLatent[k]);
            }
        }
    }

    /** Adds the gradients of n by κ = n x, and to δ what κ contributes. */
    void latentAdjoint(double[] byLatent, Store states, int x, Store delta) {
        for (int k = 0; k < rank; k++) {
            kernel.products().addScaled(byLatent[k], states, x, byN, k * padded, padded);
            kernel.products().addScaled(byLatent[k], n, k * padded, delta, 0, padded);
        }
    }

    /** Adds the gradients of m and b by dz, and sets the derivatives by κ. */
    void actAdjoint(Store dz, int at, double[] latents, double[] byLatent) {
        kernel.products().addScaled(1, dz, at, byB, 0, padded);
        for (int k = 0; k < rank; k++) {
            kernel.products().addScaled(latents[k], dz, at, byM, k * padded, padded);
            byLatent[k] = kernel.products().dot(m, k * padded, dz, at, padded);
        }
    }

    /** Adds the gradient of W_in by channel c. */
    void inputAdjoint(int c, double x, Store dz, int at) {
        kernel.products().addScaled(x, dz, at, byIn, c * padded, padded);
    }

    /** Sets the gradients to zero. */
    void clear() {
        kernel.updates().clear(byM);
        kernel.updates().clear(byN);
        kernel.updates().clear(byB);
        kernel.updates().clear(byIn);
        Arrays.fill(byReadout, 0);
        Arrays.fill(byOffset, 0);
    }

    /** Writes the gradients into the flat vector. */
    void scatter(Store gradient) {
        kernel.products()
                .transpose(
                        byM, 0, padded, rank, units, gradient, layout.block("m").offset(), rank);
        for (int k = 0; k < rank; k++) {
            kernel.products().copy(byN, k * padded, gradient, layout.block("n").offset() + k * units, units);
        }
        kernel.products().copy(byB, 0, gradient, layout.block("b").offset(), units);
        if (inputs > 0) {
            int at = layout.block("W_in").offset();
            kernel.products().transpose(byIn, 0, padded, inputs, units, gradient, at, inputs);
        }
        gradient.set(layout.block("W_out").offset(), byReadout);
        gradient.set(layout.block("b_out").offset(), byOffset);
    }
}
