package org.theoremeter.simulate.task;

import org.apache.commons.rng.UniformRandomProvider;

/**
 * Single-cue delay (STM, rank-2 networks): no input, the initial state is the cue; the one output must be 0 for T_d steps
 * and then 1 for T_r steps; an optional post-response period of zeros follows.
 *
 * <p>With the fraction p = T_r/(T_d + T_r + T_post) of ones, the loss weights are p on zeros and 1 − p on ones, so that
 * both weigh the same together.
 *
 * @param delaySteps T_d, at least 1
 * @param responseSteps T_r, at least 1
 * @param postResponseSteps T_post, at least 0
 */
public record SingleCueDelay(int delaySteps, int responseSteps, int postResponseSteps) implements Task {

    private static final Scoring SCORING = new Scoring.Threshold();

    /**
     * Checks the lengths.
     *
     * @throws IllegalArgumentException if one is out of bounds
     */
    public SingleCueDelay {
        // without a zero every weight would be 0
        Lengths.require("delay", delaySteps, 1);
        Lengths.require("response", responseSteps, 1);
        Lengths.require("post-response", postResponseSteps, 0);
    }

    @Override
    public String name() {
        return "single-cue-delay";
    }

    @Override
    public int inputs() {
        return 0;
    }

    @Override
    public int outputs() {
        return 1;
    }

    @Override
    public int steps() {
        return delaySteps + responseSteps + postResponseSteps;
    }

    @Override
    public Window response() {
        return new Window(delaySteps, responseSteps);
    }

    /**
     * Returns the whole trial. Since a step counts as much as its loss weight, accuracy is the mean of the fractions of
     * ones and of zeros that are right, and an output that never changes scores ½.
     */
    @Override
    public Window scored() {
        return new Window(0, steps());
    }

    @Override
    public boolean random() {
        return false;
    }

    @Override
    public boolean bounded() {
        return true;
    }

    @Override
    public Scoring scoring() {
        return SCORING;
    }

    @Override
    public void draw(UniformRandomProvider source, Trials trials) {
        check(trials);
        trials.clear();
        double ones = (double) responseSteps / steps();
        Window response = response();
        for (int trial = 0; trial < trials.batch(); trial++) {
            for (int step = 0; step < steps(); step++) {
                boolean on = step >= response.start() && step < response.end();
                trials.target(trial, step, 0, on ? 1 : 0);
                trials.weight(trial, step, 0, on ? 1 - ones : ones);
            }
        }
    }
}
