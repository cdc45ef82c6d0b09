/**
 * Tasks: what a nonlinear network is shown and what it should answer, as {@link org.theoremeter.simulate.task.Trials}
 * that are drawn anew every epoch.
 * A {@link org.theoremeter.simulate.task.Task} enters with the exact law of its trials, the weights of its loss and how
 * its answers are scored; lengths are in steps, which {@link org.theoremeter.simulate.experiment.TimeStep} makes of times.
 * The delayed cue and the single cue are those of section 3 of the theory; the others are published without a theory.
 *
 * <ul>
 *   <li>Tasks: {@link DelayedCue}, {@link SingleCueDelay}, {@link DelayedAddition}, {@link EvidenceAccumulation} and
 *       {@link FlipFlop}.
 *   <li>What they share: {@link Window}, a stretch of a trial; {@code Lengths}, bounds on numbers of steps; {@link Scoring},
 *       how answers are scored.
 * </ul>
 */
package org.theoremeter.simulate.task;
