package org.theoremeter.simulate.experiment.linear;

import java.util.List;
import org.theoremeter.simulate.experiment.Arguments;
import org.theoremeter.simulate.experiment.Bounds;
import org.theoremeter.simulate.experiment.Parameter;
import org.theoremeter.simulate.experiment.Unit;
import org.theoremeter.simulate.network.LinearRnn;
import org.theoremeter.simulate.random.RandomStreams;
import org.theoremeter.simulate.training.Trained;

/**
 * Reads what is trained, and the read-in and read-out that training starts from: each along n = (1, …, 1)/√N or in a
 * random direction of its own stream, of a given length.
 */
record TrainingSetting(Arguments arguments) {

    private static final String TRAIN = "train";
    private static final String ALL = "all";
    private static final String READ_IN = "read-in";
    private static final String READ_OUT = "read-out";
    private static final String NORM = "-norm";
    private static final String ALIGNED = "aligned";
    private static final String GAUSSIAN = "gaussian";

    /** Far beyond lengths at which training is lazy, and far from overflow. */
    private static final double LONGEST = 1000;

    static List<Parameter> parameters() {
        return List.of(
                new Parameter.Choice(
                        TRAIN,
                        "what is trained: the recurrent weights, or read-in and read-out too, by one rate",
                        List.of("weights", ALL),
                        "weights"),
                direction(READ_IN, "read-in u"),
                norm(READ_IN, "read-in u"),
                direction(READ_OUT, "read-out v"),
                norm(READ_OUT, "read-out v"));
    }

    private static Parameter direction(String name, String what) {
        return new Parameter.Choice(
                name,
                "direction of the initial " + what + ": that of n = (1, …, 1)/√N, or of a Gaussian random vector",
                List.of(ALIGNED, GAUSSIAN),
                ALIGNED);
    }

    private static Parameter norm(String name, String what) {
        return new Parameter.Real(
                name + NORM, "Euclidean norm of the initial " + what, Unit.ONE, new Bounds(0, true, LONGEST, false), 1);
    }

    Trained trained() {
        return arguments.choice(TRAIN).equals(ALL) ? Trained.ALL : Trained.WEIGHTS;
    }

    /** Tells whether read-in and read-out have a common direction by construction. */
    boolean aligned() {
        return !drawn(READ_IN) && !drawn(READ_OUT);
    }

    boolean random() {
        return new Setting(arguments).random() || !aligned();
    }

    /** Builds the network with its initial weights, read-in and read-out; draws only what is random. */
    LinearRnn network(RandomStreams streams) {
        return new LinearRnn(
                new Setting(arguments).weights(streams), vector(streams, READ_IN), vector(streams, READ_OUT));
    }

    /**
     * Estimates the fastest rate of the flow, for the time a run takes: 1/(4c⋆³) at the optimum (theory 1.4). To it add
     * |u|²|v|²/4, that of t e⁻ᵗ, while long vectors of small overlap are lazy (aligned ones soon leave that
     * regime), and when they are trained the conserved difference |u|² − |v|² over 2c⋆, of f by the shorter one.
     */
    double stiffness() {
        double cstar = new Setting(arguments).cstar();
        double in = Math.pow(arguments.real(READ_IN + NORM), 2);
        double out = Math.pow(arguments.real(READ_OUT + NORM), 2);
        double lazy = aligned() ? 0 : in * out / 4;
        double unequal = trained() == Trained.ALL ? Math.abs(in - out) / (2 * cstar) : 0;
        return 1 / (4 * Math.pow(cstar, 3)) + lazy + unequal;
    }

    private boolean drawn(String name) {
        return arguments.choice(name).equals(GAUSSIAN);
    }

    private double[] vector(RandomStreams streams, String name) {
        Setting setting = new Setting(arguments);
        double[] vector = drawn(name) ? setting.direction(streams, name) : LinearRnn.direction(setting.size());
        double norm = arguments.real(name + NORM);
        for (int i = 0; i < vector.length; i++) {
            vector[i] *= norm;
        }
        return vector;
    }
}
