/**
 * Trains nonlinear networks: a plan goes in, a history and the final parameters come out; a run that was stopped goes on from
 * its checkpoint bit for bit. Gradients come from package bptt; {@code Training} clips them as the {@code TrainingPlan} says, then
 * {@code Optimiser} turns them into a step at the rate of {@code Schedule}, until {@code Stopping} says so.
 */
package org.theoremeter.simulate.training.run;
