/**
 * Ranges of formulas over boxes of time and state: what a formula does between the points at which a method looks. A
 * run asks them whether something may hide in a step.
 */
package org.theoremeter.simulate.ode.enclosure;
