package org.theoremeter.simulate.experiment.linear;

import org.theoremeter.simulate.network.LinearRnn;
import org.theoremeter.simulate.training.GradientDescent;
import org.theoremeter.simulate.training.LossGradient;

/**
 * Decides whether descent converges to the target: |c − c⋆| &lt; within · c⋆ at each of the last ten steps of the
 * horizon, where 1 − c is the leading eigenvalue; or as much of the {@link Offset} of an oscillator.
 *
 * <p>The run ends early once what remains of it can no longer change that: while the orbit slows down, every two
 * further steps move W by no more than the last two did, so |c − c⋆| changes by at most that times half the remaining
 * steps. The bound must hold at ten steps in a row. It settles convergence and two-cycles alike; slow or irregular
 * orbits run to the horizon.
 */
final class Settling implements GradientDescent.Follower {

    private static final int LAST = 10;

    private final Offset offset;
    private final double tolerance;
    private final long horizon;
    private final double[][] before = new double[2][];
    private double stride = Double.POSITIVE_INFINITY;
    private int inside;
    private int settledInside;
    private int settledOutside;

    /**
     * Prepares for one run.
     *
     * @param within relative distance that counts as converged
     * @param horizon number of steps
     */
    Settling(Setting setting, double within, long horizon) {
        offset = Offset.of(setting);
        this.tolerance = within * setting.cstar();
        this.horizon = horizon;
    }

    @Override
    public boolean follow(long step, LinearRnn network, LossGradient gradient) {
        double distance = Math.abs(offset.of(network));
        inside = distance < tolerance ? inside + 1 : 0;
        double moved = moved(step, network.weights());
        // a displacement bounds that of the eigenvalue up to its condition number, near 1; 2 leaves room
        double reach = moved <= stride ? 2 * moved * ((horizon - step) / 2 + 1) : Double.POSITIVE_INFINITY;
        stride = Math.max(moved, Math.ulp(1.0));
        settledInside = distance + reach < tolerance ? settledInside + 1 : 0;
        settledOutside = distance - reach > tolerance ? settledOutside + 1 : 0;
        return settledInside < LAST && settledOutside < LAST;
    }

    /** Tells whether the run that has been followed to its end converged. */
    boolean converged(GradientDescent.End end) {
        return end.instability().isEmpty() && (settledInside >= LAST || inside >= LAST);
    }

    /** Returns ‖W_k − W_{k−2}‖_F and remembers the weights. */
    private double moved(long step, double[] weights) {
        int slot = (int) (step % 2);
        double[] old = before[slot];
        if (old == null) {
            before[slot] = weights.clone();
            return Double.POSITIVE_INFINITY;
        }
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            double difference = weights[i] - old[i];
            sum = Math.fma(difference, difference, sum);
        }
        System.arraycopy(weights, 0, old, 0, weights.length);
        return Math.sqrt(sum);
    }
}
