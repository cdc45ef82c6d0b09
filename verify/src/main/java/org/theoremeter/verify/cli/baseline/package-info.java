/**
 * Commands about what was found before: bless keeps it, compare says what changed.
 *
 * <p>{@link BlessCommand} and {@link CompareCommand} are the commands; {@link DifferenceText} prints what changed.
 */
package org.theoremeter.verify.cli.baseline;
