/**
 * Linear networks that learn on a plane: the gradient of theory 0.1 for two neurons in closed form, and the laws that
 * follow from it. Formulas enter, for the network's vectors as well as for the target; the numbers come later. Theory
 * 0.1 and 0.4 are its ground, theory 1.7 and 2.2 what it is for.
 *
 * <p>Entries: {@link PlaneLaw} makes the laws; {@link PlaneSystem} has loss and gradient as formulas, of a target that is a
 * {@link LinearSystem}, by way of a {@code Gramian}.
 */
package org.theoremeter.theory.linear;
