/**
 * What a claim would notice: its prediction is made wrong, one number, exponent or sign at a time, and judged again on the
 * observations that are there. Nothing is simulated, and nothing is proved: what numbers do not refute counts as unnoticed.
 *
 * <p>Entry: {@link SensitivityAnalysis}. {@code DerivationSensitivity} makes the steps of a derivation wrong, {@code Ladder}
 * has the relative errors that are tried.
 */
package org.theoremeter.verify.sensitivity;
