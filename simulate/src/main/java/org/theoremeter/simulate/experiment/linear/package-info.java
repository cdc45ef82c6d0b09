/**
 * Experiments on the linear RNN that learns an integrator, an oscillator, or the mean of several of either.
 * A new one enters with bounds, units and defaults for every parameter, and always trains the full N × N network: the
 * theory is not used to take a shortcut.
 * Theory 0, 1 and 2.
 */
package org.theoremeter.simulate.experiment.linear;
