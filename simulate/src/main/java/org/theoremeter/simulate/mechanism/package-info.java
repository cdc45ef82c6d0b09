/**
 * By which mechanism a network without input remembers: a limit cycle or a slow point.
 * Enters what follows from one step of the dynamics and its derivative alone; read-outs, tasks and training do not. The
 * published rule, which looks at a recorded trial in place of the dynamics, stands beside it to be compared.
 * Theory 3.1, 3.3, 3.7 and 3.9.
 *
 * <ul>
 *   <li>Entry: {@link MechanismOfMemory} says what a long run of an {@link AutonomousSystem} comes to, within {@link
 *       MechanismSettings}; {@link ReferenceRule} is the published rule.
 *   <li>Systems: {@link LeakyDynamics}; {@link RankKDynamics}, a low-rank network with all its units, and {@link LatentDynamics}, its
 *       latents alone, which is exact and cheap.
 *   <li>What is looked for: {@code Orbit} is the run; {@code FixedPoint} where it rests, {@code PeriodicOrbit} what it goes round,
 *       told by {@code Returns} and {@code Stretching}; {@link SlowPassage} a slow point on its way.
 * </ul>
 */
package org.theoremeter.simulate.mechanism;
