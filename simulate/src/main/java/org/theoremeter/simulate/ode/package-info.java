/**
 * Runs of reduced dynamics: a few coupled equations, integrated with dense output and a declared error; and curves given by
 * formulas of time.
 * Any {@link org.theoremeter.theory.dynamics.ReducedDynamics} may enter, and nothing of networks; blow-up,
 * solutions that are not unique and exhaustion are ends of a run here, not exceptions.
 * It serves every section of the theory that reduces training to a few equations, such as theory 1.2.
 */
package org.theoremeter.simulate.ode;
