package org.theoremeter.simulate.experiment.modes;

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
import org.theoremeter.simulate.experiment.Observable;
import org.theoremeter.simulate.experiment.Observation;
import org.theoremeter.simulate.experiment.Parameter;
import org.theoremeter.simulate.experiment.Unit;
import org.theoremeter.simulate.network.SequenceRnn;
import org.theoremeter.simulate.random.RandomStreams;
import org.theoremeter.simulate.training.SequenceGradient;

/**
 * Trains all three matrices of a linear network that reads a sequence by gradient descent, and follows its modes (theory
 * 4.1). A step counts as training time η.
 */
public final class ModesDescentExperiment implements Experiment {

    private static final double MOST_STEPS = 1e8;
    private static final double WHOLE = 1e-9;

    /** Weights beyond this are on their way to infinity. */
    private static final double ABSURD = 1e50;

    /** Creates the experiment. */
    public ModesDescentExperiment() {}

    @Override
    public String name() {
        return "modes/gradient-descent";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public String summary() {
        return "A linear RNN learns correlations of its answer with a sequence of inputs, by gradient descent on all weights.";
    }

    @Override
    public String theory() {
        return "4.1";
    }

    @Override
    public List<Parameter> parameters() {
        List<Parameter> all = ModesSetting.parameters();
        all.add(new Parameter.Real(
                "rate", "learning rate η; a step advances tau by as much", Unit.ONE, Bounds.positive(), 0.01));
        return all;
    }

    @Override
    public List<Observable> observables() {
        return Quantity.observables();
    }

    @Override
    public Map<String, String> events() {
        return Map.of();
    }

    @Override
    public boolean random(Arguments arguments) {
        return Start.random(arguments);
    }

    @Override
    public double estimatedSeconds(Arguments arguments) {
        return (steps(arguments) + arguments.whole("samples")) * new ModesTask(arguments).gradientSeconds();
    }

    @Override
    public void check(Arguments arguments) {
        ModesSetting.check(arguments);
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
        ModesSetting setting = new ModesSetting(arguments, streams);
        long steps = steps(arguments);
        int samples = (int) Math.min(steps, arguments.whole("samples"));
        double[] times = new double[samples + 1];
        for (int i = 0; i <= samples; i++) {
            times[i] = arguments.real("horizon") * step(i, samples, steps) / steps;
        }
        Descent descent = new Descent(setting, arguments.real("rate"));
        ModesCourse course = setting.course(times, Optional.empty());
        for (int i = 0; i <= samples; i++) {
            Optional<String> end = descent.until(step(i, samples, steps));
            if (end.isPresent()) {
                double reached = arguments.real("rate") * descent.step;
                return new Observation(
                        course.measurements(quantity -> descent.rounding()),
                        Map.of(),
                        Optional.of(new Divergence(Quantity.AXIS, reached, end.get())));
            }
            course.sample(descent.network);
        }
        return Observation.of(course.measurements(quantity -> descent.rounding()));
    }

    /** Returns the step that is nearest to an even share of all. */
    private static long step(int sample, int samples, long steps) {
        return Math.round((double) steps * sample / samples);
    }

    /** The iteration. */
    private static final class Descent {

        private final SequenceGradient gradient;
        private final SequenceRnn network;
        private final SequenceRnn slopes;
        private final double[] slope;
        private final double[] state;
        private final double rate;
        private long step;
        private double first;
        private double fastest;
        private double largest;

        Descent(ModesSetting setting, double rate) {
            SequenceRnn start = setting.start().network();
            this.rate = rate;
            gradient = setting.gradient();
            slopes = gradient.all();
            state = new double[start.dimension()];
            slope = new double[state.length];
            start.gather(state);
            network = SequenceRnn.zero(start.neurons(), start.inputs(), start.outputs());
            network.scatter(state);
        }

        /** Descends up to a step; returns why it ended, if it ended before. */
        Optional<String> until(long end) {
            while (step < end) {
                InterruptedRun.check();
                gradient.evaluate(network);
                slopes.gather(slope);
                double speed = Rows.norm(slope);
                if (!(speed < ABSURD)) {
                    return Optional.of("the weights grow without bound");
                }
                first = step == 0 ? speed : first;
                fastest = Math.max(fastest, speed);
                largest = Math.max(largest, Rows.norm(state));
                Rows.add(-rate, slope, state);
                network.scatter(state);
                step++;
            }
            return Optional.empty();
        }

        /** Bounds the rounding: a few units in the last place of the weights each step, carried along like the speed. */
        double rounding() {
            double stretch = first > 0 ? Math.max(1, fastest / first) : 1;
            return 4 * step * Math.ulp(Math.max(1, largest)) * stretch;
        }
    }
}
