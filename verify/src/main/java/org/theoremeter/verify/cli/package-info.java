/**
 * The command line, picocli underneath: {@link org.theoremeter.verify.cli.Theoremeter} knows every command, and each
 * family of commands has a package below.
 *
 * <p>Commands read options, call the other rooms and print; what they print is our own words only. Exit status: 0 all
 * as expected, 1 a claim failed, 2 bad input, 3 inconclusive or error.
 *
 * <p>{@code FusedArithmetic} says whether this machine multiplies and adds in one step. A new command is a class in the package
 * of its family, named in {@link Theoremeter}.
 */
package org.theoremeter.verify.cli;
