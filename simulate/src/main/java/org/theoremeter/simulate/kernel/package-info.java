/**
 * The dense arithmetic under all nonlinear networks: products, fused passes of cells and their adjoints, normal deviates,
 * updates of parameters, in double and single precision. Sixteen samples are computed side by side; a network sees
 * {@link org.theoremeter.simulate.kernel.Kernel} and opaque {@link org.theoremeter.simulate.kernel.Store}s only. Plain Java
 * is always there; vectors of the hardware are used where the Java machine offers them, and give the same bits.
 */
package org.theoremeter.simulate.kernel;
