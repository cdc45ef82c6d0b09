/**
 * Runs of reduced dynamics: a few coupled equations, integrated with dense output and a declared error; and curves given by
 * formulas of time.
 * Any {@link org.theoremeter.theory.dynamics.ReducedDynamics} may enter, and nothing of networks; blow-up,
 * solutions that are not unique and exhaustion are ends of a run here, not exceptions.
 * It serves every section of the theory that reduces training to a few equations, such as theory 1.2.
 *
 * <ul>
 *   <li>Entries: {@link ReducedRun}, which integrates, and {@link TimeCurve}, a curve given by a formula of time; the first
 *       returns a {@link Trajectory}, which can be asked at any time.
 *   <li>On the way: {@code Walk} goes along one solution, regime by regime; {@code Sight} looks over each step for what its
 *       method may not have seen.
 *   <li>Below: {@code method} has the methods, {@code regime} the fields that switch, {@code enclosure} the ranges of formulas
 *       over a step.
 * </ul>
 */
package org.theoremeter.simulate.ode;
