/**
 * Formulas rewritten by rules that need no algebra system: sums and products gathered, case distinctions resolved,
 * linear inequalities followed to their end; and, before anything is tried, how large a result would be ({@code ExactSize},
 * {@code CommonDenominatorSize}). A rewriting is exact where the original is defined; what may be lost, such as a division by
 * what may be zero, each class says.
 */
package org.theoremeter.theory.symbolic.algebra.rewrite;
