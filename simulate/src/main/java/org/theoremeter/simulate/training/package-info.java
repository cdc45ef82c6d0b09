/**
 * Training of linear networks: exact gradients of the population loss and of the loss on given sequences, gradient flow and gradient descent.
 * A gradient enters with its derivation, and must satisfy the conservation law of theory 0.5 to round-off.
 * Nonlinear networks are trained in the packages below this one, bptt and run.
 * Theory 0.1, 0.2 and 0.5.
 */
package org.theoremeter.simulate.training;
