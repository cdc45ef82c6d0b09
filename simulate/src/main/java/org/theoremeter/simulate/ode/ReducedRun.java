package org.theoremeter.simulate.ode;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.theoremeter.simulate.InterruptedRun;
import org.theoremeter.simulate.ode.method.Explicit;
import org.theoremeter.theory.dynamics.ReducedDynamics;

/**
 * Integrates reduced dynamics from time 0: with Dormand–Prince 8(5,3), and with Radau IIA of order 5 where the field is
 * stiff.
 *
 * <p>A field given by formulas is integrated regime by regime. Between two switches of {@code piecewise}, {@code abs},
 * {@code sign}, {@code min} and {@code max} it is smooth, and no step sees both sides of a switch. Where the field points
 * to a surface from both sides the solution slides along it (Filippov's solution); where it may go on in more than one way
 * it ends undecided. Every step is looked over for what may hide between its stages, by enclosing the formulas along it,
 * and taken again in shorter ones.
 *
 * <p>The error that a step may make is relative to each component's own size, down to 1e-12 of the largest that it has had.
 *
 * <p>Every run is made twice, the second time with a tolerance a hundred times smaller (ten times where stiff), with other
 * steps, and with field and switches moved by their rounding; their difference is the declared error of the first, which
 * is handed out. A field given by code is taken for smooth, and its components are measured by the largest of them.
 *
 * <pre>{@code
 * Trajectory trajectory = ReducedRun.of(dynamics).run(Map.of("c", 1.0), Map.of("cstar", 0.1), 3);
 * trajectory.observable("outlier", 1.5);
 * }</pre>
 */
public final class ReducedRun {

    private static final double TOLERANCE = 1e-11;
    private static final double SMALLEST_TOLERANCE = 1e-12;
    private static final double LARGEST_TOLERANCE = 1e-2;
    private static final double REFINEMENT = 0.01;

    /** A stiff stretch is solved with a tolerance so many times larger, since the order there is 5 and not 8. */
    private static final double RELAXED = 100;

    /** A stiff stretch is never solved with a larger tolerance than this, unless it was asked for. */
    private static final double LOOSEST = 1e-5;

    /** The second run refines a stiff stretch by a tenth only. */
    private static final double RELAXED_FURTHER = 10;

    private static final long EVALUATIONS = 2_000_000;

    /** The second run's longest step, a part of the horizon that no pattern of the field is likely to share. */
    private static final double LONGEST_STEP_OF_COMPARISON = 1 / (8 * Math.PI);

    private final ReducedDynamics dynamics;
    private final double tolerance;
    private final long evaluations;

    private ReducedRun(ReducedDynamics dynamics, double tolerance, long evaluations) {
        this.dynamics = dynamics;
        this.tolerance = tolerance;
        this.evaluations = evaluations;
    }

    /** Prepares to run dynamics with tolerance 1e-11 and at most 2,000,000 evaluations of the field. */
    public static ReducedRun of(ReducedDynamics dynamics) {
        return new ReducedRun(dynamics, TOLERANCE, EVALUATIONS);
    }

    /**
     * Changes the tolerance.
     *
     * @param other bound of the estimated error a step, relative to the state, in [1e-12, 1e-2]
     * @throws IllegalArgumentException if it is outside
     */
    public ReducedRun withTolerance(double other) {
        if (!(other >= SMALLEST_TOLERANCE && other <= LARGEST_TOLERANCE)) {
            throw new IllegalArgumentException("tolerance: found " + other + ", accepted: from 1e-12 to 1e-2");
        }
        return new ReducedRun(dynamics, other, evaluations);
    }

    /**
     * Changes how often the field may be evaluated.
     *
     * @param most positive; a run that needs more is cut off there
     * @throws IllegalArgumentException if it is not positive
     */
    public ReducedRun withEvaluations(long most) {
        if (most < 1) {
            throw new IllegalArgumentException("evaluations: found " + most + ", accepted: from 1");
        }
        return new ReducedRun(dynamics, tolerance, most);
    }

    /**
     * Integrates from time 0.
     *
     * @param start value of every state variable at time 0
     * @param parameters value of every parameter; others are ignored
     * @param horizon end time, positive
     * @return the solution, which ends early if it blows up, the field becomes singular or undefined, the solution is not
     *     unique, or the run is cut off
     * @throws IllegalArgumentException if a value is missing or not finite, or the horizon is not positive
     * @throws InterruptedRun if the thread is interrupted
     */
    public Trajectory run(Map<String, Double> start, Map<String, Double> parameters, double horizon) {
        Trajectory first = runOnce(start, parameters, horizon);
        if (first.undecided()) {
            return first;
        }
        Walk.Manner finer = new Walk.Manner(
                Explicit.DORMAND_PRINCE,
                tolerance * REFINEMENT,
                relaxed() * RELAXED_FURTHER,
                LONGEST_STEP_OF_COMPARISON,
                true,
                evaluations);
        return first.comparedWith(integrate(start, parameters, horizon, finer));
    }

    /**
     * Integrates from time 0 in half the time: the same solution, without a declared error.
     *
     * @param start value of every state variable at time 0
     * @param parameters value of every parameter; others are ignored
     * @param horizon end time, positive
     * @return the solution, whose error is 0 as far as it says
     * @throws IllegalArgumentException if a value is missing or not finite, or the horizon is not positive
     * @throws InterruptedRun if the thread is interrupted
     */
    public Trajectory runOnce(Map<String, Double> start, Map<String, Double> parameters, double horizon) {
        return integrate(
                start,
                parameters,
                horizon,
                new Walk.Manner(Explicit.DORMAND_PRINCE, tolerance, relaxed(), 1, false, evaluations));
    }

    private double relaxed() {
        return Math.max(1, Math.min(RELAXED, LOOSEST / tolerance));
    }

    private Trajectory integrate(
            Map<String, Double> start, Map<String, Double> parameters, double horizon, Walk.Manner manner) {
        if (!(horizon > 0) || !Double.isFinite(horizon)) {
            throw new IllegalArgumentException("horizon: found " + horizon + ", accepted: a positive number");
        }
        double[] state = values("state variable", dynamics.state(), start);
        double[] constants = values("parameter", dynamics.parameters(), parameters);
        Walk walk = new Walk(dynamics, constants, state, horizon, manner);
        Optional<Walk.Ending> ending = walk.run();
        return new Trajectory(dynamics, state, constants, walk.steps(), ending, Map.of());
    }

    private double[] values(String kind, List<String> names, Map<String, Double> given) {
        return names.stream()
                .mapToDouble(name -> {
                    Double value = given.get(name);
                    if (value == null || !Double.isFinite(value)) {
                        throw new IllegalArgumentException(dynamics.name() + ": the " + kind + " " + name + " is "
                                + (value == null ? "not given" : value) + ", accepted: a finite number");
                    }
                    return value;
                })
                .toArray();
    }
}
