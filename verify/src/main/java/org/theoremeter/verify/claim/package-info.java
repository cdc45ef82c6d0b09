/**
 * Claims as data: what is predicted, which simulation it is about, how close it must come. Nothing here knows YAML or
 * reads a file; {@code claim.read} makes claims of a file, {@code evaluate} brings them together with what was observed, and
 * {@code judge} judges. A new kind of claim enters as a kind of {@link org.theoremeter.verify.claim.Claim}, and every {@code Cases}
 * says what it means there.
 *
 * <p>Who does what:
 *
 * <ul>
 *   <li>Claims: {@link Claim} has a record a {@link Kind}; {@link Header} is what all of them carry, with {@link Standing}, how
 *       sure theory is, and {@link Expectation}, a known disagreement; {@link JudgeSettings} say how strictly they are judged,
 *       {@link Profile} how much time a run of them may take.
 *   <li>What is shared and observed: {@link Given} has the free symbols; {@link Observe} says what is observed; {@link Grid} is
 *       what {@code over} says, made of one {@link Axis} a symbol, and a {@link GridPoint} is one of its points;
 *       {@link Recorded} is what was observed before; {@link Thresholds} are fitted to runs, each as {@link ThresholdFit} says,
 *       and then stand in their place.
 *   <li>Predictions made wrong: a {@link PredictedSlip} is one place, {@link Exemptions} those that need not be noticed;
 *       {@link Rewriting} puts other formulas into a prediction, and {@code Rewritten} makes the claim with them.
 * </ul>
 */
package org.theoremeter.verify.claim;
