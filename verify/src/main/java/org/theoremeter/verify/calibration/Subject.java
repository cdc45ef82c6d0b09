package org.theoremeter.verify.calibration;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
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
 * @param noisy whether the kind of noise matters to it
 * @param truths where the truth may lie
 */
public record Subject(String name, Drawn drawn, boolean noisy, Truths truths) {

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

    /** Which truths make a verdict wrong. */
    public enum Truths {
        /** A claim with a margin: passing is wrong at and beyond the edge, failing is wrong at and within it. */
        MARGIN,
        /** Passing is wrong at and beyond the edge; there is no failing. */
        ONLY_PASSING
    }

    static final double CONFIDENCE = 0.95;
    private static final Map<Proportion, Judgement> FRACTIONS = new ConcurrentHashMap<>();
    private static final double[] GRID = {0.4, 0.2, 0.1, 0.05};

    /** Returns all judges of noisy observations. */
    public static List<Subject> all() {
        return List.of(
                new Subject("value", Subject::value, true, Truths.MARGIN),
                new Subject("trajectory and invariant: distance, drift", Subject::distance, true, Truths.MARGIN),
                new Subject(
                        "exponent: slope",
                        (truth, n, noise, random) -> exponent(truth, 0, n, noise, random),
                        true,
                        Truths.MARGIN),
                new Subject(
                        "exponent: bend",
                        (truth, n, noise, random) -> exponent(0, truth, n, noise, random),
                        true,
                        Truths.ONLY_PASSING),
                new Subject(
                        "convergence and invariant: order",
                        (truth, n, noise, random) -> order(truth, truth, n, noise, random),
                        true,
                        Truths.MARGIN),
                new Subject(
                        "convergence: asymptotic range",
                        (truth, n, noise, random) -> order(0, 2 * truth, n, noise, random),
                        true,
                        Truths.ONLY_PASSING),
                new Subject("comparison: before", Subject::before, true, Truths.MARGIN),
                new Subject("comparison: ratio", Subject::ratio, true, Truths.MARGIN),
                new Subject("fraction", Subject::fraction, false, Truths.MARGIN),
                new Subject("value, until decided", UntilDecided::judge, true, Truths.MARGIN));
    }

    private static Judgement value(double truth, int n, Noise noise, RandomGenerator random) {
        return new ValueJudge(CONFIDENCE)
                .judge("value", sample(truth, noise.draw(random, n)), true, 0, NumericalError.NONE, 1);
    }

    /** Values of deviation half a margin about the truth. */
    private static Sample sample(double truth, double[] noise) {
        return new Sample(Arrays.stream(noise).map(x -> truth + x / 2).toArray());
    }

    private static Judgement distance(double truth, int n, Noise noise, RandomGenerator random) {
        return new DistanceJudge("distance", CONFIDENCE)
                .judge(sample(truth, noise.draw(random, n)), true, NumericalError.NONE, 1);
    }

    /** y = x³ with a slope that is off by so many tenths, or a parabola whose slopes at the ends are off by two tenths each. */
    private static Judgement exponent(double slope, double bend, int n, Noise noise, RandomGenerator random) {
        double margin = 0.1;
        double middle = Math.log(GRID[0] * GRID[GRID.length - 1]) / 2;
        double reach = Math.log(GRID[0]) - middle;
        double[][] y = new double[n][];
        for (int seed = 0; seed < n; seed++) {
            double[] off = noise.draw(random, GRID.length);
            y[seed] = new double[GRID.length];
            for (int j = 0; j < GRID.length; j++) {
                double log = Math.log(GRID[j]) - middle;
                y[seed][j] = Math.exp((3 + slope * margin) * log + bend * margin / reach * log * log + 0.05 * off[j]);
            }
        }
        return new ExponentJudge(CONFIDENCE)
                .judge(GRID, y, new double[n][GRID.length], true, new double[] {3, 3, 3}, margin);
    }

    /** Errors whose order is off by so many tenths at the finest step and, maybe otherwise, at the steps before. */
    private static Judgement order(double finest, double before, int n, Noise noise, RandomGenerator random) {
        double margin = 0.1;
        int last = GRID.length - 1;
        double[][] e = new double[n][];
        for (int seed = 0; seed < n; seed++) {
            double[] off = noise.draw(random, GRID.length);
            e[seed] = new double[GRID.length];
            for (int j = 0; j <= last; j++) {
                double fine = Math.min(Math.log(GRID[j] / GRID[last]), Math.log(2));
                double coarse = Math.log(GRID[j] / GRID[last]) - fine;
                e[seed][j] = Math.exp((2 + finest * margin) * fine + (2 + before * margin) * coarse + 0.02 * off[j]);
            }
        }
        double[][] none = new double[n][GRID.length];
        return new ConvergenceJudge(CONFIDENCE, Subject::rootMeanSquare).judge(GRID, e, none, none, true, 2, margin);
    }

    private static double rootMeanSquare(double[] errors) {
        return Math.sqrt(Arrays.stream(errors).map(x -> x * x).average().orElseThrow());
    }

    /** Differences of deviation 1 about (truth − 1)/2, so that truth 1 is the edge. */
    private static Judgement before(double truth, int n, Noise noise, RandomGenerator random) {
        double[] differences = Arrays.stream(noise.draw(random, n))
                .map(x -> (truth - 1) / 2 + x)
                .toArray();
        return new ComparisonJudge(CONFIDENCE).before(new Sample(differences), true, NumericalError.NONE);
    }

    private static Judgement ratio(double truth, int n, Noise noise, RandomGenerator random) {
        double[] ratios = Arrays.stream(noise.draw(random, n))
                .map(x -> Math.exp((truth - 1) / 2 + x))
                .toArray();
        return new ComparisonJudge(CONFIDENCE).ratio(new Sample(ratios), true, NumericalError.NONE, 1);
    }

    /** Trials with a predicted probability of 0.5 and a margin of 0.3. */
    private static Judgement fraction(double truth, int n, Noise noise, RandomGenerator random) {
        double margin = 0.3;
        int successes = 0;
        for (int i = 0; i < n; i++) {
            successes += random.nextDouble() < 0.5 + truth * margin ? 1 : 0;
        }
        // there are n + 1 outcomes only, and a plan of seeds for each takes its time
        return FRACTIONS.computeIfAbsent(
                new Proportion(successes, n), found -> new FractionJudge(CONFIDENCE).judge(found, n, 0.5, 0, margin));
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
