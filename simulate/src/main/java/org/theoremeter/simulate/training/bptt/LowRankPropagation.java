package org.theoremeter.simulate.training.bptt;

import java.util.Arrays;
import org.theoremeter.simulate.kernel.Kernel;
import org.theoremeter.simulate.kernel.NoiseStream;
import org.theoremeter.simulate.kernel.Normals;
import org.theoremeter.simulate.kernel.Store;
import org.theoremeter.simulate.network.RankKRnn;
import org.theoremeter.simulate.network.Readout;
import org.theoremeter.simulate.task.Trials;

/**
 * Propagates through rank-K networks, one trial after another, with the units side by side: a step costs 2 K N products where
 * a full network's costs N². Vectors over units are padded with zeros to a multiple of sixteen.
 *
 * <p>With a = W_out κ + b_out and κ_t = n x_t, the adjoint of step t is dz = α δ (1 − tanh²), and δ ← (1 − α) δ + nᵀ (mᵀ dz).
 */
final class LowRankPropagation extends BackPropagation {

    private static final int LANES = Kernel.LANES;

    private final RankKRnn network;
    private final Kernel kernel;
    private final Noise noise;
    private final InitialState start;
    private final LowRankVectors vectors;
    private final int units;
    private final int padded;
    private final int rank;
    private final int inputs;
    private final int outputs;

    /** Numbers that hold the outputs of a step. */
    private final int answers;

    private final int steps;
    private final int batch;
    private final Store states;
    private final Store active;
    private final Store delta;
    private final Store target;
    private final Store weight;
    private final Store out;
    private final Store byOut;
    private final Store normals;
    private final Store mask;
    private final double[] input;

    /** Inputs of every step, with noise. */
    private final double[][] seen;

    /** κ of every step, from the start on. */
    private final double[][] latents;

    private final double[] byLatent;

    LowRankPropagation(RankKRnn network, Kernel kernel, Trials shape, Noise noise, InitialState start) {
        this.network = network;
        this.kernel = kernel;
        this.noise = noise;
        this.start = start;
        units = network.units();
        padded = Kernel.padded(units);
        rank = network.rank();
        inputs = network.inputs();
        outputs = network.outputs();
        answers = Kernel.padded(outputs);
        steps = shape.steps();
        batch = shape.batch();
        vectors = new LowRankVectors(network, kernel);
        states = kernel.allocate((steps + 1) * padded);
        active = kernel.allocate(steps * padded);
        delta = kernel.allocate(padded);
        target = kernel.allocate(batch * steps * answers);
        weight = kernel.allocate(batch * steps * answers);
        out = kernel.allocate(batch * steps * answers);
        byOut = kernel.allocate(steps * answers);
        normals = kernel.allocate(Kernel.padded(Math.max(1, inputs)));
        mask = kernel.allocate(LANES);
        mask.set(0, ones());
        input = new double[batch * steps * inputs];
        seen = new double[steps][inputs];
        latents = new double[steps + 1][rank];
        byLatent = new double[rank];
    }

    private static double[] ones() {
        double[] ones = new double[LANES];
        Arrays.fill(ones, 1);
        return ones;
    }

    @Override
    public void load(Trials trials) {
        requireShape(trials, batch, steps, inputs, outputs);
        for (int b = 0; b < batch; b++) {
            for (int t = 0; t < steps; t++) {
                int step = b * steps + t;
                for (int c = 0; c < inputs; c++) {
                    input[step * inputs + c] = trials.input(b, t, c);
                }
                for (int c = 0; c < outputs; c++) {
                    target.set(step * answers + c, trials.target(b, t, c));
                    weight.set(step * answers + c, trials.weight(b, t, c));
                }
            }
        }
    }

    @Override
    public double forward(Store parameters, NoiseStream stream, long epoch) {
        vectors.assemble(parameters);
        double loss = 0;
        double task = 0;
        for (int b = 0; b < batch; b++) {
            double error = forward(b, stream, epoch);
            task += error;
            loss += error;
            for (int t = 1; t <= steps; t++) {
                loss += change(t, 0);
            }
        }
        taskLoss(task);
        return loss;
    }

    @Override
    public double gradient(Store parameters, NoiseStream stream, long epoch, Store gradient) {
        vectors.assemble(parameters);
        vectors.clear();
        double loss = 0;
        double task = 0;
        for (int b = 0; b < batch; b++) {
            double error = forward(b, stream, epoch);
            task += error;
            loss += error;
            loss += backward();
        }
        taskLoss(task);
        kernel.updates().clear(gradient);
        vectors.scatter(gradient);
        return loss;
    }

