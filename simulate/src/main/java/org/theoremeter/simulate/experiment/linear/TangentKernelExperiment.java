package org.theoremeter.simulate.experiment.linear;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
import org.theoremeter.simulate.measure.TangentKernel;
import org.theoremeter.simulate.network.LinearRnn;
import org.theoremeter.simulate.random.RandomStreams;
import org.theoremeter.simulate.training.GradientFlow;
import org.theoremeter.simulate.training.ImpulseResponseGradient;
import org.theoremeter.simulate.training.LossGradient;
import org.theoremeter.simulate.training.Trained;

/**
 * Trains the recurrent weights by gradient flow in discrete time, and compares the loss with what the tangent kernel of
 * the start predicts as if it stayed (theory 1.9).
 *
 * <p>At read-in and read-out of the norm √s and the overlap 1/s, so that uᵀv = 1, training is the lazier the larger s.
 */
public final class TangentKernelExperiment implements Experiment {

    /** What of the target's response may lie beyond the steps; its square, in the loss, is below what is compared. */
    private static final double REMAINDER = 1e-6;

    private static final double TOLERANCE = 1e-10;

    /** Most numbers kept of the slopes of the response: 512 MB. */
    private static final double LARGEST = 1 << 26;

    /** Creates the experiment. */
    public TangentKernelExperiment() {}

    @Override
    public String name() {
        return "linear-rnn/tangent-kernel";
    }

    @Override
    public int version() {
        return 2;
    }

    @Override
    public String summary() {
        return "The loss of a linear RNN under gradient flow, against the prediction of its tangent kernel at the start.";
    }

    @Override
    public String theory() {
        return "1.9";
    }

    @Override
    public List<Parameter> parameters() {
        List<Parameter> own = new ArrayList<>(List.of(
                new Parameter.Real("horizon", "training time at the end", Unit.TAU, Bounds.positive(), 1),
                new Parameter.Whole("samples", "intervals of the uniform axis of the series", Unit.ONE, 1, 10_000, 20),
                new Parameter.Real(
                        "dt", "time step, in time constants", Unit.ONE, new Bounds(0, true, 1, false), 0.25)));
        own.addAll(TrainingSetting.parameters());
        return Setting.parameters(own, 0, 32);
    }

    @Override
    public List<Observable> observables() {
        return List.of(
                Observable.series("loss", "population loss", Course.AXIS),
                Observable.series("frozen-loss", "what the kernel of the start predicts for it", Course.AXIS),
                Observable.scalar("final-loss", "the loss at the end", Unit.ONE),
                Observable.scalar("final-frozen-loss", "what the kernel of the start predicts for it", Unit.ONE),
                Observable.scalar(
                        "kernel-change",
                        "Frobenius norm of the change of the tangent kernel, over that of the kernel of the start",
                        Unit.ONE),
                Observable.scalar("weight-change", "Frobenius norm of W − W(0) at the end", Unit.ONE),
                Observable.scalar("frozen-weight-change", "what the kernel of the start predicts for it", Unit.ONE));
    }

    @Override
    public Map<String, String> events() {
        return Map.of();
    }

    @Override
    public boolean random(Arguments arguments) {
        return new TrainingSetting(arguments).random();
    }

    @Override
    public double estimatedSeconds(Arguments arguments) {
        Setting setting = new Setting(arguments);
        double n = setting.size();
        double steps = setting.steps(REMAINDER);
        double evaluations = 15 * (30 + arguments.real("horizon") * new TrainingSetting(arguments).stiffness() / 6);
        return (evaluations * 6 * n * n * steps + 2 * (2 * n * n * n * steps + n * n * steps * steps)) / 6e9;
    }

    @Override
    public void check(Arguments arguments) {
        TrainingSetting training = new TrainingSetting(arguments);
        Setting setting = new Setting(arguments);
        setting.checkTarget(true);
        training.checkDirections();
        if (training.trained() != Trained.WEIGHTS) {
            throw new ArgumentException("train", "all", "weights, whose kernel is compared");
        }
        double numbers = (double) setting.size() * setting.size() * setting.steps(REMAINDER);
        if (numbers > LARGEST) {
            throw new ArgumentException(
                    "neurons",
                    Integer.toString(setting.size()),
                    "so few that neurons² times " + setting.steps(REMAINDER) + " steps stay below " + (long) LARGEST);
        }
    }

