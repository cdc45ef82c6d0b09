package org.theoremeter.simulate.ode;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hipparchus.exception.MathIllegalArgumentException;
import org.hipparchus.ode.LocalizedODEFormats;
import org.hipparchus.ode.ODEState;
import org.hipparchus.ode.OrdinaryDifferentialEquation;
import org.hipparchus.ode.nonstiff.DormandPrince853Integrator;
import org.hipparchus.ode.sampling.ODEStateInterpolator;
import org.theoremeter.simulate.InterruptedRun;
import org.theoremeter.simulate.experiment.Divergence;
import org.theoremeter.theory.dynamics.ReducedDynamics;

/**
 * Integrates reduced dynamics from time 0 with Dormand–Prince 8(5,3).
 *
 * <p>Every run is made twice, the second time with a tolerance a hundred times smaller; their difference is the
 * declared error of the first, which is handed out. A trial step to where the field is not finite is retried with a
 * shorter one.
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
    private static final long EVALUATIONS = 2_000_000;

    /** Stands for a slope that is not finite at a trial state: any step there is refused. */
    private static final double REFUSED = 1e100;

    private static final double SMALLEST_STEP = 1e-14;

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
     * @param other bound of the estimated error a step, absolute and relative to the state, in [1e-12, 1e-2]
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
     * @return the solution, which ends early if it blows up, the field becomes singular or the run is cut off
     * @throws IllegalArgumentException if a value is missing or not finite, or the horizon is not positive
     * @throws InterruptedRun if the thread is interrupted
     */
    public Trajectory run(Map<String, Double> start, Map<String, Double> parameters, double horizon) {
        if (!(horizon > 0) || !Double.isFinite(horizon)) {
            throw new IllegalArgumentException("horizon: found " + horizon + ", accepted: a positive number");
        }
        double[] state = values("state variable", dynamics.state(), start);
        double[] constants = values("parameter", dynamics.parameters(), parameters);
        Trajectory coarse = integrate(state, constants, horizon, tolerance);
        return coarse.comparedWith(integrate(state, constants, horizon, tolerance * REFINEMENT));
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

    private Trajectory integrate(double[] start, double[] constants, double horizon, double accuracy) {
        List<ODEStateInterpolator> steps = new ArrayList<>();
        double[] slope = new double[start.length];
        dynamics.derivative(0, start, constants, slope);
        Optional<Divergence> end = Optional.empty();
        if (!finite(slope)) {
            end = Optional.of(new Divergence(dynamics.time(), 0, "the field is not finite at the start"));
        } else {
            DormandPrince853Integrator integrator =
                    new DormandPrince853Integrator(SMALLEST_STEP * horizon, horizon, accuracy, accuracy);
            integrator.addStepHandler(steps::add);
            try {
                integrator.integrate(new Field(constants), new ODEState(0, start), horizon);
            } catch (Exhausted exhausted) {
                end = ended(steps, "cut off after " + evaluations + " evaluations of the field");
            } catch (MathIllegalArgumentException refused) {
                if (refused.getSpecifier() != LocalizedODEFormats.MINIMAL_STEPSIZE_REACHED_DURING_INTEGRATION) {
                    throw refused;
                }
                end = ended(steps, "the solution blows up or the field becomes singular");
            }
        }
        return new Trajectory(dynamics, start, constants, steps, end, 0);
    }

    private Optional<Divergence> ended(List<ODEStateInterpolator> steps, String reason) {
        double at = steps.isEmpty()
                ? 0
                : steps.get(steps.size() - 1).getCurrentState().getTime();
        return Optional.of(new Divergence(dynamics.time(), at, reason));
    }

    private static boolean finite(double[] values) {
        for (double value : values) {
            if (!(Math.abs(value) < REFUSED)) {
                return false;
            }
        }
        return true;
    }

    private final class Field implements OrdinaryDifferentialEquation {

        private final double[] constants;
        private long count;

        Field(double[] constants) {
            this.constants = constants;
        }

        @Override
        public int getDimension() {
            return dynamics.state().size();
        }

        @Override
        public double[] computeDerivatives(double time, double[] state) {
            InterruptedRun.check();
            count++;
            if (count > evaluations) {
                throw new Exhausted();
            }
            double[] slope = new double[state.length];
            if (finite(state)) {
                dynamics.derivative(time, state, constants, slope);
            }
            if (!finite(state) || !finite(slope)) {
                Arrays.fill(slope, REFUSED);
            }
            return slope;
        }
    }

    /** Leaves the integrator when the evaluations are used up. */
    private static final class Exhausted extends RuntimeException {

        Exhausted() {
            super(null, null, false, false);
        }
    }
}
