package org.theoremeter.theory.critical;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hipparchus.exception.MathRuntimeException;
import org.hipparchus.fraction.Fraction;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.QRDecomposition;
import org.theoremeter.theory.symbolic.Constant;
import org.theoremeter.theory.symbolic.Expression;
import org.theoremeter.theory.symbolic.Negation;
import org.theoremeter.theory.symbolic.Operation;
import org.theoremeter.theory.symbolic.Operator;

/**
 * Recognises numbers as k p₁^q₁ ⋯ p_m^q_m with small rational q and with k a small fraction, the root of one, or one
 * times a power of π: a straight line through the logarithms, its slopes rounded.
 */
final class MonomialFit {
    /** The largest numerator and denominator of an exponent. */
    private static final int LARGEST_IN_EXPONENT = 12;
    /** The largest numerator and denominator of the factor in front. */
    private static final int LARGEST = 1000;
    /** Below this a value counts as 0. */
    private static final double ZERO = 1e-9;
    /** How well the values are known, with a margin. */
    private static final double KNOWN = 1e-9;

    private static final Fraction HALF = new Fraction(1, 2);
    private static final int[] POWERS_OF_PI = {0, 1, 2, -1, -2};

    private MonomialFit() {}

    /**
     * Fits.
     *
     * @param points positive values of the parameters
     * @param values the value to be recognised at each point
     * @return the formula, which has these values at these points
     */
    static Optional<Expression> of(List<Map<String, Double>> points, double[] values) {
        boolean zero = true;
        for (double value : values) {
            zero &= Math.abs(value) <= ZERO;
        }
        if (zero) {
            return Optional.of(Expression.number(0));
        }
        List<String> names = points.get(0).keySet().stream().sorted().toList();
        List<Fraction> none = names.stream().map(name -> Fraction.ZERO).toList();
        Optional<Expression> constant = constant(points, values, names, none);
        if (constant.isPresent()) {
            return constant;
        }
        return slopes(points, values, names)
                .flatMap(powers -> constant(points, values, names, powers).map(k -> product(k, names, powers)));
    }

    private static Optional<List<Fraction>> slopes(
            List<Map<String, Double>> points, double[] values, List<String> names) {
        if (names.isEmpty()) {
            return Optional.of(List.of());
        }
        double[][] rows = new double[points.size()][names.size() + 1];
        double[] logs = new double[points.size()];
        for (int k = 0; k < points.size(); k++) {
            rows[k][names.size()] = 1;
            logs[k] = Math.log(Math.abs(values[k]));
            for (int j = 0; j < names.size(); j++) {
                rows[k][j] = Math.log(points.get(k).get(names.get(j)));
            }
        }
        try {
            double[] found = new QRDecomposition(new Array2DRowRealMatrix(rows, false))
                    .getSolver()
                    .solve(new ArrayRealVector(logs, false))
                    .toArray();
            List<Fraction> powers = new ArrayList<>();
            for (int j = 0; j < names.size(); j++) {
                Optional<Fraction> power = fraction(found[j], LARGEST_IN_EXPONENT);
                if (power.isEmpty()) {
                    return Optional.empty();
                }
                powers.add(power.get());
            }
            return Optional.of(powers);
        } catch (MathRuntimeException notPositive) {
            return Optional.empty();
        }
    }

    private static Optional<Fraction> fraction(double value, int largest) {
        if (Math.abs(value) <= KNOWN) {
            return Optional.of(Fraction.ZERO);
        }
        if (!(Math.abs(value) <= largest)) {
            return Optional.empty();
        }
        try {
            Fraction nearest = new Fraction(value, largest);
            boolean small = Math.abs(nearest.getNumerator()) <= largest;
            return small && Math.abs(nearest.doubleValue() - value) <= KNOWN * Math.abs(value)
                    ? Optional.of(nearest)
                    : Optional.empty();
        } catch (MathRuntimeException noneSoSmall) {
            return Optional.empty();
        }
    }

    private static Optional<Expression> constant(
            List<Map<String, Double>> points, double[] values, List<String> names, List<Fraction> powers) {
        double sum = 0;
        double smallest = Double.POSITIVE_INFINITY;
        double largest = Double.NEGATIVE_INFINITY;
        for (int k = 0; k < values.length; k++) {
            double factor = values[k];
            for (int j = 0; j < names.size(); j++) {
                factor /=
                        Math.pow(points.get(k).get(names.get(j)), powers.get(j).doubleValue());
            }
            sum += factor;
            smallest = Math.min(smallest, factor);
            largest = Math.max(largest, factor);
        }
        double mean = sum / values.length;
        return largest - smallest <= KNOWN * Math.abs(mean) ? recognised(mean) : Optional.empty();
    }

    /** Returns ±a/b, ±√(a/b), or one of these times a power of π. */
    private static Optional<Expression> recognised(double number) {
        double size = Math.abs(number);
        for (int power : POWERS_OF_PI) {
            double rest = size / Math.pow(Math.PI, power);
            Optional<Expression> factor = fraction(rest, LARGEST)
                    .map(MonomialFit::expression)
                    .or(() -> fraction(rest * rest, LARGEST).map(square -> raised(expression(square), HALF)));
            if (factor.isPresent()) {
                Expression pi = raised(Constant.PI, new Fraction(power));
                Expression constant = power == 0 ? factor.get() : new Operation(Operator.TIMES, factor.get(), pi);
                return Optional.of(number < 0 ? new Negation(constant) : constant);
            }
        }
        return Optional.empty();
    }

    private static Expression product(Expression constant, List<String> names, List<Fraction> powers) {
        Expression product = constant;
        for (int j = 0; j < names.size(); j++) {
            if (powers.get(j).getNumerator() != 0) {
                product =
                        new Operation(Operator.TIMES, product, raised(Expression.symbol(names.get(j)), powers.get(j)));
            }
        }
        return product;
    }

    private static Expression raised(Expression base, Fraction power) {
        return power.equals(Fraction.ONE) ? base : new Operation(Operator.POWER, base, expression(power));
    }

    private static Expression expression(Fraction fraction) {
        Expression above = whole(Math.abs(fraction.getNumerator()));
        Expression size = fraction.getDenominator() == 1
                ? above
                : new Operation(Operator.DIVIDE, above, whole(fraction.getDenominator()));
        return fraction.getNumerator() < 0 ? new Negation(size) : size;
    }

    private static Expression whole(int value) {
        return Expression.number(value);
    }
}