    @Override
    public Observation run(Arguments arguments, RandomStreams streams) {
        Setting setting = new Setting(arguments);
        double dt = arguments.real("dt");
        int steps = setting.steps(REMAINDER);
        LinearRnn start = new TrainingSetting(arguments).network(streams);
        LossGradient gradient = new ImpulseResponseGradient(setting.size(), setting.target(), dt, steps);
        TangentKernel before = TangentKernel.of(start, dt, steps);
        TangentKernel.FrozenLoss frozen = before.frozenLoss(errors(start, setting, dt, steps));
        Follower follower = new Follower(arguments, gradient, frozen);
        GradientFlow.End end = GradientFlow.of(gradient, TOLERANCE).run(start, arguments.real("horizon"), follower);
        Map<String, Measurement> found = follower.found();
        if (follower.last != null && end.instability().isEmpty()) {
            double[] change = follower.last.weights().clone();
            Rows.add(-1, start.weights(), change);
            found.put("weight-change", new Measurement.Scalar(Rows.norm(change), follower.error + 1e-14));
            double predicted = frozen.weightChange(arguments.real("horizon"));
            found.put("frozen-weight-change", new Measurement.Scalar(predicted, 1e-9 * predicted));
            double kernelChange = before.changeTo(TangentKernel.of(follower.last, dt, steps));
            // the slopes move with the weights about as much as they have on the way
            double moved = follower.error * (1 + kernelChange) / Math.max(Rows.norm(change), 1e-12);
            found.put("kernel-change", new Measurement.Scalar(kernelChange, moved + 1e-12));
        }
        return new Observation(
                found, Map.of(), end.instability().map(reason -> new Divergence(Course.AXIS, end.tau(), reason)));
    }

    /** Returns f_k − f⋆_k. */
    private static double[] errors(LinearRnn network, Setting setting, double dt, int steps) {
        double[] errors = setting.target().response(dt, steps);
        double[] state = network.readIn().clone();
        double[] product = new double[state.length];
        double[][] columns = new double[state.length][state.length];
        Rows.transpose(network.rows(), columns);
        for (int k = 0; k < steps; k++) {
            errors[k] = Rows.dot(network.readOut(), state) - errors[k];
            Rows.transposedTimes(columns, state, product);
            for (int i = 0; i < state.length; i++) {
                state[i] = Math.fma(1 - dt, state[i], dt * product[i]);
            }
        }
        return errors;
    }

    /** Samples the uniform axis. */
    private static final class Follower implements GradientFlow.Follower {

        private final double horizon;
        private final long samples;
        private final LossGradient gradient;
        private final TangentKernel.FrozenLoss frozen;
        private final Points loss = new Points();
        private final Points predicted = new Points();
        private long next;
        private double slope;
        private double error;
        private LinearRnn last;

        Follower(Arguments arguments, LossGradient gradient, TangentKernel.FrozenLoss frozen) {
            horizon = arguments.real("horizon");
            samples = arguments.whole("samples");
            this.gradient = gradient;
            this.frozen = frozen;
        }

        @Override
        public boolean follow(GradientFlow.Stretch stretch) {
            error = Math.max(error, stretch.error());
            for (; next <= samples && Course.at(horizon, next, samples) <= stretch.to(); next++) {
                double tau = Course.at(horizon, next, samples);
                last = stretch.network(tau);
                gradient.evaluate(last);
                slope = Math.max(slope, Trained.WEIGHTS.norm(gradient));
                loss.add(tau, gradient.loss());
                predicted.add(tau, frozen.at(tau));
            }
            return true;
        }

        Map<String, Measurement> found() {
            Map<String, Measurement> found = new HashMap<>();
            if (!loss.isEmpty()) {
                double lossError = slope * error + 1e-13;
                found.put("loss", loss.series(lossError));
                found.put("frozen-loss", predicted.series(1e-12));
                found.put("final-loss", new Measurement.Scalar(loss.last(), lossError));
                found.put("final-frozen-loss", new Measurement.Scalar(predicted.last(), 1e-12));
            }
            return found;
        }
    }
}
