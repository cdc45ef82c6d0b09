package org.theoremeter.simulate.ode.method;

/** How far a step may go: not into a narrow window without small steps, nor beyond the end. */
public final class Pace {

    private final double longest;
    private double from = Double.POSITIVE_INFINITY;
    private double to = Double.POSITIVE_INFINITY;

    /** Creates a pace with a longest step, in units of time. */
    public Pace(double longest) {
        this.longest = longest;
    }

    /** Asks for steps no longer than a window until its end, and for none that goes into it from before. */
    public void window(double begin, double end) {
        from = begin;
        to = end;
    }

    /** Returns the longest step from a time. */
    double most(double time) {
        if (time >= to || from == Double.POSITIVE_INFINITY) {
            return longest;
        }
        // what is left before the window and is no more than rounding is not worth a step
        return Math.min(longest, from - time > Math.ulp(from) ? from - time : to - from);
    }
}
