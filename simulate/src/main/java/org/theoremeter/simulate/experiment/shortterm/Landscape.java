package org.theoremeter.simulate.experiment.shortterm;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoublePredicate;
import org.theoremeter.simulate.InterruptedRun;

/**
 * Finds the places along r where the loss changes its form, by bisection on the simulated switches (theory 3.1, 3.3).
 *
 * @param mechanism whose loss
 * @param trial the task
 * @param tolerance of every integration
 */
record Landscape(Mechanism mechanism, Trial trial, double tolerance) {

    /** Relative width to which a place is located. */
    private static final double WIDTH = 1e-12;

    /** How far below the top the last start lies, relative. */
    private static final double BELOW = 1e-9;

    /** How far above the optimum starts reach if nothing escapes before, in optima. */
    private static final double TOP = 4;

    /** Where the search begins, in natural units: far inside the dead zone. */
    private static final double SMALL = 0.01;

    /** Returns the smallest r, from above, at which the output switches on by the end of the delay. */
    double optimum() {
        return lowest(r -> at(r).until(trial.delay()) >= 1);
    }

    /** Returns the smallest positive r, from above, at which the output switches within the trial. */
    double deadEdge() {
        return lowest(r -> !at(r).switches().isEmpty());
    }

    /** Returns the smallest r that escapes, or four times the optimum if that does not. */
    double top(double optimum) {
        DoublePredicate escaped = r -> Fate.of(at(r), trial) == Fate.ESCAPED;
        return escaped.test(TOP * optimum) ? boundary(escaped, optimum, TOP * optimum) : TOP * optimum;
    }

    /**
     * Returns starts from the dead zone to just below the top: evenly spaced on a logarithmic axis, and just above every place
     * where a switch passes the end of the delay or of the trial, where the slope jumps. The latter come first.
     */
    List<Double> starts(int count, double edge, double top) {
        List<Double> jumps = new ArrayList<>(List.of(edge));
        List<Double> even = new ArrayList<>();
        double before = edge;
        for (int i = 1; i <= count; i++) {
            double next = i == count ? top * (1 - BELOW) : edge * Math.pow(top / edge, (double) i / count);
            int form = form(next);
            while (form(before) != form) {
                int left = form(before);
                before = boundary(r -> form(r) != left, before, next);
                jumps.add(before);
            }
            even.add(next);
            before = next;
        }
        jumps.addAll(even);
        return jumps;
    }

    private Switching at(double r) {
        return mechanism.over(r, trial.length(), tolerance);
    }

    /** Numbers the form of the loss: which switches fall into the delay and which into the window. */
    private int form(double r) {
        Switching switching = at(r);
        return switching.until(trial.delay()) * 1000 + switching.switches().size();
    }

    private double lowest(DoublePredicate holds) {
        double low = SMALL * mechanism.scale(trial.length());
        double high = low;
        while (!holds.test(high)) {
            low = high;
            high *= 2;
        }
        return boundary(holds, low, high);
    }

    /** Returns the upper end of a bracket of the place where a condition begins to hold. */
    private static double boundary(DoublePredicate holds, double low, double high) {
        double below = low;
        double above = high;
        while (above - below > WIDTH * above) {
            InterruptedRun.check();
            double middle = (below + above) / 2;
            if (holds.test(middle)) {
                above = middle;
            } else {
                below = middle;
            }
        }
        return above;
    }
}
