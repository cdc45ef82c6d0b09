/**
 * Experiments that train nonlinear networks: every kind of network on every task, with the same parameters for how it is
 * trained and the same observables. Published constants are the defaults (STM paper; theory 6, 3.9 and 1.10).
 *
 * <ul>
 *   <li>Entry: {@link TrainingExperiment}. {@code NetworkKind} lists the networks and {@code TaskKind} the tasks, each with its
 *       parameters; {@code TrainingParameters} are those of how a network is trained; {@code PublishedRank2} is the initial
 *       network of a published example. {@code TrainedMechanism} measures by which mechanism a network that has learned remembers.
 *   <li>{@link PassageExperiment} trains a low-rank network in the same way and looks at its mechanism on the way: {@code PassageSetting} says
 *       what is trained, {@code PassageCourse} keeps what is seen.
 *   <li>A network or task of {@code network} or {@code task} becomes part of an experiment by a constant of {@code NetworkKind}
 *       or {@code TaskKind}.
 * </ul>
 */
package org.theoremeter.simulate.experiment.nonlinear;
