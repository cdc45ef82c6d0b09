package org.theoremeter.simulate.experiment.modes;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hipparchus.exception.MathRuntimeException;
import org.theoremeter.simulate.experiment.Arguments;
import org.theoremeter.simulate.experiment.Bounds;
import org.theoremeter.simulate.experiment.Divergence;
import org.theoremeter.simulate.experiment.Experiment;
import org.theoremeter.simulate.experiment.Observable;
import org.theoremeter.simulate.experiment.Observation;
import org.theoremeter.simulate.experiment.Parameter;
import org.theoremeter.simulate.experiment.Unit;
import org.theoremeter.simulate.random.RandomStreams;
import org.theoremeter.simulate.training.SequenceFlow;
import org.theoremeter.simulate.training.SequenceGradient;

/**
 * Trains all three matrices of a linear network that reads a sequence by gradient flow, and follows its modes (theory 4.1).
 *
 * <p>The flow is run twice, the second time with a hundredth of the tolerance; what is given is from the second, and its
 * declared error is how far the two are apart.
 */
public final class ModesFlowExperiment implements Experiment {

    private static final double REFINEMENT = 0.01;

    /** Creates the experiment. */
    public ModesFlowExperiment() {}

    @Override
    public String name() {
        return "modes/gradient-flow";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public String summary() {
        return "A linear RNN learns correlations of its answer with a sequence of inputs, by gradient flow on all weights.";
    }

    @Override
    public String theory() {
        return "4.1";
    }

    @Override
    public List<Parameter> parameters() {
        List<Parameter> all = ModesSetting.parameters();
        all.add(new Parameter.Real(
                "tolerance",
                "bound of the estimated error of all weights a step, in the Euclidean norm",
                Unit.ONE,
                Bounds.closed(1e-11, 1e-3),
                1e-10));
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
        ModesTask task = new ModesTask(arguments);
        double strength = task.strongest() * task.length();
        double steps = 60 + arguments.real("horizon") * strength / 2;
        return 2 * (15 * steps + arguments.whole("samples")) * task.gradientSeconds();
    }

    @Override
    public void check(Arguments arguments) {
        ModesSetting.check(arguments);
    }

    @Override
    public Observation run(Arguments arguments, RandomStreams streams) {
        ModesSetting setting = new ModesSetting(arguments, streams);
        double[] times = times(arguments.real("horizon"), (int) arguments.whole("samples"));
        List<ModesCourse> courses = new ArrayList<>();
        double tolerance = arguments.real("tolerance");
        for (double each : new double[] {tolerance, REFINEMENT * tolerance}) {
            SequenceGradient gradient = setting.gradient();
            try {
                ModesCourse course = setting.course(times, Optional.of(setting.alone(times, each)));
                new SequenceFlow(gradient, each)
                        .run(setting.start().network(), times, (tau, network) -> course.sample(network));
                courses.add(course);
            } catch (MathRuntimeException refused) {
                return new Observation(
                        Map.of(),
                        Map.of(),
                        Optional.of(new Divergence(Quantity.AXIS, 0, "the slope is too large to be integrated")));
            }
        }
        ModesCourse fine = courses.get(1);
        return Observation.of(fine.measurements(quantity -> fine.distance(quantity, courses.get(0))));
    }

    /** Returns an even axis from 0 to the horizon, both exact. */
    private static double[] times(double horizon, int samples) {
        double[] times = new double[samples + 1];
        for (int i = 0; i <= samples; i++) {
            times[i] = i == samples ? horizon : horizon * i / samples;
        }
        return times;
    }
}
