package org.theoremeter.theory.dynamics;

import java.util.List;
import org.theoremeter.theory.symbolic.Expression;
import org.theoremeter.theory.symbolic.matrix.Jacobian;

/** A vector field given by formulas, differentiated symbolically when its Jacobian is first asked for. */
final class FormulaField implements Field {
    private final List<Expression> components;
    private final String time;
    private final List<String> state;
    private final List<String> parameters;
    private final List<Reading> field;
    private volatile List<List<Reading>> jacobian;

    FormulaField(List<Expression> components, String time, List<String> state, List<String> parameters) {
        this.components = components;
        this.time = time;
        this.state = state;
        this.parameters = parameters;
        this.field = components.stream().map(this::reading).toList();
    }

    private Reading reading(Expression formula) {
        return Reading.of(formula, time, state, parameters);
    }

    @Override
    public void derivative(double t, double[] x, double[] p, double[] out) {
        for (int i = 0; i < out.length; i++) {
            out[i] = field.get(i).value(t, x, p);
        }
    }

    @Override
    public double[][] jacobian(double t, double[] x, double[] p) {
        return entries().stream()
                .map(row ->
                        row.stream().mapToDouble(entry -> entry.value(t, x, p)).toArray())
                .toArray(double[][]::new);
    }

    private List<List<Reading>> entries() {
        // Two threads may both compute it; they come to the same result.
        List<List<Reading>> entries = jacobian;
        if (entries == null) {
            entries = Jacobian.of(components, state).stream()
                    .map(row -> row.stream().map(this::reading).toList())
                    .toList();
            jacobian = entries;
        }
        return entries;
    }
}
