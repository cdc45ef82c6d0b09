/**
 * Trains nonlinear networks: a plan goes in, a history and the final parameters come out; a run that was stopped goes on from
 * its checkpoint bit for bit. Gradients come from package bptt.
 */
package org.theoremeter.simulate.training.run;
