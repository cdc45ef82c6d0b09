/**
 * The command line: one class a command, picocli underneath.
 *
 * <p>Commands read options, call the other packages and print; what they print is our own words only. Exit status: 0 all
 * as expected, 1 a claim failed, 2 bad input, 3 inconclusive or error.
 */
package org.theoremeter.verify.cli;
