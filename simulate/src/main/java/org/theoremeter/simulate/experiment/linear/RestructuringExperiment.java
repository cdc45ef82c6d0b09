package org.theoremeter.simulate.experiment.linear;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
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

/**
 * Measures by how much two real eigenvalues of a network that learns an oscillator meet before its loss falls (theory 7.4).
 *
 * <p>The network is trained twice, with tolerances a hundredfold apart; what differs is the declared error, tenfold.
 */
public final class RestructuringExperiment implements Experiment {

    /** What hangs on where the samples lie. */
    private static final Set<String> SAMPLED = Set.of("steepest", "lead");

    private static final String TOLERANCE = "tolerance";
    private static final double COARSER = 100;
    private static final double SAFETY = 10;

    /** Creates the experiment. */
    public RestructuringExperiment() {}

    @Override
    public String name() {
        return "linear-rnn/restructuring";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public String summary() {
        return "Two eigenvalues of a linear RNN that learns an oscillator meet, and its loss falls later.";
    }

    @Override
    public String theory() {
        return "7.4";
    }

    @Override
    public List<Parameter> parameters() {
        return Setting.onePair(
                List.of(
                        new Parameter.Real(
                                "horizon", "training time at the latest end", Unit.TAU, Bounds.positive(), 150),
                        new Parameter.Real(
                                TOLERANCE,
                                "bound of the estimated error of the weights a step, in the Frobenius norm",
                                Unit.ONE,
                                Bounds.closed(1e-13, 1e-5),
                                1e-9)),
                0.05,
                20);
    }

    @Override
    public List<Observable> observables() {
        return List.of(
                Observable.scalar(
                        "meeting",
                        "first tau at which the leading eigenvalue is one of a pair outside the bulk",
                        Unit.TAU),
                Observable.scalar(
                        "steepest", "tau of the first maximum, after that, of the rate at which ln L falls", Unit.TAU),
                Observable.scalar("lead", "by how much the eigenvalues meet first", Unit.TAU),
                Observable.scalar("meeting-loss", "the loss when they meet, over that of the plateau", Unit.ONE));
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
        return 15 * 150 * 2 * new Setting(arguments).continuousSeconds();
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
        LinearRnn start = new Setting(arguments).network(streams);
        double tolerance = arguments.real(TOLERANCE);
        Restructuring fine = Restructuring.of(arguments, start, tolerance);
        if (fine.instability().isPresent()) {
            return new Observation(
                    Map.of(),
                    Map.of(),
                    fine.instability().map(reason -> new Divergence(Course.AXIS, fine.end(), reason)));
        }
        Restructuring coarse = Restructuring.of(arguments, start, COARSER * tolerance);
        Map<String, Double> other = coarse.found();
        Map<String, Measurement> found = new HashMap<>();
        fine.found().forEach((name, value) -> {
            double error = SAFETY * Math.abs(value - other.getOrDefault(name, Double.POSITIVE_INFINITY));
            double resolution = SAMPLED.contains(name) ? Restructuring.RESOLUTION : 0;
            found.put(name, new Measurement.Scalar(value, error + resolution));
        });
        return Observation.of(found);
    }
}