    private double forward(int b, NoiseStream stream, long epoch) {
        begin(stream, beginning(b, epoch));
        boolean logistic = network.readout() == Readout.LOGISTIC;
        double factor = 1.0 / ((double) batch * steps * outputs);
        double sum = 0;
        vectors.latents(states, 0, latents[0]);
        for (int t = 0; t < steps; t++) {
            int z = t * padded;
            long block = step(b, epoch, t);
            stateNoise(stream, block, z);
            inputNoise(stream, block + Normals.blocks(padded));
            vectors.act(latents[t], active, z);
            for (int c = 0; c < inputs; c++) {
                double x = input[(b * steps + t) * inputs + c];
                seen[t][c] = noise.input() > 0 ? x + normals.get(c) : x;
                vectors.actInput(c, seen[t][c], active, z);
            }
            kernel.cells().leaky(active, z, states, z, states, z + padded, network.alpha(), padded);
            vectors.latents(states, z + padded, latents[t + 1]);
            int o = (b * steps + t) * answers;
            vectors.read(latents[t + 1], out, o);
            if (logistic) {
                kernel.activations().logistic(out, o, answers);
            }
            sum += kernel.cells().error(out, o, target, o, weight, o, factor, logistic, byOut, t * answers, answers);
        }
        return factor * sum;
    }

    /** Returns the block of the stream from which a trial of an epoch starts. */
    private long beginning(int b, long epoch) {
        return (epoch * batch + b) * (Normals.blocks(padded) + steps * perStep());
    }

    private long perStep() {
        return Normals.blocks(padded) + Normals.blocks(normals.length());
    }

    /** Returns the block of the noise of a step: of the sums, then of the inputs. */
    private long step(int b, long epoch, int t) {
        return beginning(b, epoch) + Normals.blocks(padded) + t * perStep();
    }

    /** Sets the sums of a step to their noise. */
    private void stateNoise(NoiseStream stream, long block, int z) {
        if (noise.state() > 0) {
            kernel.normals().fill(stream, block, noise.state(), active, z, padded);
            kernel.products().zero(active, z + units, padded - units);
        } else {
            kernel.products().zero(active, z, padded);
        }
    }

    /** Draws the noise of the inputs of a step, if there is any; it is 0 else. */
    private void inputNoise(NoiseStream stream, long block) {
        if (noise.input() > 0) {
            kernel.normals().fill(stream, block, noise.input(), normals, 0, normals.length());
        }
    }

    @Override
    public EpochNoise drawn(NoiseStream stream, long epoch) {
        EpochNoise drawn = EpochNoise.of(batch, steps, units, inputs, units);
        for (int b = 0; b < batch; b++) {
            begin(stream, beginning(b, epoch));
            copy(states, units, drawn.initial(), b * units);
            for (int t = 0; t < steps; t++) {
                long block = step(b, epoch, t);
                stateNoise(stream, block, 0);
                copy(active, units, drawn.state(), (b * steps + t) * units);
                inputNoise(stream, block + Normals.blocks(padded));
                copy(normals, inputs, drawn.input(), (b * steps + t) * inputs);
            }
        }
        return drawn;
    }

    private static void copy(Store from, int count, double[] to, int at) {
        for (int i = 0; i < count; i++) {
            to[at + i] = from.get(i);
        }
    }

    private void begin(NoiseStream stream, long block) {
        if (start.scale() > 0) {
            kernel.normals().fill(stream, block, start.scale(), states, 0, padded);
            kernel.activations().tanh(states, 0, padded);
            kernel.products().zero(states, units, padded - units);
        } else {
            for (int i = 0; i < units; i++) {
                states.set(i, start.of(i));
            }
        }
    }

    private double backward() {
        kernel.updates().clear(delta);
        double regularisation = 0;
        for (int t = steps; t > 0; t--) {
            int now = (t - 1) * padded;
            regularisation += change(t, 1);
            if (t < steps) {
                change(t + 1, -1);
            }
            vectors.readAdjoint(byOut, (t - 1) * answers, latents[t], byLatent);
            vectors.latentAdjoint(byLatent, states, t * padded, delta);
            kernel.cells().leakyAdjoint(active, now, delta, 0, network.alpha(), padded);
            vectors.actAdjoint(active, now, latents[t - 1], byLatent);
            for (int c = 0; c < inputs; c++) {
                vectors.inputAdjoint(c, seen[t - 1][c], active, now);
            }
            vectors.latentAdjoint(byLatent, states, now, delta);
        }
        return regularisation;
    }

    /** Returns the share of the pair that ends at t in the regularisation, and adds sign times its derivatives to δ. */
    private double change(int t, int sign) {
        if (consistency() == 0) {
            return 0;
        }
        double factor = consistency() / ((double) batch * units * steps);
        return factor
                * kernel.cells()
                        .change(states, (t - 1) * padded, states, t * padded, mask, sign * factor, delta, 0, padded);
    }

    @Override
    public double output(int trial, int step, int channel) {
        return out.get((trial * steps + step) * answers + channel);
    }

    @Override
    public double activity(int trial, int step, int unit) {
        return states.get(step * padded + unit);
    }

    @Override
    public int firstKept() {
        return batch - 1;
    }
}
