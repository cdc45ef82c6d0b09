/**
 * Many runs at once, in parallel, each observation kept under the hash of what made it. A {@link
 * org.theoremeter.simulate.sweep.Run} is one experiment with its arguments and a seed; that it trains a network, as in {@code
 * training.run}, is its experiment's own business.
 * Nothing here knows what an experiment does; whoever adds a way to make or keep runs keeps results independent of
 * the number of threads.
 * It serves every section of the theory alike.
 *
 * <ul>
 *   <li>Entry: {@link Sweep} takes {@link Run}s and gives a {@link Result} for each; {@link Progress} is told after each.
 *   <li>Keeping: {@link ObservationStore} keeps observations under a {@code RunKey}, part of which is the
 *       {@code CodeFingerprint}; {@code ObservationJson} writes and reads them, and {@code
 *       SummaryJson} their scalars alone.
 * </ul>
 */
package org.theoremeter.simulate.sweep;
