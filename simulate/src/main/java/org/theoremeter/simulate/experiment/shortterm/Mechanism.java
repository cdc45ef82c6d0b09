package org.theoremeter.simulate.experiment.shortterm;

import java.util.List;
import java.util.Map;
import org.theoremeter.simulate.experiment.Arguments;
import org.theoremeter.simulate.experiment.Measurement;
import org.theoremeter.simulate.experiment.Observable;

/** A mechanism of short-term memory: an autonomous flow with one parameter r and a binary output. */
sealed interface Mechanism permits SlowPoint, LimitCycle {

    /** The finest tolerance, which observations are made with. */
    double TOLERANCE = 1e-12;

    /** A tolerance a hundred times larger; what changes with it is declared as error. */
    double COARSE = 1e-10;

    /** Names of the mechanisms, as parameters choose them. */
    List<String> NAMES = List.of(SlowPoint.NAME, LimitCycle.NAME);

    /** Reads the mechanism from its choice and its {@link Consistency#parameters()}. */
    static Mechanism of(Arguments arguments) {
        return arguments.choice("mechanism").equals(SlowPoint.NAME)
                ? SlowPoint.of(Consistency.of(arguments))
                : new LimitCycle(LimitCycle.RADIUS);
    }

    String name();

    /**
     * Integrates the flow from the start of a trial and locates the switches of its output.
     *
     * @param r the parameter, in range
     * @param length when the trial ends
     * @param tolerance bound of the estimated error a step, relative to the natural size of each variable
     */
    Switching over(double r, double length, double tolerance);

    /** Returns the natural unit of r for a trial of this length, by its dimension: 1/T or 1/T². */
    double scale(double length);

    /** Returns the largest |r| that can be simulated over a trial of this length. */
    double range(double length);

    /** Describes the times that {@link #times} measures. */
    Observable timesObservable();

    /**
     * Measures the event times; empty if there are none.
     *
     * @param error bound of their absolute error
     */
    Map<String, Measurement> times(Switching switching, double error);

    /** Estimates the seconds that one {@link #over} takes, for an r that matters in such a trial. */
    double seconds(double length);
}
