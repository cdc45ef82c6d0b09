package org.theoremeter.simulate.training;

import java.util.Optional;
import org.theoremeter.simulate.InterruptedRun;
import org.theoremeter.simulate.network.LinearRnn;

/** Trains by gradient descent, W ← W − η ∂L/∂W and likewise u and v if they are trained (theory 0). */
public final class GradientDescent {

    private final LossGradient gradient;
    private final double rate;
    private final Trained trained;

    private GradientDescent(LossGradient gradient, double rate, Trained trained) {
        this.gradient = gradient;
        this.rate = rate;
        this.trained = trained;
    }

    /**
     * Prepares a descent of the recurrent weights.
     *
     * @param gradient workspace that evaluates the gradient, used by this descent's runs
     * @param rate learning rate η, positive
     * @throws IllegalArgumentException if the rate is not positive and finite
     */
    public static GradientDescent of(LossGradient gradient, double rate) {
        return of(gradient, rate, Trained.WEIGHTS);
    }

    /**
     * Prepares a descent.
     *
     * @param gradient workspace that evaluates the gradient, used by this descent's runs
     * @param rate learning rate η, positive
     * @param trained what is trained
     * @throws IllegalArgumentException if the rate is not positive and finite
     */
    public static GradientDescent of(LossGradient gradient, double rate, Trained trained) {
        if (!(rate > 0) || !Double.isFinite(rate)) {
            throw new IllegalArgumentException("the learning rate is " + rate + ", it must be positive");
        }
        return new GradientDescent(gradient, rate, trained);
    }

    /** Looks at the network between steps. */
    @FunctionalInterface
    public interface Follower {

        /**
         * Looks at the network and tells whether to go on.
         *
         * @param step how many steps were made
         * @param network the network after them, stable; it changes with the next step
         * @param gradient the gradient there, evaluated
         */
        boolean follow(long step, LinearRnn network, LossGradient gradient);
    }

    /**
     * Tells how a run ended.
     *
     * @param step last step after which the network was stable
     * @param instability why it ended there, if that was before its time
     */
    public record End(long step, Optional<String> instability) {}

    /**
     * Runs the descent.
     *
     * @param network trained in place; its arrays must not be shared with each other
     * @param steps how many steps at most
     * @param follower asked after every step, and before the first
     * @throws InterruptedRun if the thread is interrupted
     */
    public End run(LinearRnn network, long steps, Follower follower) {
        for (long step = 0; ; step++) {
            InterruptedRun.check();
            if (!gradient.evaluate(network)) {
                return step == 0
                        ? new End(0, Optional.of("the network is unstable at the start"))
                        : new End(step - 1, Optional.of("the next step makes the network unstable"));
            }
            if (!follower.follow(step, network, gradient) || step == steps) {
                return new End(step, Optional.empty());
            }
            trained.step(network, gradient, rate);
        }
    }
}
