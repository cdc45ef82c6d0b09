package org.theoremeter.theory.derivation;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.theoremeter.theory.symbolic.Call;
import org.theoremeter.theory.symbolic.Condition;
import org.theoremeter.theory.symbolic.ElementaryFunction;
import org.theoremeter.theory.symbolic.Expression;
import org.theoremeter.theory.symbolic.Negation;
import org.theoremeter.theory.symbolic.Operation;
import org.theoremeter.theory.symbolic.Operator;
import org.theoremeter.theory.symbolic.Piecewise;
import org.theoremeter.theory.symbolic.Region;
import org.theoremeter.theory.symbolic.algebra.SamplePoints;

/**
 * Looks for divisors that vanish somewhere in a region: by a change of sign between points, or by going downhill from the
 * smallest value found. A divisor that vanishes at an edge that is left out is none.
 */
public final class Divisors {
    private static final int POINTS = 200;
    private static final int REFINEMENTS = 60;
    /** How small a value must be, against the typical one, to count as zero. */
    private static final double ZERO = 1e-9;
    /** How far from the edges of the box and of the assumptions zeros are looked for. */
    private static final double MARGIN = 0.02;

    private static final double FARTHEST = 50;

    private final Region region;
    private final List<Map<String, Double>> points;

    private Divisors(Region region) {
        this.region = region;
        this.points = SamplePoints.of(region, POINTS);
    }

    /**
     * A divisor that vanishes.
     *
     * @param divisor the divisor
     * @param point where it does
     */
    public record Vanishing(Expression divisor, Map<String, Double> point) {
        @Override
        public String toString() {
            return "the divisor '" + divisor + "' vanishes at " + point;
        }
    }

    /**
     * Looks through a formula.
     *
     * @param expression the formula, names replaced
     * @param region a domain for each of its symbols
     * @return the first divisor that vanishes, if one does
     */
    public static Optional<Vanishing> vanishing(Expression expression, Region region) {
        Set<Expression> divisors = new LinkedHashSet<>();
        collect(expression, divisors);
        return divisors.stream()
                .filter(divisor -> !divisor.symbols().isEmpty())
                .flatMap(divisor -> new Divisors(region.about(divisor.symbols())).zero(divisor).stream())
                .findFirst();
    }

    private static void collect(Expression expression, Set<Expression> divisors) {
        if (expression instanceof Negation negation) {
            collect(negation.operand(), divisors);
        } else if (expression instanceof Operation operation) {
            collect(operation.left(), divisors);
            collect(operation.right(), divisors);
            if (operation.operator() == Operator.DIVIDE) {
                factors(operation.right(), divisors);
            } else if (operation.operator() == Operator.POWER && operation.right() instanceof Negation) {
                factors(operation.left(), divisors);
            }
        } else if (expression instanceof Call call) {
            call.arguments().forEach(argument -> collect(argument, divisors));
            if (call.function() == ElementaryFunction.INVERSE) {
                factors(call.arguments().get(0), divisors);
            }
        }
        // Branches of a case distinction may divide by what vanishes elsewhere; the numbers see those.
    }

    /** Takes a product apart, and a power to its base. */
    private static void factors(Expression divisor, Set<Expression> divisors) {
        if (divisor instanceof Negation negation) {
            factors(negation.operand(), divisors);
        } else if (divisor instanceof Operation operation && operation.operator() == Operator.TIMES) {
            factors(operation.left(), divisors);
            factors(operation.right(), divisors);
        } else if (divisor instanceof Operation operation && operation.operator() == Operator.POWER) {
            factors(operation.left(), divisors);
        } else if (divisor instanceof Operation operation && operation.operator() == Operator.DIVIDE) {
            factors(operation.left(), divisors);
        } else if (!(divisor instanceof Piecewise)) {
            divisors.add(divisor);
        }
    }

    private Optional<Vanishing> zero(Expression divisor) {
        Map<String, Double> positive = null;
        Map<String, Double> negative = null;
        double[] sizes = new double[points.size()];
        Map<String, Double> smallest = points.get(0);
        double least = Double.POSITIVE_INFINITY;
        int count = 0;
        for (Map<String, Double> point : points) {
            double value = divisor.evaluate(point);
            if (value == 0) {
                return Optional.of(new Vanishing(divisor, new TreeMap<>(point)));
            }
            positive = value > 0 ? point : positive;
            negative = value < 0 ? point : negative;
            sizes[count] = Math.abs(value);
            count++;
            if (Math.abs(value) < least) {
                least = Math.abs(value);
                smallest = point;
            }
        }
        if (positive != null && negative != null) {
            return crossing(divisor, positive, negative).or(() -> downhill(divisor, points.get(0), 0));
        }
        Arrays.sort(sizes);
        return downhill(divisor, smallest, sizes[sizes.length / 2]);
    }

    /** Between two signs of a continuous divisor in a convex region there is a zero. */
    private Optional<Vanishing> crossing(
            Expression divisor, Map<String, Double> positive, Map<String, Double> negative) {
        Map<String, Double> up = positive;
        Map<String, Double> down = negative;
        for (int i = 0; i < REFINEMENTS; i++) {
            Map<String, Double> middle = new TreeMap<>();
            for (String name : region.domains().keySet()) {
                middle.put(name, (up.get(name) + down.get(name)) / 2);
            }
            if (divisor.evaluate(middle) > 0) {
                up = middle;
            } else {
                down = middle;
            }
        }
        return region.contains(up) ? Optional.of(new Vanishing(divisor, up)) : Optional.empty();
    }

    /** Goes along one symbol after the other towards smaller values, away from all edges. */
    private Optional<Vanishing> downhill(Expression divisor, Map<String, Double> from, double typical) {
        Map<String, Double> best = new TreeMap<>(from);
        double least = wellInside(best) ? Math.abs(divisor.evaluate(best)) : Double.POSITIVE_INFINITY;
        double reach = 1;
        for (int round = 0; round < REFINEMENTS && least > ZERO * typical; round++) {
            boolean better = false;
            for (String name : region.domains().keySet()) {
                double here = best.get(name);
                double span = reach * Math.max(Math.abs(here), MARGIN);
                for (double move : new double[] {-span, -span / 3, span / 3, span}) {
                    Map<String, Double> tried = new TreeMap<>(best);
                    tried.put(name, here + move);
                    double value = wellInside(tried) ? Math.abs(divisor.evaluate(tried)) : Double.POSITIVE_INFINITY;
                    if (value < least) {
                        least = value;
                        best = tried;
                        better = true;
                    }
                }
            }
            reach = better ? reach : reach / 3;
        }
        return least <= ZERO * typical ? Optional.of(new Vanishing(divisor, best)) : Optional.empty();
    }

    private boolean wellInside(Map<String, Double> point) {
        if (!region.contains(point)) {
            return false;
        }
        boolean insideBox = region.domains().entrySet().stream().allMatch(entry -> {
            double value = point.get(entry.getKey());
            double lower = entry.getValue().lower();
            double upper = entry.getValue().upper();
            double width = Double.isFinite(upper - lower) ? upper - lower : 1;
            // Towards infinity much goes to zero without reaching it.
            return value >= lower + MARGIN * width && value <= upper - MARGIN * width && Math.abs(value) <= FARTHEST;
        });
        return insideBox && region.assumptions().stream().allMatch(assumption -> slack(assumption, point) >= MARGIN);
    }

    private static double slack(Condition assumption, Map<String, Double> point) {
        double left = assumption.left().evaluate(point);
        double right = assumption.right().evaluate(point);
        return Math.abs(left - right) / Math.max(Math.abs(left), Math.abs(right));
    }
}
