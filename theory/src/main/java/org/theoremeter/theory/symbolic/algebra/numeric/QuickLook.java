package org.theoremeter.theory.symbolic.algebra.numeric;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.theoremeter.theory.symbolic.Expression;
import org.theoremeter.theory.symbolic.bytecode.CompiledFunction;
import org.theoremeter.theory.symbolic.region.Region;

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

    /**
     * Returns by how much the sides differ, relative to the larger; 0 where that is within the tolerance, and little where
     * doubles cannot tell.
     */
    double difference(Map<String, Double> point) {
        for (int i = 0; i < values.length; i++) {
            values[i] = point.get(names.get(i));
        }
        double a = left.value(values);
        double b = right.value(values);
        double scale = Math.max(Math.abs(a), Math.abs(b));
        if (!(scale > SMALL && scale < Double.POSITIVE_INFINITY)) {
            return relative;
        }
        double difference = Math.abs(a - b) / scale;
        return difference <= relative ? 0 : difference;
    }

    /** Returns the points where the sides seem to differ, the largest differences first. */
    List<Map<String, Double>> suspicious(List<Map<String, Double>> points, int most) {
        return points.stream()
                .map(point -> Map.entry(point, difference(point)))
                .filter(entry -> entry.getValue() > 0)
                .sorted(Comparator.comparingDouble(entry -> -entry.getValue()))
                .limit(most)
                .map(Map.Entry::getKey)
                .toList();
    }
}
