/**
 * Systems of a few ordinary differential equations to which learning reduces: their fields, observables,
 * Jacobians and fixed points. They are made from formulas or from Java code; integrating them is another module's
 * task. Theory 1.2, 1.6, 2.2, 3 and 4 are of this kind.
 *
 * <ul>
 *   <li>Entry: {@link ReducedDynamics}. Its field is a {@code Field}: a {@code FormulaField}, or a {@code CodeField} made of a
 *       {@link VectorField} written in Java; what is read off a state is a formula, compiled as a {@code Reading}, or a
 *       {@link Computed} quantity written in Java.
 *   <li>Fixed points: {@code FixedPointSearch} finds each {@link FixedPoint}; {@link Stability} says what the flow does near
 *       it.
 * </ul>
 */
package org.theoremeter.theory.dynamics;
