/**
 * Training of linear networks of low rank, neuron by neuron, and what is measured on the way: overlaps, loss, eigenvalues and
 * what should be conserved. Nothing here knows how overlaps learn; that is what it is held against.
 * Section 5 of the theory.
 *
 * <p>Entry: {@link LowRankFlowExperiment}. {@code InitialNetwork} reads what training starts from, {@code GramMatrix} makes
 * vectors with prescribed overlaps, {@code OverlapCourse} collects what is measured along training, {@code Conserved} measures
 * the drift of what is conserved.
 */
package org.theoremeter.simulate.experiment.lowrank;
