package org.theoremeter.verify.calibration;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.commons.math3.distribution.BetaDistribution;
import org.apache.commons.math3.random.RandomGenerator;
import org.theoremeter.verify.judge.ComparisonJudge;
import org.theoremeter.verify.judge.ConvergenceJudge;
import org.theoremeter.verify.judge.DistanceJudge;
import org.theoremeter.verify.judge.ExponentJudge;
import org.theoremeter.verify.judge.FractionJudge;
import org.theoremeter.verify.judge.Judgement;
import org.theoremeter.verify.judge.NumericalError;
import org.theoremeter.verify.judge.ValueJudge;
import org.theoremeter.verify.statistics.Proportion;
import org.theoremeter.verify.statistics.Sample;

/**
 * A judge with made-up observations.
 *
 * @param name the kind of claim, and which of its verdicts
 * @param drawn how it draws and judges
 * @param draws what it draws
 * @param truths where the truth may lie
 */
public record Subject(String name, Drawn drawn, Draws draws, Truths truths) {

    /** Draws observations and judges them. */
    interface Drawn {

        /**
         * Judges one set of observations.
         *
         * @param truth where the truth lies, in margins from the prediction: 1 is the edge
         * @param n the number of seeds
         */
        Judgement judge(double truth, int n, Noise noise, RandomGenerator random);
    }

    /** What a judge's observations are. */
    public enum Draws {
        /** One number a seed, with any noise. */
        NUMBERS(List.of(Noise.values()), ""),
        /** Numbers of as many seeds as are asked for, which no table has. */
        MORE_NUMBERS(Stream.of(Noise.values()).filter(noise -> !noise.found()).toList(), ""),
        /** One trial a seed. */
        TRIALS(List.of(Noise.GAUSSIAN), "binomial"),
        /** Fifty trials a seed, which succeed together. */
        CLUSTERED_TRIALS(List.of(Noise.CLUSTERED), "beta binomial");

        private final List<Noise> noises;
        private final String counts;

        Draws(List<Noise> noises, String counts) {
            this.noises = noises;
            this.counts = counts;
        }

        List<Noise> noises() {
            return noises;
        }

        String text(Noise noise) {
            return counts.isEmpty() ? noise.text() : counts;
        }
    }

    /** Which truths make a verdict wrong. */
    public enum Truths {
        /** A claim with a margin: passing is wrong at and beyond the edge, failing is wrong at and within it. */
        MARGIN,
        /** Passing is wrong at and beyond the edge; there is no failing. */
        ONLY_PASSING
    }

    static final double CONFIDENCE = 0.95;
    private static final Map<Proportion, Judgement> FRACTIONS = new ConcurrentHashMap<>();
    private static final Map<List<Integer>, Judgement> COMPARISONS = new ConcurrentHashMap<>();
    private static final double LARGEST_LOGARITHM = 700;
    private static final double TOGETHER = 4;
    private static final int TRIALS_A_SEED = 50;
    private static final double[] GRID = {0.4, 0.2, 0.1, 0.05};

    /** Returns all judges of noisy observations. */
    public static List<Subject> all() {
        return List.of(
                new Subject("value", Subject::value, Draws.NUMBERS, Truths.MARGIN),
                new Subject(
                        "trajectory and invariant: distance, drift", Subject::distance, Draws.NUMBERS, Truths.MARGIN),
                new Subject(
                        "exponent: slope",
                        (truth, n, noise, random) -> exponent(truth, 0, n, noise, random),
                        Draws.NUMBERS,
                        Truths.MARGIN),
                new Subject(
                        "exponent: bend",
                        (truth, n, noise, random) -> exponent(0, truth, n, noise, random),
                        Draws.NUMBERS,
                        Truths.ONLY_PASSING),
                new Subject(
                        "convergence and invariant: order",
                        (truth, n, noise, random) -> order(truth, truth, n, noise, random),
                        Draws.NUMBERS,
                        Truths.MARGIN),
                new Subject(
                        "convergence: asymptotic range",
                        (truth, n, noise, random) -> order(0, 2 * truth, n, noise, random),
                        Draws.NUMBERS,
                        Truths.ONLY_PASSING),
                new Subject("comparison: before", Subject::before, Draws.NUMBERS, Truths.MARGIN),
                new Subject("comparison: before, of conditions", Subject::rarer, Draws.TRIALS, Truths.MARGIN),
                new Subject("comparison: ratio", Subject::ratio, Draws.NUMBERS, Truths.MARGIN),
                new Subject("fraction", Subject::fraction, Draws.TRIALS, Truths.MARGIN),
                new Subject(
                        "fraction, several trials a seed", Subject::clustered, Draws.CLUSTERED_TRIALS, Truths.MARGIN),
                new Subject("value, until decided", UntilDecided::judge, Draws.MORE_NUMBERS, Truths.MARGIN));
    }

