package org.theoremeter.simulate.experiment.linear;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
import org.theoremeter.simulate.training.GradientDescent;

/** Counts the steps of gradient descent until the leading eigenvalue has reached the target's (theory 1.5). */
public final class StepsToLearnExperiment implements Experiment {

    /** Creates the experiment. */
    public StepsToLearnExperiment() {}

    @Override
    public String name() {
        return "linear-rnn/steps-to-learn";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public String summary() {
        return "How many steps of gradient descent a linear RNN takes to learn an integrator or an oscillator.";
    }

    @Override
    public String theory() {
        return "1.5";
    }

    @Override
    public List<Parameter> parameters() {
        List<Parameter> own = new ArrayList<>(List.of(
                new Parameter.Real("rate", "learning rate η", Unit.ONE, Bounds.positive(), 1e-3),
                new Parameter.Whole("horizon", "steps at most", Unit.STEP, 1, 100_000_000, 1_000_000),
                new Parameter.Real(
                        "within",
                        "distance from the target's eigenvalue at which it counts as learned, in units of cstar",
                        Unit.ONE,
                        Bounds.open(0, 1),
                        0.01)));
        own.addAll(Setting.gradientParameters());
        return Setting.parameters(own, 0, 48);
    }

    @Override
    public List<Observable> observables() {
        return List.of(
                Observable.scalar(
                        "steps",
                        "steps until the leading eigenvalue is within · cstar from that of the target",
                        Unit.STEP),
                Observable.scalar(
                        "initial-decay", "1 − nᵀ W(0) n, n the common direction of read-in and read-out", Unit.ONE));
    }

    @Override
    public Map<String, String> events() {
        return Map.of();
    }

    @Override
    public boolean random(Arguments arguments) {
        return new Setting(arguments).random();
    }

    @Override
    public double estimatedSeconds(Arguments arguments) {
        Setting setting = new Setting(arguments);
        double approach = 0.5 / arguments.real("rate");
        double rest = 4 * Math.pow(setting.cstar(), 3) / arguments.real("rate") * -Math.log(arguments.real("within"));
        return Math.min((double) arguments.whole("horizon"), approach + rest) * setting.gradientSeconds();
    }

    @Override
    public void check(Arguments arguments) {
        Setting setting = new Setting(arguments);
        setting.check();
        setting.checkConsistency();
        if (setting.oscillator() && !setting.random()) {
            throw new ArgumentException(
                    "gain",
                    Double.toString(setting.gain()),
                    "more than 0 with 'target: oscillator': from zero weights training ends at the best real mode");
        }
    }

    @Override
    public Observation run(Arguments arguments, RandomStreams streams) {
        Setting setting = new Setting(arguments);
        LinearRnn network = setting.network(streams);
        Map<String, Measurement> found = new HashMap<>();
        found.put("initial-decay", new Measurement.Scalar(Setting.decay(network), 1e-14));
        Offset offset = Offset.of(setting);
        double within = arguments.real("within") * setting.cstar();
        GradientDescent.End end = GradientDescent.of(setting.gradient(), arguments.real("rate"))
                .run(network, arguments.whole("horizon"), (step, now, gradient) -> {
                    boolean learned = Math.abs(offset.of(now)) <= within;
                    if (learned) {
                        // a count is exact
                        found.put("steps", new Measurement.Scalar(step, 0));
                    }
                    return !learned;
                });
        return new Observation(
                found, Map.of(), end.instability().map(reason -> new Divergence("step", end.step(), reason)));
    }
}
