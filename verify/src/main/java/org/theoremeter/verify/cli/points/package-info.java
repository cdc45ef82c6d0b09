/**
 * The command points: fixed and slow points of a network.
 *
 * <ul>
 *   <li>Entry: {@link PointsCommand}. {@code Source} is where weights come from: a file, or a training.
 *   <li>What was {@code Searched} is told in {@code PointsText}, written by {@code PointsFiles} and drawn as {@code PointsFigure}.
 * </ul>
 */
package org.theoremeter.verify.cli.points;
