package org.theoremeter.simulate.experiment;

import java.math.BigDecimal;

/**
 * The time step Δt of a network, which turns times into whole numbers of steps.
 *
 * @param milliseconds Δt, positive
 */
public record TimeStep(double milliseconds) {

    private static final int MOST = 1_000_000;

    /** A quotient this near a whole number, relatively, differs from it by the rounding of decimal fractions only. */
    private static final double ROUNDING = 1e-9;

    /**
     * Checks the step.
     *
     * @throws IllegalArgumentException if it is not a finite positive number
     */
    public TimeStep {
        if (!Bounds.positive().contains(milliseconds)) {
            throw new IllegalArgumentException(
                    "time step: found " + milliseconds + " ms, accepted: " + Bounds.positive());
        }
    }

    /**
     * Returns how many steps a time has.
     *
     * @param parameter what the time is, for the report
     * @param time in milliseconds, a multiple of Δt from 0 to 1 000 000 Δt
     * @throws ArgumentException naming the parameter, if it is negative, too long or no multiple of Δt
     */
    public int steps(String parameter, double time) {
        double quotient = time / milliseconds;
        double whole = Math.rint(quotient);
        if (!(time >= 0 && quotient <= MOST)) {
            throw new ArgumentException(
                    parameter, time + " ms", "multiples of " + text(1) + " from 0 ms to " + text(MOST));
        }
        if (Math.abs(quotient - whole) > ROUNDING * Math.max(1, whole)) {
            int below = (int) Math.floor(quotient);
            throw new ArgumentException(
                    parameter,
                    time + " ms",
                    "multiples of " + text(1) + "; nearest: " + text(below) + " and " + text(below + 1));
        }
        return (int) whole;
    }

    private String text(int steps) {
        BigDecimal time = BigDecimal.valueOf(milliseconds).multiply(BigDecimal.valueOf(steps));
        return time.stripTrailingZeros().toPlainString() + " ms";
    }
}
