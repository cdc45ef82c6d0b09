package org.theoremeter.verify.statistics;

import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.commons.math3.distribution.ExponentialDistribution;
import org.apache.commons.math3.distribution.TDistribution;
import org.apache.commons.math3.random.Well19937c;
import org.apache.commons.math3.special.Gamma;
import org.apache.commons.math3.stat.StatUtils;
import org.hipparchus.analysis.solvers.BrentSolver;

/**
 * The t statistic of a mean, T = √n (x̄ − μ)/s, with critical values that hold for Gaussian noise and for noise as skewed
 * as the exponential's, on either side.
 *
 * <p>Student's quantile is exact for Gaussian seeds only. Of skewed noise the long tail is often missed by few seeds, so
 * that mean and spread are both too small: with 5 exponential seeds T falls below Student's 5 % point in 16 % of cases,
 * with 20 in 11 %. Few seeds do not show the skewness either, so that no test on the sample helps. The critical value
 * here is the larger of Student's and the exponential's; with many seeds both become the normal one. Where the sample itself is
 * skewed, its end on that side reaches farther still, by a factor that holds the rate for noise as skewed as the lognormal of σ = 1.
 *
 * <p>For n exponential seeds s/x̄ is independent of x̄ (Basu), hence P(T &lt; −c) = E[P(n, n/(1 + c V/√n))] with V = s/x̄ and P
 * the regularised incomplete gamma function; the expectation is taken over a large fixed sample of V, so that it is the
 * same in every run. Beyond {@value #LARGEST} seeds the Edgeworth expansion stands for it, P(T &lt; −c) = Φ(−c) + (2c² + 1)
 * φ(c) γ/(6 √n) with γ = 2 the skewness.
 */
public final class TStatistic {

    private static final int LARGEST = 1000;
    private static final int MOST_DRAWS = 40_000;
    private static final long DRAWN_NUMBERS = 2_000_000;
    private static final int SINGLY = 100;
    private static final int BINS = 100;
    private static final double SKEWNESS = 2;
    private static final long SEED = 20_261_125;
    private static final double ACCURACY = 1e-9;
    private static final double LEANING = 1.1;
    private static final double LEANING_SEEDS = 5;
    private static final double FADING = 0.85;
    private static final int DRAWS_A_TAIL = 4;
    private static final int FEWEST_WITH_A_TAIL = 8;
    /** In percent. */
    private static final double COMMON = 99.9;

    private static final Map<Integer, TStatistic> BY_SEEDS = new ConcurrentHashMap<>();
    private static final Map<Integer, Double> HEAVIEST = new ConcurrentHashMap<>();

    private final int n;
    private final double[] variation;
    private final double[] weight;
    private final Map<Double, Double> criticals = new ConcurrentHashMap<>();

    private TStatistic(int n, double[] variation, double[] weight) {
        this.n = n;
        this.variation = variation;
        this.weight = weight;
    }

    /**
     * Returns the statistic of a number of seeds.
     *
     * @param n at least 2
     */
    public static TStatistic of(int n) {
        if (n < 2) {
            throw new IllegalArgumentException("a mean of " + n + " seeds has no spread, accepted: at least 2");
        }
        return BY_SEEDS.computeIfAbsent(n, TStatistic::make);
    }

    /**
     * Returns the one-sided critical value: the smallest c with P(T &gt; c) ≤ 1 − confidence for both kinds of noise.
     *
     * @param confidence in (0.5, 1)
     */
    public double critical(double confidence) {
        return criticals.computeIfAbsent(confidence, this::solve);
    }

    private double solve(double confidence) {
        double low = new TDistribution(null, n - 1.0).inverseCumulativeProbability(confidence);
        double level = 1 - confidence;
        if (exponentialTail(low) <= level) {
            return low;
        }
        double high = 2 * low;
        while (exponentialTail(high) > level) {
            high *= 2;
        }
        return new BrentSolver(ACCURACY).solve(200, c -> exponentialTail(c) - level, low, high);
    }