    private static Judgement value(double truth, int n, Noise noise, RandomGenerator random) {
        return judged(
                noise,
                random,
                n,
                x -> truth + x / 2,
                sample -> new ValueJudge(CONFIDENCE).judge("value", sample, true, 0, NumericalError.NONE, 1));
    }

    /** Draws a sample and judges it, if a table with such seeds is not refused. */
    private static Judgement judged(
            Noise noise, RandomGenerator random, int n, DoubleUnaryOperator made, Function<Sample, Judgement> judge) {
        double[] values = Arrays.stream(noise.draw(random, n)).map(made).toArray();
        return Tables.refused(noise, values).orElseGet(() -> judge.apply(new Sample(values, noise.found())));
    }

    private static Judgement distance(double truth, int n, Noise noise, RandomGenerator random) {
        return judged(
                noise,
                random,
                n,
                x -> truth + x / 2,
                sample -> new DistanceJudge("distance", CONFIDENCE).judge(sample, true, NumericalError.NONE, 1));
    }

    /** y = x³ with a slope that is off by so many tenths, or a parabola whose slopes at the ends are off by two tenths each. */
    private static Judgement exponent(double slope, double bend, int n, Noise noise, RandomGenerator random) {
        double margin = 0.1;
        double middle = Math.log(GRID[0] * GRID[GRID.length - 1]) / 2;
        double reach = Math.log(GRID[0]) - middle;
        double[][] y = new double[n][];
        double[][] off = noise.draw(random, n, GRID.length);
        for (int seed = 0; seed < n; seed++) {
            y[seed] = new double[GRID.length];
            for (int j = 0; j < GRID.length; j++) {
                double log = Math.log(GRID[j]) - middle;
                y[seed][j] =
                        Math.exp((3 + slope * margin) * log + bend * margin / reach * log * log + 0.05 * off[seed][j]);
            }
        }
        return Tables.refused(noise, y)
                .orElseGet(() -> new ExponentJudge(CONFIDENCE)
                        .ofTable(noise.found())
                        .judge(GRID, y, new double[n][GRID.length], true, new double[] {3, 3, 3}, margin));
    }

    /** Errors whose order is off by so many tenths at the finest step and, maybe otherwise, at the steps before. */
    private static Judgement order(double finest, double before, int n, Noise noise, RandomGenerator random) {
        double margin = 0.1;
        int last = GRID.length - 1;
        double[][] e = new double[n][];
        double[][] off = noise.draw(random, n, GRID.length);
        for (int seed = 0; seed < n; seed++) {
            e[seed] = new double[GRID.length];
            for (int j = 0; j <= last; j++) {
                double fine = Math.min(Math.log(GRID[j] / GRID[last]), Math.log(2));
                double coarse = Math.log(GRID[j] / GRID[last]) - fine;
                e[seed][j] =
                        Math.exp((2 + finest * margin) * fine + (2 + before * margin) * coarse + 0.02 * off[seed][j]);
            }
        }
        double[][] none = new double[n][GRID.length];
        return Tables.refused(noise, e)
                .orElseGet(() -> new ConvergenceJudge(CONFIDENCE, Subject::rootMeanSquare)
                        .ofTable(noise.found())
                        .judge(GRID, e, none, none, true, 2, margin));
    }

