/**
 * The command {@code sweep}: many runs over a grid, kept as they end, gone on with after an interruption, counted and exported.
 * A new thing that is told of a sweep is a column in {@code SweepTable} or a line of {@code status}; what a sweep file may say is
 * read in {@code claim.read}.
 *
 * <ul>
 *   <li>Entry: {@link SweepCommand} makes what is missing; {@code StatusCommand} tells what is there.
 *   <li>Parts: {@code StoredSweep} is a sweep with its store, its numbered grid points and what is kept of them; {@code
 *       SweepProgress} counts and estimates the time left; {@code SweepTable} writes what was observed as a table.
 * </ul>
 */
package org.theoremeter.verify.cli.sweep;
