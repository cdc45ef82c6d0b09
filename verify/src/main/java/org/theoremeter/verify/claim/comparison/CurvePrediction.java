package org.theoremeter.verify.claim.comparison;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.theoremeter.theory.dynamics.ReducedDynamics;
import org.theoremeter.theory.symbolic.Expression;

/**
 * A predicted curve: reduced dynamics with observables, or formulas of time.
 *
 * @param time the symbol of time
 * @param dynamics the reduced ODE, absent where the curves are formulas of time
 * @param start the state at time 0 by formula; empty without an ODE
 * @param curves the curves by name
 */
public record CurvePrediction(
        String time,
        Optional<ReducedDynamics> dynamics,
        Map<String, Expression> start,
        Map<String, Expression> curves) {

    /** Copies the maps, keeping their order. */
    public CurvePrediction {
        start = Collections.unmodifiableMap(new LinkedHashMap<>(start));
        curves = Collections.unmodifiableMap(new LinkedHashMap<>(curves));
    }
}
