package org.theoremeter.simulate.experiment.ghost;

import org.theoremeter.simulate.kernel.Kernel;
import org.theoremeter.simulate.kernel.NoiseStream;
import org.theoremeter.simulate.kernel.Store;
import org.theoremeter.simulate.measure.LatentField;
import org.theoremeter.simulate.network.ParameterBlock;
import org.theoremeter.simulate.network.RankKRnn;
import org.theoremeter.simulate.task.Trials;
import org.theoremeter.simulate.training.bptt.BackPropagation;
import org.theoremeter.simulate.training.bptt.InitialState;
import org.theoremeter.simulate.training.bptt.Noise;

/**
 * Trains m, n and perhaps b of a rank-K network by plain gradient descent on Σ (o − o⋆)²/T; the read-out o = σ(g(κ − 1)) is held
 * fixed, and its gain g may be changed between epochs (theory 3.8).
 */
final class LatentTraining {

    private static final NoiseStream NONE = new NoiseStream(0, 1);

    private final RankKRnn network;
    private final Kernel kernel;
    private final BackPropagation propagation;
    private final boolean all;
    private final boolean biases;
    private final Store parameters;
    private final Store gradient;
    private final Store velocity;

    /**
     * Prepares a training.
     *
     * @param parameters initial ones, laid out as the network's; those of the read-out are overwritten
     */
    LatentTraining(GhostSetting setting, double[] parameters, Kernel kernel) {
        network = setting.network();
        this.kernel = kernel;
        all = setting.readsAll();
        biases = setting.trainsBiases();
        Trials trials = new Trials(1, setting.steps(), 0, 1);
        for (int step = 0; step < setting.steps(); step++) {
            trials.target(0, step, 0, step < setting.silent() ? 0 : 1);
            trials.weight(0, step, 0, 1);
        }
        propagation =
                BackPropagation.of(network, kernel, trials, Noise.NONE, InitialState.fixed(setting.initialState()), 0);
        propagation.load(trials);
        this.parameters = kernel.allocate(parameters.length);
        this.parameters.set(0, parameters);
        gradient = kernel.allocate(parameters.length);
        velocity = kernel.allocate(parameters.length);
        gain(setting.gain());
    }

    /** Sets the gain g of the output. */
    void gain(double gain) {
        ParameterBlock weights = network.layout().block("W_out");
        for (int k = 0; k < network.rank(); k++) {
            parameters.set(weights.at(0, k), all || k == 0 ? gain : 0);
        }
        parameters.set(network.layout().block("b_out").offset(), -gain);
    }

    /** Computes loss and gradient, without an update; returns the loss. */
    double loss() {
        double loss = propagation.gradient(parameters, NONE, 0, gradient);
        freeze("W_out");
        freeze("b_out");
        if (!biases) {
            freeze("b");
        }
        return loss;
    }

    /** Takes a step of descent along the gradient of the last loss. */
    void descend(double rate) {
        kernel.updates().momentum(parameters, velocity, gradient, rate, 0, 0);
    }

    /** Returns the norm of the gradient of the last loss, by what is trained. */
    double gradientNorm() {
        return Math.sqrt(kernel.updates().sumOfSquares(gradient));
    }

    /** Returns the gradient of the last loss, by all parameters, 0 where they are held fixed. */
    double[] gradient() {
        return gradient.copy(0, gradient.length());
    }

    double[] parameters() {
        return parameters.copy(0, parameters.length());
    }

    LatentField field() {
        return LatentField.of(network, parameters());
    }

    private void freeze(String name) {
        ParameterBlock block = network.layout().block(name);
        for (int i = block.offset(); i < block.offset() + block.size(); i++) {
            gradient.set(i, 0);
        }
    }
}
