package org.theoremeter.simulate.experiment.linear;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.theoremeter.simulate.arithmetic.Eigenvalues;
import org.theoremeter.simulate.arithmetic.Rows;
import org.theoremeter.simulate.experiment.ArgumentException;
import org.theoremeter.simulate.experiment.Arguments;
import org.theoremeter.simulate.experiment.Bounds;
import org.theoremeter.simulate.experiment.Parameter;
import org.theoremeter.simulate.experiment.Unit;
import org.theoremeter.simulate.network.LinearRnn;
import org.theoremeter.simulate.network.Target;
import org.theoremeter.simulate.random.RandomStreams;
import org.theoremeter.simulate.training.ConsistentGradient;
import org.theoremeter.simulate.training.ImpulseResponseGradient;
import org.theoremeter.simulate.training.LossGradient;
import org.theoremeter.simulate.training.LyapunovGradient;

/**
 * Reads what the experiments on linear networks have in common: target, size, initial weights and gradient.
 *
 * <p>The initial weights are N(0, g²/N), standard normals scaled by g/√N so that one seed gives one pattern at every
 * gain; weights that are unstable are drawn anew. Read-in and read-out are both (1, …, 1)/√N, unless
 * {@link TrainingSetting} says otherwise: the weights are isotropic, so no direction is special.
 */
record Setting(Arguments arguments) {

    static final String CONTINUOUS = "continuous";
    static final String DISCRETE = "discrete";

    private static final String CONSISTENCY = "consistency";
    private static final double DEFAULT_DT = 0.05;

    private static final String WITHOUT_EFFECT =
            "it only with 'gradient: discrete'; the continuous gradient has no time step";

    /** Part of the target's impulse response that may lie beyond the simulated steps. */
    private static final double REMAINDER = 1e-9;

    /** How often unstable weights are drawn anew. */
    private static final int MOST_DRAWS = 100;

    private static final double LARGEST_REMAINDER = 0.01;

    /** Most numbers kept of one impulse response: 256 MB. */
    private static final double LARGEST_RESPONSE = 1 << 25;

    /** Floating-point operations a second of one core; a rough figure. */
    private static final double SPEED = 1.2e10;

    /** Describes what experiments on a target of one mode or one pair take, among it parameters of their own. */
    static List<Parameter> parameters(List<Parameter> own, double gain, long neurons) {
        return parameters(TargetSetting.parameters(), own, gain, neurons);
    }

    /** Describes what experiments on a target of any number of modes take, among it parameters of their own. */
    static List<Parameter> severalModes(List<Parameter> own, double gain, long neurons) {
        return parameters(TargetSetting.severalModes(), own, gain, neurons);
    }

    private static List<Parameter> parameters(List<Parameter> target, List<Parameter> own, double gain, long neurons) {
        List<Parameter> all = new ArrayList<>(target);
        all.add(new Parameter.Real(
                "gain",
                "radius g of the random initial weights, whose entries have variance g²/N",
                Unit.ONE,
                Bounds.from(0, 1),
                gain));
        all.add(new Parameter.Whole("neurons", "number of neurons N", Unit.ONE, 2, 2000, neurons));
        all.addAll(own);
        return List.copyOf(all);
    }

    /** Describes what experiments on an oscillator take, among it parameters of their own. */
    static List<Parameter> onePair(List<Parameter> own, double gain, long neurons) {
        return parameters(TargetSetting.onePair(), own, gain, neurons);
    }

