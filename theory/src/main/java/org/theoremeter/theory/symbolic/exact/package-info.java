/**
 * Proofs of identities by exact arithmetic: a difference is brought to a quotient of polynomials over the rational numbers in
 * generators (symbols, exponentials, phases, logarithms, roots), whose relations are known, and is zero if the numerator is.
 * It may use formulas, regions and high precision; no simplifier has a say.
 */
package org.theoremeter.theory.symbolic.exact;
