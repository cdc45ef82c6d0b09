/**
 * Files of a training that others read and write: weights, batches with their noise and gradient, and what a trained network
 * does when left alone, as .npz; and weights of a user's own, from which a training starts. The layout is documented in
 * docs/networks.md; {@link WeightsFile} reads saved weights with the network they are of. What knows of experiments, claims or the command line may not enter. Theory 6.
 */
package org.theoremeter.simulate.training.file;
