package org.theoremeter.simulate.task;

import org.apache.commons.rng.UniformRandomProvider;

/**
 * Delayed addition (GEO): a stream of numbers, two of which are marked; after a delay the output must be their sum.
 *
 * <p>For S steps, channel 0 holds independent numbers, uniform on [0, 1). Channel 1 is 1 at two of them and 0 elsewhere:
 * one mark is uniform on the first ⌊S/2⌋ steps, the other on the rest, independently. Both channels are 0 during the delay
 * T_d and the response T_r that follow. The target is the sum of the two marked numbers in the response window and 0
 * elsewhere; the loss weights are T/T_r in the window and 0 elsewhere, 1 in the mean over the T = S + T_d + T_r steps.
 *
 * <p>The details are ours: the GEO paper's own distribution is not known here.
 *
 * @param streamSteps S, at least 2
 * @param delaySteps T_d, at least 0
 * @param responseSteps T_r, at least 1
 */
public record DelayedAddition(int streamSteps, int delaySteps, int responseSteps) implements Task {

    /**
     * An error of 4 % of the range 2 of the sum is right, as for the adding problem of Hochreiter and Schmidhuber (Long
     * Short-Term Memory, 1997, section 5.4); an error of 1, the largest that the constant answer 1 makes, is worth nothing.
     */
    private static final Scoring SCORING = new Scoring.Tolerance(0.08, 1);

    private static final int NUMBERS = 0;
    private static final int MARKS = 1;

    /**
     * Checks the lengths.
     *
     * @throws IllegalArgumentException if one is out of bounds
     */
    public DelayedAddition {
        Lengths.require("stream", streamSteps, 2);
        Lengths.require("delay", delaySteps, 0);
        Lengths.require("response", responseSteps, 1);
    }

    @Override
    public String name() {
        return "delayed-addition";
    }

    @Override
    public int inputs() {
        return 2;
    }

    @Override
    public int outputs() {
        return 1;
    }

    @Override
    public int steps() {
        return streamSteps + delaySteps + responseSteps;
    }

    @Override
    public Window response() {
        return new Window(streamSteps + delaySteps, responseSteps);
    }

    @Override
    public boolean random() {
        return true;
    }

    @Override
    public boolean bounded() {
        return false;
    }

    @Override
    public Scoring scoring() {
        return SCORING;
    }

    @Override
    public void draw(UniformRandomProvider source, Trials trials) {
        check(trials);
        trials.clear();
        int half = streamSteps / 2;
        Window response = response();
        double weight = (double) steps() / responseSteps;
        for (int trial = 0; trial < trials.batch(); trial++) {
            for (int step = 0; step < streamSteps; step++) {
                trials.input(trial, step, NUMBERS, source.nextDouble());
            }
            int first = source.nextInt(half);
            int second = half + source.nextInt(streamSteps - half);
            trials.input(trial, first, MARKS, 1);
            trials.input(trial, second, MARKS, 1);
            double sum = trials.input(trial, first, NUMBERS) + trials.input(trial, second, NUMBERS);
            for (int step = response.start(); step < response.end(); step++) {
                trials.target(trial, step, 0, sum);
                trials.weight(trial, step, 0, weight);
            }
        }
    }
}
