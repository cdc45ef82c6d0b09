/**
 * The command calibrate: how often the judges, and the checkers of formulas, are wrong
 * where the truth is known.
 */
package org.theoremeter.verify.cli.calibration;
