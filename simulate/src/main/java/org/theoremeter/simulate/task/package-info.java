/**
 * Tasks: what a nonlinear network is shown and what it should answer, as {@link org.theoremeter.simulate.task.Trials}
 * that are drawn anew every epoch.
 * A {@link org.theoremeter.simulate.task.Task} enters with the exact law of its trials, the weights of its loss and how
 * its answers are scored; lengths are in steps, which {@link org.theoremeter.simulate.experiment.TimeStep} makes of times.
 * The delayed cue and the single cue are those of section 3 of the theory; the others are published without a theory.
 */
package org.theoremeter.simulate.task;
