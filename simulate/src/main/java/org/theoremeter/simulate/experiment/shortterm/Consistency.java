package org.theoremeter.simulate.experiment.shortterm;

import java.util.List;
import org.theoremeter.simulate.experiment.ArgumentException;
import org.theoremeter.simulate.experiment.Arguments;
import org.theoremeter.simulate.experiment.Bounds;
import org.theoremeter.simulate.experiment.Parameter;
import org.theoremeter.simulate.experiment.Unit;

/**
 * Temporal consistency of a slow point: λ ∫ ẋ² dt is added to the loss, and x is held at a ceiling, without which the
 * integral is infinite (theory 7.2).
 *
 * @param strength λ, at least 0
 * @param ceiling X, positive; infinite for none
 */
record Consistency(double strength, double ceiling) {

    private static final String STRENGTH = "consistency";
    private static final String CEILING = "ceiling";

    /** The penalty's largest ceiling, in units of the model: beyond it the angle at which x is held is rounded to a right one. */
    private static final double HIGHEST = 1e4;

    /** Reads it from {@link #parameters}. */
    static Consistency of(Arguments arguments) {
        double ceiling = arguments.real(CEILING);
        return new Consistency(arguments.real(STRENGTH), ceiling == 0 ? Double.POSITIVE_INFINITY : ceiling);
    }

    /**
     * Describes λ and X.
     *
     * @param ceiling the default of X
     */
    static List<Parameter> parameters(double ceiling) {
        return List.of(
                new Parameter.Real(
                        STRENGTH,
                        "λ of temporal consistency, λ times the integral of (dx/dt)² over the trial; needs a ceiling",
                        Unit.ONE,
                        Bounds.closed(0, 1e9),
                        0),
                new Parameter.Real(
                        CEILING,
                        "X, at which a slow point is held and its output switches on; 0 for none",
                        Unit.ONE,
                        Bounds.closed(0, HIGHEST),
                        ceiling));
    }

    /** Refuses a penalty without a ceiling, and either of a limit cycle. */
    static void check(Arguments arguments, boolean slowPoint) {
        if (arguments.real(STRENGTH) > 0 && arguments.real(CEILING) == 0) {
            throw new ArgumentException(
                    CEILING, "0.0", "a positive number where consistency is not 0 (the penalty is infinite otherwise)");
        }
        for (String name : List.of(STRENGTH, CEILING)) {
            if (!slowPoint && arguments.real(name) != 0) {
                throw new ArgumentException(name, Double.toString(arguments.real(name)), "0 for a limit cycle");
            }
        }
    }
}
