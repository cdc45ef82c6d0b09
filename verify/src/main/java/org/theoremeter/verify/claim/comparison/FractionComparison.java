package org.theoremeter.verify.claim.comparison;

import org.theoremeter.theory.symbolic.Expression;

/**
 * Compares how often something happens with its probability.
 *
 * @param name the name of the comparison
 * @param source which of the claim's observations it is about
 * @param success what counts as a success
 * @param predicted the predicted probability
 * @param margin how close the fraction must be
 */
public record FractionComparison(String name, String source, Success success, Expression predicted, Margin margin) {}
