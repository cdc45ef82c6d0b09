package org.theoremeter.verify.statistics;

import java.util.OptionalInt;
import java.util.function.IntPredicate;
import org.apache.commons.math3.special.Beta;

/**
 * Plans how many trials would decide whether a probability lies inside an interval of acceptance.
 *
 * <p>Given s successes of n trials, the successes of m further ones are beta-binomial with parameters s + ½ and n − s + ½
 * (Jeffreys' prior). The plan is the smallest number of trials, the first n among them, whose exact interval decides with a
 * probability of {@value SeedPlan#ASSURANCE}.
 */
public final class ProportionPlan {

    private static final int MOST = 20_000;

    private final Proportion known;
    private final double low;
    private final double high;
    private final double confidence;

    /**
     * Describes what is known.
     *
     * @param known the trials so far
     * @param low the lower edge of acceptance; not above 0 if there is none
     * @param high the upper edge of acceptance; not below 1 if there is none
     * @param confidence one-sided, of the interval
     */
    public ProportionPlan(Proportion known, double low, double high, double confidence) {
        this.known = known;
        this.low = low;
        this.high = high;
        this.confidence = confidence;
    }

    /** Returns how many trials would decide; empty if even {@value #MOST} would not. */
    public OptionalInt trials() {
        int few = known.trials();
        int many = few + 1;
        while (probability(many) < SeedPlan.ASSURANCE) {
            if (many > MOST) {
                return OptionalInt.empty();
            }
            few = many;
            many += Math.max(1, many / 4);
        }
        while (many - few > Math.max(1, many / 50)) {
            int middle = few + (many - few) / 2;
            if (probability(middle) < SeedPlan.ASSURANCE) {
                few = middle;
            } else {
                many = middle;
            }
        }
        return OptionalInt.of(many);
    }

    /** Returns the probability that so many trials decide. */
    private double probability(int trials) {
        int passFrom = first(trials, s -> low <= 0 || at(s, trials).lower(confidence) >= low);
        int passBelow = first(trials, s -> high < 1 && at(s, trials).upper(confidence) > high);
        int failBelow = first(trials, s -> low <= 0 || at(s, trials).upper(confidence) >= low);
        int failFrom = first(trials, s -> high < 1 && at(s, trials).lower(confidence) > high);
        double decided = 0;
        int further = trials - known.trials();
        for (int k = 0; k <= further; k++) {
            int successes = known.successes() + k;
            boolean passes = successes >= passFrom && successes < passBelow;
            if (passes || successes < failBelow || successes >= failFrom) {
                decided += drawn(k, further);
            }
        }
        return decided;
    }

    /** Returns the smallest number of successes from which on something holds; trials + 1 if it never does. */
    private static int first(int trials, IntPredicate holds) {
        int from = 0;
        int to = trials + 1;
        while (from < to) {
            int middle = (from + to) / 2;
            if (holds.test(middle)) {
                to = middle;
            } else {
                from = middle + 1;
            }
        }
        return from;
    }

    private static Proportion at(int successes, int trials) {
        return new Proportion(successes, trials);
    }

    /** Returns the beta-binomial probability of k successes in so many further trials. */
    private double drawn(int k, int further) {
        double a = known.successes() + 0.5;
        double b = known.trials() - known.successes() + 0.5;
        return Math.exp(Beta.logBeta(k + a, further - k + b)
                - Beta.logBeta(a, b)
                - Beta.logBeta(k + 1.0, further - k + 1.0)
                - Math.log(further + 1.0));
    }
}
