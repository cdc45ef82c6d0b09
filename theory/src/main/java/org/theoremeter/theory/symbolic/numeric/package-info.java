/**
 * Formulas in numbers: evaluation in any of Hipparchus' fields (derivatives, many digits), numbers with a bound on
 * their error, quadrature. What is found here is approximate; what must hold for certain is enclosed, or proved.
 *
 * <ul>
 *   <li>Evaluation: {@link FieldEvaluation} in any field, {@link HighPrecision} with many digits. {@link Approximation} is a
 *       number with a bound on its error.
 *   <li>Quadrature: {@link Quadrature} is the value of an integral; {@code AdaptiveGauss} is the rule, {@code DecayingTail} a
 *       function that is 0 where it has long decayed.
 * </ul>
 */
package org.theoremeter.theory.symbolic.numeric;
