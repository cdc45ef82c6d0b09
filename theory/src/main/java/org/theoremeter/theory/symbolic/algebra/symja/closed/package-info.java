/**
 * Closed forms of integrals, sums, limits and series, found by arithmetic on the algebra system's objects, whose own
 * integrals and limits are wrong in known places. A form is used only once it has been shown to be what it stands for:
 * by differentiating it, by exact arithmetic, or in numbers with a bound on their error.
 */
package org.theoremeter.theory.symbolic.algebra.symja.closed;
