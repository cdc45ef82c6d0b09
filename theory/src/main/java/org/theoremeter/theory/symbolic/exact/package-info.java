/**
 * Proofs of identities by exact arithmetic: a difference is brought to a quotient of polynomials over the rational numbers in
 * generators (symbols, exponentials, phases, logarithms, roots), whose relations are known, and is zero if the numerator is.
 * It may use formulas, regions and high precision; no simplifier has a say.
 *
 * <ul>
 *   <li>Entries: {@link ExactIdentity} for two formulas, {@link ExactSeries} for limits and Taylor polynomials.
 *   <li>From formulas and back: {@code NormalForm} brings a formula to a {@code Quotient}; {@code Exponentials},
 *       {@code PowerRules} and {@code WholePowers} have the rules for exponentials, broken and whole powers; {@code Meaning}
 *       writes polynomials as formulas.
 *   <li>Arithmetic: {@code Field} computes with quotients of {@code Polynomial}s, sums of {@code Monomial}s in
 *       {@code Generator}s; {@code Factorisation} takes polynomials apart, {@code ComplexSquare} draws roots of polynomials in
 *       phases, {@code Span} combines quotients linearly.
 *   <li>Decisions: {@code Signs} shows signs, with {@code LinearBounds} for linear inequalities between monomials;
 *       {@code AlgebraicZero} decides whether nested roots are zero; {@code Unprovable} says why it goes no further.
 *   <li>Series: {@code SeriesForm} expands formulas, {@code SeriesArithmetic} computes with their first terms.
 * </ul>
 */
package org.theoremeter.theory.symbolic.exact;
