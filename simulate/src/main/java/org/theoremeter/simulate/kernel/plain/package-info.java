/**
 * The arithmetic in plain Java, always available. Loops are shaped so that the Java machine can vectorise them. The build
 * derives all float classes but that of normal deviates.
 *
 * <p>Entry: {@link PlainArithmetic}. One class for each interface of {@code kernel}: {@link DoubleStore},
 * {@link DoubleProducts}, {@link DoubleCells}, {@link DoubleActivations}, {@link DoubleNormals} and {@link DoubleUpdates};
 * {@link FloatNormals} is written by hand, since it uses the bits of the stream otherwise than its double class.
 */
package org.theoremeter.simulate.kernel.plain;
