/**
 * Experiments on the two toy mechanisms of short-term memory, the slow point and the limit cycle.
 * A new one enters with its equation of motion integrated and its events located: no closed form of an event time, a
 * loss or a gradient is used.
 * Theory 3, and theory 7.2.
 *
 * <ul>
 *   <li>Experiments: {@link LossExperiment} simulates one trial, {@link DescentExperiment} descends on the simulated loss,
 *       {@link ToleratedRateExperiment} brackets the learning rates at which descent dies or escapes, {@link SearchExperiment}
 *       follows gradient flow with temporal consistency.
 *   <li>What is simulated: a {@code Mechanism}, which is a {@code SlowPoint} or a {@code LimitCycle}, on a {@code Trial};
 *       {@code Consistency} is the penalty on movement; {@code Crossings} locates events along a path, and {@code Switching} holds when the output switches.
 *   <li>Searches: {@code Descent} is gradient descent, {@code Fate} what became of it, {@code Landscape} finds where along r
 *       the loss changes its form.
 * </ul>
 */
package org.theoremeter.simulate.experiment.shortterm;
