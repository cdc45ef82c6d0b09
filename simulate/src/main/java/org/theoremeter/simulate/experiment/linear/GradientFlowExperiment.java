package org.theoremeter.simulate.experiment.linear;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.theoremeter.simulate.experiment.Arguments;
import org.theoremeter.simulate.experiment.Bounds;
import org.theoremeter.simulate.experiment.Experiment;
import org.theoremeter.simulate.experiment.Measurement;
import org.theoremeter.simulate.experiment.Observable;
import org.theoremeter.simulate.experiment.Observation;
import org.theoremeter.simulate.experiment.Parameter;
import org.theoremeter.simulate.experiment.Unit;
import org.theoremeter.simulate.network.LinearRnn;
import org.theoremeter.simulate.random.RandomStreams;
import org.theoremeter.simulate.training.GradientFlow;
import org.theoremeter.simulate.training.LossGradient;
import org.theoremeter.simulate.training.Trained;

/**
 * Trains the recurrent weights, or read-in and read-out too, by gradient flow and follows the outlier eigenvalue
 * (theory 1.2, 1.6) and what is conserved (theory 0.5).
 */
public final class GradientFlowExperiment implements Experiment {

    private static final String LEARNED = "learned";
    private static final int HALVINGS = 60;

    /** Creates the experiment. */
    public GradientFlowExperiment() {}

