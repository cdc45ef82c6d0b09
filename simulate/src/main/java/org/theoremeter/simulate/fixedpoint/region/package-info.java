/**
 * Fixed points and cycles of piecewise-linear networks from their linear regions, all of them where it is said so.
 * Enters what follows from the equations alone, with bounds of rounding; searches from starts do not. Theory 6.
 *
 * <p>{@link RegionSearch} gives, for each period, an {@link Enumeration} with its {@link Cycle}s and with what was gone through; {@code
 * Itinerary} is a set of itineraries with enclosures of their states, {@code ItinerarySolver} solves one.
 */
package org.theoremeter.simulate.fixedpoint.region;
