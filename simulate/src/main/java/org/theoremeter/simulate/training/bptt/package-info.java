/**
 * Exact gradients of nonlinear networks by back-propagation through time, without truncation, over batches. Networks come from
 * package network, trials from package task, arithmetic from package kernel; what is done with a gradient is no concern here.
 *
 * <ul>
 *   <li>Entry: {@link BackPropagation}, which gives loss and gradient; {@link Noise} and {@link InitialState} say how trials
 *       are run.
 *   <li>Full recurrent weights: {@code DensePropagation} goes from the first step to the last and back, {@code DenseCell} has
 *       what happens in the units, {@code DenseMatrices} the matrices, {@code TileTrials} the trials, sixteen a tile. A new
 *       kind of such a network gets its cell in {@code DenseCell}.
 *   <li>Rank K: {@code LowRankPropagation}, with its vectors in {@code LowRankVectors}.
 * </ul>
 */
package org.theoremeter.simulate.training.bptt;
