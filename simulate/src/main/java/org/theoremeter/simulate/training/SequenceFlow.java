package org.theoremeter.simulate.training;

import java.util.Arrays;
import org.hipparchus.ode.ODEState;
import org.hipparchus.ode.OrdinaryDifferentialEquation;
import org.hipparchus.ode.nonstiff.DormandPrince853Integrator;
import org.theoremeter.simulate.InterruptedRun;
import org.theoremeter.simulate.network.SequenceRnn;

/**
 * Trains all three matrices of a sequence network by gradient flow, dW/dτ = −∂E/∂W (theory 4.1), with Dormand–Prince
 * 8(5,3).
 *
 * <p>The loss is a polynomial and falls along the flow, so that no network is unstable; only a start that is absurdly far
 * off has a slope too large to integrate. Every time asked for ends a step: dense output is less accurate than the steps.
 */
public final class SequenceFlow {

    private static final double SMALLEST_STEP = 1e-14;

    private final SequenceGradient gradient;
    private final double tolerance;

    /**
     * Prepares a flow.
     *
     * @param gradient workspace that evaluates the gradient, used by this flow's runs
     * @param tolerance bound of the estimated error a step in the Euclidean norm of all weights, positive
     * @throws IllegalArgumentException if the tolerance is not positive
     */
    public SequenceFlow(SequenceGradient gradient, double tolerance) {
        if (!(tolerance > 0)) {
            throw new IllegalArgumentException("the tolerance is " + tolerance + ", it must be positive");
        }
        this.gradient = gradient;
        this.tolerance = tolerance;
    }

    /** Looks at the network at one of the times asked for. */
    @FunctionalInterface
    public interface Sampler {

        /**
         * Looks at the network.
         *
         * @param tau the training time
         * @param network the network then; overwritten later
         */
        void sample(double tau, SequenceRnn network);
    }

    /**
     * Runs the flow up to the last of some times.
     *
     * @param start the network at τ = 0; not changed
     * @param times increasing, the first at least 0 and the last positive
     * @throws InterruptedRun if the thread is interrupted
     * @throws org.hipparchus.exception.MathRuntimeException if the slope is too large to be integrated
     */
    public void run(SequenceRnn start, double[] times, Sampler sampler) {
        double horizon = times[times.length - 1];
        double[] state = new double[start.dimension()];
        start.gather(state);
        // the integrator bounds the root mean square over the state
        double each = tolerance / Math.sqrt(state.length);
        DormandPrince853Integrator integrator =
                new DormandPrince853Integrator(SMALLEST_STEP * horizon, horizon, each, 0);
        SequenceRnn network = SequenceRnn.zero(start.neurons(), start.inputs(), start.outputs());
        Slope slope = new Slope(start);
        double reached = 0;
        for (double time : times) {
            if (time > reached) {
                state = integrator
                        .integrate(slope, new ODEState(reached, state), time)
                        .getPrimaryState();
                reached = time;
            }
            network.scatter(state);
            sampler.sample(time, network);
        }
    }

    /** The right-hand side, the negative gradient. */
    private final class Slope implements OrdinaryDifferentialEquation {

        private final SequenceRnn network;
        private final SequenceRnn slopes = gradient.all();

        Slope(SequenceRnn start) {
            network = SequenceRnn.zero(start.neurons(), start.inputs(), start.outputs());
        }

        @Override
        public int getDimension() {
            return network.dimension();
        }

        @Override
        public double[] computeDerivatives(double tau, double[] state) {
            InterruptedRun.check();
            double[] slope = new double[state.length];
            network.scatter(state);
            gradient.evaluate(network);
            slopes.gather(slope);
            Arrays.setAll(slope, i -> -slope[i]);
            return slope;
        }
    }
}
