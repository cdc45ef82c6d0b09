package org.theoremeter.simulate.training;

import java.util.Arrays;
import java.util.Optional;
import org.hipparchus.exception.MathIllegalArgumentException;
import org.hipparchus.ode.LocalizedODEFormats;
import org.hipparchus.ode.ODEState;
import org.hipparchus.ode.OrdinaryDifferentialEquation;
import org.hipparchus.ode.nonstiff.DormandPrince853Integrator;
import org.hipparchus.ode.sampling.ODEStateInterpolator;
import org.theoremeter.simulate.InterruptedRun;
import org.theoremeter.simulate.arithmetic.Rows;
import org.theoremeter.simulate.network.LinearRnn;

/**
 * Trains by gradient flow, dW/dτ = −∂L/∂W and likewise u and v if they are trained (theory 0), with Dormand–Prince
 * 8(5,3).
 *
 * <p>The step is chosen so that the estimated error a step, ‖δW‖_F or √(‖δW‖_F² + |δu|² + |δv|²), stays below the
 * tolerance. Near the optimum the flow is stiff, with rate 1/(4c⋆³), and the step is bounded by stability. A trial
 * step that leaves the stable networks is retried with a shorter one. A network that has none left to go ends the run:
 * an outcome, not an exception.
 */
public final class GradientFlow {

    /**
     * Stands for the slope at an unstable trial state: large enough that any step there is refused, small enough to
     * square.
     */
    private static final double REFUSED = 1e30;

    /** Weights beyond this are those of a trial step already refused. */
    private static final double ABSURD = 1e12;

    private static final double SMALLEST_STEP = 1e-13;

    private final PopulationGradient gradient;
    private final double tolerance;
    private final Trained trained;

    private GradientFlow(PopulationGradient gradient, double tolerance, Trained trained) {
        this.gradient = gradient;
        this.tolerance = tolerance;
        this.trained = trained;
    }

    /**
     * Prepares a flow of the recurrent weights.
     *
     * @param gradient workspace that evaluates the gradient, used by this flow's runs
     * @param tolerance bound of the estimated error a step in ‖W‖_F, positive
     * @throws IllegalArgumentException if the tolerance is not positive
     */
    public static GradientFlow of(PopulationGradient gradient, double tolerance) {
        return of(gradient, tolerance, Trained.WEIGHTS);
    }

    /**
     * Prepares a flow.
     *
     * @param gradient workspace that evaluates the gradient, used by this flow's runs
     * @param tolerance bound of the estimated error a step in the Euclidean norm of what is trained, positive
     * @param trained what is trained
     * @throws IllegalArgumentException if the tolerance is not positive
     */
    public static GradientFlow of(PopulationGradient gradient, double tolerance, Trained trained) {
        if (!(tolerance > 0)) {
            throw new IllegalArgumentException("the tolerance is " + tolerance + ", it must be positive");
        }
        return new GradientFlow(gradient, tolerance, trained);
    }

    /** One accepted step of the integration, with dense output. */
    public interface Stretch {

        /** Returns the training time at which it begins. */
        double from();

        /** Returns the training time at which it ends. */
        double to();

        /** Returns the network at a training time within the stretch, in new arrays. */
        LinearRnn network(double tau);

        /**
         * Returns a bound of the error so far, in the norm of the tolerance, as errors travel along the flow: each step
         * adds its own, and what there is grows and shrinks like the speed, the norm of dW/dτ (exact for one mode, theory
         * 1.2). When u and v are trained there are directions in which errors only last, since Γ of theory 0.5 is
         * conserved: the errors of all steps are added once more.
         */
        double error();
    }

    /** Looks at every stretch. */
    @FunctionalInterface
    public interface Follower {

        /** Looks at a stretch and tells whether to go on. */
        boolean follow(Stretch stretch);
    }

    /**
     * Tells how a run ended.
     *
     * @param tau last training time reached with a stable network
     * @param instability why it ended there, if that was before its time
     */
    public record End(double tau, Optional<String> instability) {}

