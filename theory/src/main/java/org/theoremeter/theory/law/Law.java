package org.theoremeter.theory.law;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.theoremeter.theory.dynamics.ReducedDynamics;
import org.theoremeter.theory.symbolic.Expression;
import org.theoremeter.theory.symbolic.region.Domain;

/**
 * A prediction of the theory under its name.
 *
 * @param name what a claim refers to, such as {@code integrator.outlier}
 * @param theory the section of the theory, such as "1.2"
 * @param statement what it says, in one sentence
 * @param parameters the symbols of its formulas that are to be given, with the domains on which it holds
 * @param values the predicted numbers, as formulas in the parameters, by name
 * @param dynamics the predicted dynamics, if the law has any
 * @param start the initial value of each state variable of the dynamics, as a formula in the parameters
 */
public record Law(
        String name,
        String theory,
        String statement,
        Map<String, Domain> parameters,
        Map<String, Expression> values,
        Optional<ReducedDynamics> dynamics,
        Map<String, Expression> start) {
    /** Makes a law; maps keep their order. */
    public Law {
        parameters = ordered(parameters);
        values = ordered(values);
        start = ordered(start);
    }

    private static <T> Map<String, T> ordered(Map<String, T> map) {
        return Collections.unmodifiableMap(new LinkedHashMap<>(map));
    }
}
