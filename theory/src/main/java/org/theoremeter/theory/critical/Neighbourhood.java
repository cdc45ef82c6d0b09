package org.theoremeter.theory.critical;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.hipparchus.random.HaltonSequenceGenerator;
import org.theoremeter.theory.symbolic.Expression;
import org.theoremeter.theory.symbolic.region.Domain;

/**
 * What a loss is close to a state: the smooth pieces that meet there, and whether it is lower nearby. A loss has a
 * gradient and a Hessian where pieces meet if they agree in both.
 */
final class Neighbourhood {
    private static final int POINTS = 64;
    /** How far off the points lie at which pieces are told apart, relative to the state, or absolute near 0. */
    private static final double NEAR = 1e-7;
    /** How well two Hessians must agree, relative to the largest entry seen this far off. */
    private static final double SAME = 1e-6;

    private static final double WIDE = 1e-3;
    /** Distances at which a lower loss is looked for. */
    private static final double[] RADII = {1e-7, 1e-6, 1e-5};
    /** A fall by less than this, relative to the size of the loss, is rounding. */
    private static final double ROUNDING = 1e-13;

    private final Expression loss;
    private final List<String> names;
    private final List<Domain> box;

    Neighbourhood(Expression loss, List<String> names, List<Domain> box) {
        this.loss = loss;
        this.names = names;
        this.box = box;
    }

    /** Tells whether the loss may switch, or have a root or a broken power, anywhere. */
    boolean mayBreak(double[] state, Map<String, Double> parameters) {
        Pieces.Piece piece = Pieces.at(loss, at(state, parameters));
        return !piece.compared().isEmpty() || !piece.roots().isEmpty();
    }

    /** Returns the different pieces that meet at a state, one if it lies inside a piece. */
    List<Expression> pieces(double[] state, Map<String, Double> parameters) {
        Set<Expression> pieces = new LinkedHashSet<>();
        for (double[] point : around(state, NEAR)) {
            pieces.add(Pieces.at(loss, at(point, parameters)).formula());
        }
        return List.copyOf(pieces);
    }

    /**
     * Says why the loss has no second derivatives at a state, if it has none.
     *
     * @return a clause such as {@code x − 1 is 0 there, and the pieces of the loss that meet have different slopes}
     */
    Optional<String> kink(double[] state, Map<String, Double> parameters) {
        Optional<String> root = vanishing(state, parameters, true)
                .map(what -> what + ", which stands under a root or a broken power, is 0 there");
        if (root.isPresent()) {
            return root;
        }
        List<Expression> pieces = pieces(state, parameters);
        if (pieces.size() == 1) {
            return Optional.empty();
        }
        double[] slopes = new double[names.size()];
        double[] curvatures = new double[names.size() * names.size()];
        double[] jump = {spread(pieces, state, parameters, List.of())};
        for (int i = 0; i < names.size(); i++) {
            slopes[i] = spread(pieces, state, parameters, List.of(names.get(i)));
            for (int j = 0; j < names.size(); j++) {
                curvatures[i * names.size() + j] =
                        spread(pieces, state, parameters, List.of(names.get(i), names.get(j)));
            }
        }
        String where = vanishing(state, parameters, false)
                        .map(what -> what + " is 0 there, and ")
                        .orElse("") + "the pieces of the loss that meet have different ";
        if (largest(jump) > SAME) {
            return Optional.of(where + "values");
        }
        if (largest(slopes) > SAME) {
            return Optional.of(where + "slopes");
        }
        return largest(curvatures) > SAME ? Optional.of(where + "second derivatives") : Optional.empty();
    }

    private static double largest(double[] values) {
        double largest = 0;
        for (double value : values) {
            // What is not a number disagrees.
            largest = value <= largest ? largest : Double.isNaN(value) ? Double.POSITIVE_INFINITY : value;
        }
        return largest;
    }

