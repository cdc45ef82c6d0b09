package org.theoremeter.verify.evaluate;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.theoremeter.simulate.ode.ReducedRun;
import org.theoremeter.simulate.ode.Trajectory;
import org.theoremeter.theory.dynamics.ReducedDynamics;
import org.theoremeter.theory.symbolic.Expression;
import org.theoremeter.verify.claim.CurvePrediction;

/** A predicted curve, solved for given symbols: it can be asked for its value at any time up to its horizon. */
public final class CurveSolution {

    /** A curve that is asked for at time 0 only is still integrated, a little. */
    private static final double SHORTEST = 1e-9;

    private final Optional<Trajectory> trajectory;
    private final Map<String, Expression> formulas;
    private final String time;
    private final Map<String, Double> symbols;

    private CurveSolution(
            Optional<Trajectory> trajectory,
            Map<String, Expression> formulas,
            String time,
            Map<String, Double> symbols) {
        this.trajectory = trajectory;
        this.formulas = formulas;
        this.time = time;
        this.symbols = symbols;
    }

    /**
     * Solves a prediction.
     *
     * @param prediction the prediction
     * @param symbols the values of all its symbols
     * @param horizon until when, not negative
     * @throws Unreadable if the start is not finite, or the solution ends before the horizon
     */
    public static CurveSolution of(CurvePrediction prediction, Map<String, Double> symbols, double horizon) {
        if (prediction.dynamics().isEmpty()) {
            return new CurveSolution(Optional.empty(), prediction.curves(), prediction.time(), new HashMap<>(symbols));
        }
        ReducedDynamics dynamics = prediction.dynamics().get();
        Map<String, Double> start = new HashMap<>();
        prediction
                .start()
                .forEach((state, formula) ->
                        start.put(state, Evaluation.finite(formula, symbols).value()));
        Map<String, Double> parameters = new HashMap<>();
        dynamics.parameters().forEach(name -> parameters.put(name, symbols.get(name)));
        Trajectory trajectory = ReducedRun.of(dynamics).run(start, parameters, Math.max(horizon, SHORTEST));
        trajectory.divergence().ifPresent(end -> {
            throw new Unreadable("the predicted ODE ends at " + end.axis() + " = " + end.at() + ": " + end.reason());
        });
        return new CurveSolution(Optional.of(trajectory), Map.of(), prediction.time(), Map.of());
    }

    /**
     * Returns a curve's value.
     *
     * @throws Unreadable if it is not finite
     */
    public double at(String curve, double t) {
        double value = trajectory.isPresent() ? trajectory.get().observable(curve, t) : formula(curve, t);
        if (!Double.isFinite(value)) {
            throw new Unreadable("the predicted curve " + curve + " is not finite at " + time + " = " + t);
        }
        return value;
    }

    /** Returns a state variable of the reduced dynamics at a time; only where there are dynamics. */
    public double state(String name, double t) {
        return trajectory.orElseThrow().state(name, t);
    }

    private double formula(String curve, double t) {
        Map<String, Double> values = new HashMap<>(symbols);
        values.put(time, t);
        return formulas.get(curve).evaluate(values);
    }

    /** Returns the bound of the numerical error of the solution; 0 for formulas. */
    public double error() {
        return trajectory.map(Trajectory::error).orElse(0.0);
    }
}