    private static double rootMeanSquare(double[] errors) {
        return Math.sqrt(Arrays.stream(errors).map(x -> x * x).average().orElseThrow());
    }

    /** Differences of deviation 1 about (truth − 1)/2, so that truth 1 is the edge. */
    private static Judgement before(double truth, int n, Noise noise, RandomGenerator random) {
        return judged(
                noise,
                random,
                n,
                x -> (truth - 1) / 2 + x,
                sample -> new ComparisonJudge(CONFIDENCE).before(sample, true, NumericalError.NONE));
    }

    /** Conditions that hold in a seed with the probabilities (1 + truth)/4 and ½, so that truth 1 is the edge. */
    private static Judgement rarer(double truth, int n, Noise noise, RandomGenerator random) {
        int more = 0;
        int fewer = 0;
        for (int i = 0; i < n; i++) {
            boolean first = random.nextDouble() < (1 + truth) / 4;
            boolean second = random.nextDouble() < 0.5;
            more += first && !second ? 1 : 0;
            fewer += second && !first ? 1 : 0;
        }
        return COMPARISONS.computeIfAbsent(
                List.of(more, fewer, n),
                counts -> new ComparisonJudge(CONFIDENCE).rarer(counts.get(0), counts.get(1), counts.get(2)));
    }

    private static Judgement ratio(double truth, int n, Noise noise, RandomGenerator random) {
        return judged(
                noise,
                random,
                n,
                x -> Math.exp(Math.min((truth - 1) / 2 + x, LARGEST_LOGARITHM)),
                sample -> new ComparisonJudge(CONFIDENCE).ratio(sample, true, NumericalError.NONE, 1));
    }

    /** Trials with a predicted probability of 0.5 and a margin of 0.3. */
    private static Judgement fraction(double truth, int n, Noise noise, RandomGenerator random) {
        double margin = 0.3;
        int successes = 0;
        for (int i = 0; i < n; i++) {
            successes += random.nextDouble() < 0.5 + truth * margin ? 1 : 0;
        }
        // there are n + 1 counts only, and a plan of seeds for each takes its time
        return FRACTIONS.computeIfAbsent(
                new Proportion(successes, n), found -> new FractionJudge(CONFIDENCE).judge(found, n, 0.5, 0, margin));
    }

    /** Trials of each seed with a probability from Beta(4q, 4(1 − q)) of mean q: as spread out as Beta(2, 2). */
    private static Judgement clustered(double truth, int n, Noise noise, RandomGenerator random) {
        double margin = 0.3;
        double mean = 0.5 + truth * margin;
        BetaDistribution chances = new BetaDistribution(random, TOGETHER * mean, TOGETHER * (1 - mean));
        double[] fractions = new double[n];
        int successes = 0;
        for (int seed = 0; seed < n; seed++) {
            double chance = chances.sample();
            int here = 0;
            for (int trial = 0; trial < TRIALS_A_SEED; trial++) {
                here += random.nextDouble() < chance ? 1 : 0;
            }
            fractions[seed] = (double) here / TRIALS_A_SEED;
            successes += here;
        }
        Proportion all = new Proportion(successes, n * TRIALS_A_SEED);
        return new FractionJudge(CONFIDENCE)
                .judge(all, all, Optional.of(new Sample(fractions, true)), 0, 0.5, 0, margin);
    }

    /** Returns the truth at which most verdicts are wrong. */
    static final double EDGE = 1;

    /** Returns the truths at which a PASS is wrong: the edge, and beyond it. */
    List<Double> wrongToPass() {
        return List.of(EDGE, 1.25, 1.5);
    }

    /** Returns the truths at which a FAIL is wrong: the edge, and inside it. */
    List<Double> wrongToFail() {
        List<Double> inside = new ArrayList<>();
        if (truths == Truths.MARGIN) {
            inside.addAll(List.of(EDGE, 0.75, 0.0));
        }
        return inside;
    }
}
