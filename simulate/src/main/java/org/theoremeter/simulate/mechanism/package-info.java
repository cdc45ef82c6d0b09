/**
 * By which mechanism a network without input remembers: a limit cycle or a slow point.
 * Enters what follows from one step of the dynamics and its derivative alone; read-outs, tasks and training do not. The
 * published rule, which looks at a recorded trial in place of the dynamics, stands beside it to be compared.
 * Low-rank networks are asked through their latents alone, {@link LatentDynamics}, which is exact and cheap.
 * Theory 3.1, 3.3, 3.7 and 3.9.
 */
package org.theoremeter.simulate.mechanism;
