/**
 * Commands that fit: critical rates from counts of who learned, and predictions for a user's own parameters.
 *
 * <ul>
 *   <li>The command fit: {@link FitCommand} reads a {@code CountTable} and fits an {@code OutcomeFit} for each outcome;
 *       {@code FitText} says it in lines, {@code FitFiles} writes tables and figures.
 *   <li>The command predict: {@link PredictCommand} integrates; {@code FixedPointText} says which fixed points there are.
 *   <li>{@code WithInterval} writes a number with its interval.
 * </ul>
 */
package org.theoremeter.verify.cli.fit;
