package org.theoremeter.simulate.experiment.linear;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.theoremeter.simulate.InterruptedRun;
import org.theoremeter.simulate.arithmetic.Rows;
import org.theoremeter.simulate.experiment.ArgumentException;
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
import org.theoremeter.simulate.random.WhiteNoise;
import org.theoremeter.simulate.training.ImpulseResponseGradient;
import org.theoremeter.simulate.training.LossGradient;
import org.theoremeter.simulate.training.SampledGradient;

/**
 * Holds the gradient on a batch of white-noise sequences against its exact mean (theory 0.3).
 *
 * <p>The network has random weights of the given gain, and read-in and read-out (1, …, 1)/√N; gradients are of W, u and v
 * together.
 */
public final class SampledGradientExperiment implements Experiment {

    /** Rounding of sums over the steps, relative. */
    private static final double ROUNDING = 1e-13;

    /** Most numbers kept of all states: 256 MB. */
    private static final double LARGEST = 1 << 25;

    /** Creates the experiment. */
    public SampledGradientExperiment() {}

    @Override
    public String name() {
        return "linear-rnn/sampled-gradient";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public String summary() {
        return "The gradient of a linear RNN on a batch of white noise, against its exact mean.";
    }

    @Override
    public String theory() {
        return "0.3";
    }

    @Override
    public List<Parameter> parameters() {
        return Setting.parameters(
                List.of(
                        new Parameter.Real(
                                "dt", "time step, in time constants", Unit.ONE, new Bounds(0, true, 1, false), 0.1),
                        new Parameter.Whole("steps", "length K of each sequence", Unit.STEP, 2, 1_000_000, 200),
                        new Parameter.Whole("batch", "number of sequences B", Unit.ONE, 1, 1_000_000, 16),
                        new Parameter.Whole("batches", "independent batches of each run", Unit.ONE, 1, 1_000_000, 32)),
                0.5,
                16);
    }

    @Override
    public List<Observable> observables() {
        return List.of(
                Observable.scalar(
                        "deviation",
                        "root mean square over the batches of the Euclidean norm of what the gradient differs from its mean, over"
                                + " the norm of the mean",
                        Unit.ONE),
                Observable.scalar(
                        "projection",
                        "inner product of the gradient, averaged over the batches, and its mean, over the squared norm of the"
                                + " mean",
                        Unit.ONE),
                Observable.scalar("loss-ratio", "loss, averaged over the batches, over its mean", Unit.ONE),
                Observable.scalar(
                        "optimum-gradient",
                        "norm of the gradient on a batch of the network that is the target, over the norm of the mean gradient of"
                                + " the random one, the largest over the batches",
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
        double n = new Setting(arguments).size();
        return 2
                * (6 * n * n + 20 * n)
                * arguments.whole("steps")
                * arguments.whole("batch")
                * arguments.whole("batches")
                / 4e9;
    }

    @Override
    public void check(Arguments arguments) {
        Setting setting = new Setting(arguments);
        setting.checkTarget(true);
        double numbers = (double) arguments.whole("steps") * arguments.whole("batch") * setting.size();
        if (numbers > LARGEST) {
            throw new ArgumentException(
                    "batch",
                    Long.toString(arguments.whole("batch")),
                    "a batch with which steps times batch times neurons stays below " + (long) LARGEST);
        }
    }

    @Override
    public Observation run(Arguments arguments, RandomStreams streams) {
        Setting setting = new Setting(arguments);
        double dt = arguments.real("dt");
        int steps = (int) arguments.whole("steps");
        LinearRnn network = setting.network(streams);
        LossGradient mean = ImpulseResponseGradient.ofSequences(setting.size(), setting.target(), dt, steps);
        if (!mean.evaluate(network)) {
            return new Observation(
                    Map.of(), Map.of(), Optional.of(new Divergence("step", 0, "the random network is unstable")));
        }
        double[] expected = all(mean);
        double norm = Rows.norm(expected);
        double squares = 0;
        double projection = 0;
        double loss = 0;
        double atOptimum = 0;
        long batches = arguments.whole("batches");
        for (long i = 0; i < batches; i++) {
            InterruptedRun.check();
            double[][] inputs =
                    WhiteNoise.draw(streams.child("batch").child(i), (int) arguments.whole("batch"), steps, dt);
            LossGradient sampled = new SampledGradient(setting.size(), setting.target(), dt, 0, inputs);
            sampled.evaluate(network);
            double[] found = all(sampled);
            loss += sampled.loss() / batches;
            projection += Rows.dot(found, expected) / (norm * norm) / batches;
            Rows.add(-1, expected, found);
            squares += Rows.dot(found, found) / (norm * norm) / batches;
            sampled.evaluate(setting.optimum());
            atOptimum = Math.max(atOptimum, Rows.norm(all(sampled)) / norm);
        }
        double deviation = Math.sqrt(squares);
        double lossRatio = loss / mean.loss();
        return Observation.of(Map.of(
                "deviation", new Measurement.Scalar(deviation, ROUNDING * (1 + deviation)),
                "projection", new Measurement.Scalar(projection, ROUNDING * (1 + deviation)),
                "loss-ratio", new Measurement.Scalar(lossRatio, ROUNDING * lossRatio),
                "optimum-gradient", new Measurement.Scalar(atOptimum, ROUNDING)));
    }

    private static double[] all(LossGradient gradient) {
        int weights = gradient.byWeights().length;
        int size = gradient.byReadIn().length;
        double[] all = new double[weights + 2 * size];
        System.arraycopy(gradient.byWeights(), 0, all, 0, weights);
        System.arraycopy(gradient.byReadIn(), 0, all, weights, size);
        System.arraycopy(gradient.byReadOut(), 0, all, weights + size, size);
        return all;
    }
}
