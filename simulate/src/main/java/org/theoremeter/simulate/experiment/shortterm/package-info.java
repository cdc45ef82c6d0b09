/**
 * Experiments on the two toy mechanisms of short-term memory, the slow point and the limit cycle.
 * A new one enters with its equation of motion integrated and its events located: no closed form of an event time, a
 * loss or a gradient is used.
 * Theory 3.
 */
package org.theoremeter.simulate.experiment.shortterm;
