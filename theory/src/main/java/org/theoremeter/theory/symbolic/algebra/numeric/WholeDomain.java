package org.theoremeter.theory.symbolic.algebra.numeric;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.theoremeter.theory.symbolic.Expression;
import org.theoremeter.theory.symbolic.enclosure.Agreement;
import org.theoremeter.theory.symbolic.enclosure.Interval;
import org.theoremeter.theory.symbolic.numeric.Quadrature;
import org.theoremeter.theory.symbolic.precision.HighPrecisionInterval;
import org.theoremeter.theory.symbolic.region.Region;
import org.theoremeter.theory.symbolic.term.DefiniteIntegral;
import org.theoremeter.theory.symbolic.term.Term;

/** Encloses the difference of two terms on the whole domain: formulas of few symbols, and numbers. */
public final class WholeDomain {
    /** Beyond so many symbols subdivision to a tolerance does not end. */
    private static final int MOST_SYMBOLS = 2;

    private static final long BOXES = 4_000;
    private static final int DIGITS = 50;

    private WholeDomain() {}

    /** Returns what enclosures say of two terms that agree in numbers, if they say anything. */
    public static Optional<Equality> of(Term left, Term right, Region region, double relative, Equality.Agreed agreed) {
        Set<String> symbols = new TreeSet<>(left.symbols());
        symbols.addAll(right.symbols());
        if (symbols.isEmpty()) {
            return ofNumbers(left, right, relative, agreed);
        }
        Optional<Expression> first = PrecisePoint.formula(left);
        Optional<Expression> second = PrecisePoint.formula(right);
        if (first.isEmpty() || second.isEmpty() || symbols.size() > MOST_SYMBOLS) {
            return Optional.empty();
        }
        Agreement.Result result = Agreement.of(first.get(), second.get(), region.about(symbols), relative, BOXES);
        if (result instanceof Agreement.Result.Shown shown) {
            return Optional.of(new Equality.Enclosed(
                    agreed.points(),
                    agreed.worst(),
                    "the sides differ by at most " + relative + " of the larger anywhere, over " + shown.boxes()
                            + " boxes; not proved: " + agreed.whyNotProved()));
        }
        // Where doubles show no difference there is nothing to show a reader either.
        return result instanceof Agreement.Result.Differ differ
                        && differ.left().middle() != differ.right().middle()
                ? Optional.of(new Equality.Refuted(
                        differ.box().middle(),
                        differ.left().middle(),
                        differ.right().middle()))
                : Optional.empty();
    }

    private static Optional<Equality> ofNumbers(Term left, Term right, double relative, Equality.Agreed agreed) {
        Optional<Interval> a = enclosed(left);
        Optional<Interval> b = enclosed(right);
        if (a.isEmpty() || b.isEmpty()) {
            return Optional.empty();
        }
        double most = Math.max(
                Math.abs(a.get().upper() - b.get().lower()),
                Math.abs(b.get().upper() - a.get().lower()));
        double least = Math.max(a.get().mignitude(), b.get().mignitude());
        // Half of the tolerance leaves room for the rounding of this comparison.
        return most <= relative / 2 * least
                ? Optional.of(new Equality.Enclosed(
                        agreed.points(),
                        agreed.worst(),
                        "both numbers are enclosed, and differ by at most " + most + "; not proved: "
                                + agreed.whyNotProved()))
                : Optional.empty();
    }

    private static Optional<Interval> enclosed(Term term) {
        if (term instanceof DefiniteIntegral integral) {
            Quadrature quadrature = integral.quadrature(Map.of());
            return quadrature.rigorous()
                    ? Optional.of(Interval.closed(
                            Math.nextDown(quadrature.value() - quadrature.error()),
                            Math.nextUp(quadrature.value() + quadrature.error())))
                    : Optional.empty();
        }
        return PrecisePoint.formula(term)
                .map(formula -> HighPrecisionInterval.of(formula, Map.of(), DIGITS))
                .filter(HighPrecisionInterval::isDefined)
                .map(value -> Interval.closed(
                        Math.nextDown(value.lower().doubleValue()),
                        Math.nextUp(value.upper().doubleValue())));
    }
}
