/**
 * From a loss formula to its critical learning rate: gradient flow, optimum, Hessian, the rate above which gradient
 * descent leaves the optimum, and how it scales. What enters is a formula, the names that are trained and a domain for
 * each symbol; every result that leaves says whether it was proved or agreed in numbers. Theory 1.4, 1.6 and 2.4 are
 * results of this kind.
 */
package org.theoremeter.theory.critical;
