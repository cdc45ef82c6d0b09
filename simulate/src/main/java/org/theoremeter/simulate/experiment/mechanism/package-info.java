/**
 * Experiments on rules that tell a limit cycle from a slow point, on systems whose mechanism is known.
 * A system enters with a map of one or two latent variables and its derivative; it is hidden in N dimensions the same way for
 * all.
 * Theory 3.1, 3.3 and 3.7.
 */
package org.theoremeter.simulate.experiment.mechanism;
