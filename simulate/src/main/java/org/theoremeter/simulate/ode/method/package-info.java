/**
 * Methods that integrate a smooth field step by step: the explicit one of the library and Radau IIA, how far a step may
 * go, and what a run has spent. No field here switches; that is for {@code regime}.
 *
 * <ul>
 *   <li>What is integrated: {@link Flow}, a smooth field; a {@link Stretch} is a piece of its solution, which a method leaves
 *       as a {@code LibraryStep} or a {@code RadauStep}.
 *   <li>Methods: {@link Method} is what each of them is; {@link Explicit} is the library's, {@link Radau} the implicit one;
 *       {@link Stiffness} tells when the explicit one is held back, {@code FirstStep} how long a first step is. A new method
 *       implements {@link Method}. Which one integrates is not chosen here but in {@code Walk} of {@code ode}: the implicit one
 *       where {@link Stiffness} says so, else the explicit one that {@code ReducedRun} names.
 *   <li>Bounds: {@link Pace}, how far a step may go; {@link Scales}, by which sizes errors are measured; {@link Evaluations},
 *       what is spent.
 *   <li>Ends: {@link Collapsed} leaves a method, {@link Open} leaves a run.
 * </ul>
 */
package org.theoremeter.simulate.ode.method;
