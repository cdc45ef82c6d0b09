/**
 * Systems of a few ordinary differential equations to which learning reduces: their fields, observables,
 * Jacobians and fixed points. They are made from formulas or from Java code; integrating them is another module's
 * task. Theory 1.2, 1.6, 2.2, 3 and 4 are of this kind.
 */
package org.theoremeter.theory.dynamics;
