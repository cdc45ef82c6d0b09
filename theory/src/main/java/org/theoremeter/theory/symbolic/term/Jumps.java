package org.theoremeter.theory.symbolic.term;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.hipparchus.analysis.UnivariateFunction;
import org.hipparchus.analysis.solvers.BrentSolver;
import org.theoremeter.theory.symbolic.Call;
import org.theoremeter.theory.symbolic.Expression;
import org.theoremeter.theory.symbolic.Negation;
import org.theoremeter.theory.symbolic.Operation;
import org.theoremeter.theory.symbolic.Piecewise;
import org.theoremeter.theory.symbolic.Tidy;

/**
 * Where an integrand may jump or bend along its variable: where the sides of a condition of {@code piecewise}, or the
 * arguments of {@code min}, {@code max} and {@code abs}, are equal; and where it may have a narrow {@link NarrowFeatures feature}.
 *
 * @param variable the variable
 * @param differences formulas that vanish there
 */
record Jumps(String variable, Set<Expression> differences) {
    private static final int SCANNED = 500;
    private static final int MOST_EVALUATIONS = 200;
    private static final double ACCURACY = 1e-15;

    static Jumps of(Expression integrand, String variable) {
        Set<Expression> differences = new LinkedHashSet<>();
        collect(integrand, differences);
        NarrowFeatures.of(integrand, variable, differences);
        differences.removeIf(difference -> !difference.symbols().contains(variable));
        return new Jumps(variable, differences);
    }

    private static void collect(Expression expression, Set<Expression> differences) {
        if (expression instanceof Negation negation) {
            collect(negation.operand(), differences);
        } else if (expression instanceof Operation operation) {
            collect(operation.left(), differences);
            collect(operation.right(), differences);
        } else if (expression instanceof Call call) {
            call.arguments().forEach(argument -> collect(argument, differences));
            switch (call.function()) {
                case MIN, MAX ->
                    differences.add(Tidy.difference(
                            call.arguments().get(0), call.arguments().get(1)));
                case ABS, SIGN -> differences.add(call.arguments().get(0));
                default -> {}
            }
        } else if (expression instanceof Piecewise piecewise) {
            for (Piecewise.Branch branch : piecewise.branches()) {
                differences.add(Tidy.difference(
                        branch.condition().left(), branch.condition().right()));
                collect(branch.value(), differences);
            }
            collect(piecewise.otherwise(), differences);
        }
    }

    /** Returns the places strictly between two limits, in order; none if a limit is infinite. */
    List<Double> between(double from, double to, Map<String, Double> values) {
        if (differences.isEmpty() || !Double.isFinite(from) || !Double.isFinite(to) || from >= to) {
            return List.of();
        }
        TreeSet<Double> places = new TreeSet<>();
        for (Expression difference : differences) {
            Map<String, Double> point = new TreeMap<>(values);
            places.addAll(roots(
                    t -> {
                        point.put(variable, t);
                        return difference.evaluate(point);
                    },
                    from,
                    to));
        }
        places.remove(from);
        places.remove(to);
        return List.copyOf(places);
    }

    private static List<Double> roots(UnivariateFunction function, double from, double to) {
        List<Double> roots = new ArrayList<>();
        double before = from;
        double valueBefore = function.value(from);
        for (int i = 1; i <= SCANNED; i++) {
            double here = from + (to - from) * i / SCANNED;
            double value = function.value(here);
            if (valueBefore * value < 0) {
                roots.add(new BrentSolver(ACCURACY, ACCURACY * Math.max(1, Math.abs(here)))
                        .solve(MOST_EVALUATIONS, function, before, here));
            } else if (value == 0) {
                roots.add(here);
            }
            before = here;
            valueBefore = value;
        }
        return roots;
    }
}