    /**
     * Returns the probability that T exceeds a value by chance, the larger one of both kinds of noise.
     *
     * @param t the value; not above 0 gives at least one half
     */
    public double tail(double t) {
        double student = new TDistribution(null, n - 1.0).cumulativeProbability(-t);
        return t <= 0 ? student : Math.max(student, exponentialTail(t));
    }

    /**
     * Returns the factor by which the end of an interval reaches farther on the side to which the sample is skewed, 1 +
     * {@value #LEANING} (5/n)^{@value #FADING} max(0, g): found by simulation, so that lognormal noise of σ = 1 leaves the interval on that
     * side in 5.6 % of cases at most where 5 % are meant (8 to 10 % without).
     *
     * @param skewness g, positive towards the side of the end
     */
    public double reach(double skewness) {
        return 1 + LEANING * Math.pow(LEANING_SEEDS / n, FADING) * Math.max(0, skewness);
    }

    /**
     * Returns the largest lopsidedness that exponential seeds have but in one of a thousand samples: noise beyond it may have no
     * variance at all, so that no interval of its mean holds. Infinite for fewer than {@value #FEWEST_WITH_A_TAIL} seeds, which show no
     * tail.
     */
    public double heaviest() {
        return HEAVIEST.computeIfAbsent(n, TStatistic::heaviest);
    }

    private static double heaviest(int n) {
        if (n > LARGEST) {
            // the largest of n is ln n and more, by ln 1000 once in a thousand; the least is at the median less ln 2
            return Math.log(n / (1 - COMMON / 100) / 2) / Math.log(2);
        }
        if (n < FEWEST_WITH_A_TAIL) {
            return Double.POSITIVE_INFINITY;
        }
        ExponentialDistribution exponential = new ExponentialDistribution(new Well19937c(SEED - n), 1);
        double[] drawn = new double[draws(n) / DRAWS_A_TAIL];
        for (int i = 0; i < drawn.length; i++) {
            drawn[i] = new Sample(exponential.sample(n)).lopsidedness();
        }
        return StatUtils.percentile(drawn, COMMON);
    }

    private static int draws(int n) {
        return (int) Math.min(MOST_DRAWS, DRAWN_NUMBERS / n);
    }

    private double exponentialTail(double c) {
        if (variation.length == 0) {
            double density = Math.exp(-c * c / 2) / Math.sqrt(2 * Math.PI);
            double normal = new TDistribution(null, n - 1.0).cumulativeProbability(-c);
            return normal + SKEWNESS * (2 * c * c + 1) * density / (6 * Math.sqrt(n));
        }
        double tail = 0;
        for (int i = 0; i < variation.length; i++) {
            tail += weight[i] * Gamma.regularizedGammaP(n, n / (1 + c * variation[i] / Math.sqrt(n)));
        }
        return tail;
    }

    private static TStatistic make(int n) {
        if (n > LARGEST) {
            return new TStatistic(n, new double[0], new double[0]);
        }
        int draws = draws(n);
        ExponentialDistribution exponential = new ExponentialDistribution(new Well19937c(SEED + n), 1);
        double[] drawn = new double[draws];
        for (int i = 0; i < draws; i++) {
            double[] seeds = exponential.sample(n);
            drawn[i] = Math.sqrt(StatUtils.variance(seeds)) / StatUtils.mean(seeds);
        }
        Arrays.sort(drawn);
        return binned(n, drawn);
    }

    /** The smallest variations make the largest T: they count singly, the others in bins of equal size. */
    private static TStatistic binned(int n, double[] drawn) {
        int singly = Math.min(SINGLY, drawn.length);
        int rest = drawn.length - singly;
        double[] variation = new double[singly + (rest > 0 ? BINS : 0)];
        double[] weight = new double[variation.length];
        for (int i = 0; i < singly; i++) {
            variation[i] = drawn[i];
            weight[i] = 1.0 / drawn.length;
        }
        for (int bin = 0; rest > 0 && bin < BINS; bin++) {
            int from = singly + (int) ((long) rest * bin / BINS);
            int to = singly + (int) ((long) rest * (bin + 1) / BINS);
            variation[singly + bin] = StatUtils.mean(drawn, from, to - from);
            weight[singly + bin] = (to - from) / (double) drawn.length;
        }
        return new TStatistic(n, variation, weight);
    }
}
