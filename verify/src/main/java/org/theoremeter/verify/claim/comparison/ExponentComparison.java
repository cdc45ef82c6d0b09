package org.theoremeter.verify.claim.comparison;

import java.util.OptionalDouble;
import org.theoremeter.theory.symbolic.Expression;

/**
 * Compares a slope on logarithmic axes.
 *
 * @param name the name of the comparison
 * @param source which of the claim's observations it is about
 * @param observed a formula over observables whose slope is measured
 * @param against the axis
 * @param predicted a formula whose local slope is meant, or a slope
 * @param slope whether {@code predicted} is itself a slope
 * @param finestHalf whether only the half of the grid nearest zero counts
 * @param ignoringErrors whether the errors of the user's own data are left out, for ordinary regression
 * @param leastRSquared the least R² that the line of every seed must have, if any is asked for
 * @param margin how close the slopes must be
 */
public record ExponentComparison(
        String name,
        String source,
        Expression observed,
        String against,
        Expression predicted,
        boolean slope,
        boolean finestHalf,
        boolean ignoringErrors,
        OptionalDouble leastRSquared,
        Margin margin) {}
