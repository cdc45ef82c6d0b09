package org.theoremeter.simulate.experiment.shortterm;

import org.theoremeter.simulate.InterruptedRun;

/**
 * Gradient descent r ← r − η dL/dr on the simulated loss, until the path dies, escapes or its steps are used up.
 *
 * @param mechanism what is trained
 * @param trial the task
 * @param tolerance of every integration
 */
record Descent(Mechanism mechanism, Trial trial, double tolerance) {

    /**
     * Where a path ended.
     *
     * @param fate what has become of it
     * @param step the steps taken
     * @param r where it is then
     */
    record End(Fate fate, long step, double r) {}

    /**
     * Descends.
     *
     * @param start r(0)
     * @param rate η, positive
     * @param horizon steps at most
     */
    End run(double start, double rate, long horizon) {
        double range = mechanism.range(trial.length());
        double r = start;
        for (long step = 0; ; step++) {
            InterruptedRun.check();
            if (!(Math.abs(r) <= range)) {
                return new End(Fate.LOST, step, r);
            }
            Switching switching = mechanism.over(r, trial.length(), tolerance);
            Fate fate = Fate.of(switching, trial);
            if (fate != Fate.ALIVE || step == horizon) {
                return new End(fate, step, r);
            }
            r -= rate * trial.slope(switching);
        }
    }
}
