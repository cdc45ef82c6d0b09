/**
 * The judges: from samples, predictions and margins to verdicts, one judge a kind.
 *
 * <p>Judges are pure functions of plain numbers; they know neither networks nor claim files, and can therefore be
 * calibrated on synthetic samples. A verdict is an equivalence test: PASS means that the whole interval lies inside the
 * margin, so that noise can never make a claim pass.
 */
package org.theoremeter.verify.judge;
