package org.theoremeter.theory.dynamics;

import java.util.ArrayList;
import java.util.List;
import org.theoremeter.theory.symbolic.Expression;
import org.theoremeter.theory.symbolic.bytecode.CompiledFunction;

/** A compiled formula in time, state and parameters. */
final class Reading {
    private final CompiledFunction function;
    private final int states;
    private final int parameters;
    /** One array a thread, so that a call allocates nothing and threads do not meet. */
    private final ThreadLocal<double[]> arguments;

    private Reading(CompiledFunction function, int states, int parameters) {
        this.function = function;
        this.states = states;
        this.parameters = parameters;
        this.arguments = ThreadLocal.withInitial(() -> new double[1 + states + parameters]);
    }

    static Reading of(Expression formula, String time, List<String> state, List<String> parameters) {
        List<String> names = new ArrayList<>();
        names.add(time);
        names.addAll(state);
        names.addAll(parameters);
        return new Reading(formula.compile(names), state.size(), parameters.size());
    }

    double value(double t, double[] x, double[] p) {
        if (x.length != states || p.length != parameters) {
            throw new IllegalArgumentException("found " + x.length + " state variables and " + p.length
                    + " parameters, accepted: " + states + " and " + parameters);
        }
        double[] all = arguments.get();
        all[0] = t;
        System.arraycopy(x, 0, all, 1, states);
        System.arraycopy(p, 0, all, 1 + states, parameters);
        return function.value(all);
    }
}
