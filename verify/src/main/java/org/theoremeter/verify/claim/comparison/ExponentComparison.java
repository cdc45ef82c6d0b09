package org.theoremeter.verify.claim.comparison;

import java.util.Optional;
import java.util.OptionalDouble;
import org.theoremeter.theory.symbolic.Expression;

/**
 * Compares a slope on logarithmic axes, or the difference of two.
 *
 * @param name the name of the comparison
 * @param source which of the claim's observations it is about
 * @param observed a formula over observables whose slope is measured
 * @param against the axis
 * @param minus the slope that is taken from it, if a difference is compared
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
        Optional<Minus> minus,
        Expression predicted,
        boolean slope,
        boolean finestHalf,
        boolean ignoringErrors,
        OptionalDouble leastRSquared,
        Margin margin) {

    /**
     * A slope that is taken from another.
     *
     * @param source which of the claim's observations it is about
     * @param observed a formula over observables whose slope is measured
     * @param against the axis
     */
    public record Minus(String source, Expression observed, String against) {}

    /** Returns the same with another prediction. */
    public ExponentComparison predicting(Expression other) {
        return new ExponentComparison(
                name,
                source,
                observed,
                against,
                minus,
                other,
                slope,
                finestHalf,
                ignoringErrors,
                leastRSquared,
                margin);
    }

    /** Returns a comparison of the first of two slopes by itself, with a number. */
    public ExponentComparison first(double prediction, double within) {
        return alone(source, observed, against, prediction, within);
    }

    /** Returns a comparison of the second of two slopes by itself, with a number. */
    public ExponentComparison second(double prediction, double within) {
        Minus other = minus.orElseThrow();
        return alone(other.source(), other.observed(), other.against(), prediction, within);
    }

    private ExponentComparison alone(String of, Expression formula, String along, double prediction, double within) {
        return new ExponentComparison(
                name,
                of,
                formula,
                along,
                Optional.empty(),
                Expression.number(prediction),
                true,
                finestHalf,
                ignoringErrors,
                leastRSquared,
                new Margin(within, false));
    }
}
