package org.theoremeter.verify.claim.comparison;

import org.theoremeter.theory.symbolic.Expression;

/**
 * Compares a predicted with an observed number.
 *
 * @param name the name of the comparison
 * @param source which of the claim's observations it is about
 * @param predicted the predicted value
 * @param observed a formula over observables
 * @param margin how close they must be
 */
public record ValueComparison(String name, String source, Expression predicted, Expression observed, Margin margin) {}
