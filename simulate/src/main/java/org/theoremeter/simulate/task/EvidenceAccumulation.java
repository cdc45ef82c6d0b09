package org.theoremeter.simulate.task;

import org.apache.commons.rng.UniformRandomProvider;

/**
 * Evidence accumulation (GEO): noisy ±1 pulses in two channels, a delay, then the sign of their difference.
 *
 * <p>For S steps both channels hold a pulse at every step, 1 or −1, all independent given which channel is favoured (either
 * with probability ½): a pulse is 1 with probability (1 + c)/2 in the favoured channel and (1 − c)/2 in the other, c the
 * coherence. With c = 0 all pulses are fair coins. The difference D is the sum of channel 0 less that of channel 1; a stream
 * with D = 0 is thrown away and drawn anew, favoured channel included, so that trials have the law above conditioned on
 * D ≠ 0, and either sign has probability ½.
 *
 * <p>Both channels are 0 during the delay T_d and the response T_r that follow. The target is the sign of D, not which
 * channel was favoured, in the response window and 0 elsewhere; the loss weights are T/T_r in the window and 0 elsewhere,
 * 1 in the mean over the T = S + T_d + T_r steps.
 *
 * <p>The details are ours: the GEO paper's own distribution is not known here.
 *
 * @param streamSteps S, at least 1
 * @param delaySteps T_d, at least 0
 * @param responseSteps T_r, at least 1
 * @param coherence c, from 0 to 1
 */
public record EvidenceAccumulation(int streamSteps, int delaySteps, int responseSteps, double coherence)
        implements Task {

    private static final Scoring SCORING = new Scoring.Sign();

    /**
     * Checks lengths and coherence.
     *
     * @throws IllegalArgumentException if one is out of bounds
     */
    public EvidenceAccumulation {
        Lengths.require("stream", streamSteps, 1);
        Lengths.require("delay", delaySteps, 0);
        Lengths.require("response", responseSteps, 1);
        if (!(coherence >= 0 && coherence <= 1)) {
            throw new IllegalArgumentException("coherence: found " + coherence + ", accepted: [0, 1]");
        }
    }

    @Override
    public String name() {
        return "evidence-accumulation";
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
        Window response = response();
        double weight = (double) steps() / responseSteps;
        for (int trial = 0; trial < trials.batch(); trial++) {
            int difference;
            do {
                difference = drawStream(source, trials, trial);
            } while (difference == 0);
            for (int step = response.start(); step < response.end(); step++) {
                trials.target(trial, step, 0, Integer.signum(difference));
                trials.weight(trial, step, 0, weight);
            }
        }
    }

    private int drawStream(UniformRandomProvider source, Trials trials, int trial) {
        double tilt = source.nextBoolean() ? coherence : -coherence;
        int difference = 0;
        for (int step = 0; step < streamSteps; step++) {
            int zeroth = pulse(source, tilt);
            int first = pulse(source, -tilt);
            trials.input(trial, step, 0, zeroth);
            trials.input(trial, step, 1, first);
            difference += zeroth - first;
        }
        return difference;
    }

    private static int pulse(UniformRandomProvider source, double tilt) {
        return source.nextDouble() < (1 + tilt) / 2 ? 1 : -1;
    }
}
