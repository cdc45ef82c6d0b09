package org.theoremeter.verify.claim.comparison;

import org.theoremeter.theory.symbolic.Expression;

/**
 * Compares an order of convergence.
 *
 * @param name the name of the comparison
 * @param source which of the claim's observations it is about
 * @param error a formula over observables, symbols and predicted curves; its absolute value is the error
 * @param along the axis that goes to zero
 * @param average how the errors of several seeds become one
 * @param predicted the predicted order
 * @param margin how close the order must be
 */
public record ConvergenceComparison(
        String name,
        String source,
        Expression error,
        String along,
        Average average,
        Expression predicted,
        Margin margin) {}
