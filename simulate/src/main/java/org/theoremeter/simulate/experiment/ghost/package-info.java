/**
 * The experiment on ghosts: a low-rank network learns to answer after a silence, and the field of its latent is looked at on the way.
 * A new one enters when a statement about slow points of whole networks is to be held against their training.
 * Theory 3.8.
 *
 * <p>Entry: {@link GhostExperiment}; {@code GhostSetting} says what is trained, {@code LatentTraining} trains it with the read-out
 * held fixed, {@code GhostCourse} keeps what is seen of the field.
 */
package org.theoremeter.simulate.experiment.ghost;
