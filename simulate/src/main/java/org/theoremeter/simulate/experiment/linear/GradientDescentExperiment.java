package org.theoremeter.simulate.experiment.linear;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.theoremeter.simulate.experiment.ArgumentException;
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
import org.theoremeter.simulate.training.GradientDescent;
import org.theoremeter.simulate.training.LossGradient;
import org.theoremeter.simulate.training.Trained;

/**
 * Trains the recurrent weights, or read-in and read-out too, towards an integrator, an oscillator or a filter of several modes
 * by gradient descent. It follows over τ = η · step the outlier eigenvalue (theory 1.2, 1.6), of an oscillator the pair, and what
 * the flow would conserve (theory 0.5).
 */
public final class GradientDescentExperiment implements Experiment {

    private static final double MOST_STEPS = 1e8;

    /** How far horizon/rate may lie from a whole number, relative. */
    private static final double WHOLE = 1e-9;

    /** Creates the experiment. */
    public GradientDescentExperiment() {}

    @Override
    public String name() {
        return "linear-rnn/gradient-descent";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public String summary() {
        return "A linear RNN learns an integrator, an oscillator or a filter of several modes by gradient descent on its recurrent weights, or on read-in and read-out too.";
    }

    @Override
    public String theory() {
        return "1.2";
    }

    @Override
    public List<Parameter> parameters() {
        List<Parameter> own = new ArrayList<>(List.of(
                new Parameter.Real(
                        "rate", "learning rate η, the training time a step", Unit.ONE, Bounds.positive(), 1e-3),
                new Parameter.Real(
                        "horizon",
                        "training time at the end, a whole multiple of the rate",
                        Unit.TAU,
                        Bounds.positive(),
                        3),
                new Parameter.Whole(
                        "samples",
                        "intervals of the series' axis, each rounded to whole steps",
                        Unit.ONE,
                        1,
                        100_000,
                        60),
                new Parameter.Real(
                        "within",
                        "distance from the target's eigenvalues at which they count as learned, in units of cstar",
                        Unit.ONE,
                        Bounds.open(0, 1),
                        0.01)));
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
        return steps(arguments) * setting.gradientSeconds() + arguments.whole("samples") * setting.spectrumSeconds();
    }

    @Override
    public void check(Arguments arguments) {
        new TrainingSetting(arguments).check();
        double steps = arguments.real("horizon") / arguments.real("rate");
        if (!(steps <= MOST_STEPS)) {
            throw new ArgumentException(
                    "rate",
                    Double.toString(arguments.real("rate")),
                    "a rate that reaches the horizon in at most 1e8 steps, these would be " + steps);
        }
        if (steps(arguments) < 1 || Math.abs(steps - steps(arguments)) > WHOLE * steps) {
            throw new ArgumentException(
                    "horizon",
                    Double.toString(arguments.real("horizon")),
                    "a whole multiple of the rate " + arguments.real("rate") + ", this is " + steps + " times it");
        }
    }

    private static long steps(Arguments arguments) {
        return Math.round(arguments.real("horizon") / arguments.real("rate"));
    }

    @Override
    public Observation run(Arguments arguments, RandomStreams streams) {
        Setting setting = new Setting(arguments);
        TrainingSetting training = new TrainingSetting(arguments);
        LinearRnn network = training.network(streams);
        Follower follower = new Follower(arguments, network, setting.redrawn(streams));
        double rate = arguments.real("rate");
        GradientDescent.End end = GradientDescent.of(setting.gradient(), rate, training.trained())
                .run(network, steps(arguments), follower);
        return follower.course.observation(
                follower.rounding(), follower.times, end.instability(), follower.at(end.step()));
    }

    /** Units in the last place by which a step rounds. */
    private static final double ROUNDING = 4;

    /** Samples the axis, finds the learning time and, of an oscillator, the end of the plateau, and bounds the rounding. */
    private static final class Follower implements GradientDescent.Follower {

        private final Course course;
        private final Trained trained;
        private final Setting setting;
        private final Offset offset;
        private final double horizon;
        private final long steps;
        private final long samples;
        private final double cstar;
        private final double within;
        private long next;
        private long last;
        private double first;
        private double fastest;
        private double largest;
        private final Map<String, Measurement.Scalar> times = new HashMap<>();

        Follower(Arguments arguments, LinearRnn network, int redrawn) {
            course = new Course(network, arguments, redrawn, ROUNDING * Math.ulp(1.0));
            trained = new TrainingSetting(arguments).trained();
            setting = new Setting(arguments);
            offset = Offset.of(setting);
            horizon = arguments.real("horizon");
            steps = steps(arguments);
            samples = Math.min(steps, arguments.whole("samples"));
            cstar = arguments.real("cstar");
            within = arguments.real("within");
        }

        @Override
        public boolean follow(long step, LinearRnn network, LossGradient gradient) {
            double speed = trained.norm(gradient);
            first = step == 0 ? speed : first;
            fastest = Math.max(fastest, speed);
            largest = Math.max(largest, trained.norm(network));
            last = step;
            if (!times.containsKey(Course.LEARNING_TIME) && Math.abs(offset.of(network)) <= within * cstar) {
                times.put(Course.LEARNING_TIME, new Measurement.Scalar(at(step), 0));
            }
            if (setting.oscillator()
                    && !times.containsKey(PairCourse.PLATEAU_END)
                    && PairCourse.left(network, setting)) {
                times.put(PairCourse.PLATEAU_END, new Measurement.Scalar(at(step), 0));
            }
            if (step == sampled(next)) {
                course.sample(at(step), network, gradient.loss(), speed);
                next++;
            }
            return true;
        }

        /** Returns the step that is nearest to an even share of all. */
        private long sampled(long sample) {
            return Math.round((double) steps * sample / samples);
        }

        double at(long step) {
            return Course.at(horizon, step, steps);
        }

        /** Bounds the rounding: that of each step, carried along like the speed. */
        double rounding() {
            double stretch = first > 0 ? Math.max(1, fastest / first) : 1;
            return ROUNDING * last * Math.ulp(Math.max(1, largest)) * stretch;
        }
    }
}
