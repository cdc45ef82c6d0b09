/**
 * Brings claims and observations together: from what was measured to what a judge needs, with the curves as evidence.
 *
 * <p>Reads scalars off what was observed at each grid point, {@link org.theoremeter.verify.evaluate.PointObservations}, solves
 * the predicted curves, carries numerical errors along, and asks the judge. Nothing here simulates a network; what a run could
 * not give becomes an error or, if it diverged, a failure; only a fraction counts runs that diverged.
 *
 * <ul>
 *   <li>Entry: {@link Evaluation} has a case a kind and leaves {@link Finding}s. It hands curves to
 *       {@code TrajectoryEvaluation}, exponents to {@code ExponentEvaluation} or, on what was measured once at every point,
 *       {@code ScatteredExponent}, and orders to {@code ConvergenceEvaluation}.
 *   <li>Observations: {@link Observations} has the {@link PointObservations} of every grid point; a {@code Reading} is a number
 *       read off one of them, {@code GridValues} are numbers along an axis; {@code Drift} measures how far quantities drift,
 *       {@code Successes} in how many runs something happens, {@link FulfilledRuns} in which; {@code FittedThresholds} turns a simulated grid into
 *       thresholds, {@code ThresholdCounts} shows what they were fitted to.
 *   <li>Predictions: {@link CurveSolution} solves a curve, with an {@link Accuracy}; {@link Assumed} says where formulas are
 *       meant; {@link Derivations} has derivations checked.
 *   <li>Words: {@link Statements} and {@link DerivationText} write as formulas what a claim states, {@link Compared} and
 *       {@link PassMeaning} say in words what is compared and what PASS means.
 *   <li>Ends without a verdict: {@link Undetermined} leaves a claim open, {@link Unreadable} says what is missing.
 * </ul>
 */
package org.theoremeter.verify.evaluate;