    /** Returns by how much a derivative differs between pieces, relative to its size a little further off. */
    private double spread(
            List<Expression> pieces, double[] state, Map<String, Double> parameters, List<String> derivative) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        double size = 0;
        List<double[]> further = around(state, WIDE);
        for (Expression piece : pieces) {
            Expression of = piece;
            for (String name : derivative) {
                of = of.derivative(name);
            }
            double value = of.evaluate(at(state, parameters));
            low = Math.min(low, value);
            high = Math.max(high, value);
            for (double[] point : further) {
                size = Math.max(size, Math.abs(of.evaluate(at(point, parameters))));
            }
            size = Math.max(size, Math.abs(value));
        }
        return high == low ? 0 : (high - low) / size;
    }

    /** Names the compared formulas, or those under roots, that are 0 at a state. */
    private Optional<String> vanishing(double[] state, Map<String, Double> parameters, boolean roots) {
        List<double[]> around = around(state, NEAR);
        Set<Expression> all = new LinkedHashSet<>();
        for (double[] point : around) {
            Pieces.Piece piece = Pieces.at(loss, at(point, parameters));
            all.addAll(roots ? piece.roots() : piece.compared());
        }
        String text = all.stream()
                .filter(formula -> names.stream().anyMatch(formula.symbols()::contains))
                .filter(formula -> roots
                        ? vanishesAsMuchAsItChanges(formula, state, around, parameters)
                        : changesSign(formula, around, parameters))
                .map(Expression::toUnicode)
                .collect(Collectors.joining(" and "));
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }

    private boolean changesSign(Expression formula, List<double[]> around, Map<String, Double> parameters) {
        return around.stream()
                        .map(point -> formula.evaluate(at(point, parameters)) >= 0)
                        .distinct()
                        .count()
                > 1;
    }

    private boolean vanishesAsMuchAsItChanges(
            Expression formula, double[] state, List<double[]> around, Map<String, Double> parameters) {
        double here = formula.evaluate(at(state, parameters));
        return around.stream()
                .mapToDouble(point -> formula.evaluate(at(point, parameters)))
                .anyMatch(there -> !(Math.abs(there - here) < Math.abs(here) / 2));
    }

    /** Tells whether the loss is lower somewhere close to a state, by more than rounding. */
    boolean isLowerNearby(double[] state, Map<String, Double> parameters) {
        double here = loss.evaluate(at(state, parameters));
        for (double radius : RADII) {
            for (double[] point : around(state, radius)) {
                double there = loss.evaluate(at(point, parameters));
                if (there < here - ROUNDING * Math.max(Math.abs(here), Math.abs(there))) {
                    return true;
                }
            }
        }
        return false;
    }

    private Map<String, Double> at(double[] state, Map<String, Double> parameters) {
        Map<String, Double> at = new HashMap<>(parameters);
        for (int i = 0; i < state.length; i++) {
            at.put(names.get(i), state[i]);
        }
        return at;
    }

    /** Returns points in all directions, and on the axes, that lie in the box. */
    private List<double[]> around(double[] state, double radius) {
        int n = state.length;
        List<double[]> points = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            for (int sign = -1; sign <= 1; sign += 2) {
                double[] direction = new double[n];
                direction[i] = sign;
                points.add(moved(state, direction, radius));
            }
        }
        HaltonSequenceGenerator halton = new HaltonSequenceGenerator(n);
        halton.skipTo(1);
        for (int k = 0; k < POINTS && n > 1; k++) {
            double[] direction = halton.nextVector();
            for (int i = 0; i < n; i++) {
                direction[i] = 2 * direction[i] - 1;
            }
            points.add(moved(state, direction, radius));
        }
        points.removeIf(point -> !inside(point));
        return points.isEmpty() ? List.of(state) : points;
    }

    /** Goes relative to the state, and near 0 relative to 1 or to a narrower box. */
    private double[] moved(double[] state, double[] direction, double radius) {
        double[] moved = state.clone();
        for (int i = 0; i < moved.length; i++) {
            Domain domain = box.get(i);
            double size = Math.max(Math.abs(state[i]), Math.min(1, domain.upper() - domain.lower()));
            moved[i] += direction[i] * radius * size;
        }
        return moved;
    }

    private boolean inside(double[] point) {
        for (int i = 0; i < point.length; i++) {
            if (!box.get(i).contains(point[i])) {
                return false;
            }
        }
        return true;
    }

    /** Returns a state under its names. */
    static Map<String, Double> named(List<String> names, double[] values) {
        Map<String, Double> named = new LinkedHashMap<>();
        for (int i = 0; i < values.length; i++) {
            named.put(names.get(i), values[i]);
        }
        return named;
    }
}
