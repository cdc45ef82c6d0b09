package org.theoremeter.verify.claim;

import org.theoremeter.verify.statistics.BinomialCounts;
import org.theoremeter.verify.statistics.Coordinate;
import org.theoremeter.verify.statistics.Threshold;
import org.theoremeter.verify.statistics.ThresholdMethod;
import org.theoremeter.verify.statistics.ThresholdModel;

/**
 * How a claim has a threshold fitted to counts.
 *
 * @param model how the fraction depends on the coordinate
 * @param method how the threshold is found
 * @param scale the scale of the coordinate on which it is fitted
 * @param least the largest fraction below which there is no threshold, in [0, 1]
 */
public record ThresholdFit(ThresholdModel model, ThresholdMethod method, Coordinate scale, double least) {

    /** Fits counts, with the interval of trials that may succeed together where the method has one. */
    public Threshold of(BinomialCounts counts, double confidence) {
        return fit(method, counts, confidence);
    }

    /** The same, the trials taken for independent. */
    public Threshold ofIndependent(BinomialCounts counts, double confidence) {
        return fit(independent(), counts, confidence);
    }

    /** Fits a part of the counts that have a threshold, the trials taken for independent, whatever the largest fraction. */
    public Threshold ofPart(BinomialCounts counts, double confidence) {
        return independent().fit(model, counts, confidence);
    }

    private ThresholdMethod independent() {
        return method.equals(ThresholdMethod.DEPENDENT_LIKELIHOOD) ? ThresholdMethod.LIKELIHOOD : method;
    }

    private Threshold fit(ThresholdMethod how, BinomialCounts counts, double confidence) {
        return counts.largestFraction() < least
                ? new Threshold.None("the largest fraction is below " + least)
                : how.fit(model, counts, confidence);
    }

    /** Returns such as {@code threshold of a logistic in ln rate, fitted to NL by maximum likelihood}. */
    public String described(String of, String along) {
        return "threshold of a " + model.text() + " in " + scale.of(along) + ", fitted to " + of + " by "
                + (method.equals(ThresholdMethod.DEPENDENT_LIKELIHOOD) ? "maximum " : "") + method.described();
    }
}
