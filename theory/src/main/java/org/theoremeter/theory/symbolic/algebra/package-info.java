/**
 * Equality of formulas: a first look in numbers, a proof by exact arithmetic, and a close look in numbers at what is
 * not proved; and shorter forms of a formula, each shown to be equal. {@link
 * org.theoremeter.theory.symbolic.algebra.Algebra} is where others enter. The algebra system only proposes forms, in
 * {@code symja} alone. It serves the identities of every section of the theory.
 *
 * <ul>
 *   <li>Entry: {@link Algebra}. {@link EqualityCheck} asks whether two terms are equal, in order of cost; {@code Proof} is the
 *       attempt to prove it.
 *   <li>Other forms, each shown to be equal: {@link Simplification}, a shorter formula, by way of {@code Reduction} where exact
 *       arithmetic could not hold it at once; {@link Factors}, a product; {@link Cofactor}, what is left without the factor of
 *       a root; {@link SquareRoot}, a root that is drawn.
 *   <li>Below: {@code numeric} compares in numbers, {@code rewrite} rewrites by rules, {@code symja} asks the algebra system.
 * </ul>
 */
package org.theoremeter.theory.symbolic.algebra;
