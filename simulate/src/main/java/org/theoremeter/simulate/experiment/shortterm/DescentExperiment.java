package org.theoremeter.simulate.experiment.shortterm;

import java.util.ArrayList;
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
import org.theoremeter.simulate.random.RandomStreams;

/**
 * Trains a mechanism by gradient descent on its simulated loss and says what became of it: alive, dead or escaped
 * (theory 3.6, with temporal consistency 7.2).
 *
 * <p>Every path is run twice, with tolerances a hundredfold apart; what differs is the declared error (of r, ten times as
 * much), so that a fate that hangs on the integration has an error of 1: descent stretches errors about 1.5-fold a step. Starts are counted in optima, the optimum found by simulation.
 */
public final class DescentExperiment implements Experiment {

    private static final double TOLERANCE = 1e-10;
    private static final double COARSE = 1e-8;
    private static final double SAFETY = 10;

    /** Creates the experiment. */
    public DescentExperiment() {}

    @Override
    public String name() {
        return "short-term/descent";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public String summary() {
        return "A slow point or a limit cycle learns to bridge a delay by gradient descent, and dies, escapes or lives.";
    }

    @Override
    public String theory() {
        return "3.6";
    }

    @Override
    public List<Parameter> parameters() {
        List<Parameter> all = new ArrayList<>();
        all.add(new Parameter.Choice("mechanism", "what is trained", Mechanism.NAMES, SlowPoint.NAME));
        all.addAll(Trial.parameters());
        all.addAll(Consistency.parameters(0));
        Bounds starts = Bounds.closed(0.01, 100);
        all.add(new Parameter.Real("rate", "learning rate η", Unit.ONE, Bounds.positive(), 1e-7));
        all.add(new Parameter.Real("lowest", "smallest r(0), in optima", Unit.ONE, starts, 1.5));
        all.add(new Parameter.Real(
                "highest",
                "largest r(0), in optima; drawn evenly in between, not at all if both are equal",
                Unit.ONE,
                starts,
                1.5));
        all.add(new Parameter.Whole("horizon", "steps at most", Unit.STEP, 1, 1_000_000, 200));
        return all;
    }

    @Override
    public List<Observable> observables() {
        return List.of(
                Observable.scalar("alive", "1 if the path is alive at the end, otherwise 0", Unit.ONE),
                Observable.scalar("dead", "1 if it has come to where the output never switches, otherwise 0", Unit.ONE),
                Observable.scalar(
                        "escaped",
                        "1 if it has come to where the output switches on and off within the delay, or turns"
                                + " backwards, otherwise 0",
                        Unit.ONE),
                Observable.scalar("steps", "steps until it died or escaped, or the horizon", Unit.STEP),
                Observable.scalar("initial-r", "r(0)", Unit.ONE),
                Observable.scalar("final-r", "r after the last step", Unit.ONE));
    }

    @Override
    public Map<String, String> events() {
        return Map.of();
    }

    @Override
    public boolean random(Arguments arguments) {
        return arguments.real("lowest") < arguments.real("highest");
    }

    @Override
    public double estimatedSeconds(Arguments arguments) {
        return (50 + 2 * arguments.whole("horizon"))
                * Mechanism.of(arguments).seconds(Trial.of(arguments).length());
    }

    @Override
    public void check(Arguments arguments) {
        Consistency.check(arguments, arguments.choice("mechanism").equals(SlowPoint.NAME));
        if (arguments.real("highest") < arguments.real("lowest")) {
            throw new ArgumentException(
                    "highest",
                    Double.toString(arguments.real("highest")),
                    "at least lowest, " + arguments.real("lowest"));
        }
    }

    @Override
    public Observation run(Arguments arguments, RandomStreams streams) {
        Trial trial = Trial.of(arguments).with(Consistency.of(arguments));
        Mechanism mechanism = Mechanism.of(arguments);
        double start = start(arguments, streams) * new Landscape(mechanism, trial, TOLERANCE).optimum();
        double rate = arguments.real("rate");
        long horizon = arguments.whole("horizon");
        Descent.End fine = new Descent(mechanism, trial, TOLERANCE).run(start, rate, horizon);
        Descent.End coarse = new Descent(mechanism, trial, COARSE).run(start, rate, horizon);
        if (fine.fate() == Fate.LOST) {
            return new Observation(
                    Map.of(),
                    Map.of(),
                    Optional.of(new Divergence(
                            "step", fine.step(), "r = " + fine.r() + " lies beyond what can be simulated")));
        }
        return Observation.of(Map.of(
                "alive",
                met(Fate.ALIVE, fine, coarse),
                "dead",
                met(Fate.DEAD, fine, coarse),
                "escaped",
                met(Fate.ESCAPED, fine, coarse),
                "steps",
                new Measurement.Scalar(fine.step(), Math.abs(fine.step() - coarse.step())),
                "initial-r",
                new Measurement.Scalar(start, TOLERANCE * start),
                "final-r",
                new Measurement.Scalar(fine.r(), SAFETY * (Math.abs(fine.r() - coarse.r()) + TOLERANCE * start))));
    }

    private static double start(Arguments arguments, RandomStreams streams) {
        double lowest = arguments.real("lowest");
        double highest = arguments.real("highest");
        return lowest < highest
                ? lowest + (highest - lowest) * streams.stream("start").nextDouble()
                : lowest;
    }

    private static Measurement met(Fate fate, Descent.End fine, Descent.End coarse) {
        double is = fine.fate() == fate ? 1 : 0;
        return new Measurement.Scalar(is, coarse.fate() == fine.fate() ? 0 : 1);
    }
}
