package org.theoremeter.simulate.training;

import java.util.Optional;
import org.theoremeter.simulate.InterruptedRun;
import org.theoremeter.simulate.network.LinearRnn;

/**
 * Trains by gradient flow, dW/dτ = −∂L/∂W and likewise u and v if they are trained (theory 0), as {@link Flow} does.
 *
 * <p>The step is chosen so that the estimated error a step, ‖δW‖_F or √(‖δW‖_F² + |δu|² + |δv|²), stays below the
 * tolerance. Near the optimum the flow is stiff, with rate 1/(4c⋆³), and the step is bounded by stability. A trial
 * step that leaves the stable networks is retried with a shorter one. A network that has none left to go ends the run,
 * and is no exception.
 */
public final class GradientFlow {

    private final LossGradient gradient;
    private final double tolerance;
    private final Trained trained;

    private GradientFlow(LossGradient gradient, double tolerance, Trained trained) {
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
    public static GradientFlow of(LossGradient gradient, double tolerance) {
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
    public static GradientFlow of(LossGradient gradient, double tolerance, Trained trained) {
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
        Flow.End end = Flow.of(new Weights(gradient, trained), tolerance)
                .run(start, horizon, stretch -> follower.follow(new Along(stretch)));
        return new End(end.tau(), end.instability());
    }

    private record Along(Flow.Stretch<LinearRnn> stretch) implements Stretch {

        @Override
        public double from() {
            return stretch.from();
        }

        @Override
        public double to() {
            return stretch.to();
        }

        @Override
        public LinearRnn network(double tau) {
            return stretch.network(tau);
        }

        @Override
        public double error() {
            return stretch.error();
        }
    }

    private record Weights(LossGradient gradient, Trained trained) implements Trainable<LinearRnn> {

        @Override
        public double[] state(LinearRnn network) {
            return trained.state(network);
        }

        @Override
        public void write(double[] state, LinearRnn network) {
            trained.write(state, network);
        }

        @Override
        public LinearRnn copy(LinearRnn network) {
            return network.copy();
        }

        @Override
        public boolean descent(LinearRnn network, double[] slope) {
            boolean stable = gradient.evaluate(network);
            if (stable) {
                trained.descent(gradient, slope);
            }
            return stable;
        }

        /** Γ of theory 0.5, when all is trained. */
        @Override
        public boolean conserves() {
            return trained == Trained.ALL;
        }
    }
}
