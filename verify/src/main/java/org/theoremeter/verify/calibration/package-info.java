/**
 * Measures how often each judge is wrong, on synthetic observations whose truth is known.
 *
 * <p>A subject draws what a claim of its kind would observe, with a truth at or beyond the edge of the margin and with
 * moderate, skewed or heavy-tailed noise, or with the copies, chains and clusters of a user's table, and asks the same judge that
 * claims are judged by. Nothing is simulated.
 *
 * <ul>
 *   <li>Entry: {@link Calibration} measures the rate of wrong verdicts; a {@link Subject} is a judge with made-up observations,
 *       drawn with {@link Noise}. A new judge becomes a {@link Subject}.
 *   <li>Beside the judges: {@code Tables} has what is looked at in a user's table before, {@code UntilDecided} the claims whose
 *       seeds are doubled, {@link Planning} whether the number of seeds that a claim names is enough.
 * </ul>
 */
package org.theoremeter.verify.calibration;
