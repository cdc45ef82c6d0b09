package org.theoremeter.verify.statistics;

import org.apache.commons.math3.distribution.ChiSquaredDistribution;
import org.apache.commons.math3.distribution.FDistribution;
import org.hipparchus.analysis.UnivariateFunction;
import org.hipparchus.analysis.solvers.BrentSolver;
import org.hipparchus.optim.MaxEval;
import org.hipparchus.optim.nonlinear.scalar.GoalType;
import org.hipparchus.optim.univariate.BrentOptimizer;
import org.hipparchus.optim.univariate.SearchInterval;
import org.hipparchus.optim.univariate.UnivariateObjectiveFunction;

/**
 * The threshold by maximum likelihood from the counts, with its profile-likelihood interval.
 *
 * <p>ℓ(T₀) = max over k of Σ s ln p + (n − s) ln(1 − p). The interval holds every T₀ with 2[ℓ(T̂₀) − ℓ(T₀)] ≤ q. With the
 * dispersion φ of the counts, with ν = (grid points with 0 &lt; p &lt; 1) − 2 degrees of freedom: q is the quantile of χ² with 1
 * degree if φ ≤ 1, and φ times that of F(1, ν) if φ &gt; 1, as counts that scatter more than binomial ones, or around another curve, know
 * the threshold less well. φ is Pearson's X²/ν over 1 + s̄, s̄ the mean of (1 − 2p)(s − np)/[np(1 − p)] (Fletcher, Biometrika 99,
 * 2012, 230): X²/ν alone is ruled by a single stray success where next to none is expected. ℓ is taken over k of one sign: that on which the likelihood, concave
 * in (k T₀, k), has its maximum, and where all of its values above a level lie if a fraction without a threshold (k = 0) is below.
 * There it has a single peak (see {@link ThresholdModel}), so that a search by sections finds it, and the
 * interval has no gaps.
 *
 * <p>A saturation cannot start after the first success: one stray success far below the others pulls T₀ down. The misfit shows it.
 */
public final class LikelihoodThreshold {

    private static final int MOST_EVALUATIONS = 1_000;
    private static final double RELATIVE = 1e-9;

    /** Of the span of the data. */
    private static final double ABSOLUTE = 1e-9;

    /** Steeper curves, in one over the least distance of grid points, cannot be told from steps. */
    private static final double STEEPEST = 4e6;

    /** The expected scatter of a count from which on it tells how much counts scatter. */
    private static final double TELLING = 1;

    /** Of the steepest; the least k, which stands for none. */
    private static final double GENTLEST = 1e-12;

    /** Stands for −∞, which searches cannot reckon with. */
    private static final double IMPOSSIBLE = -1e300;

    private final ThresholdModel model;
    private final BinomialCounts counts;
    private final double steepest;
    private final int sign;
    private final double from;
    private final double to;

    private LikelihoodThreshold(ThresholdModel model, BinomialCounts counts) {
        this.model = model;
        this.counts = counts;
        steepest = STEEPEST / counts.leastGap();
        sign = sign();
        from = counts.least() - counts.span();
        to = model == ThresholdModel.SATURATION ? counts.firstSuccess() : counts.largest() + counts.span();
    }

    /**
     * Fits the counts.
     *
     * @param model the curve
     * @param counts the counts
     * @param confidence of the interval, two-sided, in (0, 1)
     */
    public static Threshold fit(ThresholdModel model, BinomialCounts counts, double confidence) {
        return fit(model, counts, confidence, false);
    }

    /**
     * Fits counts of which nobody says that they are of independent trials. Only grid points with an expected scatter n p (1 − p) of at
     * least {@value #TELLING} tell how much counts scatter: φ and ν are of these. The quantile is that of F(1, ν), and φ is at least 1.
     * Where no more than two such grid points are left the scatter cannot be told: the interval then reaches to the nearest grid
     * points on both sides that do not scatter, too, or has no end.
     *
     * @param model the curve
     * @param counts the counts
     * @param confidence of the interval, two-sided, in (0, 1)
     */
    public static Threshold fitDependent(ThresholdModel model, BinomialCounts counts, double confidence) {
        return fit(model, counts, confidence, true);
    }

    private static Threshold fit(ThresholdModel model, BinomialCounts counts, double confidence, boolean dependent) {
        return counts.noThreshold()
                .<Threshold>map(Threshold.None::new)
                .orElseGet(() -> new LikelihoodThreshold(model, counts).fit(confidence, dependent));
    }

