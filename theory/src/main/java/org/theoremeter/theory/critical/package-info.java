/**
 * From a loss formula to its critical learning rate: gradient flow, optimum, Hessian, the rate above which gradient descent
 * leaves the optimum, and how it scales. What enters is a formula, the names that are trained and a domain for each symbol;
 * every result that leaves says whether it was proved, agreed in numbers, or is a number with an error. That a minimum is the
 * lowest is seen, never proved: descents start all over the domain, where parts of the formula are narrow, and far out, until
 * no other is to be expected. Kinks, where a loss has no Hessian, sets of minima and changes of branch are told apart and
 * named. Theory 1.4, 1.6 and 2.4 are results of this kind.
 *
 * <ul>
 *   <li>Entry: {@link CriticalAnalysis} takes a {@link LossProblem} and holds what follows from it.
 *   <li>Results: {@link Optimum} in closed form or {@link NumericalOptimum}; {@link Curvature}, the Hessian there, and
 *       {@link Spectrum}, its eigenvalues; {@link CriticalRate}, or {@link NumericalRate} where there is no formula for it;
 *       {@link LocalExponent}, how a rate scales; {@link DescentCheck}, descent just below and just above the rate.
 *       {@code Branches} finds the values of a parameter at which the optimum changes.
 *   <li>Search for the optimum: {@code OptimumSearch} goes from one point of the parameters to the next, {@code MinimumSearch}
 *       looks for all minima at one of them and leaves {@code Minima}. {@code NewtonDescent} goes down from a start; among the
 *       starts are {@code Seeds}, places where {@code Parts} of the formula are narrow; {@code Smoothed} rounds kinks off, on
 *       which Newton's method alone gets stuck.
 *   <li>What a descent has led to: {@code Examination} says whether it is a minimum and of what kind; {@code Stationary} looks
 *       at a point with 60 digits, where {@code Inertia} counts signs of eigenvalues; {@code Neighbourhood} says what the loss
 *       is close to a state, from the smooth {@code Pieces} of its formula.
 *   <li>From numbers to formulas: {@code MonomialFit} recognises products of powers, {@code Proofs} finds out whether formulas
 *       are equal.
 * </ul>
 */
package org.theoremeter.theory.critical;
