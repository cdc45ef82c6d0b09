package org.theoremeter.theory.derivation.justification;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.theoremeter.theory.evidence.Grade;
import org.theoremeter.theory.evidence.Obligation;
import org.theoremeter.theory.symbolic.Endpoint;
import org.theoremeter.theory.symbolic.Expression;
import org.theoremeter.theory.symbolic.Operation;
import org.theoremeter.theory.symbolic.Operator;
import org.theoremeter.theory.symbolic.algebra.numeric.SamplePoints;
import org.theoremeter.theory.symbolic.matrix.Matrix;
import org.theoremeter.theory.symbolic.numeric.Approximation;
import org.theoremeter.theory.symbolic.region.Region;
import org.theoremeter.theory.symbolic.term.Approach;
import org.theoremeter.theory.symbolic.term.LimitValue;

/**
 * What a series needs beside the equality with its polynomial: that the point can be reached, and that what is left out,
 * divided by (x − x₀)ⁿ, goes to 0 from every side that the domain has. The latter is looked at with many digits at places in
 * no simple ratio, so that neither a kink nor a half-integer power nor an oscillation in the logarithm passes for a
 * polynomial.
 */
public final class SeriesSmoothness {
    private static final int POINTS = 6;

    private SeriesSmoothness() {}

    /**
     * Returns the obligations of a series.
     *
     * @param series the series
     * @param from the formulas that are expanded
     * @param to their polynomials, of the same shape
     * @param region where the symbols are meant
     */
    public static List<Obligation> obligations(Expanded series, Matrix from, Matrix to, Region region) {
        List<Obligation> obligations = new ArrayList<>();
        for (int i = 0; i < from.height(); i++) {
            for (int j = 0; j < from.width(); j++) {
                for (Approach side : new PlaceSides(series.in(), series.at(), region).all()) {
                    String entry = from.isScalar() ? "" : ", entry " + (i + 1) + "," + (j + 1);
                    String statement = "what is left out is o((x − x₀)^" + series.order() + ") " + side.words() + entry;
                    obligations.add(remainder(series, from.entry(i, j), to.entry(i, j), side, region, statement));
                }
            }
        }
        return obligations;
    }

    private static Obligation remainder(
            Expanded series, Expression of, Expression polynomial, Approach side, Region region, String statement) {
        Expression difference = new Operation(Operator.MINUS, of, polynomial);
        if (of.equals(polynomial)) {
            return Obligation.proved(statement, "nothing is left out");
        }
        Expression distance = new Operation(Operator.MINUS, Expression.symbol(series.in()), series.at());
        Expression power = new Operation(Operator.POWER, distance, Expression.number(series.order()));
        Expression ratio = series.order() == 0 ? difference : new Operation(Operator.DIVIDE, difference, power);
        LimitValue limit = new LimitValue(ratio, series.in(), new Endpoint.Finite(series.at()), side);
        Set<String> others = new TreeSet<>(limit.symbols());
        List<Map<String, Double>> points = SamplePoints.of(region.about(others), POINTS);
        Optional<Map<String, Double>> open = Optional.empty();
        for (Map<String, Double> point : points) {
            Approximation value = limit.approximation(point);
            if (Math.abs(value.value()) > value.error()) {
                return Obligation.refuted(
                        statement,
                        "divided by (x − x₀)^" + series.order() + " it goes to " + value.value() + at(point));
            }
            open = Double.isNaN(value.value()) && open.isEmpty() ? Optional.of(point) : open;
        }
        return open.map(point -> Obligation.undecided(
                        statement, "divided by (x − x₀)^" + series.order() + " it does not settle near x₀" + at(point)))
                .orElseGet(() -> new Obligation(
                        statement, Grade.AGREED, "seen at " + points.size() + " points, at ever smaller distances"));
    }

    private static String at(Map<String, Double> point) {
        return point.isEmpty() ? "" : " at " + point;
    }
}
