/**
 * What may be wrong with a formula or a step of a derivation by a single slip: a number, an exponent, a sign. It knows the
 * formulas of {@code theory} and nothing of claims; what a slip is good for is decided by those who make it.
 *
 * <p>{@link FormulaSlips} finds the {@link Slip}s of a formula, {@link StepMutants} makes the mutants of a step.
 */
package org.theoremeter.verify.mutation;
