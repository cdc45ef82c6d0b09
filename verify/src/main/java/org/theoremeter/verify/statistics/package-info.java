/**
 * Critical values for means ({@code TStatistic}: wider than Student's, for skewed noise), intervals for slopes, orders, proportions and thresholds, plans of how many
 * seeds, and corrections for many claims. The interval of a mean with its numerical error is made of them in {@code judge}.
 *
 * <p>Power laws: {@code LogSlope} has the slope of values on seeds along a grid (claims of kind exponent), {@code PowerFit} and
 * {@code ErrorLine} that of single values with stated errors, {@code LogRegression} the one of textbooks, {@code ThresholdExponent} that of
 * fitted thresholds (the command fit); {@code Bend} says whether there is one at all.
 *
 * <p>Distributions come from Commons Math. Each class says which interval it gives and what it takes for granted; where that
 * fails is measured by {@code calibration}.
 */
package org.theoremeter.verify.statistics;
