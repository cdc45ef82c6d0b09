package org.theoremeter.simulate.experiment.linear;

import java.util.ArrayList;
import java.util.List;
import org.theoremeter.simulate.experiment.ArgumentException;
import org.theoremeter.simulate.experiment.Arguments;
import org.theoremeter.simulate.experiment.Bounds;
import org.theoremeter.simulate.experiment.Parameter;
import org.theoremeter.simulate.experiment.Unit;
import org.theoremeter.simulate.network.LinearRnn;
import org.theoremeter.simulate.random.RandomStreams;
import org.theoremeter.simulate.training.Trained;

/**
 * Reads what is trained, and the read-in and read-out that training starts from: each along n = (1, …, 1)/√N or in a
 * random direction of its own stream, of a given length, or at a given angle to each other; and the weights that it
 * starts from on a plane.
 */
record TrainingSetting(Arguments arguments) {

    private static final String TRAIN = "train";
    private static final String ALL = "all";
    private static final String READ_IN = "read-in";
    private static final String READ_OUT = "read-out";
    private static final String NORM = "-norm";
    private static final String ALIGNED = "aligned";
    private static final String GAUSSIAN = "gaussian";
    private static final String OVERLAP = "overlap";
    private static final String START = "start-";

    /** W₁₁, W₁₂, W₂₁, W₂₂ of the start on the plane. */
    private static final List<String> STARTS = List.of("start-w11", "start-w12", "start-w21", "start-w22");

    /** Far beyond lengths at which training is lazy, and far from overflow. */
    private static final double LONGEST = 1000;

    static List<Parameter> parameters() {
        List<Parameter> all = new ArrayList<>(List.of(
                new Parameter.Choice(
                        TRAIN,
                        "what is trained: the recurrent weights, or read-in and read-out too, by one rate",
                        List.of("weights", ALL),
                        "weights"),
                direction(READ_IN, "read-in u"),
                norm(READ_IN, "read-in u"),
                direction(READ_OUT, "read-out v"),
                norm(READ_OUT, "read-out v"),
                new Parameter.Real(
                        OVERLAP,
                        "cosine of the angle between the initial read-in and read-out, if both are aligned; less than 1 turns"
                                + " the read-out towards d, a vector orthogonal to n with entries of either sign",
                        Unit.ONE,
                        Bounds.closed(-1, 1),
                        1)));
        for (String start : STARTS) {
            all.add(new Parameter.Real(
                    start,
                    "added to W(0) on the plane of n and d, in this basis: the weight "
                            + start.substring(START.length()),
                    Unit.ONE,
                    Bounds.open(-100, 100),
                    0));
        }
        return List.copyOf(all);
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
        return !gaussian() && overlap() == 1;
    }

    /** Checks what is trained and started from, beside what {@link Setting#check} checks. */
    void check() {
        new Setting(arguments).check();
        new Setting(arguments).checkConsistency();
        checkDirections();
    }

    /** Checks that read-in and read-out can be had as they are described. */
    void checkDirections() {
        if (overlap() != 1 && gaussian()) {
            throw new ArgumentException(
                    OVERLAP, Double.toString(overlap()), "it only if neither read-in nor read-out is " + GAUSSIAN);
        }
    }

    /** Tells whether training starts on a plane, or leaves its line for one: theory 1.7 and 2. */
    boolean planar() {
        return new Setting(arguments).oscillator() || overlap() != 1 || started();
    }

    private double overlap() {
        return arguments.real(OVERLAP);
    }

    private boolean started() {
        return STARTS.stream().anyMatch(name -> arguments.real(name) != 0);
    }

    boolean random() {
        return new Setting(arguments).random() || gaussian();
    }

    /** Builds the network with its initial weights, read-in and read-out; draws only what is random. */
    LinearRnn network(RandomStreams streams) {
        Setting setting = new Setting(arguments);
        double[] weights = setting.weights(streams);
        if (started()) {
            OrthonormalPair.besideMean(setting.size())
                    .add(STARTS.stream().mapToDouble(arguments::real).toArray(), weights);
        }
        return new LinearRnn(weights, vector(streams, READ_IN), vector(streams, READ_OUT));
    }

    /**
     * Estimates the fastest rate of the flow, for the time a run takes: the curvature at the optimum. To it add
     * |u|²|v|²/4, that of t e⁻ᵗ, while long vectors of small overlap are lazy (aligned ones soon leave that
     * regime), and when they are trained the conserved difference |u|² − |v|² over 2c⋆, of f by the shorter one.
     */
    double stiffness() {
        Setting setting = new Setting(arguments);
        double in = Math.pow(arguments.real(READ_IN + NORM), 2);
        double out = Math.pow(arguments.real(READ_OUT + NORM), 2);
        double lazy = aligned() ? 0 : in * out / 4;
        double unequal = trained() == Trained.ALL ? Math.abs(in - out) / (2 * setting.cstar()) : 0;
        return setting.curvature() + lazy + unequal;
    }

    private boolean gaussian() {
        return drawn(READ_IN) || drawn(READ_OUT);
    }

    private boolean drawn(String name) {
        return arguments.choice(name).equals(GAUSSIAN);
    }

    private double[] vector(RandomStreams streams, String name) {
        Setting setting = new Setting(arguments);
        double[] vector = drawn(name) ? setting.direction(streams, name) : aligned(name, setting.size());
        double norm = arguments.real(name + NORM);
        for (int i = 0; i < vector.length; i++) {
            vector[i] *= norm;
        }
        return vector;
    }

    /** Returns n, or for a read-out of another overlap ρ the vector ρ n + √(1 − ρ²) d. */
    private double[] aligned(String name, int size) {
        double rho = overlap();
        if (rho == 1 || name.equals(READ_IN)) {
            return LinearRnn.direction(size);
        }
        return OrthonormalPair.besideMean(size).combination(rho, Math.sqrt((1 - rho) * (1 + rho)));
    }
}
