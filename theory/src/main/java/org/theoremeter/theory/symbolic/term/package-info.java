/**
 * Terms, the sides of an identity: a formula, or a definite integral, a derivative, an infinite sum, a limit or a
 * Taylor polynomial of one. Each can be evaluated with a bound on its error, and none uses an algebra system. New kinds
 * enter here, and closed forms for them in {@code algebra.symja.closed}.
 *
 * <ul>
 *   <li>Kinds of {@link Term}: {@link Formula}, {@link DefiniteIntegral}, {@link Derivative}, {@link InfiniteSum},
 *       {@link LimitValue} and {@link TaylorPolynomial}; {@link Approach} is the side of a limit.
 *   <li>For integrals: {@code Jumps} finds where an integrand may jump or bend, {@code NarrowFeatures} where it may have a
 *       narrow peak or step.
 *   <li>For sums: {@code PartialSum} adds terms up until the rest is bounded.
 *   <li>For limits: {@code Neighbourhood} is what a formula does on one side of a place, {@code Probes} are the places at which
 *       that is looked at.
 * </ul>
 */
package org.theoremeter.theory.symbolic.term;
