/**
 * Reproducible random numbers: one root seed, and an independent stream for every name below it.
 * Everything that draws takes its stream from here, so that any run of a sweep can be re-run alone and results never
 * depend on the number of threads.
 * Random initial weights are section 1.8 of the theory.
 *
 * <p>{@link RandomStreams} gives the streams, {@link WhiteNoise} draws noise in discrete time.
 */
package org.theoremeter.simulate.random;