    static List<Parameter> gradientParameters() {
        return List.of(
                new Parameter.Choice(
                        "gradient",
                        "the exact gradient in continuous time (theory 0.1) or in discrete time (theory 0.2)",
                        List.of(CONTINUOUS, DISCRETE),
                        CONTINUOUS),
                new Parameter.Real(
                        "dt",
                        "time step of the discrete gradient, in time constants",
                        Unit.ONE,
                        new Bounds(0, true, 1, false),
                        DEFAULT_DT),
                new Parameter.Whole(
                        "steps",
                        "length of the impulse response of the discrete gradient; 0 takes as many as leave 1e-9 of the target",
                        Unit.STEP,
                        0,
                        1_000_000,
                        0),
                new Parameter.Real(
                        CONSISTENCY,
                        "ν of temporal consistency, ν times the mean of |h_k+1 − h_k|²/dt², with the discrete gradient"
                                + " (theory 7.3)",
                        Unit.ONE,
                        Bounds.closed(0, 1e6),
                        0));
    }

    int size() {
        return (int) arguments.whole("neurons");
    }

    private TargetSetting targetSetting() {
        return new TargetSetting(arguments);
    }

    double cstar() {
        return targetSetting().cstar();
    }

    double omegastar() {
        return targetSetting().omegastar();
    }

    /** Tells whether the target is the damped oscillator of theory 2. */
    boolean oscillator() {
        return targetSetting().oscillator();
    }

    /** Tells whether the target has more modes than one, or one pair. */
    boolean several() {
        return targetSetting().several();
    }

    double gain() {
        return arguments.real("gain");
    }

    boolean random() {
        return gain() > 0;
    }

    Target target() {
        return targetSetting().target();
    }

    boolean discrete() {
        return arguments.choice("gradient").equals(DISCRETE);
    }

    /** Builds the network with its initial weights; draws nothing when the gain is 0. */
    LinearRnn network(RandomStreams streams) {
        return LinearRnn.aligned(weights(streams));
    }

    /**
     * Adds to the initial weights the mode (1 − c) n nᵀ, or for an oscillator the pair (1 − c) I + (ω⋆ + c − c⋆) J on the
     * plane of n and {@link OrthonormalPair#besideMean}, so that a network without gain starts at c(0) = c.
     */
    LinearRnn network(RandomStreams streams, double c) {
        return withMode(weights(streams), c);
    }

    /** Returns a network that is the target: without random weights, at c = c⋆. */
    LinearRnn optimum() {
        return withMode(new double[size() * size()], cstar());
    }

    private LinearRnn withMode(double[] weights, double c) {
        if (oscillator()) {
            double omega = omegastar() + c - cstar();
            OrthonormalPair.besideMean(size()).add(new double[] {1 - c, -omega, omega, 1 - c}, weights);
            return LinearRnn.aligned(weights);
        }
        double share = (1 - c) / size();
        for (int i = 0; i < weights.length; i++) {
            weights[i] += share;
        }
        return LinearRnn.aligned(weights);
    }

    /** Draws the initial weights, again and from another stream while they are unstable; nothing when the gain is 0. */
    double[] weights(RandomStreams streams) {
        return draw(streams).weights;
    }

    /** Returns how many draws of the initial weights are unstable before the first that is not. */
    int redrawn(RandomStreams streams) {
        return draw(streams).redrawn;
    }

    private record Draw(double[] weights, int redrawn) {}

    private Draw draw(RandomStreams streams) {
        int count = size() * size();
        if (!random()) {
            return new Draw(new double[count], 0);
        }
        double scale = gain() / Math.sqrt(size());
        for (int draw = 0; ; draw++) {
            String stream = "initial-weights" + (draw == 0 ? "" : "-" + draw);
            double[] weights = streams.gaussians(stream, count);
            for (int i = 0; i < count; i++) {
                weights[i] *= scale;
            }
            // the last one stands: training then ends at once, and says why
            if (draw == MOST_DRAWS || isStable(weights)) {
                return new Draw(weights, draw);
            }
        }
    }

    private static boolean isStable(double[] weights) {
        Eigenvalues eigenvalues = Eigenvalues.of(LinearRnn.aligned(weights).rows());
        return IntStream.range(0, eigenvalues.size()).allMatch(i -> eigenvalues.real(i) < 1);
    }

