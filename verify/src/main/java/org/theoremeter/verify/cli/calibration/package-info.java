/**
 * The command calibrate: how often the judges are wrong where the truth is known.
 */
package org.theoremeter.verify.cli.calibration;
