/**
 * The dense arithmetic under all nonlinear networks: products, fused passes of cells and their adjoints, normal deviates,
 * updates of parameters, in double and single precision. Sixteen samples are computed side by side; a network sees
 * {@link org.theoremeter.simulate.kernel.Kernel} and opaque {@link org.theoremeter.simulate.kernel.Store}s only. Plain Java
 * is always there; vectors of the hardware are used where the Java machine offers them, and give the same bits.
 *
 * <p><b>To change a kernel</b>, change its class in double precision ({@code DoubleCells}, say). The build derives the class in
 * single precision ({@code FloatCells}) from it, line by line, by the rules in {@code src/main/ant/float-kernels.xml}, into
 * {@code target/generated-sources/kernels}, where a debugger finds it. Whatever does not follow from the type is marked:
 *
 * <ul>
 *   <li>{@code int count, @Wide double factor} and {@code @Wide double total = 0}: it stays double, see {@link
 *       org.theoremeter.simulate.kernel.Wide}
 *   <li>{@code SATURATED = 20; // float: 10}: in single precision it is 10
 *   <li>{@code sum = sum.fma(r, broadcast(SERIES[9])); // double only}: in single precision there is no such line
 * </ul>
 *
 * <p>Literals that end in {@code d} end in {@code f} there, and the bits of numbers are {@code int} instead of {@code long}. A
 * float class that stands among the sources is not derived: it does something else than its double class, and says what.
 * {@code FrozenBitsTest} tells whether any bit of a result changed, in either precision.
 *
 * <p>Who does what:
 *
 * <ul>
 *   <li>Entry: {@link Kernel} computes on stores of one {@link Precision}; {@link KernelChoice} names the arithmetic that a run
 *       asks for and finds it among the providers, each an {@link Arithmetic}: {@code plain}, {@code vector} and
 *       {@code openblas}.
 *   <li>What a kernel computes, on {@link Store}s: {@link Products} of matrices and panels, {@link Cells} (passes over the
 *       panels of cells), {@link Activations}, {@link Normals} (deviates, from the bits of a {@link NoiseStream}) and
 *       {@link Updates} of parameters.
 *   <li>{@link Wide} marks what stays double in derived classes. A new operation enters one of these interfaces and is written
 *       in {@code plain} first; what {@code vector} does in its place gives the same bits.
 * </ul>
 */
package org.theoremeter.simulate.kernel;
