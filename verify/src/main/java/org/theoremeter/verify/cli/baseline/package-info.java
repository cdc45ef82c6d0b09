/**
 * Commands about what was found before: bless keeps it, compare says what changed.
 */
package org.theoremeter.verify.cli.baseline;
