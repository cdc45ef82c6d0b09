package org.theoremeter.simulate.experiment.linear;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
import org.theoremeter.simulate.training.GradientFlow;
import org.theoremeter.simulate.training.LyapunovGradient;

/**
 * Trains a linear RNN from small random weights until the pair leaves the plateau, and beside it the plane network that
 * starts from what these weights have on the plane of theory 2.3.
 */
public final class PlateauExperiment implements Experiment {

    private static final double[] ALONG = {1, 0};

    /** Creates the experiment. */
    public PlateauExperiment() {}

    @Override
    public String name() {
        return "linear-rnn/plateau";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public String summary() {
        return "A linear RNN waits on a plateau until the pair of an oscillator leaves, and so does its plane.";
    }

    @Override
    public String theory() {
        return "2.3";
    }

    @Override
    public List<Parameter> parameters() {
        return Setting.onePair(
                List.of(
                        new Parameter.Real(
                                "horizon", "training time at the latest end", Unit.TAU, Bounds.positive(), 100),
                        new Parameter.Real(
                                "tolerance",
                                "bound of the estimated error of the weights a step, in the Frobenius norm; well below the"
                                        + " gain, from which the pair grows",
                                Unit.ONE,
                                Bounds.closed(1e-13, 1e-3),
                                1e-10)),
                0.05,
                20);
    }

    @Override
    public List<Observable> observables() {
        return List.of(
                Observable.scalar(
                        PairCourse.PLATEAU_END,
                        "first tau at which the leading eigenvalue is one of a pair outside the bulk with a frequency of"
                                + " omegastar/2",
                        Unit.TAU),
                Observable.scalar(
                        "plane-plateau-end",
                        "the same of the network of two neurons that starts from W(0) on the plane of the read-in and of"
                                + " Wᵀ e1 − W e1",
                        Unit.TAU),
                Observable.scalar("lead", "by how much the network leaves before its plane", Unit.TAU));
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
        return 15 * (60 + arguments.real("horizon") * setting.curvature() / 12) * 2 * setting.continuousSeconds();
    }

    @Override
    public void check(Arguments arguments) {
        Setting setting = new Setting(arguments);
        if (!setting.random()) {
            throw new ArgumentException("gain", "0", "more than 0: from zero weights no pair ever leaves");
        }
        new TargetSetting(arguments).checkContinuous();
    }

    @Override
    public Observation run(Arguments arguments, RandomStreams streams) {
        Setting setting = new Setting(arguments);
        LinearRnn network = setting.network(streams);
        LinearRnn plane = new LinearRnn(OrthonormalPair.of(network).project(network), ALONG, ALONG);
        Waiting full = new Waiting(arguments, network);
        Waiting reduced = new Waiting(arguments, plane);
        Map<String, Measurement> found = new HashMap<>();
        full.left.ifPresent(time -> found.put(PairCourse.PLATEAU_END, time));
        reduced.left.ifPresent(time -> found.put("plane-plateau-end", time));
        full.left.ifPresent(time -> reduced.left.ifPresent(later ->
                found.put("lead", new Measurement.Scalar(later.value() - time.value(), later.error() + time.error()))));
        return new Observation(found, Map.of(), full.divergence().or(reduced::divergence));
    }

    /** A network that is trained until its pair has left. */
    private static final class Waiting {

        private Optional<Measurement.Scalar> left = Optional.empty();
        private final GradientFlow.End end;

        Waiting(Arguments arguments, LinearRnn start) {
            Setting setting = new Setting(arguments);
            end = GradientFlow.of(new LyapunovGradient(start.size(), setting.target()), arguments.real("tolerance"))
                    .run(start, arguments.real("horizon"), stretch -> {
                        left = Departure.within(stretch, setting);
                        return left.isEmpty();
                    });
        }

        Optional<Divergence> divergence() {
            return end.instability().map(reason -> new Divergence(Course.AXIS, end.tau(), reason));
        }
    }
}
