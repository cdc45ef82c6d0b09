package org.theoremeter.theory.symbolic.algebra;

import java.util.List;
import java.util.Map;
import org.theoremeter.theory.symbolic.CompiledFunction;
import org.theoremeter.theory.symbolic.Expression;
import org.theoremeter.theory.symbolic.Region;

/** Sees in double precision, in no time, where two formulas may differ; a closer look then decides. */
final class QuickLook {
    /** Below this doubles lose digits. */
    private static final double SMALL = 1e-290;

    private final List<String> names;
    private final CompiledFunction left;
    private final CompiledFunction right;
    private final double relative;
    private final double[] values;

    QuickLook(List<Expression> sides, Region region, double relative) {
        this.names = List.copyOf(region.domains().keySet());
        this.left = sides.get(0).compile(names);
        this.right = sides.get(1).compile(names);
        this.relative = relative;
        this.values = new double[names.size()];
    }

    /** Tells whether the sides differ by more than the tolerance, or doubles cannot tell. */
    boolean seesADifference(Map<String, Double> point) {
        for (int i = 0; i < values.length; i++) {
            values[i] = point.get(names.get(i));
        }
        double a = left.value(values);
        double b = right.value(values);
        double scale = Math.max(Math.abs(a), Math.abs(b));
        return !(scale > SMALL && scale < Double.POSITIVE_INFINITY && Math.abs(a - b) <= relative * scale);
    }
}
