/**
 * Critical values for means, intervals for slopes, orders, proportions and thresholds, plans of how many seeds, and corrections
 * for many claims. The interval of a mean with its numerical error is made of them in {@code judge}.
 *
 * <p>Distributions come from Commons Math. Each class says which interval it gives and what it takes for granted; where that
 * fails is measured by {@code calibration}.
 *
 * <ul>
 *   <li>Means: {@link Sample} has a number a seed, {@link TStatistic} critical values that are wider than Student's, for skewed
 *       noise; {@link SeedPlan} plans how many seeds would decide; {@link SerialCorrelation} measures whether neighbours in an
 *       order are alike.
 *   <li>Power laws: {@link LogSlope} has the slope of values on seeds along a grid (claims of kind exponent), {@link PowerFit}
 *       and {@link ErrorLine} that of single values with stated errors, {@link LogRegression} the one of textbooks,
 *       {@link ThresholdExponent} that of fitted thresholds (the command fit); {@link Bend} says whether points bend away from
 *       a straight line.
 *   <li>Proportions: {@link Proportion} has successes of trials, {@link ProportionPlan} plans how many trials would decide.
 *   <li>Thresholds of {@link BinomialCounts}: a {@link ThresholdMethod} says how a {@link Threshold} is found,
 *       {@link ThresholdModel} how the fraction depends on the coordinate around it; {@link LikelihoodThreshold} and
 *       {@link LeastSquaresThreshold} find it.
 *   <li>Many claims at once: {@link Holm}.
 * </ul>
 */
package org.theoremeter.verify.statistics;
