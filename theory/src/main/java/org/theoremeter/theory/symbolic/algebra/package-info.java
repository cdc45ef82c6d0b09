/**
 * Equality of formulas: a first look in numbers, a proof by exact arithmetic, and a close look in numbers at what is not
 * proved. The algebra system only proposes forms, is reached from here only, is loaded when a proof is asked for, and is
 * never handed text. It serves the identities of every section of the theory.
 */
package org.theoremeter.theory.symbolic.algebra;