    private Threshold fit(double confidence, boolean dependent) {
        if (model == ThresholdModel.SATURATION && counts.fraction(0) > 0) {
            return new Threshold.None("the fraction is " + counts.fraction(0) + " already at the least coordinate, "
                    + counts.coordinate(0));
        }
        double threshold = new BrentOptimizer(RELATIVE, ABSOLUTE * counts.span())
                .optimize(
                        new MaxEval(MOST_EVALUATIONS),
                        new UnivariateObjectiveFunction(this::profile),
                        GoalType.MAXIMIZE,
                        new SearchInterval(from, to))
                .getPoint();
        if (threshold < counts.least() || threshold > counts.largest()) {
            return new Threshold.None(counts.outside(threshold));
        }
        double steepness = steepness(threshold);
        double least = dependent ? TELLING : 0;
        int freedom = freedom(threshold, steepness, least);
        double dispersion = freedom > 0 ? dispersion(threshold, steepness, freedom, least) : Double.NaN;
        double cut = dispersion > 1 || (dependent && freedom > 0)
                ? new FDistribution(null, 1, freedom).inverseCumulativeProbability(confidence)
                : new ChiSquaredDistribution(null, 1).inverseCumulativeProbability(confidence);
        double level = profile(threshold) - cut * (dispersion > 1 ? dispersion : 1) / 2;
        if (likelihoodWithout() > level) {
            return new Threshold.None("at this confidence the counts may as well come from one fraction everywhere");
        }
        double lower = end(threshold, from, level, Double.NEGATIVE_INFINITY);
        double upper = end(threshold, to, level, Double.POSITIVE_INFINITY);
        if (dependent && freedom <= 0) {
            lower = Math.min(lower, quiet(threshold, steepness, -1));
            upper = Math.max(upper, quiet(threshold, steepness, 1));
        }
        String remark = freedom > 0 ? "" : "nothing left to judge the model by";
        Coordinate scale = counts.scale();
        return new Threshold.Estimate(
                scale.at(threshold), scale.at(lower), scale.at(upper), Math.sqrt(cut), steepness, dispersion, remark);
    }

    /** Returns where the profile crosses the level between its peak and a limit, {@code open} if it does not. */
    private double end(double peak, double limit, double level, double open) {
        UnivariateFunction above = threshold -> profile(threshold) - level;
        if (above.value(limit) > 0) {
            return open;
        }
        return new BrentSolver(RELATIVE, ABSOLUTE * counts.span())
                .solve(MOST_EVALUATIONS, above, Math.min(peak, limit), Math.max(peak, limit));
    }

    private double profile(double threshold) {
        double k = steepness(threshold);
        double sum = 0;
        for (int i = 0; i < counts.size(); i++) {
            sum += model.logLikelihoodAt(k * (counts.x(i) - threshold), counts.successes(i), counts.trials(i));
        }
        return Math.max(sum, IMPOSSIBLE);
    }

    /** Returns the k with the largest likelihood at a threshold: the root of a falling score, or the limit it does not reach. */
    private double steepness(double threshold) {
        double gentlest = steepest * GENTLEST;
        UnivariateFunction score = size -> sign * score(threshold, sign * size);
        if (score.value(gentlest) <= 0) {
            return sign * gentlest;
        }
        if (score.value(steepest) >= 0) {
            return sign * steepest;
        }
        return sign * new BrentSolver(RELATIVE, steepest * GENTLEST).solve(MOST_EVALUATIONS, score, gentlest, steepest);
    }

    /** Returns the side of k = 0 on which the maximum lies: up the slope from the best fraction without a threshold. */
    private int sign() {
        if (model == ThresholdModel.SATURATION) {
            return 1;
        }
        double everywhere = everywhere();
        double slope = 0;
        for (int i = 0; i < counts.size(); i++) {
            slope += (counts.x(i) - counts.least()) * (counts.successes(i) - counts.trials(i) * everywhere);
        }
        return slope < 0 ? -1 : 1;
    }

    /** Returns the fraction of all grid points together. */
    private double everywhere() {
        double successes = 0;
        double trials = 0;
        for (int i = 0; i < counts.size(); i++) {
            successes += counts.successes(i);
            trials += counts.trials(i);
        }
        return successes / trials;
    }

    /** Returns the likelihood of one fraction everywhere. */
    private double likelihoodWithout() {
        double everywhere = everywhere();
        double sum = 0;
        for (int i = 0; i < counts.size(); i++) {
            double failures = counts.trials(i) - counts.successes(i);
            sum += counts.successes(i) * Math.log(everywhere) + failures * Math.log1p(-everywhere);
        }
        return sum;
    }

    private double score(double threshold, double k) {
        double sum = 0;
        for (int i = 0; i < counts.size(); i++) {
            double beyond = counts.x(i) - threshold;
            sum += beyond * model.scoreAt(k * beyond, counts.successes(i), counts.trials(i));
        }
        return sum;
    }

    /** Returns the nearest grid point on one side of the threshold that is not expected to scatter; infinity if there is none. */
    private double quiet(double threshold, double k, int side) {
        double nearest = side * Double.POSITIVE_INFINITY;
        for (int i = 0; i < counts.size(); i++) {
            double off = side * (counts.x(i) - threshold);
            if (off > 0 && !scatters(i, threshold, k, TELLING) && off < side * (nearest - threshold)) {
                nearest = counts.x(i);
            }
        }
        return nearest;
    }

    private boolean scatters(int point, double threshold, double k, double least) {
        double p = model.fraction(counts.x(point), threshold, k);
        return p > 0 && p < 1 && counts.trials(point) * p * (1 - p) >= least;
    }

    /** Returns the grid points with scatter less the two parameters. */
    private int freedom(double threshold, double k, double least) {
        int scattered = 0;
        for (int i = 0; i < counts.size(); i++) {
            scattered += scatters(i, threshold, k, least) ? 1 : 0;
        }
        return scattered - 2;
    }

    private double dispersion(double threshold, double k, int freedom, double least) {
        double squares = 0;
        double skew = 0;
        for (int i = 0; i < counts.size(); i++) {
            double p = model.fraction(counts.x(i), threshold, k);
            if (scatters(i, threshold, k, least)) {
                double off = counts.successes(i) - counts.trials(i) * p;
                double variance = counts.trials(i) * p * (1 - p);
                squares += off * off / variance;
                skew += (1 - 2 * p) * off / variance;
            }
        }
        return squares / freedom / (1 + skew / (freedom + 2));
    }
}
