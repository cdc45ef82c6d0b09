/**
 * What a claim compares with what, and how close it must come: one record for each way of comparing. They are data; the
 * judges are elsewhere.
 *
 * <ul>
 *   <li>One a way of comparing: {@link ValueComparison}, {@link TrajectoryComparison}, {@link ExponentComparison},
 *       {@link ConvergenceComparison}, {@link DriftComparison} (invariants), {@link PairComparison} (the kind comparison) and
 *       {@link FractionComparison}.
 *   <li>What they are made of: {@link Margin}, how close; {@link CurvePrediction}, a predicted curve; {@link Distance}, how far
 *       apart curves are, and {@link From}, where that begins; {@link Norm}, how drifts become one; {@link Average}, how errors
 *       of seeds do; {@link Success}, what a fraction counts.
 * </ul>
 */
package org.theoremeter.verify.claim.comparison;
