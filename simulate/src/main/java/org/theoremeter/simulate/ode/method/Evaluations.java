package org.theoremeter.simulate.ode.method;

import java.util.Arrays;
import org.theoremeter.simulate.InterruptedRun;

/** Counts what a run spends, in evaluations of the field, and keeps what is not finite from its solvers. */
public final class Evaluations {

    /** Stands for a slope that is not finite at a trial state: any step there is refused. */
    private static final double REFUSED = 1e100;

    private final long most;
    private long count;

    /** Creates a count that ends a run after so many evaluations. */
    public Evaluations(long most) {
        this.most = most;
    }

    /**
     * Counts work that costs about as much as some evaluations.
     *
     * @throws Open if no more may be spent
     */
    public void spend(long evaluations) {
        InterruptedRun.check();
        count += evaluations;
        if (count > most) {
            throw new Open("cut off after " + most + " evaluations of the field");
        }
    }

    /** Evaluates a field; a slope that is not finite comes out so large that every step is refused. */
    public double[] slope(Flow flow, double time, double[] state) {
        spend(1);
        double[] slope = new double[state.length];
        boolean defined = finite(state);
        if (defined) {
            flow.derivative(time, state, slope);
        }
        if (!defined || !finite(slope)) {
            Arrays.fill(slope, REFUSED);
        }
        return slope;
    }

    /** Returns whether all values are finite. */
    public static boolean finite(double[] values) {
        for (double value : values) {
            if (!(Math.abs(value) < REFUSED)) {
                return false;
            }
        }
        return true;
    }
}
