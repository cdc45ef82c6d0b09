package org.theoremeter.verify.statistics;

import org.apache.commons.math3.distribution.BetaDistribution;
import org.apache.commons.math3.distribution.BinomialDistribution;

/**
 * Successes of independent trials.
 *
 * <p>Its intervals are quantiles of the beta distribution; Commons Math's own Clopper–Pearson interval fails where no trial
 * or every trial succeeded.
 *
 * @param successes how many succeeded, from 0 to trials
 * @param trials how many there were, at least 1
 */
public record Proportion(int successes, int trials) {

    /** Requires counts that there can be. */
    public Proportion {
        if (trials < 1 || successes < 0 || successes > trials) {
            throw new IllegalArgumentException("found " + successes + " successes of " + trials
                    + " trials, accepted: from 0 to all of at least one trial");
        }
    }

    /** Returns the fraction of successes. */
    public double fraction() {
        return (double) successes / trials;
    }

    /** Returns the lower end of the exact interval (Clopper–Pearson): P(X ≥ successes) is 1 − confidence there. */
    public double lower(double confidence) {
        return successes == 0
                ? 0
                : new BetaDistribution(null, successes, trials - successes + 1.0)
                        .inverseCumulativeProbability(1 - confidence);
    }

    /** Returns the upper end of the exact interval (Clopper–Pearson): P(X ≤ successes) is 1 − confidence there. */
    public double upper(double confidence) {
        return successes == trials
                ? 1
                : new BetaDistribution(null, successes + 1.0, trials - successes)
                        .inverseCumulativeProbability(confidence);
    }

    /** Returns P(X ≤ successes) when each trial succeeds with probability p, clipped to [0, 1]. */
    public double atMost(double p) {
        return p >= 1
                ? successes == trials ? 1 : 0
                : p <= 0 ? 1 : new BinomialDistribution(null, trials, p).cumulativeProbability(successes);
    }

    /** Returns P(X ≥ successes) when each trial succeeds with probability p, clipped to [0, 1]. */
    public double atLeast(double p) {
        return p <= 0
                ? successes == 0 ? 1 : 0
                : p >= 1 ? 1 : 1 - new BinomialDistribution(null, trials, p).cumulativeProbability(successes - 1);
    }
}
