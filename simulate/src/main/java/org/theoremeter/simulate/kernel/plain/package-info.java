/**
 * The arithmetic in plain Java, always available. The double classes are written by hand; the float classes that differ from
 * them in the type alone are held to them by a test. Loops are shaped so that the Java machine can vectorise them.
 */
package org.theoremeter.simulate.kernel.plain;
