/**
 * The arithmetic in plain Java, always available. Loops are shaped so that the Java machine can vectorise them. The build
 * derives all float classes but that of normal deviates.
 */
package org.theoremeter.simulate.kernel.plain;
