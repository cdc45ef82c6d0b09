/**
 * The command calibrate: how often the judges, and the checkers of formulas, are wrong
 * where the truth is known.
 *
 * <p>{@link CalibrateCommand} is the command and measures judges; {@code FormulaCalibration} measures the checkers of formulas.
 */
package org.theoremeter.verify.cli.calibration;
