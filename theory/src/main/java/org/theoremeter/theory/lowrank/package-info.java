/**
 * The overlaps of a linear network of low rank, and how they learn: the loss by the visible overlaps, with its slopes, and
 * the closed flow of all overlaps. What enters is a function of overlaps alone and knows no neurons. Section 5 of the theory.
 *
 * <p>Entry: {@link LowRankLaws}. An {@link Overlap} is one inner product, {@code OverlapFlow} the closed flow of all of them;
 * {@code VisibleLoss} has the loss and its slopes, for a target that is a {@code Filter}, by solving a
 * {@code LyapunovEquation}.
 */
package org.theoremeter.theory.lowrank;
