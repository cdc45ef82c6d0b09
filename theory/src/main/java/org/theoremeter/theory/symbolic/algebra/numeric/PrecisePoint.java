package org.theoremeter.theory.symbolic.algebra.numeric;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.theoremeter.theory.symbolic.Expression;
import org.theoremeter.theory.symbolic.precision.HighPrecisionInterval;
import org.theoremeter.theory.symbolic.term.Derivative;
import org.theoremeter.theory.symbolic.term.Formula;
import org.theoremeter.theory.symbolic.term.Term;

/** Compares two formulas at one point with as many digits as it takes, up to 1000. */
public final class PrecisePoint {
    /** The largest number of digits. */
    static final int MOST = 1000;

    private static final List<Integer> DIGITS = List.of(50, 150, 400, MOST);
    private static final MathContext SHORT = new MathContext(3, RoundingMode.HALF_EVEN);
    private static final Sides UNKNOWN = new Sides(Kind.UNKNOWN, 0, Optional.empty(), 0, 0);

    private PrecisePoint() {}

    /** What was found out. */
    enum Kind {
        /** Equal within the tolerance, which is relative to the larger side. */
        AGREES,
        /** Different by more than the tolerance. */
        DIFFERS,
        /** Both exactly 0, by arithmetic without rounding. */
        BOTH_ZERO,
        /** A side has no value. */
        UNDEFINED,
        /** The digits do not suffice, or there are none to be had. */
        UNKNOWN
    }

    /**
     * A comparison.
     *
     * @param kind what was found out
     * @param difference the relative difference, at most
     * @param apart the difference, if there surely is one
     * @param left the left side
     * @param right the right side
     */
    record Sides(Kind kind, double difference, Optional<String> apart, double left, double right) {}

    /** Tells whether there are many digits of both terms. */
    static boolean knows(Term left, Term right) {
        return formula(left).isPresent() && formula(right).isPresent();
    }

    /**
     * Compares at a point.
     *
     * @param most the largest number of digits that is tried
     */
    static Sides compare(Term left, Term right, Map<String, Double> point, double relative, int most) {
        Optional<Expression> first = formula(left);
        Optional<Expression> second = formula(right);
        if (first.isEmpty() || second.isEmpty()) {
            return UNKNOWN;
        }
        Sides found = UNKNOWN;
        for (int digits : DIGITS.stream().filter(count -> count <= most).toList()) {
            HighPrecisionInterval a = HighPrecisionInterval.atDoubles(first.get(), point, digits);
            HighPrecisionInterval b = HighPrecisionInterval.atDoubles(second.get(), point, digits);
            found = compare(a, b, relative);
            if (found.kind() != Kind.UNKNOWN) {
                return found;
            }
        }
        return found;
    }

    /** Returns the formula that a term is, or whose value it has everywhere. */
    public static Optional<Expression> formula(Term term) {
        if (term instanceof Formula formula) {
            return Optional.of(formula.expression());
        }
        return term instanceof Derivative derivative ? Optional.of(derivative.expression()) : Optional.empty();
    }

    private static Sides compare(HighPrecisionInterval a, HighPrecisionInterval b, double relative) {
        boolean undefined = a.state() == HighPrecisionInterval.State.UNDEFINED
                || b.state() == HighPrecisionInterval.State.UNDEFINED;
        if (undefined) {
            return new Sides(Kind.UNDEFINED, 0, Optional.empty(), 0, 0);
        }
        if (!a.isDefined() || !b.isDefined()) {
            return UNKNOWN;
        }
        if (a.isZero() && b.isZero()) {
            return new Sides(Kind.BOTH_ZERO, 0, Optional.empty(), 0, 0);
        }
        MathContext rounding = new MathContext(40, RoundingMode.HALF_EVEN);
        BigDecimal most = a.upper()
                .subtract(b.lower(), rounding)
                .abs()
                .max(b.upper().subtract(a.lower(), rounding).abs());
        BigDecimal least = a.lower()
                .subtract(b.upper(), rounding)
                .max(b.lower().subtract(a.upper(), rounding))
                .max(BigDecimal.ZERO);
        BigDecimal largest = a.lower()
                .abs()
                .max(a.upper().abs())
                .max(b.lower().abs())
                .max(b.upper().abs());
        BigDecimal surely = smallest(a).max(smallest(b));
        BigDecimal tolerance = new BigDecimal(relative);
        if (surely.signum() > 0 && most.compareTo(tolerance.multiply(surely)) <= 0) {
            Optional<String> apart =
                    least.signum() > 0 ? Optional.of(least.round(SHORT).toString()) : Optional.empty();
            double difference = most.divide(surely, SHORT).doubleValue();
            return new Sides(Kind.AGREES, difference, apart, middle(a), middle(b));
        }
        return least.compareTo(tolerance.multiply(largest)) > 0
                ? new Sides(Kind.DIFFERS, 0, Optional.empty(), middle(a), middle(b))
                : UNKNOWN;
    }

    private static BigDecimal smallest(HighPrecisionInterval a) {
        return a.sign() == 0 ? BigDecimal.ZERO : a.lower().abs().min(a.upper().abs());
    }

    private static double middle(HighPrecisionInterval a) {
        return a.lower().add(a.upper(), MathContext.DECIMAL64).doubleValue() / 2;
    }
}
