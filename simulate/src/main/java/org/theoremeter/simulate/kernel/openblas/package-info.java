/**
 * Products by OpenBLAS through Bytedeco's binding, an option: its native library is on the class path only of a build with the
 * profile {@code openblas}. One thread a run. Its sums run in an order of its own, so that bits differ from the other kernels'.
 *
 * <p>Entry: {@link OpenBlasArithmetic}. {@code OpenBlasDoubleProducts} multiplies in double precision; the build derives the
 * class in single precision from it.
 */
package org.theoremeter.simulate.kernel.openblas;
