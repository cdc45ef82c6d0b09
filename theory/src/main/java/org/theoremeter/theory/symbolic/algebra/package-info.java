/**
 * Equality of formulas: a first look in numbers, a proof by exact arithmetic, and a close look in numbers at what is
 * not proved; and shorter forms of a formula, each shown to be equal. {@link
 * org.theoremeter.theory.symbolic.algebra.Algebra} is where others enter. The algebra system only proposes forms, in
 * {@code symja} alone. It serves the identities of every section of the theory.
 */
package org.theoremeter.theory.symbolic.algebra;
