package org.theoremeter.simulate.experiment.modes;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.theoremeter.simulate.arithmetic.Rows;
import org.theoremeter.simulate.experiment.Arguments;
import org.theoremeter.simulate.experiment.Experiment;
import org.theoremeter.simulate.experiment.Measurement;
import org.theoremeter.simulate.experiment.Observable;
import org.theoremeter.simulate.experiment.Observation;
import org.theoremeter.simulate.experiment.Parameter;
import org.theoremeter.simulate.experiment.Unit;
import org.theoremeter.simulate.network.SequenceRnn;
import org.theoremeter.simulate.random.RandomStreams;
import org.theoremeter.simulate.training.SequenceGradient;

/**
 * Holds the gradient of a network that reads a sequence against central differences of its loss, and against the identity
 * that follows from the freedom to choose a basis of the neurons (theory 4.1).
 */
public final class ModesGradientExperiment implements Experiment {

    /** Step of the central differences in the Euclidean norm, near the cube root of rounding. */
    private static final double STEP = 1e-5;

    private static final int DIRECTIONS = 8;

    /** Rounding of the loss over the step, relative to the gradient, and of sums over N. */
    private static final double ERROR = 1e-10;

    /** Creates the experiment. */
    public ModesGradientExperiment() {}

    @Override
    public String name() {
        return "modes/gradient-agreement";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public String summary() {
        return "The gradient of a linear RNN that reads a sequence, at its start, against differences and an identity.";
    }

    @Override
    public String theory() {
        return "4.1";
    }

    @Override
    public List<Parameter> parameters() {
        List<Parameter> all = new ArrayList<>(ModesTask.parameters());
        all.addAll(Start.parameters());
        return all;
    }

    @Override
    public List<Observable> observables() {
        return List.of(
                Observable.scalar(
                        "finite-difference-error",
                        "of the gradient against central differences of the loss along random directions, relative, the largest",
                        Unit.ONE),
                Observable.scalar(
                        "conservation-residual",
                        "norm of G_x W_xᵀ + G_h W_hᵀ − W_hᵀ G_h − W_yᵀ G_y over the sum of those of its terms",
                        Unit.ONE));
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
        return (1 + 2 * DIRECTIONS) * new ModesTask(arguments).gradientSeconds();
    }

    @Override
    public void check(Arguments arguments) {
        new ModesTask(arguments).check();
        Start.check(arguments);
    }

    @Override
    public Observation run(Arguments arguments, RandomStreams streams) {
        ModesTask task = new ModesTask(arguments);
        List<double[]> outputs = task.outputDirections(streams);
        List<double[]> inputs = task.inputDirections(streams);
        SequenceRnn network = Start.of(arguments, streams, outputs, inputs).network();
        SequenceGradient gradient = new SequenceGradient(task.neurons(), task.correlations(outputs, inputs));
        double worst = 0;
        for (int i = 0; i < DIRECTIONS; i++) {
            double[] direction = streams.gaussians("direction-" + i, network.dimension());
            worst = Math.max(worst, differenceError(network, gradient, direction));
        }
        gradient.evaluate(network);
        return Observation.of(Map.of(
                "finite-difference-error", new Measurement.Scalar(worst, ERROR),
                "conservation-residual", new Measurement.Scalar(residual(network, gradient), 1e-15)));
    }

    /** Compares the derivative along a direction with a central difference, relative to its usual size. */
    private static double differenceError(SequenceRnn network, SequenceGradient gradient, double[] direction) {
        double[] state = new double[network.dimension()];
        double[] slope = state.clone();
        network.gather(state);
        gradient.evaluate(network);
        gradient.all().gather(slope);
        double length = Rows.norm(direction);
        double central = (loss(network, gradient, state, direction, STEP / length)
                        - loss(network, gradient, state, direction, -STEP / length))
                / (2 * STEP / length);
        // along a random direction the derivative is about the product of the norms over the root of the dimension
        double scale = Rows.norm(slope) * length / Math.sqrt(state.length);
        return Math.abs(central - Rows.dot(slope, direction)) / scale;
    }

    private static double loss(
            SequenceRnn network, SequenceGradient gradient, double[] state, double[] direction, double step) {
        double[] moved = state.clone();
        Rows.add(step, direction, moved);
        SequenceRnn there = SequenceRnn.zero(network.neurons(), network.inputs(), network.outputs());
        there.scatter(moved);
        gradient.evaluate(there);
        return gradient.loss();
    }

    private static double residual(SequenceRnn network, SequenceGradient gradient) {
        int size = network.neurons();
        double[][][] terms = new double[4][size][size];
        addProduct(gradient.byReadIn(), network.readIn(), terms[0]);
        addProduct(gradient.byRecurrent(), network.recurrent(), terms[1]);
        Rows.addOuterProducts(network.recurrent(), gradient.byRecurrent(), 0, size, terms[2]);
        Rows.addOuterProducts(network.readOut(), gradient.byReadOut(), 0, network.outputs(), terms[3]);
        double[] sum = new double[size * size];
        double scale = 0;
        for (int t = 0; t < terms.length; t++) {
            double square = 0;
            for (int i = 0; i < size; i++) {
                for (int j = 0; j < size; j++) {
                    sum[i * size + j] += t < 2 ? terms[t][i][j] : -terms[t][i][j];
                }
                square += Rows.dot(terms[t][i], terms[t][i]);
            }
            scale += Math.sqrt(square);
        }
        return Rows.norm(sum) / scale;
    }

    /** Adds L Rᵀ. */
    private static void addProduct(double[][] left, double[][] right, double[][] sum) {
        for (int i = 0; i < left.length; i++) {
            for (int j = 0; j < right.length; j++) {
                sum[i][j] += Rows.dot(left[i], right[j]);
            }
        }
    }
}
