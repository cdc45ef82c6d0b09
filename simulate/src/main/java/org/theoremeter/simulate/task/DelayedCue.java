package org.theoremeter.simulate.task;

import org.apache.commons.rng.UniformRandomProvider;

/**
 * Delayed cue discrimination (STM): one of two input channels is on for T_in steps; after a delay T_d the output of the
 * same channel must be 1 for T_r steps; an optional post-response period follows, in which both must be 0 again.
 *
 * <p>Trial b has the cue (0, 1) for even b and (1, 0) for odd b. With R = T_r + T_post and T = T_in + T_d + R the loss
 * weights are w = 1 − R/T on the last R steps and R/T before. This is the published 1 − 10/T on the last 10 steps for
 * T_r = 10; of the published variant with T_post = 6, which is described as 16 in place of 10, we take it that the 16
 * replaces every 10, so that the post-response steps have the weight of the response.
 *
 * <p>In the <em>hold</em> variant, published as a control without memory, there is no delay and no post-response period, the
 * target is the cue throughout the T = T_in + T_r steps, w = 1, the response window is the whole trial, and its last sample alone
 * is scored. (Its published networks have a linear read-out, although the targets are bounded.)
 *
 * @param delaySteps T_d, at least 0
 * @param cueSteps T_in, at least 1
 * @param responseSteps T_r, at least 1
 * @param postResponseSteps T_post, at least 0
 * @param hold whether this is the hold variant
 */
public record DelayedCue(int delaySteps, int cueSteps, int responseSteps, int postResponseSteps, boolean hold)
        implements Task {

    private static final int CHANNELS = 2;
    private static final Scoring SCORING = new Scoring.ArgMax();

    /**
     * Checks the lengths.
     *
     * @throws IllegalArgumentException if one is out of bounds, or the hold variant has a delay or a post-response period
     */
    public DelayedCue {
        Lengths.require("delay", delaySteps, 0);
        Lengths.require("cue", cueSteps, 1);
        Lengths.require("response", responseSteps, 1);
        Lengths.require("post-response", postResponseSteps, 0);
        requireNoneOf("delay", delaySteps, hold);
        requireNoneOf("post-response", postResponseSteps, hold);
    }

    private static void requireNoneOf(String what, int found, boolean hold) {
        if (hold && found != 0) {
            throw new IllegalArgumentException(
                    what + ": found " + found + ", accepted: 0 steps where the cue is held throughout");
        }
    }

    /** Makes the hold variant. */
    public static DelayedCue hold(int cueSteps, int responseSteps) {
        return new DelayedCue(0, cueSteps, responseSteps, 0, true);
    }

    @Override
    public String name() {
        return "delayed-cue";
    }

    @Override
    public int inputs() {
        return CHANNELS;
    }

    @Override
    public int outputs() {
        return CHANNELS;
    }

    @Override
    public int steps() {
        return cueSteps + delaySteps + responseSteps + postResponseSteps;
    }

    @Override
    public Window response() {
        return hold ? new Window(0, steps()) : new Window(cueSteps + delaySteps, responseSteps);
    }

    /**
     * Returns the response window taken one sample early, from start − 1 to end − 2, as the reference takes it. At the
     * first of them both targets are 0, which means channel 0: a network that always favours the cued channel is wrong
     * there in half of the trials, so that it scores 1 − 1/(2 T_r), 0.95 for T_r = 10. With fewer than three steps of
     * response that is no more than 0.8, and such a network cannot count as having learned.
     *
     * <p>In the hold variant it is the last sample of the trial.
     */
    @Override
    public Window scored() {
        Window response = response();
        return hold ? new Window(steps() - 1, 1) : new Window(response.start() - 1, response.length());
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
    public int batchMultiple() {
        return CHANNELS;
    }

    @Override
    public void draw(UniformRandomProvider source, Trials trials) {
        check(trials);
        trials.clear();
        Window response = response();
        for (int trial = 0; trial < trials.batch(); trial++) {
            int cued = 1 - trial % CHANNELS;
            for (int step = 0; step < cueSteps; step++) {
                trials.input(trial, step, cued, 1);
            }
            for (int step = response.start(); step < response.end(); step++) {
                trials.target(trial, step, cued, 1);
            }
            for (int step = 0; step < steps(); step++) {
                for (int channel = 0; channel < CHANNELS; channel++) {
                    trials.weight(trial, step, channel, weight(step));
                }
            }
        }
    }

    private double weight(int step) {
        if (hold) {
            return 1;
        }
        double late = (double) (responseSteps + postResponseSteps) / steps();
        return step >= cueSteps + delaySteps ? 1 - late : late;
    }
}
