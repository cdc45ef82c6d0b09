/**
 * From a loss formula to its critical learning rate: gradient flow, optimum, Hessian, the rate above which gradient
 * descent leaves the optimum, and how it scales. What enters is a formula, the names that are trained and a domain for
 * each symbol; every result that leaves says whether it was proved, agreed in numbers, or is a number with an error. That
 * a minimum is the lowest is seen, never proved: descents start all over the domain, where parts of the formula are
 * narrow, and far out, until no other is to be expected. Kinks, where a loss has no Hessian, sets of minima and changes of
 * branch are told apart and named. {@code CriticalAnalysis} is where others enter; {@code MinimumSearch} and {@code OptimumSearch} find the
 * optimum, {@code Curvature} and {@code Spectrum} its Hessian and eigenvalues, {@code NumericalRate} the rate where there is no formula. Theory 1.4, 1.6 and 2.4 are results of this kind.
 */
package org.theoremeter.theory.critical;
