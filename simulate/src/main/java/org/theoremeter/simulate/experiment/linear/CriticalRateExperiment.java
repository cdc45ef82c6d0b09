package org.theoremeter.simulate.experiment.linear;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

/**
 * Brackets the learning rate above which gradient descent on the full network no longer converges (theory 1.4, 2.4).
 *
 * <p>The bisection runs on log η, from {@code low} to {@code high} times c⋆³: the scale of 1.4, wide enough that the
 * number sought is not put in. Near the critical rate convergence is slow; a rate that is below it by less than
 * ln(1/within)/(2 horizon), relative, cannot be told from one above, and the declared error includes that.
 *
 * <p>With random weights the outlier ends near 1 − c⋆, not at it (theory 1.8b): {@code within} must then leave room
 * for that, or no rate converges.
 */
public final class CriticalRateExperiment implements Experiment {

    private static final String FAILS_AT_LOW = "fails-at-low";
    private static final String CONVERGES_AT_HIGH = "converges-at-high";

    /** Creates the experiment. */
    public CriticalRateExperiment() {}

    @Override
    public String name() {
        return "linear-rnn/critical-rate";
    }

    @Override
    public int version() {
        return 2;
    }

    @Override
    public String summary() {
        return "The learning rate above which gradient descent of a linear RNN stops converging, by bisection.";
    }

    @Override
    public String theory() {
        return "1.4";
    }

    @Override
    public List<Parameter> parameters() {
        List<Parameter> own = new ArrayList<>(List.of(
                new Parameter.Real(
                        "low", "lower end of the search, in units of cstar cubed", Unit.ONE, Bounds.positive(), 1),
                new Parameter.Real(
                        "high", "upper end of the search, in units of cstar cubed", Unit.ONE, Bounds.positive(), 32),
                new Parameter.Real(
                        "bracket",
                        "relative width at which the bisection ends",
                        Unit.ONE,
                        Bounds.closed(1e-6, 0.5),
                        1e-3),
                new Parameter.Whole("horizon", "steps of each descent", Unit.STEP, 100, 10_000_000, 5000),
                new Parameter.Real(
                        "within",
                        "distance from the target's eigenvalue that counts as converged, in units of cstar",
                        Unit.ONE,
                        Bounds.closed(1e-9, 0.1),
                        1e-6),
                new Parameter.Real(
                        "start",
                        "c(0), the decay rate of the mode along the read-in; an oscillator's pair starts with it and the"
                                + " frequency omegastar + start − cstar",
                        Unit.ONE,
                        Bounds.open(0, 10),
                        1)));
        own.addAll(Setting.gradientParameters());
        return Setting.parameters(own, 0, 48);
    }

    @Override
    public List<Observable> observables() {
        return List.of(
                Observable.scalar("critical-rate", "learning rate η above which descent does not converge", Unit.ONE));
    }

    @Override
    public Map<String, String> events() {
        return Map.of(
                FAILS_AT_LOW, "descent does not converge at the lower end of the search either, which is too high",
                CONVERGES_AT_HIGH, "descent still converges at the upper end of the search, which is too low");
    }

    @Override
    public boolean random(Arguments arguments) {
        return new Setting(arguments).random();
    }

    @Override
    public double estimatedSeconds(Arguments arguments) {
        double runs = 2
                + Math.log(Math.log(arguments.real("high") / arguments.real("low"))
                                / Math.log1p(arguments.real("bracket")))
                        / Math.log(2);
        // about half of the runs decide early
        return runs * arguments.whole("horizon") / 2 * new Setting(arguments).gradientSeconds();
    }

    @Override
    public void check(Arguments arguments) {
        new Setting(arguments).check();
        new Setting(arguments).checkConsistency();
        if (!(arguments.real("high") > arguments.real("low"))) {
            throw new ArgumentException(
                    "high", Double.toString(arguments.real("high")), "more than low, " + arguments.real("low"));
        }
    }

    @Override
    public Observation run(Arguments arguments, RandomStreams streams) {
        Setting setting = new Setting(arguments);
        double[] start = setting.network(streams, arguments.real("start")).weights();
        LossGradient gradient = setting.gradient();
        double unit = Math.pow(setting.cstar(), 3);
        double low = arguments.real("low") * unit;
        double high = arguments.real("high") * unit;
        if (!converges(arguments, gradient, start, low)) {
            return missed(FAILS_AT_LOW, low);
        }
        if (converges(arguments, gradient, start, high)) {
            return missed(CONVERGES_AT_HIGH, high);
        }
        while (high / low - 1 > arguments.real("bracket")) {
            double middle = Math.sqrt(low * high);
            if (converges(arguments, gradient, start, middle)) {
                low = middle;
            } else {
                high = middle;
            }
        }
        double unresolved = Math.log(1 / arguments.real("within")) / (2.0 * arguments.whole("horizon"));
        return Observation.of(Map.of(
                "critical-rate", new Measurement.Scalar(Math.sqrt(low * high), (high - low) / 2 + unresolved * high)));
    }

    private static boolean converges(Arguments arguments, LossGradient gradient, double[] start, double rate) {
        LinearRnn network = LinearRnn.aligned(start.clone());
        long horizon = arguments.whole("horizon");
        Settling settling = new Settling(new Setting(arguments), arguments.real("within"), horizon);
        return settling.converged(GradientDescent.of(gradient, rate).run(network, horizon, settling));
    }

    /** A search that misses the critical rate has observed none; the event says on which side. */
    private static Observation missed(String event, double rate) {
        return new Observation(Map.of(), Map.of(event, rate), Optional.empty());
    }
}
