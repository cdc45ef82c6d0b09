/**
 * Dense arithmetic on matrices held as rows, fast in plain Java and free of allocation.
 * Only kernels that a profile showed to be hot belong here; everything else uses Hipparchus, save the
 * eigenvalues, where Hipparchus is wrong on nearly symmetric matrices of low rank.
 * They carry the gradients of theory 0.1 and 0.2.
 *
 * <p>{@link Rows} multiplies matrices, {@link Inverse} inverts them in place, {@link Eigenvalues} finds their eigenvalues.
 */
package org.theoremeter.simulate.arithmetic;