    /** Draws a unit vector of uniform direction from the stream of that name. */
    double[] direction(RandomStreams streams, String stream) {
        double[] direction = streams.gaussians(stream, size());
        double norm = Rows.norm(direction);
        for (int i = 0; i < direction.length; i++) {
            direction[i] /= norm;
        }
        return direction;
    }

    LossGradient gradient() {
        if (!discrete()) {
            return new LyapunovGradient(size(), target());
        }
        double dt = arguments.real("dt");
        double consistency = arguments.real(CONSISTENCY);
        LossGradient gradient = new ImpulseResponseGradient(size(), target(), dt, steps());
        return consistency > 0 ? new ConsistentGradient(gradient, size(), consistency, dt) : gradient;
    }

    /** Refuses temporal consistency in continuous time. */
    void checkConsistency() {
        if (arguments.real(CONSISTENCY) > 0 && !discrete()) {
            throw new ArgumentException(
                    CONSISTENCY,
                    Double.toString(arguments.real(CONSISTENCY)),
                    "0 with gradient = continuous (white noise moves a state in continuous time at infinite speed)");
        }
    }

    /** Returns the length K of the impulse response in discrete time. */
    int steps() {
        long given = arguments.whole("steps");
        return given > 0 ? (int) given : steps(REMAINDER);
    }

    /** Returns the K after which the target has decayed to a fraction. */
    int steps(double remainder) {
        return targetSetting().steps(remainder, arguments.real("dt"));
    }

    /** Checks the target, and that its discrete form is stable. */
    void checkTarget(boolean inSteps) {
        targetSetting().check(inSteps);
    }

    /** Checks the target, and that the gradient sees it decay and fits into memory. */
    void check() {
        checkTarget(discrete());
        if (!discrete()) {
            targetSetting().checkContinuous();
            if (arguments.real("dt") != DEFAULT_DT) {
                throw new ArgumentException("dt", Double.toString(arguments.real("dt")), WITHOUT_EFFECT);
            }
            if (arguments.whole("steps") != 0) {
                throw new ArgumentException("steps", Long.toString(arguments.whole("steps")), WITHOUT_EFFECT);
            }
            return;
        }
        if (arguments.whole("steps") > 0 && steps() < steps(LARGEST_REMAINDER)) {
            throw new ArgumentException(
                    "steps",
                    Long.toString(steps()),
                    "at least " + steps(LARGEST_REMAINDER)
                            + ", after which the target has decayed to 1 %, or 0 for as many as needed");
        }
        requireMemory(steps());
    }

    void requireMemory(int steps) {
        if ((double) steps * size() > LARGEST_RESPONSE) {
            throw new ArgumentException(
                    "dt",
                    Double.toString(arguments.real("dt")),
                    "a time step with which neurons times steps (" + size() + " times " + steps + ") stays below "
                            + (long) LARGEST_RESPONSE);
        }
    }

    /** Estimates the seconds that one evaluation of the gradient takes. */
    double gradientSeconds() {
        double n = size();
        return discrete() ? 6 * n * n * steps() / (1.5 * SPEED) : continuousSeconds();
    }

    /** Estimates the seconds that one evaluation of the gradient in continuous time takes. */
    double continuousSeconds() {
        double n = size();
        return (2 * n * n * n + 6 * n * n * targetSetting().terms()) / SPEED;
    }

    /** Estimates the largest curvature at the optimum. */
    double curvature() {
        return targetSetting().curvature();
    }

    /** Estimates the seconds that all eigenvalues take. */
    double spectrumSeconds() {
        double n = size();
        return 1.1e-8 * n * n * n;
    }

    /** Returns 1 − nᵀ W n, the decay rate of the mode along the read-in. */
    static double decay(LinearRnn network) {
        double sum = 0;
        for (double weight : network.weights()) {
            sum += weight;
        }
        return 1 - sum / network.size();
    }
}
