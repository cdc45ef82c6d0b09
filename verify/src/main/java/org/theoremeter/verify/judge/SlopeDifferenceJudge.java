package org.theoremeter.verify.judge;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * Judges the difference of two slopes, whatever the two have in common: the ends of its 1 − 2α interval are made of those of two
 * 1 − α intervals (Bonferroni). Independent slopes would have a shorter one, but those of the same seeds are not.
 *
 * <p>A difference passes only if each slope is that of a power law: each is judged against itself, within the margin of the difference.
 */
public final class SlopeDifferenceJudge {

    /** The steps of the bisection for the smallest α, whose logarithm is then known to 27 millionths. */
    private static final int STEPS = 20;

    /** The smallest chance of a wrong PASS that is looked for. */
    private static final double LEAST = 1e-12;

    /** The largest for which there are intervals. */
    private static final double MOST = 0.499;

    private final double confidence;

    /**
     * Creates a judge.
     *
     * @param confidence 1 − α, in (0.5, 1)
     */
    public SlopeDifferenceJudge(double confidence) {
        this.confidence = confidence;
    }

    /** Judges one of the slopes by itself. */
    public interface Slope {

        /**
         * Returns the judgement on it.
         *
         * @param confidence 1 − α
         * @param predicted the predicted slope
         * @param margin the half-width of the margin, absolute
         */
        Judgement judged(double confidence, double predicted, double margin);
    }

    /**
     * Judges the first slope less the second.
     *
     * @param first the first slope
     * @param second the slope that is taken from it
     * @param predicted the predicted difference
     * @param margin the half-width of the margin, absolute
     */
    public Judgement judge(Slope first, Slope second, double predicted, double margin) {
        double each = eachOf(1 - confidence);
        Judgement one = first.judged(each, 0, margin);
        if (one.estimate().isEmpty()) {
            return about("the first slope: ", one);
        }
        Judgement other = second.judged(each, 0, margin);
        if (other.estimate().isEmpty()) {
            return about("the second slope: ", other);
        }
        Estimate a = one.estimate().get();
        Estimate b = other.estimate().get();
        if (a.value() == b.value() && a.lower() == b.lower() && a.upper() == b.upper()) {
            return Judgement.error("both slopes are " + a.value() + " with the same interval to the last bit: the same"
                    + " observations twice, whose difference says nothing");
        }
        Estimate difference = difference(a, b, predicted, margin);
        boolean drawn = a.chance().isPresent() || b.chance().isPresent();
        Estimate estimate = drawn
                ? difference.noBetterThan(OptionalDouble.of(chance(first, second, predicted, margin)))
                : difference;
        String message = "difference of slopes = " + Figures.of(estimate.value()) + " (at least "
                + Math.round(100 * (2 * confidence - 1)) + " % interval " + Figures.of(estimate.lower()) + " to "
                + Figures.of(estimate.upper()) + ": " + told(a) + " less " + told(b) + "), predicted "
                + Figures.of(predicted) + " ± " + Figures.of(margin);
        Judgement judgement = Judgement.of(estimate, message, OptionalInt.empty());
        return judgement.verdict() == Verdict.PASS
                ? straight(
                        straight(judgement, "first", first.judged(each, a.value(), margin)),
                        "second",
                        second.judged(each, b.value(), margin))
                : judgement;
    }

    private static double eachOf(double alpha) {
        return 1 - alpha / 2;
    }

    private static Judgement about(String which, Judgement judgement) {
        return new Judgement(
                judgement.verdict() == Verdict.PASS ? Verdict.ERROR : judgement.verdict(),
                Optional.empty(),
                which + judgement.message(),
                OptionalInt.empty());
    }

    private static String told(Estimate slope) {
        return Figures.of(slope.value()) + " (" + Figures.of(slope.lower()) + " to " + Figures.of(slope.upper()) + ")";
    }

    private static Estimate difference(Estimate a, Estimate b, double predicted, double margin) {
        return new Estimate(
                "difference of slopes",
                a.value() - b.value(),
                a.lower() - b.upper(),
                a.upper() - b.lower(),
                predicted,
                predicted - margin,
                predicted + margin,
                OptionalDouble.empty());
    }

    /** Lets a difference that passed stand only if a slope is that of a power law. */
    private static Judgement straight(Judgement passed, String which, Judgement alone) {
        if (passed.verdict() != Verdict.PASS) {
            return passed;
        }
        return alone.verdict() == Verdict.PASS
                ? passed.noBetterThan(alone.estimate().map(Estimate::chance).orElse(OptionalDouble.empty()))
                : passed.undecided("but not of the " + which + " slope by itself: " + alone.message());
    }

    /** Returns the smallest α with which the interval of the difference lies within the margin, 1 if there is none below ½. */
    private static double chance(Slope first, Slope second, double predicted, double margin) {
        double passes = MOST;
        if (!within(first, second, passes, predicted, margin)) {
            return 1;
        }
        double fails = LEAST;
        for (int step = 0; step < STEPS; step++) {
            double alpha = Math.sqrt(fails * passes);
            if (within(first, second, alpha, predicted, margin)) {
                passes = alpha;
            } else {
                fails = alpha;
            }
        }
        return passes;
    }

    private static boolean within(Slope first, Slope second, double alpha, double predicted, double margin) {
        Optional<Estimate> a = first.judged(eachOf(alpha), 0, margin).estimate();
        Optional<Estimate> b = second.judged(eachOf(alpha), 0, margin).estimate();
        return a.isPresent()
                && b.isPresent()
                && difference(a.get(), b.get(), predicted, margin).verdict() == Verdict.PASS;
    }
}
