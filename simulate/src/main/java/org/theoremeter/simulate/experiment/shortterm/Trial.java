package org.theoremeter.simulate.experiment.shortterm;

import java.util.List;
import org.theoremeter.simulate.experiment.Arguments;
import org.theoremeter.simulate.experiment.Bounds;
import org.theoremeter.simulate.experiment.Parameter;
import org.theoremeter.simulate.experiment.Unit;

/**
 * A trial: the output o must be 0 during the delay and 1 during the response window that follows (theory 3.1),
 * L = (1/delay) ∫ o dt + (1/window) ∫ (1 − o) dt; or, in total, without the factors before the integrals (theory 3.8). To
 * that comes λ ∫ ẋ² dt, temporal consistency (theory 7.2).
 *
 * @param delay T_d, positive
 * @param window T_r, positive
 * @param total whether the loss is the total time of wrong answers
 * @param consistency λ, 0 for none
 */
record Trial(double delay, double window, boolean total, double consistency) {

    private static final String TOTAL = "total";

    private static final double LONGEST = 1e4;

    /** Reads the trial from {@link #parameters()}, without temporal consistency. */
    static Trial of(Arguments arguments) {
        return new Trial(
                arguments.real("delay"),
                arguments.real("window"),
                arguments.choice("loss").equals(TOTAL),
                0);
    }

    /** Returns the same trial with temporal consistency of this strength. */
    Trial with(Consistency consistency) {
        return new Trial(delay, window, total, consistency.strength());
    }

    static List<Parameter> parameters() {
        Bounds lengths = new Bounds(0, true, LONGEST, false);
        return List.of(
                new Parameter.Real(
                        "delay",
                        "T_d, during which the output must be off, in the model's time",
                        Unit.ONE,
                        lengths,
                        60),
                new Parameter.Real(
                        "window",
                        "T_r, the response window after it, in which it must be on, in the model's time",
                        Unit.ONE,
                        lengths,
                        10),
                new Parameter.Choice(
                        "loss",
                        "parts of delay and window with a wrong answer, or the total time with one (theory 3.8)",
                        List.of("mean", TOTAL),
                        "mean"));
    }

    double length() {
        return delay + window;
    }

    /** Returns the time of wrong answers during the delay that costs 1. */
    private double delayUnit() {
        return total ? 1 : delay;
    }

    private double windowUnit() {
        return total ? 1 : window;
    }

    /** Returns the loss. */
    double loss(Switching switching) {
        double loss = 0;
        boolean on = switching.onAtStart();
        double from = 0;
        for (Switching.Switch one : switching.switches()) {
            loss += stretch(on, from, one.time());
            from = one.time();
            on = !on;
        }
        return loss + stretch(on, from, length()) + consistency * switching.movement();
    }

    private double stretch(boolean on, double from, double to) {
        return on
                ? Math.max(0, Math.min(to, delay) - from) / delayUnit()
                : Math.max(0, Math.min(to, length()) - Math.max(from, delay)) / windowUnit();
    }

    /**
     * Returns dL/dr, piece by piece exact: a switch moves the edge of a stretch. At a kink of the loss, where a switch
     * falls on the end of the delay, it is the slope from the side of larger r.
     */
    double slope(Switching switching) {
        double slope = 0;
        boolean on = switching.onAtStart();
        for (Switching.Switch one : switching.switches()) {
            double later = one.time() <= delay ? 1 / delayUnit() : 1 / windowUnit();
            // off to on within the delay: later is better; within the window: later is worse
            double sign = on == one.time() <= delay ? 1 : -1;
            slope += sign * later * one.slope();
            on = !on;
        }
        return slope + consistency * switching.movementSlope();
    }
}
