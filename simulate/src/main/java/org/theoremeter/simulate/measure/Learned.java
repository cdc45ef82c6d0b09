package org.theoremeter.simulate.measure;

import java.util.OptionalInt;

/**
 * Whether a run learned its task (STM), from the accuracy and reliability of every epoch.
 *
 * <p>It <em>once learned</em> if there is an epoch in which both exceed 0.8. It is {@link Ending#LEARNED} if it once
 * learned, was not cut short, both means over the last tenth of the epochs (rounded down, at least one) exceed 0.8, and from
 * that first epoch on, itself included, [#(acc &lt; 0.6) + #(rel &lt; 0.6)] / [#(acc &gt; 0.6) + #(rel &gt; 0.6)] &lt; 0.1.
 * Otherwise it is {@link Ending#UNSTABLE} if it once learned, and {@link Ending#NOT_LEARNED} if not, whatever the means.
 * Without this rule of stability, as for a cue that is held, it is learned <em>at the end</em> if it was not cut short and both
 * means exceed 0.8, whatever was before.
 *
 * @param ending how it ended, one of the three
 * @param first the first epoch, from 0, in which both exceed 0.8; empty if it never learned
 * @param lost whether, after it once learned, accuracy or reliability fell below 0.6 in some epoch or the run was cut short,
 *     even if it learned again
 * @param atEnd whether it was learned at the end, without the rule of stability
 */
public record Learned(Ending ending, OptionalInt first, boolean lost, boolean atEnd) {

    private static final double HIGH = 0.8;
    private static final double LOW = 0.6;
    /** Less than a tenth as many low values as high ones are allowed; in whole numbers, so that the edge is exact. */
    private static final long HIGH_FOR_EACH_LOW = 10;

    private static final int LAST_PART = 10;

    /** How a run ended. */
    public enum Ending {
        /** It learned, and kept what it learned. */
        LEARNED,
        /** It once learned, but lost it too often, at the end, or by being cut short. */
        UNSTABLE,
        /** It never learned. */
        NOT_LEARNED
    }

    /**
     * Judges a run.
     *
     * @param accuracies accuracy of every epoch, in [0, 1]
     * @param reliabilities reliability of every epoch, in [0, 1]
     * @param cutShort whether a value that is not finite, or a loss at which training is given up, cut the run short, after the
     *     epochs given
     * @throws IllegalArgumentException if the two differ in length, an entry lies outside [0, 1], or there is no epoch
     *     although the run was not cut short
     */
    public static Learned of(double[] accuracies, double[] reliabilities, boolean cutShort) {
        int epochs = accuracies.length;
        if (reliabilities.length != epochs) {
            throw new IllegalArgumentException("found " + epochs + " accuracies and " + reliabilities.length
                    + " reliabilities, accepted: one of each an epoch");
        }
        if (epochs == 0 && !cutShort) {
            throw new IllegalArgumentException("found no epoch, accepted: at least one unless the run was cut short");
        }
        check("accuracy", accuracies);
        check("reliability", reliabilities);
        boolean atEnd = !cutShort && lastMean(accuracies) > HIGH && lastMean(reliabilities) > HIGH;
        int first = first(accuracies, reliabilities);
        if (first == epochs) {
            return new Learned(Ending.NOT_LEARNED, OptionalInt.empty(), false, atEnd);
        }
        int low = below(accuracies, first) + below(reliabilities, first);
        int high = above(accuracies, first) + above(reliabilities, first);
        boolean kept = atEnd && HIGH_FOR_EACH_LOW * low < high;
        Ending ending = kept ? Ending.LEARNED : Ending.UNSTABLE;
        return new Learned(ending, OptionalInt.of(first), cutShort || low > 0, atEnd);
    }

    private static void check(String what, double[] values) {
        for (int epoch = 0; epoch < values.length; epoch++) {
            if (!(values[epoch] >= 0 && values[epoch] <= 1)) {
                throw new IllegalArgumentException(
                        what + " of epoch " + epoch + ": found " + values[epoch] + ", accepted: [0, 1]");
            }
        }
    }

    private static int first(double[] accuracies, double[] reliabilities) {
        int epoch = 0;
        while (epoch < accuracies.length && !(accuracies[epoch] > HIGH && reliabilities[epoch] > HIGH)) {
            epoch++;
        }
        return epoch;
    }

    private static int below(double[] values, int from) {
        int count = 0;
        for (int epoch = from; epoch < values.length; epoch++) {
            count += values[epoch] < LOW ? 1 : 0;
        }
        return count;
    }

    private static int above(double[] values, int from) {
        int count = 0;
        for (int epoch = from; epoch < values.length; epoch++) {
            count += values[epoch] > LOW ? 1 : 0;
        }
        return count;
    }

    private static double lastMean(double[] values) {
        int count = Math.max(1, values.length / LAST_PART);
        double sum = 0;
        for (int epoch = values.length - count; epoch < values.length; epoch++) {
            sum += values[epoch];
        }
        return sum / count;
    }
}
