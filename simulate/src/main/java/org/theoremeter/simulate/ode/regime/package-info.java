/**
 * Fields that switch: the surfaces on which they do, the smooth field on each side, sliding along a surface, and where
 * a solution goes from there if it is unique.
 *
 * <ul>
 *   <li>Entry: {@link Regimes}, which makes each {@link Regime} when it is first entered. A {@link Surface} is where a field
 *       switches, {@link Decided} what formulas become on a side of it, {@code Smooth} the dynamics there, {@link Sliding} the
 *       flow along surfaces.
 *   <li>Where a solution goes: {@code Entrance} decides; a {@link Root} is a place where it may not be unique.
 * </ul>
 */
package org.theoremeter.simulate.ode.regime;
