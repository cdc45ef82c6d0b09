/**
 * The ways in which a step may follow: derivatives, integrals, sums, limits, series, solutions, substitutions,
 * symmetries. Each says which equations and inequalities must hold for the step to hold, and discharges what no
 * equation says. A new way enters as a kind of {@link org.theoremeter.theory.derivation.justification.Justification}.
 */
package org.theoremeter.theory.derivation.justification;
