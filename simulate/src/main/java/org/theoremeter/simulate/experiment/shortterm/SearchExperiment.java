package org.theoremeter.simulate.experiment.shortterm;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hipparchus.ode.ODEState;
import org.hipparchus.ode.OrdinaryDifferentialEquation;
import org.hipparchus.ode.nonstiff.DormandPrince853Integrator;
import org.theoremeter.simulate.InterruptedRun;
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
 * Measures what temporal consistency does to a slow point: how long gradient flow searches for the optimum from far above it,
 * and up to which strength the optimum stays where it is (theory 7.2).
 *
 * <p>Optimum, dead zone and slopes are those of simulated trials. The flow has one variable, so that it is followed along
 * ln r, dτ/d ln r = −r/(dL/dr): it ends at the optimum without stepping over the kink there. All is done twice, with
 * tolerances a hundredfold apart, and ten times the difference is the declared error.
 */
public final class SearchExperiment implements Experiment {

    private static final double TOLERANCE = 1e-11;
    private static final double COARSE = 1e-9;
    private static final double SAFETY = 10;

    /** How many tolerances beside a kink its slope from that side is taken. */
    private static final double BESIDE = 1e3;

    /** By how much the search is integrated less accurately than a trial, whose error is noise to it. */
    private static final double LOOSER = 100;

    private static final double SMALLEST_STEP = 1e-12;
    private static final double CEILING = 50;

    /** Creates the experiment. */
    public SearchExperiment() {}

    @Override
    public String name() {
        return "short-term/search";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public String summary() {
        return "How long gradient flow of a slow point with temporal consistency searches, and which strength it bears.";
    }

    @Override
    public String theory() {
        return "7.2";
    }

    @Override
    public List<Parameter> parameters() {
        List<Parameter> all = new ArrayList<>(Trial.parameters());
        all.addAll(Consistency.parameters(CEILING));
        all.add(new Parameter.Real("start", "r(0), in optima", Unit.ONE, new Bounds(1, true, 1e4, false), 100));
        return all;
    }

    @Override
    public List<Observable> observables() {
        return List.of(
                Observable.scalar(
                        "search-time", "training time of gradient flow from the start to the optimum", Unit.ONE),
                Observable.scalar("optimum", "r at which the output switches on as the delay ends", Unit.ONE),
                Observable.scalar("dead-edge", "r at which it switches on as the trial ends", Unit.ONE),
                Observable.scalar(
                        "critical-strength",
                        "λ beyond which the loss just below the optimum no longer falls towards it",
                        Unit.ONE),
                Observable.scalar(
                        "fatal-strength", "λ beyond which the loss falls into the dead zone at its edge", Unit.ONE));
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
        return 1200 * SlowPoint.of(Consistency.of(arguments)).seconds(0);
    }

    @Override
    public void check(Arguments arguments) {
        Consistency.check(arguments, true);
    }

    @Override
    public Observation run(Arguments arguments, RandomStreams streams) {
        Consistency consistency = Consistency.of(arguments);
        Trial trial = Trial.of(arguments).with(consistency);
        double start = arguments.real("start");
        Map<String, Double> fine = measure(consistency, trial, start, TOLERANCE);
        Map<String, Double> coarse = measure(consistency, trial, start, COARSE);
        Map<String, Measurement> found = new HashMap<>();
        fine.forEach((name, value) -> found.put(
                name,
                new Measurement.Scalar(
                        value, SAFETY * (Math.abs(value - coarse.get(name)) + TOLERANCE * Math.abs(value)))));
        return Observation.of(found);
    }

    private static Map<String, Double> measure(Consistency consistency, Trial trial, double start, double tolerance) {
        SlowPoint point = SlowPoint.of(consistency);
        Landscape landscape = new Landscape(point, trial, tolerance);
        double optimum = landscape.optimum();
        double edge = landscape.deadEdge();
        Map<String, Double> found = new HashMap<>();
        found.put("optimum", optimum);
        found.put("dead-edge", edge);
        found.put("search-time", searchTime(point, trial, start * optimum, optimum, tolerance));
        if (Double.isFinite(consistency.ceiling())) {
            found.put("critical-strength", borne(point, trial, optimum * (1 - BESIDE * tolerance), tolerance));
            found.put("fatal-strength", borne(point, trial, edge * (1 + BESIDE * tolerance), tolerance));
        }
        return found;
    }

    /** The λ at which the slopes of the answers and of the movement cancel; it is linear in λ. */
    private static double borne(SlowPoint point, Trial trial, double r, double tolerance) {
        Switching switching = point.over(r, trial.length(), tolerance);
        double answers = trial.slope(switching) - trial.consistency() * switching.movementSlope();
        return -answers / switching.movementSlope();
    }

    private static double searchTime(SlowPoint point, Trial trial, double from, double to, double tolerance) {
        OrdinaryDifferentialEquation flow = new OrdinaryDifferentialEquation() {
            @Override
            public int getDimension() {
                return 1;
            }

            @Override
            public double[] computeDerivatives(double s, double[] time) {
                InterruptedRun.check();
                // the ends are optima, which rounding must not pass
                double r = Math.max(to, Math.exp(s));
                return new double[] {-r / trial.slope(point.over(r, trial.length(), tolerance))};
            }
        };
        double span = Math.log(from / to);
        double accuracy = LOOSER * tolerance;
        double unit = from / Math.abs(trial.slope(point.over(from, trial.length(), tolerance)));
        DormandPrince853Integrator integrator =
                new DormandPrince853Integrator(SMALLEST_STEP * span, span, accuracy * unit, accuracy);
        return integrator.integrate(flow, new ODEState(Math.log(from), new double[1]), Math.log(to))
                .getPrimaryState()[0];
    }
}
