/**
 * Exact gradients of nonlinear networks by back-propagation through time, without truncation, over batches. Networks come from
 * package network, trials from package task, arithmetic from package kernel; what is done with a gradient is no concern here.
 */
package org.theoremeter.simulate.training.bptt;
