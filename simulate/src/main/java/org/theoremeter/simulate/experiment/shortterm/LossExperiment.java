package org.theoremeter.simulate.experiment.shortterm;

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
import org.theoremeter.simulate.random.RandomStreams;

/**
 * Simulates one trial of a mechanism and measures its loss, the slope of it and when the output switches (theory 3.1,
 * 3.3). Every trial is integrated twice, with tolerances a hundredfold apart; ten times their difference, and ten times the
 * finer tolerance, is the declared error.
 */
public final class LossExperiment implements Experiment {

    private static final String RADIUS = "radius";
    private static final String MOVEMENT = "movement";

    /** What is declared, in differences and in tolerances: the slope is less accurate within a step than at its end. */
    private static final double SAFETY = 10;

    private final Mechanism mechanism;

    private LossExperiment(Mechanism mechanism) {
        this.mechanism = mechanism;
    }

    /** The experiment on the slow point, dx/dt = r + x². */
    public static LossExperiment ofSlowPoint() {
        return new LossExperiment(new SlowPoint(Double.POSITIVE_INFINITY));
    }

    /** The experiment on the limit cycle, dθ/dt = 2πr. */
    public static LossExperiment ofLimitCycle() {
        return new LossExperiment(new LimitCycle(LimitCycle.RADIUS));
    }

    @Override
    public String name() {
        return "short-term/" + mechanism.name();
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public String summary() {
        return cycle()
                ? "One trial of a limit cycle that bridges a delay: its loss, and when its output switches."
                : "One trial of a slow point that bridges a delay: its loss, and when it blows up.";
    }

    @Override
    public String theory() {
        return cycle() ? "3.3" : "3.1";
    }

    @Override
    public List<Parameter> parameters() {
        List<Parameter> all = new ArrayList<>();
        Bounds bounds = Bounds.closed(-1e9, 1e9);
        all.add(
                cycle()
                        ? new Parameter.Real("r", "turns per unit of time", Unit.ONE, bounds, 0.01)
                        : new Parameter.Real("r", "the drive, the smallest speed of x", Unit.ONE, bounds, 0.001));
        all.addAll(Trial.parameters());
        if (!cycle()) {
            all.addAll(Consistency.parameters(0));
        }
        if (cycle()) {
            all.add(new Parameter.Real(
                    RADIUS, "ρ(0), the distance from the centre at first", Unit.ONE, Bounds.closed(1e-3, 10), 0.5));
        }
        return all;
    }

    @Override
    public List<Observable> observables() {
        List<Observable> all = new ArrayList<>(List.of(
                Observable.scalar(
                        "loss",
                        "∫ o dt/delay over the delay + ∫ (1 − o) dt/window over the window"
                                + (cycle() ? "" : ", and temporal consistency"),
                        Unit.ONE),
                Observable.scalar("slope", "d loss/dr, by the variational equation", Unit.ONE),
                mechanism.timesObservable()));
        if (!cycle()) {
            all.add(Observable.scalar(MOVEMENT, "∫ (dx/dt)² dt over the trial, where there is a ceiling", Unit.ONE));
        }
        return all;
    }

    @Override
    public Map<String, String> events() {
        return Map.of();
    }

    @Override
    public boolean random(Arguments arguments) {
        return false;
    }

    @Override
    public double estimatedSeconds(Arguments arguments) {
        return 4 * mechanism.seconds(Trial.of(arguments).length());
    }

    @Override
    public void check(Arguments arguments) {
        if (!cycle()) {
            Consistency.check(arguments, true);
        }
        double r = arguments.real("r");
        double range = mechanism.range(Trial.of(arguments).length());
        if (Math.abs(r) > range) {
            throw new ArgumentException(
                    "r", Double.toString(r), "a number in " + Bounds.closed(-range, range) + " for so long a trial");
        }
    }

    @Override
    public Observation run(Arguments arguments, RandomStreams streams) {
        Trial trial = cycle() ? Trial.of(arguments) : Trial.of(arguments).with(Consistency.of(arguments));
        double r = arguments.real("r");
        Mechanism simulated =
                cycle() ? new LimitCycle(arguments.real(RADIUS)) : SlowPoint.of(Consistency.of(arguments));
        Switching fine = simulated.over(r, trial.length(), Mechanism.TOLERANCE);
        Switching coarse = simulated.over(r, trial.length(), Mechanism.COARSE);
        Map<String, Measurement> found = new HashMap<>(simulated.times(fine, timeError(fine, coarse, trial)));
        found.put("loss", measured(trial.loss(fine), trial.loss(coarse), 1 + trial.consistency() * fine.movement()));
        found.put("slope", measured(trial.slope(fine), trial.slope(coarse), trial.slope(fine)));
        if (simulated instanceof SlowPoint point && Double.isFinite(point.ceiling())) {
            found.put(MOVEMENT, measured(fine.movement(), coarse.movement(), fine.movement()));
        }
        return Observation.of(found);
    }

    private static Measurement measured(double fine, double coarse, double scale) {
        return new Measurement.Scalar(fine, error(fine, coarse, scale));
    }

    private static double error(double fine, double coarse, double scale) {
        return SAFETY * (Math.abs(fine - coarse) + Mechanism.TOLERANCE * Math.abs(scale));
    }

    private static double timeError(Switching fine, Switching coarse, Trial trial) {
        // a switch at the very end may be seen by one of them only
        int both = Math.min(fine.switches().size(), coarse.switches().size());
        double error = error(0, 0, trial.length());
        for (int i = 0; i < both; i++) {
            double time = fine.switches().get(i).time();
            error = Math.max(error, error(time, coarse.switches().get(i).time(), trial.length()));
        }
        return error;
    }

    private boolean cycle() {
        return mechanism instanceof LimitCycle;
    }
}
