/**
 * The judges: from samples, predictions and margins to verdicts, one judge for each quantity that claims bound.
 *
 * <p>Judges are pure functions of plain numbers; they know neither networks nor claim files, and can therefore be calibrated on
 * synthetic samples. A verdict is an equivalence test: PASS means that the whole interval lies inside the margin: noise widens
 * the interval and makes passing harder, and a false claim on seeds passes with a probability of at most 1 − confidence where
 * the assumptions of its interval hold.
 *
 * <ul>
 *   <li>Judges of what is measured: {@link ValueJudge} for means, {@link DistanceJudge} for distances and drifts,
 *       {@link ExponentJudge} for slopes, {@link ScatterJudge} for slopes through points measured once,
 *       {@link SlopeDifferenceJudge} for differences of two slopes, {@link ConvergenceJudge} for orders, {@link ComparisonJudge} for pairs, {@link FractionJudge} for probabilities.
 *   <li>Judge of what is shown: {@link EvidenceJudge}, for identities and steps.
 *   <li>What goes in: samples, and a {@link NumericalError}. {@code MeanInterval} is the interval of a mean with that error;
 *       what it is made of is in {@code statistics}. {@link InterimAnalyses} says how confident each must be where seeds are
 *       added.
 *   <li>What comes out: a {@link Judgement} with a {@link Verdict} and an {@link Estimate}; {@link Figures} writes the numbers
 *       of messages.
 * </ul>
 */
package org.theoremeter.verify.judge;
