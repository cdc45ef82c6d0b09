/**
 * By which mechanism a network without input remembers: a limit cycle or a slow point.
 * Enters what follows from one step of the dynamics and its derivative alone; read-outs, tasks and training do not. The
 * published rule, which looks at a recorded trial in place of the dynamics, stands beside it to be compared.
 * Theory 3.1, 3.3 and 3.7.
 */
package org.theoremeter.simulate.mechanism;
