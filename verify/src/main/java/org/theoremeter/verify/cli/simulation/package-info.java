/**
 * The command simulate: runs of experiments, their progress, and the files they leave.
 *
 * <ul>
 *   <li>Entry: {@link SimulateCommand}. {@code TrainingProgress} shows how a training goes on.
 *   <li>Files: {@code ObservationFiles} writes tables and figures, with {@code TrainingHistory} for series over training epochs
 *       and {@code MatrixFigure} for matrices.
 * </ul>
 */
package org.theoremeter.verify.cli.simulation;
