package org.theoremeter.verify.sensitivity;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.theoremeter.verify.results.Sensitivity;

/** The relative errors that are tried, from {@link Sensitivity#MOST} to {@link Sensitivity#LEAST}. */
final class Ladder {

    /** Errors that should be noticed, tried one after another. */
    private static final List<BigDecimal> LARGE = rungs(Sensitivity.MOST, 0.2, Sensitivity.LARGEST);

    /** Errors that need not be, among which the smallest is found by bisection. */
    private static final List<BigDecimal> SMALL = rungs(0.05, 0.02, 0.01, 0.005, 0.002, Sensitivity.LEAST);

    private Ladder() {}

    private static List<BigDecimal> rungs(double... errors) {
        return Arrays.stream(errors).mapToObj(BigDecimal::valueOf).toList();
    }

    /**
     * Returns the smallest error that is noticed like all larger ones, or nothing if the largest is not. Below {@link
     * Sensitivity#LARGEST}, an error is taken to be noticed where a smaller one is.
     *
     * @param noticed whether an error of that size is noticed
     */
    static Optional<Double> smallest(Predicate<BigDecimal> noticed) {
        Optional<Double> smallest = Optional.empty();
        for (BigDecimal rung : LARGE) {
            if (!noticed.test(rung)) {
                return smallest;
            }
            smallest = Optional.of(rung.doubleValue());
        }
        int unnoticed = SMALL.size() - 1;
        if (noticed.test(SMALL.get(unnoticed))) {
            return Optional.of(Sensitivity.LEAST);
        }
        int known = -1;
        while (unnoticed - known > 1) {
            int middle = (known + unnoticed) / 2;
            if (noticed.test(SMALL.get(middle))) {
                known = middle;
            } else {
                unnoticed = middle;
            }
        }
        return known < 0 ? smallest : Optional.of(SMALL.get(known).doubleValue());
    }
}
