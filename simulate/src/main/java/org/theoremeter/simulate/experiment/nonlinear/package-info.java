/**
 * Experiments that train nonlinear networks: every kind of network on every task, with the same parameters for how it is
 * trained and the same observables. Published constants are the defaults (STM paper; theory 6 and 1.10).
 */
package org.theoremeter.simulate.experiment.nonlinear;
