package org.theoremeter.verify.judge;

import java.util.stream.IntStream;

/**
 * The interim analyses of a claim whose seeds are added until it is decided: at n, 2n, 4n, … seeds, up to a bound.
 *
 * <p>Whoever may stop at K analyses has K chances to be wrong. Each is therefore judged at confidence 1 − α/K (Bonferroni),
 * whatever rule stops them, so that a wrong verdict is as rare as with a single analysis at 1 − α.
 *
 * @param first the number of seeds of the first analysis, at least 2
 * @param most the bound
 */
public record InterimAnalyses(int first, int most) {

    /** Returns how many analyses there are, at least 1. */
    public int count() {
        return (int) seeds().count();
    }

    /** Returns the number of seeds of an analysis, from 0. */
    public int seeds(int analysis) {
        return seeds().skip(analysis).findFirst().orElseThrow();
    }

    private IntStream seeds() {
        return IntStream.iterate(first, n -> n == first || n <= most, n -> 2 * n);
    }

    /**
     * Returns the confidence of each analysis.
     *
     * @param confidence 1 − α of all analyses together
     */
    public double confidence(double confidence) {
        return 1 - (1 - confidence) / count();
    }
}
