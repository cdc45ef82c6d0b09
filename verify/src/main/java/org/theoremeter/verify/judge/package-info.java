/**
 * The judges: from samples, predictions and margins to verdicts, one judge for each quantity that claims bound.
 *
 * <p>Judges are pure functions of plain numbers; they know neither networks nor claim files, and can therefore be
 * calibrated on synthetic samples. A verdict is an equivalence test: PASS means that the whole interval lies inside the
 * margin: noise widens the interval and makes passing harder, and a false claim on seeds passes with a probability of at
 * most 1 − confidence where the assumptions of its interval hold. The interval of a mean, with its numerical error, is {@code
 * MeanInterval} here; what it is made of is in {@code statistics}.
 */
package org.theoremeter.verify.judge;
