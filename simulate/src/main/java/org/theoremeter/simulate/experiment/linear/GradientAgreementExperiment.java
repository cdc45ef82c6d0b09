package org.theoremeter.simulate.experiment.linear;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.theoremeter.simulate.arithmetic.Rows;
import org.theoremeter.simulate.experiment.Arguments;
import org.theoremeter.simulate.experiment.Bounds;
import org.theoremeter.simulate.experiment.Divergence;
import org.theoremeter.simulate.experiment.Experiment;
import org.theoremeter.simulate.experiment.Measurement;
import org.theoremeter.simulate.experiment.Observable;
import org.theoremeter.simulate.experiment.Observation;
import org.theoremeter.simulate.experiment.Parameter;
import org.theoremeter.simulate.experiment.Unit;
import org.theoremeter.simulate.network.LinearRnn;
import org.theoremeter.simulate.random.RandomStreams;
import org.theoremeter.simulate.training.ImpulseResponseGradient;
import org.theoremeter.simulate.training.LossGradient;
import org.theoremeter.simulate.training.LyapunovGradient;

/**
 * Holds the exact gradients in continuous and in discrete time against each other, against central differences of
 * their own losses, and against the conservation law (theory 0.1, 0.2 and 0.5).
 *
 * <p>The network is random: weights of the given gain (none at gain 0), read-in and read-out two independent random
 * directions. The impulse response is so long that what is cut off lies below rounding.
 */
public final class GradientAgreementExperiment implements Experiment {

    /** What may remain of the target's response: its square, in the loss, is then far below rounding. */
    private static final double REMAINDER = 1e-13;

    /** Relative step of the central differences, near the cube root of rounding. */
    private static final double STEP = 1e-5;

    private static final int DIRECTIONS = 8;

    /** Creates the experiment. */
    public GradientAgreementExperiment() {}

    @Override
    public String name() {
        return "linear-rnn/gradient-agreement";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public String summary() {
        return "The exact gradients in continuous and in discrete time, against each other and against differences.";
    }

    @Override
    public String theory() {
        return "0.1";
    }

    @Override
    public List<Parameter> parameters() {
        return Setting.parameters(
                List.of(new Parameter.Real(
                        "dt",
                        "time step of the discrete gradient, in time constants",
                        Unit.ONE,
                        new Bounds(0, true, 1, false),
                        0.05)),
                0.5,
                16);
    }

    @Override
    public List<Observable> observables() {
        return List.of(
                Observable.scalar("relative-difference", "between the two ∂L/∂W, Frobenius norm", Unit.ONE),
                Observable.scalar("read-in-difference", "relative, between the two ∂L/∂u", Unit.ONE),
                Observable.scalar("read-out-difference", "relative, between the two ∂L/∂v", Unit.ONE),
                Observable.scalar("loss-difference", "relative, between the two losses", Unit.ONE),
                Observable.scalar(
                        "finite-difference-error",
                        "of either gradient against central differences of its own loss along random directions, relative, the largest",
                        Unit.ONE),
                Observable.scalar(
                        "conservation-residual-continuous", "of the identity 0.5, relative, Frobenius norm", Unit.ONE),
                Observable.scalar(
                        "conservation-residual-discrete", "of the identity 0.5, relative, Frobenius norm", Unit.ONE));
    }

    @Override
    public Map<String, String> events() {
        return Map.of();
    }

    @Override
    public boolean random(Arguments arguments) {
        return true;
    }

    @Override
    public double estimatedSeconds(Arguments arguments) {
        Setting setting = new Setting(arguments);
        double n = setting.size();
        return (1 + 2 * DIRECTIONS) * 6 * n * n * setting.steps(REMAINDER) / 1e10;
    }

    @Override
    public void check(Arguments arguments) {
        Setting setting = new Setting(arguments);
        setting.checkTarget(true);
        setting.requireMemory(setting.steps(REMAINDER));
    }

    @Override
    public Observation run(Arguments arguments, RandomStreams streams) {
        Setting setting = new Setting(arguments);
        int size = setting.size();
        LinearRnn network = new LinearRnn(
                setting.weights(streams),
                setting.direction(streams, "read-in"),
                setting.direction(streams, "read-out"));
        LossGradient continuous = new LyapunovGradient(size, setting.target());
        LossGradient discrete =
                new ImpulseResponseGradient(size, setting.target(), arguments.real("dt"), setting.steps(REMAINDER));
        if (!continuous.evaluate(network) || !discrete.evaluate(network)) {
            return new Observation(
                    Map.of(), Map.of(), Optional.of(new Divergence("tau", 0, "the random network is unstable")));
        }
        Map<String, Double> values = new HashMap<>();
        values.put("relative-difference", difference(discrete.byWeights(), continuous.byWeights()));
        values.put("read-in-difference", difference(discrete.byReadIn(), continuous.byReadIn()));
        values.put("read-out-difference", difference(discrete.byReadOut(), continuous.byReadOut()));
        values.put("loss-difference", Math.abs(discrete.loss() / continuous.loss() - 1));
        values.put("conservation-residual-continuous", Conservation.residual(network, continuous));
        values.put("conservation-residual-discrete", Conservation.residual(network, discrete));
        double worst = 0;
        for (int i = 0; i < DIRECTIONS; i++) {
            double[] direction = streams.gaussians("direction-" + i, size * size + 2 * size);
            worst = Math.max(worst, differenceError(network, continuous, direction));
            worst = Math.max(worst, differenceError(network, discrete, direction));
        }
        values.put("finite-difference-error", worst);
        Map<String, Measurement> found = new HashMap<>();
        // each is a ratio of quantities known to about 1e-12
        values.forEach((name, value) -> found.put(name, new Measurement.Scalar(value, 1e-12 * (1 + value))));
        return Observation.of(found);
    }

    private static double difference(double[] one, double[] other) {
        double[] difference = one.clone();
        Rows.add(-1, other, difference);
        return Rows.norm(difference) / Rows.norm(other);
    }

    /**
     * Compares the derivative along a direction in (W, u, v) with a central difference, relative to the product of
     * the norms.
     */
    private static double differenceError(LinearRnn network, LossGradient gradient, double[] direction) {
        int size = network.size();
        double[] byAll = new double[direction.length];
        gradient.evaluate(network);
        System.arraycopy(gradient.byWeights(), 0, byAll, 0, size * size);
        System.arraycopy(gradient.byReadIn(), 0, byAll, size * size, size);
        System.arraycopy(gradient.byReadOut(), 0, byAll, size * size + size, size);
        double length = Rows.norm(direction);
        double step = STEP / length;
        double central =
                (loss(network, gradient, direction, step) - loss(network, gradient, direction, -step)) / (2 * step);
        // along a random direction the derivative is about the product of the norms over the root of the dimension
        double scale = Rows.norm(byAll) * length / Math.sqrt(direction.length);
        return Math.abs(central - Rows.dot(byAll, direction)) / scale;
    }

    private static double loss(LinearRnn network, LossGradient gradient, double[] direction, double step) {
        int size = network.size();
        LinearRnn moved = new LinearRnn(
                moved(network.weights(), direction, 0, step),
                moved(network.readIn(), direction, size * size, step),
                moved(network.readOut(), direction, size * size + size, step));
        gradient.evaluate(moved);
        return gradient.loss();
    }

    private static double[] moved(double[] values, double[] direction, int offset, double step) {
        double[] moved = values.clone();
        for (int i = 0; i < moved.length; i++) {
            moved[i] = Math.fma(step, direction[offset + i], moved[i]);
        }
        return moved;
    }
}
