package org.theoremeter.verify.sensitivity;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.theoremeter.verify.results.Sensitivity;

/** The relative errors that are tried, from {@link Sensitivity#MOST} to {@link Sensitivity#LEAST}. */
final class Ladder {

    private static final List<BigDecimal> RUNGS = Stream.of(
                    Sensitivity.MOST, 0.2, 0.1, 0.05, 0.02, 0.01, 0.005, 0.002, Sensitivity.LEAST)
            .map(BigDecimal::valueOf)
            .toList();

    private Ladder() {}

    /**
     * Returns the smallest error that is noticed like all larger ones, or nothing if the largest is not.
     *
     * @param noticed whether an error of that size is noticed
     */
    static Optional<Double> smallest(Predicate<BigDecimal> noticed) {
        Optional<Double> smallest = Optional.empty();
        for (BigDecimal rung : RUNGS) {
            if (!noticed.test(rung)) {
                return smallest;
            }
            smallest = Optional.of(rung.doubleValue());
        }
        return smallest;
    }
}
