package org.theoremeter.theory.derivation;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.hipparchus.fraction.BigFraction;
import org.theoremeter.theory.symbolic.Approximation;
import org.theoremeter.theory.symbolic.Domain;
import org.theoremeter.theory.symbolic.Expression;
import org.theoremeter.theory.symbolic.Region;

/**
 * Makes sure that a formula vanishes in a region: at a rational point, without rounding, or between two neighbouring points
 * at which many digits give it opposite signs.
 *
 * @param formula the formula
 * @param region where
 */
record CertainZero(Expression formula, Region region) {
    private static final int MOST_DIGITS = 6;
    private static final int LARGEST_DENOMINATOR = 100;
    /** How close a fraction of small denominator may be to what it stands for: a double zero is seen as blurred. */
    private static final double[] NEAR = {1e-2, 1e-4, 1e-6, 1e-8};

    private static final int BISECTIONS = 80;
    /** At a zero the values fall far below those on either side; at a jump or a pole they do not. */
    private static final double FALL = 1e-3;

    /**
     * Returns a zero near a point at which the formula seems to vanish.
     *
     * @param suspect the point
     */
    Optional<Map<String, Double>> near(Map<String, Double> suspect) {
        return candidates(suspect).stream()
                .filter(this::vanishesAt)
                .map(CertainZero::rounded)
                .filter(region::contains)
                .findFirst();
    }

    /** The suspect itself, and what it may be the rounding of. */
    private static List<Map<String, BigFraction>> candidates(Map<String, Double> suspect) {
        List<Map<String, BigFraction>> candidates = new ArrayList<>();
        candidates.add(each(suspect, value -> ExactValue.fraction(new BigDecimal(value))));
        for (int digits = 1; digits <= MOST_DIGITS; digits++) {
            MathContext context = new MathContext(digits);
            candidates.add(each(suspect, value -> ExactValue.fraction(new BigDecimal(value).round(context))));
        }
        for (double near : NEAR) {
            candidates.add(each(suspect, value -> simplest(value, near)));
        }
        return candidates;
    }

    private interface Rounding {
        BigFraction of(double value);
    }

    private static Map<String, BigFraction> each(Map<String, Double> point, Rounding rounding) {
        Map<String, BigFraction> rounded = new HashMap<>();
        point.forEach((name, value) -> rounded.put(name, rounding.of(value)));
        return rounded;
    }

    /** Returns the fraction of the smallest denominator that is near, or the number itself. */
    private static BigFraction simplest(double value, double near) {
        for (int denominator = 1; denominator <= LARGEST_DENOMINATOR; denominator++) {
            double numerator = Math.rint(value * denominator);
            if (Math.abs(numerator / denominator - value) <= near * Math.max(1, Math.abs(value))) {
                return ExactValue.fraction(new BigDecimal(numerator)).divide(denominator);
            }
        }
        return ExactValue.fraction(new BigDecimal(value));
    }

    private boolean vanishesAt(Map<String, BigFraction> point) {
        return ExactValue.of(formula, point).filter(BigFraction::isZero).isPresent();
    }

    private static Map<String, Double> rounded(Map<String, BigFraction> point) {
        Map<String, Double> rounded = new TreeMap<>();
        point.forEach((name, value) -> rounded.put(name, value.doubleValue()));
        return rounded;
    }

    /**
     * Returns a zero on the way between two points, if the formula goes through it there: the sign changes for certain, and
     * the values fall.
     *
     * @param from a point of the region
     * @param to another one
     */
    Optional<Map<String, Double>> between(Map<String, Double> from, Map<String, Double> to) {
        OptionalInt sign = Approximation.sign(formula, from);
        OptionalInt other = Approximation.sign(formula, to);
        if (sign.isEmpty() || other.isEmpty() || sign.getAsInt() == other.getAsInt() || hasIntegers()) {
            return Optional.empty();
        }
        Map<String, Double> low = from;
        Map<String, Double> high = to;
        for (int i = 0; i < BISECTIONS; i++) {
            Map<String, Double> middle = middle(low, high);
            OptionalInt here = Approximation.sign(formula, middle);
            if (here.isEmpty()) {
                return near(middle);
            }
            if (middle.equals(low) || middle.equals(high)) {
                break;
            }
            low = here.getAsInt() == sign.getAsInt() ? middle : low;
            high = here.getAsInt() == sign.getAsInt() ? high : middle;
        }
        boolean falls = size(low) <= FALL * size(from) && size(high) <= FALL * size(to);
        return falls && region.contains(low) && region.contains(high) ? Optional.of(low) : Optional.empty();
    }

    private boolean hasIntegers() {
        return region.domains().values().stream().anyMatch(Domain::integer);
    }

    private static Map<String, Double> middle(Map<String, Double> low, Map<String, Double> high) {
        Map<String, Double> middle = new TreeMap<>();
        low.forEach((name, value) -> middle.put(name, value / 2 + high.get(name) / 2));
        return middle;
    }

    private double size(Map<String, Double> point) {
        return Math.abs(Approximation.of(formula, point).value());
    }
}
