package org.theoremeter.verify.statistics;

import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.stat.StatUtils;
import org.apache.commons.math3.stat.ranking.NaNStrategy;
import org.apache.commons.math3.stat.ranking.NaturalRanking;
import org.apache.commons.math3.stat.ranking.TiesStrategy;

/**
 * Von Neumann's ratio of the ranks of numbers in their order, Σ (Rᵢ₊₁ − Rᵢ)²/Σ (Rᵢ − R̄)²: about 2 for independent numbers,
 * whatever their distribution, and less where neighbours are alike (R. Bartels, Journal of the American Statistical
 * Association 77 (1982) 40).
 *
 * @param ratio the ratio
 * @param chance the probability that independent numbers have one as small, from the normal approximation; 1 for fewer than
 *     ten numbers, of which nothing is said
 */
public record SerialCorrelation(double ratio, double chance) {

    /** Below this the normal approximation is poor. */
    private static final int FEWEST = 10;

    private static final double EXPECTED = 2;

    private static final double BIAS = 3.5;
    /** The correlation is an estimate. */
    private static final double UNSURE = 1.1;

    private static final double VISIBLE = 2.3;
    private static final double FEW = 8;
    private static final double MANY = 40;

    private static final int FEWEST_FOR_A_CORRELATION = 4;

    /** Stronger correlations are refused where they can be seen, and not paid for where they cannot. */
    private static final double STRONGEST = 0.8;

    /**
     * Returns the ratio of some numbers.
     *
     * @param values the numbers in their order, at least two
     */
    public static SerialCorrelation of(double[] values) {
        int n = values.length;
        double[] ranks = new NaturalRanking(NaNStrategy.FAILED, TiesStrategy.AVERAGE).rank(values);
        double mean = (n + 1) / 2.0;
        double steps = 0;
        double spread = 0;
        for (int i = 0; i < n; i++) {
            spread += (ranks[i] - mean) * (ranks[i] - mean);
            steps += i == 0 ? 0 : (ranks[i] - ranks[i - 1]) * (ranks[i] - ranks[i - 1]);
        }
        if (n < FEWEST || spread == 0) {
            return new SerialCorrelation(spread == 0 ? EXPECTED : steps / spread, 1);
        }
        double ratio = steps / spread;
        double deviation = Math.sqrt(variance(n));
        return new SerialCorrelation(
                ratio, new NormalDistribution(null, 0, 1).cumulativeProbability((ratio - EXPECTED) / deviation));
    }

    /**
     * Returns the factor by which the correlation of neighbours widens the interval of a mean, 1.1 √(A/B): of numbers whose correlation
     * falls as ρᵏ with their distance k, n var(x̄)/σ² = A = 1 + 2 Σ (1 − k/n) ρᵏ and E s²/σ² = B = 1 − (A − 1)/(n − 1).
     *
     * <p>ρ = (r + 1/n)/(1 − 3.5/n), from the sample's correlation r of neighbours freed of its bias, and never above {@value #STRONGEST}.
     * Many numbers show a correlation that matters, few do not: it is counted where r + 1/n exceeds z/√n with z from 0 for eight numbers,
     * rising with ln n, to {@value #VISIBLE} for forty and more. A tenth is added for
     * what the correlation is unsure by. By simulation a correlation of 0.5 or 0.8 leaves 1 − 2α intervals in 5.7 % of cases at most on a side
     * where α is 5 %; independent numbers pay 1.5 on average for eight, 1.07 for twenty, 1.01 for forty.
     *
     * @param values the numbers in their order
     * @return at least 1; 1 for three numbers or fewer, which say nothing of it
     */
    public static double widening(double[] values) {
        int n = values.length;
        if (n < FEWEST_FOR_A_CORRELATION) {
            return 1;
        }
        double mean = StatUtils.mean(values);
        double products = 0;
        double squares = 0;
        for (int i = 0; i < n; i++) {
            squares += (values[i] - mean) * (values[i] - mean);
            products += i == 0 ? 0 : (values[i] - mean) * (values[i - 1] - mean);
        }
        if (!(squares > 0)) {
            return 1;
        }
        double unbiased = products / squares + 1.0 / n;
        double visible = VISIBLE * Math.min(1, Math.log(n / FEW) / Math.log(MANY / FEW)) / Math.sqrt(n);
        if (unbiased <= Math.max(0, visible)) {
            return 1;
        }
        double correlation = Math.min(STRONGEST, unbiased / (1 - BIAS / n));
        double together = 1;
        double power = 1;
        for (int k = 1; k < n; k++) {
            power *= correlation;
            together += 2 * (1 - (double) k / n) * power;
        }
        return UNSURE * Math.sqrt(together / (1 - (together - 1) / (n - 1)));
    }

    /** Bartels' variance of the ratio without ties, 4(n − 2)(5n² − 2n − 9)/(5n(n + 1)(n − 1)²). */
    private static double variance(int n) {
        double square = (double) n * n;
        return 4 * (n - 2.0) * (5 * square - 2.0 * n - 9) / (5.0 * n * (n + 1.0) * (n - 1.0) * (n - 1.0));
    }
}
