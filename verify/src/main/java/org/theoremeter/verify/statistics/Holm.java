package org.theoremeter.verify.statistics;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Holm's correction of many tests: with it, the probability that any of them rejects wrongly is at most α.
 *
 * <p>Of m probabilities in rising order, p₍ᵢ₎ becomes the largest of (m − j + 1) p₍ⱼ₎ over j ≤ i, at most 1.
 */
public final class Holm {

    private Holm() {}

    /** Returns the corrected probabilities, in the order of the given ones. */
    public static double[] corrected(double[] probabilities) {
        List<Integer> rising = IntStream.range(0, probabilities.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> probabilities[i]))
                .toList();
        double[] corrected = new double[probabilities.length];
        double largest = 0;
        for (int rank = 0; rank < rising.size(); rank++) {
            int index = rising.get(rank);
            largest = Math.max(largest, Math.min(1, (rising.size() - rank) * probabilities[index]));
            corrected[index] = largest;
        }
        return corrected;
    }
}
