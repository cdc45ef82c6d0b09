/**
 * The overlaps of a linear network of low rank, and how they learn: the loss by the visible overlaps, with its slopes, and
 * the closed flow of all overlaps. What enters is a function of overlaps alone and knows no neurons. Section 5 of the theory.
 */
package org.theoremeter.theory.lowrank;
