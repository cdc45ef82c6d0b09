package org.theoremeter.simulate.experiment.linear;

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
import org.theoremeter.simulate.measure.ResponseMoments;
import org.theoremeter.simulate.network.LinearRnn;
import org.theoremeter.simulate.random.RandomStreams;

/**
 * Draws a network and computes the least change of its weights that to first order gives it the target's moments: what training
 * converges to in the lazy limit (theory 1.11).
 *
 * <p>Read-in √s n and read-out √s (n/s + √(1 − 1/s²) d) have the overlap 1, n and d being those of {@link OrthonormalPair#besideMean}.
 * The weights are those from which {@link Setting} lets networks train, but for unstable ones, which stand: moments need no
 * stability.
 */
public final class LazyChangeExperiment implements Experiment {

    private static final String LENGTH = "length";
    private static final String TIME = "time";
    private static final String MOMENTS = "moments";

    /** Creates the experiment. */
    public LazyChangeExperiment() {}

    @Override
    public String name() {
        return "linear-rnn/lazy-change";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public String summary() {
        return "The least change of random weights that learns a target as far as training is linear in it.";
    }

    @Override
    public String theory() {
        return "1.11";
    }

    @Override
    public List<Parameter> parameters() {
        return Setting.parameters(
                List.of(
                        new Parameter.Real(
                                LENGTH,
                                "s, the norm of the read-in times that of the read-out, whose overlap is 1",
                                Unit.ONE,
                                Bounds.closed(1, 1000),
                                1),
                        new Parameter.Real(
                                TIME,
                                "s²τ, the training time of gradient flow at which its change is looked at",
                                Unit.ONE,
                                Bounds.from(0, 1e6),
                                10),
                        new Parameter.Whole(
                                MOMENTS,
                                "number M of moments that are to be those of the target",
                                Unit.ONE,
                                2,
                                100,
                                20)),
                0.8,
                400);
    }

    @Override
    public List<Observable> observables() {
        return List.of(
                Observable.scalar(
                        "least-change",
                        "s times the least Frobenius norm of a change of the weights that gives the moments 1 to M of the"
                                + " target to first order",
                        Unit.ONE),
                Observable.scalar(
                        "flow-change",
                        "s times the Frobenius norm of what gradient flow in discrete time of step 1 on these moments changes,"
                                + " were the kernel of the start to stay",
                        Unit.ONE),
                Observable.scalar(
                        "kernel-trace",
                        "the integral of the tangent kernel of the start at equal times in continuous time, over s²",
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
        double n = arguments.whole("neurons");
        double m = arguments.whole(MOMENTS);
        return n * n * (2e-8 + m * 1.5e-9) + m * m * (n * 1e-9 + m * m * 2.5e-10);
    }

    @Override
    public void check(Arguments arguments) {
        new Setting(arguments).checkTarget(false);
        if (!(arguments.real("gain") > 0)) {
            throw new ArgumentException(
                    "gain",
                    Double.toString(arguments.real("gain")),
                    "above 0: without random weights" + " the second moment has no slope");
        }
        if (arguments.whole(MOMENTS) > arguments.whole("neurons")) {
            throw new ArgumentException(
                    MOMENTS,
                    Long.toString(arguments.whole(MOMENTS)),
                    "at most as many as neurons, " + arguments.whole("neurons"));
        }
    }

    @Override
    public Observation run(Arguments arguments, RandomStreams streams) {
        double length = arguments.real(LENGTH);
        int count = (int) arguments.whole(MOMENTS);
        ResponseMoments moments = ResponseMoments.of(network(arguments, streams), arguments.real("gain"), count);
        // in steps of the neuronal time constant the response of the target is its moments
        double[] wanted = new Setting(arguments).target().response(1, count + 1);
        Map<String, Measurement> found = new HashMap<>();
        add("least-change", moments.leastChange(wanted), length, found);
        double tau = arguments.real(TIME) / (length * length);
        add("flow-change", moments.changeAfter(wanted, tau), length, found);
        add("kernel-trace", moments.kernelTrace(), 1 / (length * length), found);
        return Observation.of(found);
    }

    private static void add(
            String name, ResponseMoments.Bounded bounded, double factor, Map<String, Measurement> found) {
        if (bounded.exists()) {
            found.put(name, new Measurement.Scalar(factor * bounded.value(), factor * bounded.error()));
        }
    }

    private static LinearRnn network(Arguments arguments, RandomStreams streams) {
        Setting setting = new Setting(arguments);
        int size = setting.size();
        double[] weights = streams.gaussians("initial-weights", size * size);
        double deviation = setting.gain() / Math.sqrt(size);
        for (int i = 0; i < weights.length; i++) {
            weights[i] *= deviation;
        }
        double length = arguments.real(LENGTH);
        double norm = Math.sqrt(length);
        double cosine = 1 / length;
        OrthonormalPair pair = OrthonormalPair.besideMean(size);
        return new LinearRnn(
                weights,
                pair.combination(norm, 0),
                pair.combination(norm * cosine, norm * Math.sqrt((1 - cosine) * (1 + cosine))));
    }
}