    /**
     * Runs the flow.
     *
     * @param start the network at τ = 0; not changed
     * @param horizon how long to train, positive
     * @throws InterruptedRun if the thread is interrupted
     */
    public End run(LinearRnn start, double horizon, Follower follower) {
        if (!gradient.evaluate(start)) {
            return new End(0, Optional.of("the network is unstable at the start"));
        }
        double speed = trained.norm(gradient);
        if (speed == 0) {
            // a stationary start gives the integrator no scale; what it would find is known
            follower.follow(new Rest(start, horizon));
            return new End(horizon, Optional.empty());
        }
        // the integrator bounds the root mean square over the state
        double each = tolerance / Math.sqrt(trained.dimension(start.size()));
        DormandPrince853Integrator integrator =
                new DormandPrince853Integrator(SMALLEST_STEP * horizon, horizon, each, 0);
        Course course = new Course(start, follower, speed);
        integrator.addStepHandler(interpolator -> course.step(interpolator));
        try {
            double reached = integrator
                    .integrate(new Slope(start), new ODEState(0, trained.state(start)), horizon)
                    .getTime();
            return new End(reached, Optional.empty());
        } catch (Stop stop) {
            return new End(course.reached, stop.instability);
        } catch (MathIllegalArgumentException refused) {
            if (refused.getSpecifier() != LocalizedODEFormats.MINIMAL_STEPSIZE_REACHED_DURING_INTEGRATION) {
                throw refused;
            }
            return new End(
                    course.reached, Optional.of("every further step, however short, leaves the stable networks"));
        }
    }

    /** The right-hand side, the negative gradient. */
    private final class Slope implements OrdinaryDifferentialEquation {

        private final LinearRnn network;

        Slope(LinearRnn start) {
            network = start.copy();
        }

        @Override
        public int getDimension() {
            return trained.dimension(network.size());
        }

        @Override
        public double[] computeDerivatives(double tau, double[] state) {
            InterruptedRun.check();
            double[] slope = new double[state.length];
            trained.write(state, network);
            if (sane(state) && gradient.evaluate(network)) {
                trained.descent(gradient, slope);
            } else {
                Arrays.fill(slope, REFUSED);
            }
            return slope;
        }
    }

    private static boolean sane(double[] state) {
        for (double weight : state) {
            if (!(Math.abs(weight) < ABSURD)) {
                return false;
            }
        }
        return true;
    }

    /**
     * Returns the state within a step, which shows whether an evaluation after its acceptance was refused: the slope
     * at its end, or that of the dense output.
     */
    private static double[] inside(ODEStateInterpolator interpolator) {
        double from = interpolator.getPreviousState().getTime();
        double to = interpolator.getCurrentState().getTime();
        return interpolator.getInterpolatedState(from + 0.4 * (to - from)).getPrimaryState();
    }

    /** Follows the accepted steps and the error they carry. */
    private final class Course {

        private final LinearRnn start;
        private final Follower follower;
        private double speed;
        private double carried;
        private double lasting;
        private double reached;

        Course(LinearRnn start, Follower follower, double speed) {
            this.start = start;
            this.follower = follower;
            this.speed = speed;
        }

        void step(ODEStateInterpolator interpolator) {
            double now = Rows.norm(interpolator.getCurrentState().getPrimaryDerivative());
            if (!sane(inside(interpolator))) {
                throw new Stop(Optional.of("the network becomes unstable"));
            }
            carried = speed > 0 ? carried * (now / speed) + tolerance : carried + tolerance;
            lasting += trained == Trained.ALL ? tolerance : 0;
            speed = now;
            boolean on = follower.follow(new Step(interpolator, trained, start, carried + lasting));
            reached = interpolator.getCurrentState().getTime();
            if (!on) {
                throw new Stop(Optional.empty());
            }
        }
    }

    private record Step(ODEStateInterpolator interpolator, Trained trained, LinearRnn start, double error)
            implements Stretch {

        @Override
        public double from() {
            return interpolator.getPreviousState().getTime();
        }

        @Override
        public double to() {
            return interpolator.getCurrentState().getTime();
        }

        @Override
        public LinearRnn network(double tau) {
            LinearRnn network = start.copy();
            trained.write(interpolator.getInterpolatedState(tau).getPrimaryState(), network);
            return network;
        }
    }

    private record Rest(LinearRnn start, double to) implements Stretch {

        @Override
        public double from() {
            return 0;
        }

        @Override
        public LinearRnn network(double tau) {
            return start.copy();
        }

        @Override
        public double error() {
            return 0;
        }
    }

    /** Leaves the integrator from within a step. */
    private static final class Stop extends RuntimeException {

        private final transient Optional<String> instability;

        Stop(Optional<String> instability) {
            super(null, null, false, false);
            this.instability = instability;
        }
    }
}
