/**
 * The arithmetic on the vectors of the hardware, by {@code jdk.incubator.vector}; loaded only where the Java machine was
 * started with that module. Only operations that the interface fixes to the last bit are used (no reductions, no library
 * functions), so that interpreted, compiled, wide and narrow give what plain Java gives.
 *
 * <p>Entry: {@link VectorArithmetic}. {@code VectorDoubleProducts}, {@code VectorDoubleActivations} and
 * {@code VectorDoubleNormals} have their namesakes in {@code plain}; {@code VectorFloatProducts} and {@code VectorFloatNormals}
 * are written by hand, and the build derives the activations in single precision.
 */
package org.theoremeter.simulate.kernel.vector;
