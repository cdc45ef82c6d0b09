/**
 * Training of linear networks of low rank, neuron by neuron, and what is measured on the way: overlaps, loss, eigenvalues and
 * what should be conserved. Nothing here knows how overlaps learn; that is what it is held against.
 * Section 5 of the theory.
 */
package org.theoremeter.simulate.experiment.lowrank;
