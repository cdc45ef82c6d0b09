/**
 * Intervals for means, slopes, orders, proportions and thresholds, plans of how many seeds, and corrections for many
 * claims.
 *
 * <p>Distributions come from Commons Math. Each class says which interval it gives and what it takes for granted; where that
 * fails is measured by {@code calibration}.
 */
package org.theoremeter.verify.statistics;
