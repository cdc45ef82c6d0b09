package org.theoremeter.verify.judge;

import java.util.stream.IntStream;

/**
 * The looks at a claim whose seeds are added until it is decided: n, 2n, 4n, … seeds, up to a bound.
 *
 * <p>Whoever may look K times has K chances to be wrong. Each look is therefore judged at confidence 1 − α/K (Bonferroni),
 * whatever rule stops the looking, so that a wrong verdict is as rare as with one look at 1 − α.
 *
 * @param first the number of seeds of the first look, at least 2
 * @param most the bound
 */
public record Looks(int first, int most) {

    /** Returns how many looks there are, at least 1. */
    public int count() {
        return (int) seeds().count();
    }

    /** Returns the number of seeds of a look. */
    public int seeds(int look) {
        return seeds().skip(look).findFirst().orElseThrow();
    }

    private IntStream seeds() {
        return IntStream.iterate(first, n -> n == first || n <= most, n -> 2 * n);
    }

    /**
     * Returns the confidence of each look.
     *
     * @param confidence 1 − α of all looks together
     */
    public double confidence(double confidence) {
        return 1 - (1 - confidence) / count();
    }
}
