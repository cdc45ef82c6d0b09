/**
 * Proofs of identities by exact arithmetic: a difference is brought to a quotient of polynomials over the rational numbers in
 * generators (symbols, exponentials, phases, logarithms, roots), whose relations are known, and is zero if the numerator is.
 * It may use formulas, regions and high precision; no simplifier has a say.
 *
 * <p>{@code ExactIdentity} is where others enter, {@code ExactSeries} for limits and Taylor polynomials; {@code NormalForm} brings a formula to a
 * quotient in a {@code Field} of generators, {@code Signs} shows signs.
 */
package org.theoremeter.theory.symbolic.exact;
