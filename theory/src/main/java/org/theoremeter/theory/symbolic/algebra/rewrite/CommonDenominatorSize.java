package org.theoremeter.theory.symbolic.algebra.rewrite;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hipparchus.fraction.BigFraction;
import org.theoremeter.theory.symbolic.Expression;

/** Estimates how large a sum becomes over its common denominator, before anything tries. */
public final class CommonDenominatorSize {
    private CommonDenominatorSize() {}

    /**
     * Returns how many terms numerator and denominator may have.
     *
     * @throws ExactSize.TooLarge if a factor of a term is too large for exact arithmetic by itself
     */
    public static double terms(Expression sum) {
        List<PowerProduct> terms =
                Summands.of(sum).stream().map(Decomposition::of).toList();
        Map<Expression, BigFraction> denominator = new HashMap<>();
        terms.forEach(term -> term.powers().forEach((base, exponent) -> {
            if (exponent.signum() < 0) {
                denominator.merge(base, exponent, (a, b) -> a.compareTo(b) < 0 ? a : b);
            }
        }));
        double numerators = 0;
        for (PowerProduct term : terms) {
            double size = 1;
            for (Map.Entry<Expression, BigFraction> power : term.powers().entrySet()) {
                size *= power.getValue().signum() > 0 ? size(power) : 1;
            }
            numerators += size;
        }
        double common = 1;
        for (Map.Entry<Expression, BigFraction> power : denominator.entrySet()) {
            common *= size(power);
        }
        return common * numerators;
    }

    private static double size(Map.Entry<Expression, BigFraction> power) {
        return Math.pow(ExactSize.terms(power.getKey()), power.getValue().abs().doubleValue());
    }
}
