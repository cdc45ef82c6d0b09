/**
 * Formulas rewritten by rules that need no algebra system: sums and products gathered, case distinctions resolved, linear
 * inequalities followed to their end. A rewriting is exact where the original is defined; what may be lost, such as a division
 * by what may be zero, each class says.
 *
 * <ul>
 *   <li>Rebuilding: {@link Rewriter} goes through a formula part by part; {@link CaseDistinctions} extends it and resolves what
 *       a region decides; {@link OneSided} takes a formula just beside a place.
 *   <li>Taking apart: {@link Decomposition} into products of powers, each a {@link PowerProduct}, and sums of such;
 *       {@link Summands} opens sums; {@link RepeatedParts} puts symbols in the place of parts that occur several times;
 *       {@link RationalFormula} tells quotients of polynomials apart.
 *   <li>Linear inequalities: {@link LinearForm} reads a formula as a linear form, {@link Inequalities} decides what follows.
 *   <li>Size, before anything is tried: {@link ExactSize} when expanded, {@link CommonDenominatorSize} over a common
 *       denominator.
 *   <li>Writing: {@link ReadableForm} lays a formula out as one would by hand.
 * </ul>
 */
package org.theoremeter.theory.symbolic.algebra.rewrite;
