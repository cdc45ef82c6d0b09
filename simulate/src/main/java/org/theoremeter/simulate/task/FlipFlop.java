package org.theoremeter.simulate.task;

import org.apache.commons.rng.UniformRandomProvider;

/**
 * The 3-bit flip-flop (GEO): sparse ±1 pulses in three channels; each output holds the last pulse of its channel.
 *
 * <p>At every step each channel independently holds a pulse with probability p, 1 or −1 with equal probability, and 0
 * otherwise. The target of a channel at step t is its last pulse up to and including step t, and 0 before the first; the
 * response window is the whole trial and all loss weights are 1. A network whose output is read before the update cannot
 * know the pulse of the same step.
 *
 * @param steps T, at least 1
 * @param probability p of a pulse a step and channel, in (0, 1]
 */
public record FlipFlop(int steps, double probability) implements Task {

    private static final int CHANNELS = 3;
    private static final Scoring SCORING = new Scoring.Sign();

    /**
     * Checks length and probability.
     *
     * @throws IllegalArgumentException if one is out of bounds
     */
    public FlipFlop {
        Lengths.require("steps", steps, 1);
        if (!(probability > 0 && probability <= 1)) {
            throw new IllegalArgumentException("probability: found " + probability + ", accepted: (0, 1]");
        }
    }

    @Override
    public String name() {
        return "flip-flop";
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
    public Window response() {
        return new Window(0, steps);
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
        for (int trial = 0; trial < trials.batch(); trial++) {
            for (int channel = 0; channel < CHANNELS; channel++) {
                double last = 0;
                for (int step = 0; step < steps; step++) {
                    if (source.nextDouble() < probability) {
                        last = source.nextBoolean() ? 1 : -1;
                        trials.input(trial, step, channel, last);
                    }
                    trials.target(trial, step, channel, last);
                    trials.weight(trial, step, channel, 1);
                }
            }
        }
    }
}
