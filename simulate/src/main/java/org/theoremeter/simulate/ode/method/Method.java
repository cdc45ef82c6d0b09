package org.theoremeter.simulate.ode.method;

import java.util.function.Consumer;

/** A method that integrates a smooth field step by step. */
public interface Method {

    /**
     * Integrates.
     *
     * @param task the field, and what may be spent on it
     * @param steps is handed every step; it may leave by an exception
     * @throws Collapsed if the steps become as short as the rounding of time
     */
    void run(Task task, double time, double[] state, double end, Consumer<Stretch> steps);

    /**
     * What a method integrates.
     *
     * @param flow the field
     * @param evaluations what may be spent
     * @param scales the errors that a step may make
     * @param pace how long steps may be
     * @param shift what is added to the slope, the same for the whole run; empty for nothing
     */
    record Task(Flow flow, Evaluations evaluations, Scales scales, Pace pace, double[] shift) {

        public double[] slope(double time, double[] state) {
            double[] slope = evaluations.slope(flow, time, state);
            for (int i = 0; i < shift.length; i++) {
                slope[i] += shift[i];
            }
            return slope;
        }
    }
}
