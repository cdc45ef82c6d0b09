package org.theoremeter.simulate.ode;

import java.util.function.Consumer;

/** A method that integrates a smooth field step by step. */
interface Method {

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
     * @param shifted whether the slope is shifted by the bound of its rounding
     */
    record Task(Flow flow, Evaluations evaluations, Scales scales, Pace pace, boolean shifted) {

        double[] slope(double time, double[] state) {
            double[] slope = evaluations.slope(flow, time, state);
            if (shifted) {
                for (int i = 0; i < slope.length; i++) {
                    slope[i] += scales.rounding()[i];
                }
            }
            return slope;
        }
    }
}
