/**
 * Trains nonlinear networks: a plan goes in, a history and the final parameters come out; a run that was stopped goes on from
 * its checkpoint bit for bit.
 *
 * <ul>
 *   <li>Entry: {@link Training} follows a {@link TrainingPlan} and leaves a {@link TrainingResult}, with a {@link History} of
 *       every epoch; a {@link Watcher} hears of each.
 *   <li>The plan: gradients come from package bptt and are clipped as it says; {@link Optimiser} turns them into a step at the
 *       rate of {@link Schedule}, until {@link Stopping} says so. A new optimiser or schedule is a record in its interface;
 *       an optimiser's arithmetic is an operation of {@link org.theoremeter.simulate.kernel.Updates}. The names by which claims
 *       choose them, and their constants, are those of {@code TrainingParameters} in {@code experiment.nonlinear}.
 *   <li>Going on: {@link Checkpoints} keeps a {@code Checkpoint} in a file, as bytes in the {@code CheckpointFormat}; a
 *       {@link CheckpointException} tells why one cannot be gone on from.
 * </ul>
 */
package org.theoremeter.simulate.training.run;
