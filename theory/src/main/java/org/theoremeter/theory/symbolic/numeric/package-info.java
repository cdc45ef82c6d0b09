/**
 * Formulas in numbers: evaluation in any of Hipparchus' fields (derivatives, many digits), numbers with a bound on
 * their error, quadrature. What is found here is approximate; what must hold for certain is enclosed, or proved.
 */
package org.theoremeter.theory.symbolic.numeric;
