/**
 * Rigorous enclosures of definite integrals and of the tails of sums: panels with Taylor models, moments against
 * exponentials, and decaying bounds where a range is infinite. It serves the integrals of section 3 of the theory.
 */
package org.theoremeter.theory.symbolic.enclosure.integral;
