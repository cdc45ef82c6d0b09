package org.theoremeter.simulate.experiment.tanh;

import java.util.List;
import java.util.Map;
import java.util.Optional;
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
import org.theoremeter.simulate.network.Target;
import org.theoremeter.simulate.random.RandomStreams;
import org.theoremeter.simulate.random.WhiteNoise;
import org.theoremeter.simulate.training.SampledGradient;

/**
 * Trains the recurrent weights of a saturating network and of the linear one on the same white noise, from zero, to
 * integrate it, and compares their outliers (theory 1.10).
 *
 * <p>Read-in and read-out are one random unit vector n, or (1, …, 1)/√N; κ = Σ n_i⁴. Descent goes by half the critical rate of
 * theory 1.4, at which it converges fastest.
 */
public final class SaturationExperiment implements Experiment {

    private static final String CSTAR = "cstar";
    private static final String SIGNAL = "signal";
    private static final String DT = "dt";
    private static final String NEURONS = "neurons";
    private static final String STEPS = "steps";
    private static final String BATCH = "batch";
    private static final String HORIZON = "horizon";

    /** Most numbers kept of all states: 256 MB. */
    private static final double LARGEST = 1 << 25;

    /** Creates the experiment. */
    public SaturationExperiment() {}

    @Override
    public String name() {
        return "tanh-rnn/gradient-descent";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public String summary() {
        return "A tanh network and the linear one learn an integrator by gradient descent on the same white noise.";
    }

    @Override
    public String theory() {
        return "1.10";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                new Parameter.Real(
                        CSTAR, "decay rate of the target, in inverse time constants", Unit.ONE, Bounds.open(0, 1), 0.3),
                new Parameter.Real(
                        SIGNAL,
                        "σ, the size of the signal in units of where neurons saturate",
                        Unit.ONE,
                        Bounds.open(0, 10),
                        0.3),
                new Parameter.Choice(
                        "read-in",
                        "direction n of read-in and read-out: (1, …, 1)/√N, or that of a Gaussian random vector",
                        List.of("aligned", "gaussian"),
                        "aligned"),
                new Parameter.Whole(NEURONS, "number of neurons N", Unit.ONE, 1, 1000, 8),
                new Parameter.Real(DT, "time step, in time constants", Unit.ONE, new Bounds(0, true, 1, false), 0.1),
                new Parameter.Whole(STEPS, "length K of each sequence", Unit.STEP, 10, 1_000_000, 600),
                new Parameter.Whole(BATCH, "number of sequences B", Unit.ONE, 1, 100_000, 8),
                new Parameter.Whole(HORIZON, "steps of the descent", Unit.STEP, 1, 1_000_000, 30));
    }

    @Override
    public List<Observable> observables() {
        return List.of(
                Observable.series("outlier", "leading eigenvalue of W of the tanh network", "step"),
                Observable.series("loss", "loss of the tanh network on the noise", "step"),
                Observable.scalar(
                        "outlier-shift",
                        "leading eigenvalue of the tanh network less that of the linear one, at the end",
                        Unit.ONE),
                Observable.scalar("final-loss", "loss of the tanh network at the end", Unit.ONE),
                Observable.scalar("kappa", "κ = Σ n_i⁴", Unit.ONE),
                Observable.scalar(
                        "signal-variance",
                        "mean square of the target's output to the noise; 1/(2c⋆) in continuous time, on average",
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
        double n = arguments.whole(NEURONS);
        double states = (double) arguments.whole(STEPS) * arguments.whole(BATCH);
        return arguments.whole(HORIZON) * states * (12 * n * n + 80 * n) / 1e9;
    }

    @Override
    public void check(Arguments arguments) {
        double numbers = (double) arguments.whole(STEPS) * arguments.whole(BATCH) * arguments.whole(NEURONS);
        if (numbers > LARGEST) {
            throw new ArgumentException(
                    BATCH,
                    Long.toString(arguments.whole(BATCH)),
                    "a batch with which steps times batch times neurons stays below " + (long) LARGEST);
        }
        double memories = arguments.whole(STEPS) * arguments.real(DT) * arguments.real(CSTAR);
        if (!(memories >= 5)) {
            throw new ArgumentException(
                    STEPS,
                    Long.toString(arguments.whole(STEPS)),
                    "at least " + (long) Math.ceil(5 / (arguments.real(DT) * arguments.real(CSTAR)))
                            + ", five times as long as the target remembers");
        }
    }

    @Override
    public Observation run(Arguments arguments, RandomStreams streams) {
        double cstar = arguments.real(CSTAR);
        double dt = arguments.real(DT);
        int size = (int) arguments.whole(NEURONS);
        Target target = Target.integrator(cstar);
        double[][] inputs = WhiteNoise.draw(streams, (int) arguments.whole(BATCH), (int) arguments.whole(STEPS), dt);
        double[] direction = direction(arguments, streams, size);
        Descent tanh = new Descent(
                new SampledGradient(size, target, dt, arguments.real(SIGNAL), inputs), direction, arguments);
        Descent linear = new Descent(new SampledGradient(size, target, dt, 0, inputs), direction, arguments);
        for (Descent descent : List.of(tanh, linear)) {
            Optional<String> instability = descent.run();
            if (instability.isPresent()) {
                return new Observation(
                        tanh.found(), Map.of(), Optional.of(new Divergence("step", descent.last(), instability.get())));
            }
        }
        Map<String, Measurement> found = tanh.found();
        found.put(
                "outlier-shift",
                new Measurement.Scalar(tanh.outlier() - linear.outlier(), tanh.unsettled() + linear.unsettled()));
        found.put("final-loss", new Measurement.Scalar(tanh.loss(), tanh.lossUnsettled()));
        double kappa = 0;
        for (double entry : direction) {
            kappa += Math.pow(entry, 4);
        }
        found.put("kappa", new Measurement.Scalar(kappa, 1e-14));
        double variance = 0;
        for (double[] input : inputs) {
            double[] output = target.filtered(input, dt);
            variance += Rows.dot(output, output) / output.length / inputs.length;
        }
        found.put("signal-variance", new Measurement.Scalar(variance, 1e-13 * variance));
        return Observation.of(found);
    }

    private static double[] direction(Arguments arguments, RandomStreams streams, int size) {
        if (arguments.choice("read-in").equals("aligned")) {
            return LinearRnn.direction(size);
        }
        double[] direction = streams.gaussians("read-in", size);
        double norm = Rows.norm(direction);
        for (int i = 0; i < size; i++) {
            direction[i] /= norm;
        }
        return direction;
    }
}