    @Override
    public String name() {
        return "linear-rnn/gradient-flow";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public String summary() {
        return "A linear RNN learns an integrator, an oscillator or a filter of several modes by gradient flow on its recurrent weights, or on read-in and read-out too.";
    }

    @Override
    public String theory() {
        return "1.2";
    }

    @Override
    public List<Parameter> parameters() {
        List<Parameter> own = new ArrayList<>(List.of(
                new Parameter.Real("horizon", "training time at the end", Unit.TAU, Bounds.positive(), 3),
                new Parameter.Whole("samples", "intervals of the uniform axis of the series", Unit.ONE, 1, 100_000, 60),
                new Parameter.Real(
                        "tolerance",
                        "bound of the estimated error of what is trained a step, in the Frobenius norm",
                        Unit.ONE,
                        Bounds.closed(1e-13, 1e-3),
                        1e-11),
                new Parameter.Real(
                        "within",
                        "distance from the target's eigenvalues at which they count as learned, in units of cstar",
                        Unit.ONE,
                        Bounds.open(0, 1),
                        0.01),
                new Parameter.Choice("stop", "where the run ends", List.of("horizon", LEARNED), "horizon")));
        own.addAll(TrainingSetting.parameters());
        own.addAll(Setting.gradientParameters());
        return Setting.severalModes(own, 0, 100);
    }

    @Override
    public List<Observable> observables() {
        return Course.observables();
    }

    @Override
    public Map<String, String> events() {
        return Course.events();
    }

    @Override
    public boolean random(Arguments arguments) {
        return new TrainingSetting(arguments).random();
    }

    @Override
    public double estimatedSeconds(Arguments arguments) {
        Setting setting = new Setting(arguments);
        // bounded by accuracy on the way, by stability at the optimum: its rate against about 6 a step, 15 evaluations
        // each; a run that stops when learned sees of the optimum only the e-folds down to within
        double atOptimum = arguments.choice("stop").equals("learned")
                ? Math.log(1 / arguments.real("within")) / 6
                : arguments.real("horizon") * new TrainingSetting(arguments).stiffness() / 6;
        double steps = 60 + atOptimum;
        return 15 * steps * setting.gradientSeconds()
                + arguments.whole("samples") * (setting.spectrumSeconds() + setting.gradientSeconds());
    }

    @Override
    public void check(Arguments arguments) {
        new TrainingSetting(arguments).check();
    }

    @Override
    public Observation run(Arguments arguments, RandomStreams streams) {
        Setting setting = new Setting(arguments);
        TrainingSetting training = new TrainingSetting(arguments);
        LinearRnn start = training.network(streams);
        LossGradient gradient = setting.gradient();
        Follower follower = new Follower(arguments, start, gradient, setting.redrawn(streams));
        GradientFlow.End end = GradientFlow.of(gradient, arguments.real("tolerance"), training.trained())
                .run(start, arguments.real("horizon"), follower);
        return follower.course.observation(follower.error, follower.times(), end.instability(), end.tau());
    }

    /** Samples the uniform axis and finds the learning time. */
    private static final class Follower implements GradientFlow.Follower {

        private final Course course;
        private final LossGradient gradient;
        private final Trained trained;
        private final Setting setting;
        private final Offset offset;
        private final double horizon;
        private final long samples;
        private final double cstar;
        private final double within;
        private final boolean stopWhenLearned;
        private long next;
        private double error;
        /** The offset at the end of the last stretch. */
        private double reached = Double.NaN;

        private Optional<Measurement.Scalar> learned = Optional.empty();
        private Optional<Measurement.Scalar> left = Optional.empty();

        Follower(Arguments arguments, LinearRnn start, LossGradient gradient, int redrawn) {
            this.gradient = gradient;
            course = new Course(start, arguments, redrawn, arguments.real("tolerance"));
            trained = new TrainingSetting(arguments).trained();
            setting = new Setting(arguments);
            offset = Offset.of(setting);
            horizon = arguments.real("horizon");
            samples = arguments.whole("samples");
            cstar = arguments.real("cstar");
            within = arguments.real("within");
            stopWhenLearned = arguments.choice("stop").equals(LEARNED);
        }

        @Override
        public boolean follow(GradientFlow.Stretch stretch) {
            error = Math.max(error, stretch.error());
            if (learned.isEmpty()) {
                learned = learned(stretch);
            }
            if (setting.oscillator() && left.isEmpty()) {
                left = Departure.within(stretch, setting);
            }
            boolean stop = stopWhenLearned && learned.isPresent();
            double end = stop ? learned.get().value() : stretch.to();
            while (next <= samples && at(next) <= end) {
                sample(stretch, at(next));
                next++;
            }
            if (stop && at(next - 1) < end) {
                sample(stretch, end);
            }
            return !stop;
        }

        private double at(long sample) {
            return Course.at(horizon, sample, samples);
        }

        private void sample(GradientFlow.Stretch stretch, double tau) {
            LinearRnn network = stretch.network(tau);
            if (gradient.evaluate(network)) {
                course.sample(tau, network, gradient.loss(), trained.norm(gradient));
            }
        }

        private double offset(GradientFlow.Stretch stretch, double tau) {
            return offset.of(stretch.network(tau));
        }

        Map<String, Measurement.Scalar> times() {
            Map<String, Measurement.Scalar> times = new HashMap<>();
            learned.ifPresent(time -> times.put(Course.LEARNING_TIME, time));
            left.ifPresent(time -> times.put(PairCourse.PLATEAU_END, time));
            return times;
        }

        /** Finds where the offset falls to the band's edge; a step may also leap over the whole band. */
        private Optional<Measurement.Scalar> learned(GradientFlow.Stretch stretch) {
            double band = within * cstar;
            double low = stretch.from();
            double high = stretch.to();
            double before = Double.isNaN(reached) ? offset(stretch, low) : reached;
            double after = offset(stretch, high);
            reached = after;
            if (Math.abs(before) <= band) {
                return Optional.of(new Measurement.Scalar(low, 0));
            }
            double side = Math.signum(before);
            if (side * after > band) {
                return Optional.empty();
            }
            double speed = Math.abs(before - after) / (high - low);
            for (int i = 0; i < HALVINGS && high - low > Math.ulp(high); i++) {
                double middle = low + (high - low) / 2;
                if (side * offset(stretch, middle) <= band) {
                    high = middle;
                } else {
                    low = middle;
                }
            }
            return Optional.of(new Measurement.Scalar(high, stretch.error() / speed + Math.ulp(high)));
        }
    }
}
