package org.theoremeter.verify.calibration;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.DoublePredicate;
import org.apache.commons.math3.random.RandomGenerator;
import org.apache.commons.math3.random.Well19937c;
import org.theoremeter.verify.judge.Verdict;
import org.theoremeter.verify.statistics.Proportion;

/** Measures how often judges are wrong: the rate of wrong PASS and of wrong FAIL, with the truth at the edge or beyond. */
public final class Calibration {

    /** The numbers of seeds that are tried. */
    public static final List<Integer> SEEDS = List.of(5, 8, 20);

    /** The confidence of the lower bound of a measured rate. */
    public static final double BOUND = 0.99;

    private final int draws;
    private final long seed;

    /**
     * Prepares a calibration.
     *
     * @param draws how many synthetic claims a rate, at least 1
     * @param seed the root seed
     */
    public Calibration(int draws, long seed) {
        this.draws = draws;
        this.seed = seed;
    }

    /**
     * A measured rate of wrong verdicts.
     *
     * @param judge the kind of claim
     * @param seeds the number of seeds of each claim
     * @param noise the noise, in words
     * @param verdict the verdict that is wrong
     * @param truth where the truth lay, in margins from the prediction
     * @param wrong how many of the claims got the wrong verdict
     * @param refused how many were refused, as tables of seeds that are not independent
     * @param promised whether the judge promises that this is rare
     */
    public record Rate(
            String judge,
            int seeds,
            String noise,
            Verdict verdict,
            double truth,
            Proportion wrong,
            Proportion refused,
            boolean promised) {

        /** Returns the one-sided 99 % lower bound of the rate. */
        public double lowerBound() {
            return wrong.lower(BOUND);
        }
    }

    /** Measures the rates of a subject with the truth at the edge of the margin, where they are largest, with some kinds of noise. */
    public List<Rate> atTheEdge(Subject subject, Collection<Noise> noises) {
        return of(subject, noises, truth -> truth == Subject.EDGE);
    }

    /** Measures all rates of a subject. */
    public List<Rate> of(Subject subject) {
        return of(subject, List.of(Noise.values()), truth -> true);
    }

    private List<Rate> of(Subject subject, Collection<Noise> noises, DoublePredicate truths) {
        List<Rate> rates = new ArrayList<>();
        for (int n : SEEDS) {
            for (Noise noise : subject.draws().noises()) {
                if (!noises.contains(noise)) {
                    continue;
                }
                subject.wrongToPass().stream()
                        .filter(truths::test)
                        .forEach(truth -> rates.add(rate(subject, n, noise, Verdict.PASS, truth)));
                subject.wrongToFail().stream()
                        .filter(truths::test)
                        .forEach(truth -> rates.add(rate(subject, n, noise, Verdict.FAIL, truth)));
            }
        }
        return rates;
    }

    private Rate rate(Subject subject, int n, Noise noise, Verdict verdict, double truth) {
        // one stream a rate, so that no rate depends on which others are measured
        RandomGenerator random = new Well19937c(new int[] {
            (int) seed, subject.name().hashCode(), n, noise.ordinal(), verdict.ordinal(), (int) (100 * truth)
        });
        int wrong = 0;
        int refused = 0;
        for (int draw = 0; draw < draws; draw++) {
            Verdict found = subject.drawn().judge(truth, n, noise, random).verdict();
            wrong += found == verdict ? 1 : 0;
            refused += found == Verdict.ERROR ? 1 : 0;
        }
        return new Rate(
                subject.name(),
                n,
                subject.draws().text(noise),
                verdict,
                truth,
                new Proportion(wrong, draws),
                new Proportion(refused, draws),
                noise.promised());
    }
}
