/**
 * Reads {@code compare}: what is observed, what is predicted, the margin. One reader for each way of comparing; what
 * recorded data cannot be evidence of is refused here.
 *
 * <ul>
 *   <li>Entry: {@link CompareReader} reads the mappings under {@code compare}. One reader a way of comparing:
 *       {@link ValueReader}, {@link TrajectoryReader}, {@link ExponentReader}, {@link ConvergenceReader}, {@link DriftReader}
 *       (invariants), {@link PairReader} (the kind comparison) and {@link FractionReader}; {@code ObservedClaimReader} chooses
 *       among them.
 *   <li>Parts of a comparison: {@link MarginReader} reads the margin, {@code AxisReader} the axis of a slope or order,
 *       {@code ObservedReader} what is taken from an observation, out of the {@link Sources} by name; {@code Predicted} is the
 *       prediction that it refers to.
 *   <li>Refusing: {@code RecordedEvidence} for what recorded data cannot be evidence of, {@link Matrices} for matrices.
 * </ul>
 */
package org.theoremeter.verify.claim.read.comparison;
