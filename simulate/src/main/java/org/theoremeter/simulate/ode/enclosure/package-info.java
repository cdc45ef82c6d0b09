/**
 * Ranges of formulas over boxes of time and state: what a formula does between the points at which a method looks. A
 * run asks them whether something may hide in a step.
 *
 * <p>Entry: {@link EnclosedReader} makes of a formula a tree of {@link Enclosed} nodes, which may be an
 * {@code EnclosedFunction} or an {@code EnclosedOperation}, over a {@link Window} of time and state; {@link Ranges} has what
 * their ranges are made of. A function that is new in formulas gets its case in {@code EnclosedFunction}, which takes it else for
 * one that has its extremes at the ends of a range.
 */
package org.theoremeter.simulate.ode.enclosure;
