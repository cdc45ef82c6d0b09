package org.theoremeter.theory.critical;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.hipparchus.dfp.Dfp;
import org.hipparchus.dfp.DfpField;
import org.hipparchus.dfp.DfpMath;
import org.theoremeter.theory.symbolic.Expression;
import org.theoremeter.theory.symbolic.algebra.Simplification;
import org.theoremeter.theory.symbolic.algebra.numeric.SamplePoints;
import org.theoremeter.theory.symbolic.numeric.FieldEvaluation;
import org.theoremeter.theory.symbolic.region.Domain;
import org.theoremeter.theory.symbolic.region.Region;

/**
 * How a rate scales with a parameter: d ln η/d ln p.
 *
 * @param parameter the parameter p
 * @param formula the exponent, constant for a power law
 * @param limits where it goes at the ends of the domain of p; none for a constant
 */
public record LocalExponent(String parameter, Simplification formula, List<AtEnd> limits) {
    private static final Expression SLOPE = Expression.parse("slope*p/rate");
    private static final int DIGITS = 100;
    /** How near to an end of the domain the exponent is evaluated: 10⁻⁸, 10⁻¹², 10⁻¹⁶. */
    private static final int[] NEARNESS = {8, 12, 16};

    private static final double SETTLED = 1e-3;
    private static final double SAME = 1e-6;
    private static final int POINTS = 3;

    /** Copies the limits. */
    public LocalExponent {
        limits = List.copyOf(limits);
    }

    /**
     * What the exponent does at one end of the domain.
     *
     * @param end the end
     * @param others the other parameters there, if the limit depends on them
     * @param value the limit; none if the exponent does not settle
     */
    public record AtEnd(double end, Map<String, Double> others, OptionalDouble value) {}

    /**
     * Differentiates.
     *
     * @param rate the rate
     * @param parameter the parameter
     * @param region a domain for every parameter
     */
    static LocalExponent of(Expression rate, String parameter, Region region) {
        Expression raw = SLOPE.substitute(
                Map.of("slope", rate.derivative(parameter), "p", Expression.symbol(parameter), "rate", rate));
        Simplification formula = Simplification.of(raw, region);
        List<AtEnd> limits = new ArrayList<>();
        // Where the parameter is tied to others, its ends cannot be approached with these at rest.
        boolean free = region.assumptions().stream()
                .noneMatch(assumption -> assumption.symbols().contains(parameter));
        if (free && !formula.formula().symbols().isEmpty()) {
            Domain domain = region.domains().get(parameter);
            limits.add(atEnd(formula.formula(), parameter, region, domain.lower(), 1));
            limits.add(atEnd(formula.formula(), parameter, region, domain.upper(), -1));
        }
        return new LocalExponent(parameter, formula, limits);
    }

    /** Goes towards an end, at several values of the other parameters to see whether they matter. */
    private static AtEnd atEnd(Expression formula, String parameter, Region region, double end, int inwards) {
        List<Map<String, Double>> points = new SamplePoints(region.about(formula.symbols())).inside(POINTS);
        List<OptionalDouble> limits = points.stream()
                .map(point -> limit(formula, parameter, point, end, inwards))
                .toList();
        OptionalDouble first = limits.get(0);
        boolean same = limits.stream()
                .allMatch(limit -> limit.isPresent() == first.isPresent()
                        && Math.abs(limit.orElse(0) - first.orElse(0))
                                <= SAME * Math.max(1, Math.abs(first.orElse(0))));
        Map<String, Double> others = new TreeMap<>(points.get(0));
        others.remove(parameter);
        return new AtEnd(end, same ? Map.of() : others, first);
    }

    private static OptionalDouble limit(
            Expression formula, String parameter, Map<String, Double> point, double end, int inwards) {
        Dfp one = new DfpField(DIGITS).getOne();
        double[] values = new double[NEARNESS.length];
        for (int k = 0; k < NEARNESS.length; k++) {
            Dfp small = DfpMath.pow(one.newInstance(10), -NEARNESS[k]);
            Dfp near = Double.isInfinite(end)
                    ? one.divide(small).multiply(-inwards)
                    : one.newInstance(end)
                            .add(small.multiply(inwards).multiply(end == 0 ? one : one.newInstance(Math.abs(end))));
            Map<String, Dfp> at = new HashMap<>();
            point.forEach((name, value) -> at.put(name, one.newInstance(value)));
            at.put(parameter, near);
            values[k] = FieldEvaluation.of(formula, at, one).toDouble();
        }
        double before = values[values.length - 2];
        double last = values[values.length - 1];
        boolean settled = Math.abs(last - before) <= SETTLED * Math.max(1, Math.abs(last));
        return settled ? OptionalDouble.of(rounded(last)) : OptionalDouble.empty();
    }

    /** What lies this near to a whole number at this distance from the end goes there. */
    private static double rounded(double value) {
        return Math.abs(value - Math.rint(value)) <= SAME ? Math.rint(value) : value;
    }
}
