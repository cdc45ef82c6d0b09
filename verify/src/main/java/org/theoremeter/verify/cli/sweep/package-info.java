/**
 * The command {@code sweep}: many runs over a grid, kept as they end, gone on with after an interruption, counted and exported.
 * A new thing that is told of a sweep is a column in {@code SweepColumns} or a line of {@code status}; what a sweep file may say is
 * read in {@code claim.read}.
 *
 * <ul>
 *   <li>Entry: {@link SweepCommand} makes what is missing; {@code StatusCommand} tells what is there.
 *   <li>Parts: {@code StoredSweep} is a sweep with its store, its numbered grid points and what is kept of them; {@code
 *       SweepProgress} counts and estimates the time left; {@code SweepTable} is what was
 *       observed as a table of {@code SweepColumns}, of the runs that a {@code SweepFilter} keeps, in an {@code ExportFile}; {@code
 *       KeptRuns} goes through them without holding any.
 *   <li>Figure: {@code PhaseFigure} draws in which part of the runs something happens, as {@code PhaseOptions} say.
 * </ul>
 */
package org.theoremeter.verify.cli.sweep;
