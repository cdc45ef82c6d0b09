package org.theoremeter.simulate.experiment.nonlinear;

import java.util.ArrayList;
import java.util.List;
import org.theoremeter.simulate.experiment.ArgumentException;
import org.theoremeter.simulate.experiment.Arguments;
import org.theoremeter.simulate.experiment.Bounds;
import org.theoremeter.simulate.experiment.Parameter;
import org.theoremeter.simulate.experiment.Unit;
import org.theoremeter.simulate.network.LeakyRnn;
import org.theoremeter.simulate.network.Lstm;
import org.theoremeter.simulate.network.PiecewiseLinearRnn;
import org.theoremeter.simulate.network.RankKRnn;
import org.theoremeter.simulate.network.Readout;
import org.theoremeter.simulate.network.RecurrentNetwork;
import org.theoremeter.simulate.network.TanhRnn;

/** A kind of network: its parameters in claims, and what is usual for it in training. */
enum NetworkKind {
    LEAKY("leaky-rnn", "leaky firing-rate network", 100, 0.1, 0.001, "sgd", 0.9, 1e-7),
    TANH("tanh-rnn", "tanh rate network", 100, 0, 0, "adam", 0, 0),
    PIECEWISE("plrnn", "piecewise-linear network", 50, 0, 0, "adam", 0, 0),
    LSTM("lstm", "LSTM", 50, 0, 0, "adam", 0, 0),
    RANK_K("rank-k-rnn", "rank-K network", 100, 0, 0, "sgd", 0, 0);

    private static final String NEURONS = "neurons";
    private static final String RANK = "rank";
    private static final String SIGNAL = "signal";

    /** Enough for the tasks at their usual lengths. */
    private static final long ADAM_EPOCHS = 3000;

    private final String word;
    private final String description;
    private final int neurons;
    private final double initialNoise;
    private final double stateNoise;
    private final String optimiser;
    private final double momentum;
    private final double decay;

    NetworkKind(
            String word,
            String description,
            int neurons,
            double initialNoise,
            double stateNoise,
            String optimiser,
            double momentum,
            double decay) {
        this.word = word;
        this.description = description;
        this.neurons = neurons;
        this.initialNoise = initialNoise;
        this.stateNoise = stateNoise;
        this.optimiser = optimiser;
        this.momentum = momentum;
        this.decay = decay;
    }

    String word() {
        return word;
    }

    String description() {
        return description;
    }

    double initialNoise() {
        return initialNoise;
    }

    double stateNoise() {
        return stateNoise;
    }

    String optimiser() {
        return optimiser;
    }

    double momentum() {
        return momentum;
    }

    double decay() {
        return decay;
    }

    /** Returns the usual learning rate: the STM paper's range for descent, Adam's default else. */
    double rate() {
        return optimiser.equals("adam") ? 0.001 : 0.1;
    }

    /** Returns the usual number of epochs, 0 for the STM paper's rule, which is made for descent and not for Adam's rates. */
    long epochs() {
        return optimiser.equals("adam") ? ADAM_EPOCHS : 0;
    }

    /** Returns the usual gain of gaussian recurrent weights; with A = 0.9 beside it, 1 lets states explode. */
    double gain() {
        return this == PIECEWISE ? 0.1 : 1;
    }

    /** Tells whether a step is a fraction α = Δt/τ_m of a time constant. */
    boolean leaks() {
        return this == LEAKY || this == TANH || this == RANK_K;
    }

    /**
     * Tells whether all trials of a task start in one state, drawn once a network: a tanh network, which has no biases, would
     * never leave zero without it where nothing comes in.
     */
    boolean startsInOneState(TaskKind task) {
        return this == RANK_K || (this == TANH && task == TaskKind.SINGLE_CUE);
    }

    List<Parameter> parameters() {
        List<Parameter> parameters = new ArrayList<>();
        parameters.add(new Parameter.Whole(NEURONS, "number of units N", Unit.ONE, 1, 2000, neurons));
        if (this == RANK_K) {
            parameters.add(new Parameter.Whole(RANK, "rank K of the recurrent weights", Unit.ONE, 1, 64, 2));
        }
        if (this == TANH) {
            parameters.add(new Parameter.Real(
                    SIGNAL,
                    "σ, the size of the signal in units of where neurons saturate",
                    Unit.ONE,
                    Bounds.open(0, 10),
                    1));
        }
        return parameters;
    }

    RecurrentNetwork network(Arguments arguments, int inputs, int outputs, double alpha, Readout readout) {
        int n = (int) arguments.whole(NEURONS);
        return switch (this) {
            case LEAKY -> new LeakyRnn(n, inputs, outputs, alpha, readout);
            case TANH -> new TanhRnn(n, inputs, outputs, alpha, arguments.real(SIGNAL), readout);
            case PIECEWISE -> new PiecewiseLinearRnn(n, inputs, outputs, readout);
            case LSTM -> new Lstm(n, inputs, outputs, readout);
            case RANK_K -> {
                int rank = (int) arguments.whole(RANK);
                if (rank > n) {
                    throw new ArgumentException(RANK, Integer.toString(rank), "at most the number of neurons, " + n);
                }
                yield new RankKRnn(n, rank, inputs, outputs, alpha, readout);
            }
            default -> throw new IllegalStateException("no network for " + this);
        };
    }
}
