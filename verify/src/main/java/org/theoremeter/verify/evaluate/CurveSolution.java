package org.theoremeter.verify.evaluate;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.theoremeter.simulate.ode.ReducedRun;
import org.theoremeter.simulate.ode.TimeCurve;
import org.theoremeter.simulate.ode.Trajectory;
import org.theoremeter.theory.dynamics.ReducedDynamics;
import org.theoremeter.verify.claim.comparison.CurvePrediction;

/** A predicted curve, solved for given symbols: it can be asked for its value at any time up to its horizon. */
public final class CurveSolution {

    /** A curve that is asked for at time 0 only is still integrated, a little. */
    private static final double SHORTEST = 1e-9;

    private static final double ROUGH = 1e-9;

    private final Optional<Trajectory> trajectory;
    private final Map<String, TimeCurve> formulas;
    private final String time;

    private CurveSolution(Optional<Trajectory> trajectory, Map<String, TimeCurve> formulas, String time) {
        this.trajectory = trajectory;
        this.formulas = formulas;
        this.time = time;
    }

    /**
     * Solves a prediction.
     *
     * @param prediction the prediction
     * @param symbols the values of all its symbols
     * @param horizon until when, not negative
     * @throws Unreadable if the start is not finite, or the solution ends before the horizon
     * @throws Undetermined if nothing can be said of the solution up to the horizon: it is not unique, or too costly
     */
    public static CurveSolution of(CurvePrediction prediction, Map<String, Double> symbols, double horizon) {
        return of(prediction, symbols, horizon, Accuracy.DECLARED);
    }

    /** Solves a prediction with some accuracy. */
    static CurveSolution of(
            CurvePrediction prediction, Map<String, Double> symbols, double horizon, Accuracy accuracy) {
        if (prediction.dynamics().isEmpty()) {
            Map<String, TimeCurve> formulas = new HashMap<>();
            prediction
                    .curves()
                    .forEach((name, formula) -> formulas.put(name, TimeCurve.of(formula, prediction.time(), symbols)));
            return new CurveSolution(Optional.empty(), formulas, prediction.time());
        }
        ReducedDynamics dynamics = prediction.dynamics().get();
        Map<String, Double> start = new HashMap<>();
        prediction
                .start()
                .forEach((state, formula) ->
                        start.put(state, Evaluation.finite(formula, symbols).value()));
        Map<String, Double> parameters = new HashMap<>();
        dynamics.parameters().forEach(name -> parameters.put(name, symbols.get(name)));
        double end = Math.max(horizon, SHORTEST);
        ReducedRun reduced = ReducedRun.of(dynamics);
        Trajectory trajectory = switch (accuracy) {
            case DECLARED -> reduced.run(start, parameters, end);
            case FINE -> reduced.runOnce(start, parameters, end);
            case ROUGH -> reduced.withTolerance(ROUGH).runOnce(start, parameters, end);
        };
        trajectory.divergence().ifPresent(stop -> {
            if (trajectory.undecided()) {
                throw new Undetermined("undecided: the predicted ODE was followed to " + stop.axis() + " = " + stop.at()
                        + ": " + stop.reason());
            }
            throw new Unreadable("the predicted ODE ends at " + stop.axis() + " = " + stop.at() + ": " + stop.reason());
        });
        return new CurveSolution(Optional.of(trajectory), Map.of(), prediction.time());
    }

    /**
     * Returns a curve's value.
     *
     * @throws Unreadable if it is not finite
     */
    public double at(String curve, double t) {
        return read(curve, t).value();
    }

    /**
     * Returns a curve's value with the bound of its numerical error.
     *
     * @throws Unreadable if it is not finite
     */
    TimeCurve.Value read(String curve, double t) {
        TimeCurve.Value value = trajectory
                .map(solved -> {
                    double solution = solved.observable(curve, t);
                    return new TimeCurve.Value(solution, solution, solution, solved.error(curve));
                })
                .orElseGet(() -> formulas.get(curve).at(t));
        if (!Double.isFinite(value.value())) {
            throw new Unreadable("the predicted curve " + curve + " is not finite at " + time + " = " + t);
        }
        return value;
    }

    /** Returns a state variable of the reduced dynamics at a time; only where there are dynamics. */
    public double state(String name, double t) {
        return trajectory.orElseThrow().state(name, t);
    }
}
