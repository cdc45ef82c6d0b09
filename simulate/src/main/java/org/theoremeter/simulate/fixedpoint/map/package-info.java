/**
 * The maps whose fixed points are looked for: one step of a network without noise whose input is held, with first and second
 * derivatives, and with bounds of rounding and of how fast the derivative changes, by which points are certified.
 * Enters what concerns one kind of network; how a search goes does not. Theory 3 and 6.
 *
 * <ul>
 *   <li>Entry: {@link NetworkMap} makes the map of any network; {@link SearchedMap} is what a search asks of a map, so that others can be
 *       searched too.
 *   <li>Kinds: {@code RateMap} of leaky and low-rank networks, {@code CurrentMap} of tanh networks, {@link PiecewiseMap} of
 *       piecewise-linear ones. An LSTM has the general one, and no bounds.
 *   <li>What they share: {@code Drive}, biases and held input; {@code Rounding}, bounds of rounding.
 * </ul>
 */
package org.theoremeter.simulate.fixedpoint.map;
