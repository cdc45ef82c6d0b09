package org.theoremeter.verify.claim.comparison;

/**
 * Compares a predicted curve with an observed series.
 *
 * @param name the name of the comparison
 * @param source which of the claim's observations it is about
 * @param predicted the name of the curve
 * @param observed the name of the series
 * @param from the event or time from which on they are compared
 * @param distance how far apart two curves are
 * @param margin the largest mean distance
 */
public record TrajectoryComparison(
        String name, String source, String predicted, String observed, From from, Distance distance, Margin margin) {}
