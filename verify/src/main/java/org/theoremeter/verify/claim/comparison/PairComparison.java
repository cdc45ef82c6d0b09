package org.theoremeter.verify.claim.comparison;

import java.util.Optional;
import org.theoremeter.theory.symbolic.Expression;

/**
 * Compares two quantities of the same seed.
 *
 * @param name the name of the comparison
 * @param source which of the claim's observations the first quantity is of
 * @param first the quantity that is to come first, or to be smaller
 * @param otherSource which of the claim's observations the second quantity is of
 * @param second the other one
 * @param below the limit of the ratio first/second; empty to compare their difference with zero
 */
public record PairComparison(
        String name,
        String source,
        Expression first,
        String otherSource,
        Expression second,
        Optional<Expression> below) {}
