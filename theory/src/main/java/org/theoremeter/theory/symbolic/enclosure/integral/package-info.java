/**
 * Rigorous enclosures of definite integrals and of the tails of sums: panels with Taylor models, moments against
 * exponentials, and decaying bounds where a range is infinite. It serves the integrals of section 3 of the theory.
 *
 * <ul>
 *   <li>Entries: {@link IntegralEnclosure} for definite integrals, {@link Tail} for what is left beyond a place.
 *   <li>Finite ranges: {@code Integrand} is enclosed over each {@code Panel}, by way of {@code Moments}; {@code Shift} writes
 *       it by the distance from a place.
 *   <li>Infinite ranges: a {@code Decay} is one decaying bound; {@code Envelope} builds bounds up along the formula, with
 *       {@code Reciprocal} for divisors and {@code Exponential} for exponentials, powers and logarithms; {@code Cancellation}
 *       rewrites differences from 1 so that their decay shows.
 * </ul>
 */
package org.theoremeter.theory.symbolic.enclosure.integral;
