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

/**
 * Trains networks of any kind by gradient flow, dx/dτ = −∂L/∂x for all that is trained (theory 0), with Dormand–Prince 8(5,3).
 *
 * <p>The step is chosen so that the estimated error a step, in the Euclidean norm of what is trained, stays below the
 * tolerance. A trial step that leaves the stable networks is retried with a shorter one. A network that has none left to go
 * ends the run, and is no exception.
 *
 * @param <N> the networks
 */
public final class Flow<N> {

    /**
     * Stands for the slope at an unstable trial state: large enough that any step there is refused, small enough to
     * square.
     */
    private static final double REFUSED = 1e30;

    /** Weights beyond this are those of a trial step already refused. */
    private static final double ABSURD = 1e12;

    private static final double SMALLEST_STEP = 1e-13;

    private final Trainable<N> trainable;
    private final double tolerance;

    private Flow(Trainable<N> trainable, double tolerance) {
        this.trainable = trainable;
        this.tolerance = tolerance;
    }

    /**
     * Prepares a flow.
     *
     * @param trainable what is trained, and its gradient; used by this flow's runs
     * @param tolerance bound of the estimated error a step in the Euclidean norm of what is trained, positive
     * @throws IllegalArgumentException if the tolerance is not positive
     */
    public static <N> Flow<N> of(Trainable<N> trainable, double tolerance) {
        if (!(tolerance > 0)) {
            throw new IllegalArgumentException("the tolerance is " + tolerance + ", it must be positive");
        }
        return new Flow<>(trainable, tolerance);
    }

    /** One accepted step of the integration, with dense output. */
    public interface Stretch<N> {

        /** Returns the training time at which it begins. */
        double from();

        /** Returns the training time at which it ends. */
        double to();

        /** Returns the network at a training time within the stretch, in new arrays. */
        N network(double tau);

        /**
         * Returns a bound of the error so far, in the norm of the tolerance, as errors travel along the flow: each step
         * adds its own, and what there is grows and shrinks like the speed, the norm of dx/dτ (exact for one mode, theory
         * 1.2). Where something is conserved there are directions in which errors only last: the errors of all steps are
         * added once more.
         */
        double error();
    }

    /** Looks at every stretch. */
    @FunctionalInterface
    public interface Follower<N> {

        /** Looks at a stretch and tells whether to go on. */
        boolean follow(Stretch<N> stretch);
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
    public End run(N start, double horizon, Follower<N> follower) {
        double[] initial = trainable.state(start);
        double[] slope = new double[initial.length];
        if (!trainable.descent(start, slope)) {
            return new End(0, Optional.of("the network is unstable at the start"));
        }
        double speed = Rows.norm(slope);
        if (speed == 0) {
            // a stationary start gives the integrator no scale; what it would find is known
            follower.follow(new Rest<>(trainable, start, horizon));
            return new End(horizon, Optional.empty());
        }
        // the integrator bounds the root mean square over the state
        double each = tolerance / Math.sqrt(initial.length);
        DormandPrince853Integrator integrator =
                new DormandPrince853Integrator(SMALLEST_STEP * horizon, horizon, each, 0);
        Course course = new Course(start, follower, speed);
        integrator.addStepHandler(interpolator -> course.step(interpolator));
        try {
            double reached = integrator
                    .integrate(new Slope(start, initial.length), new ODEState(0, initial), horizon)
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

        private final N network;
        private final int dimension;

        Slope(N start, int dimension) {
            network = trainable.copy(start);
            this.dimension = dimension;
        }

        @Override
        public int getDimension() {
            return dimension;
        }

        @Override
        public double[] computeDerivatives(double tau, double[] state) {
            InterruptedRun.check();
            double[] slope = new double[state.length];
            trainable.write(state, network);
            // a slope so steep that its square overflows would leave the integrator without an estimate of its error
            if (!within(ABSURD, state) || !trainable.descent(network, slope) || !within(REFUSED, slope)) {
                Arrays.fill(slope, REFUSED);
            }
            return slope;
        }
    }

    private static boolean within(double bound, double[] numbers) {
        for (double number : numbers) {
            if (!(Math.abs(number) < bound)) {
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

        private final N start;
        private final Follower<N> follower;
        private double speed;
        private double carried;
        private double lasting;
        private double reached;

        Course(N start, Follower<N> follower, double speed) {
            this.start = start;
            this.follower = follower;
            this.speed = speed;
        }

        void step(ODEStateInterpolator interpolator) {
            double now = Rows.norm(interpolator.getCurrentState().getPrimaryDerivative());
            if (!within(ABSURD, inside(interpolator))) {
                throw new Stop(Optional.of("the network becomes unstable"));
            }
            carried = speed > 0 ? carried * (now / speed) + tolerance : carried + tolerance;
            lasting += trainable.conserves() ? tolerance : 0;
            speed = now;
            boolean on = follower.follow(new Step<>(interpolator, trainable, start, carried + lasting));
            reached = interpolator.getCurrentState().getTime();
            if (!on) {
                throw new Stop(Optional.empty());
            }
        }
    }

    private record Step<N>(ODEStateInterpolator interpolator, Trainable<N> trainable, N start, double error)
            implements Stretch<N> {

        @Override
        public double from() {
            return interpolator.getPreviousState().getTime();
        }

        @Override
        public double to() {
            return interpolator.getCurrentState().getTime();
        }

        @Override
        public N network(double tau) {
            N network = trainable.copy(start);
            trainable.write(interpolator.getInterpolatedState(tau).getPrimaryState(), network);
            return network;
        }
    }

    private record Rest<N>(Trainable<N> trainable, N start, double to) implements Stretch<N> {

        @Override
        public double from() {
            return 0;
        }

        @Override
        public N network(double tau) {
            return trainable.copy(start);
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
