package org.theoremeter.verify.judge;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.theoremeter.verify.statistics.Sample;
import org.theoremeter.verify.statistics.SeedPlan;
import org.theoremeter.verify.statistics.TStatistic;

/**
 * The interval of a mean: mean ± c s/√n, with the numerical error added in full to both ends.
 *
 * <p>c is the critical value of {@link TStatistic}, which holds for skewed noise too; on the side to which the seeds themselves are
 * skewed the interval reaches farther. Without seeds the interval is the numerical error alone.
 *
 * @param seeds how many seeds the mean is of, 0 where nothing was drawn
 * @param mean the mean
 * @param standardError the standard error of the mean, 0 without seeds
 * @param skewness the skewness of the seeds, 0 without
 * @param sample the seeds themselves, of which the shape is looked at; empty without, or for what has none, such as an order
 * @param error what numerics contribute
 * @param confidence 1 − α, in (0.5, 1)
 */
record MeanInterval(
        int seeds,
        double mean,
        double standardError,
        double skewness,
        Optional<Sample> sample,
        NumericalError error,
        double confidence) {

    /** The interval of what has no shape of its own to look at, such as an order. */
    MeanInterval(int seeds, double mean, double standardError, NumericalError error, double confidence) {
        this(seeds, mean, standardError, 0, Optional.empty(), error, confidence);
    }

    static MeanInterval of(Sample sample, boolean seeded, NumericalError error, double confidence) {
        return seeded
                ? new MeanInterval(
                        sample.size(),
                        sample.mean(),
                        sample.standardError(),
                        sample.skewness(),
                        Optional.of(sample),
                        error,
                        confidence)
                : new MeanInterval(0, sample.mean(), 0, error, confidence);
    }

    /** Returns how far the interval reaches, on the side where it reaches farther. */
    double half() {
        return seeds == 0 ? error.total() : half(seeds);
    }

    double lower() {
        return mean - (seeds == 0 ? error.total() : reach(seeds, -skewness));
    }

    double upper() {
        return mean + (seeds == 0 ? error.total() : reach(seeds, skewness));
    }

    /** Returns the half-width that so many seeds of this deviation and skewness would have. */
    private double half(int n) {
        return reach(n, Math.abs(skewness));
    }

    private double reach(int n, double leaning) {
        TStatistic statistic = TStatistic.of(n);
        return statistic.critical(confidence) * statistic.reach(leaning) * deviation() / Math.sqrt(n) + error.total();
    }

    private double deviation() {
        return standardError * Math.sqrt(seeds);
    }

    /**
     * Returns the probability that noise alone brings a mean at the edge this far inside. Of data that state an interval for
     * themselves it is known only that it is at most 1 − confidence if that passes; empty where nothing was drawn.
     */
    OptionalDouble chance(double low, double high) {
        if (seeds == 0 && error.stated() > 0) {
            boolean inside = lower() >= low && upper() <= high;
            return OptionalDouble.of(inside ? 1 - confidence : 1);
        }
        if (seeds == 0 || standardError == 0) {
            return OptionalDouble.empty();
        }
        TStatistic statistic = TStatistic.of(seeds);
        double above = (high - mean - error.total()) / statistic.reach(skewness);
        double below = (mean - low - error.total()) / statistic.reach(-skewness);
        return OptionalDouble.of(statistic.tail(Math.min(above, below) / standardError));
    }

    /** Returns how many seeds would decide whether the mean lies between two edges. */
    OptionalInt seedsToDecide(double low, double high) {
        return seeds == 0 ? OptionalInt.empty() : new SeedPlan(seeds, mean, deviation(), low, high).seeds(this::half);
    }

    /**
     * Judges whether the mean lies between two edges about a prediction.
     *
     * @param name the name of the estimate
     * @param predicted the prediction
     * @param low the lower edge, possibly −∞
     * @param high the upper edge
     * @param margin what the numerical error must be well below
     * @param floor the smallest value that the quantity can have, possibly −∞
     */
    Judgement judge(
            String name, double predicted, double low, double high, double margin, double floor, String message) {
        Estimate estimate = new Estimate(
                name,
                mean,
                Math.max(floor, lower()),
                upper(),
                predicted,
                Math.max(floor, low),
                high,
                chance(low, high));
        Judgement judgement = Judgement.of(
                estimate,
                message,
                estimate.verdict() == Verdict.INCONCLUSIVE ? seedsToDecide(low, high) : OptionalInt.empty());
        Judgement tailed = guarded(judgement);
        return tailed.verdict() == Verdict.FAIL || tailed.verdict() == Verdict.ERROR
                ? tailed
                : error.tooLarge(margin).map(tailed::undecided).orElse(tailed);
    }

    /** Leaves open what rests on the mean of noise that may have no variance. */
    Judgement guarded(Judgement judgement) {
        boolean decided = judgement.verdict() == Verdict.PASS || judgement.verdict() == Verdict.FAIL;
        double lopsidedness = decided ? sample.map(Sample::lopsidedness).orElse(1.0) : 1;
        return lopsidedness > 1 && lopsidedness > TStatistic.of(seeds).heaviest()
                ? judgement.undecided(
                        "but one seed lies " + Figures.of(lopsidedness) + " times as far from their median as any on"
                                + " the other side: noise with such a tail may have no variance, and then no interval"
                                + " of its mean holds",
                        OptionalInt.empty())
                : judgement;
    }

    /** Returns what kind of interval this is, in words. */
    String kind() {
        return seeds > 0 ? Math.round(100 * (2 * confidence - 1)) + " % interval" : "within numerical error";
    }

    /** Returns an error for seeds that show no spread, from which no interval can be had. */
    static Judgement noSpread(String name, Sample sample) {
        return Judgement.error(name + ": " + sample.size() + (sample.size() == 1 ? " seed" : " seeds")
                + " gave no spread at all (" + sample.values()[0] + "), so that no interval can be given");
    }
}
