package org.theoremeter.verify.judge;

import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.ToDoubleFunction;
import org.theoremeter.verify.statistics.LogSlope;
import org.theoremeter.verify.statistics.Sample;

/**
 * Judges orders of convergence: p in E ∝ xᵖ as x → 0.
 *
 * <p>The estimate is the local order at the finest step of the grid, p = ln(Eⱼ/Eⱼ₊₁)/ln(xⱼ/xⱼ₊₁), E being an average over
 * seeds; its interval comes from the delete-one jackknife over seeds with Student's quantile, or from the numerical
 * errors. The asymptotic range counts as reached when the order at the step before lies inside the margin too.
 */
public final class OrderJudge {

    private final double confidence;
    private final ToDoubleFunction<double[]> average;

    /**
     * Creates a judge.
     *
     * @param confidence 1 − α, in (0.5, 1)
     * @param average how the errors of several seeds become one positive number
     */
    public OrderJudge(double confidence, ToDoubleFunction<double[]> average) {
        this.confidence = confidence;
        this.average = average;
    }

    /**
     * Returns the local order at every step of the grid.
     *
     * @param x the grid, falling towards zero
     * @param averaged the averaged error at each point
     */
    public static double[] localOrders(double[] x, double[] averaged) {
        double[] orders = new double[x.length - 1];
        for (int j = 0; j < orders.length; j++) {
            orders[j] = Math.log(averaged[j] / averaged[j + 1]) / Math.log(x[j] / x[j + 1]);
        }
        return orders;
    }

    /** Returns the error averaged over seeds at each point of the grid; e is e[seed][point]. */
    public double[] averaged(double[][] e) {
        int[] all = new int[e.length];
        for (int i = 0; i < all.length; i++) {
            all[i] = i;
        }
        double[] averaged = new double[e[0].length];
        for (int j = 0; j < averaged.length; j++) {
            averaged[j] = averagedAt(e, j, all);
        }
        return averaged;
    }

    /**
     * Judges an order.
     *
     * @param x the grid, falling towards zero, at least three points
     * @param e e[seed][point], the errors whose order is meant
     * @param numerical the numerical error of each, same shape
     * @param seeded whether the rows come from seeds
     * @param predicted the predicted order
     * @param margin the half-width of the margin, absolute
     */
    public Judgement judge(
            double[] x, double[][] e, double[][] numerical, boolean seeded, double predicted, double margin) {
        double[] averaged = averaged(e);
        if (!Arrays.stream(averaged).allMatch(value -> value > 0 && Double.isFinite(value))) {
            return Judgement.error("order: an error on the grid is zero or not finite, so that it has no order");
        }
        double[] orders = localOrders(x, averaged);
        int last = x.length - 1;
        double order = orders[last - 1];
        double step = Math.log(x[last - 1] / x[last]);
        double error = (LogSlope.ofLogarithm(averaged[last - 1], largest(numerical, last - 1))
                        + LogSlope.ofLogarithm(averaged[last], largest(numerical, last)))
                / step;
        if (Double.isInfinite(error)) {
            return new Judgement(
                    Verdict.INCONCLUSIVE,
                    Optional.empty(),
                    "the numerical error is as large as what has the order: finer numerics would decide",
                    OptionalInt.empty());
        }
        double half = error;
        if (seeded) {
            if (e.length < 2) {
                return Judgement.error("order: one seed gives no interval");
            }
            double spread = Sample.jackknifeError(e.length, kept -> {
                double coarse = averagedAt(e, last - 1, kept);
                return Math.log(coarse / averagedAt(e, last, kept)) / step;
            });
            if (spread == 0) {
                return Judgement.error("order: " + e.length + " seeds gave no spread at all");
            }
            half += Sample.studentQuantile(e.length, confidence) * spread;
        }
        Estimate estimate = new Estimate(
                "order", order, order - half, order + half, predicted, predicted - margin, predicted + margin);
        String message = "order = " + Figures.of(order) + " (" + Figures.of(order - half) + " to "
                + Figures.of(order + half) + ") at the finest step, " + Figures.of(orders[last - 2])
                + " before, predicted " + Figures.of(predicted) + " ± " + Figures.of(margin);
        Judgement judgement = Judgement.of(estimate, message, OptionalInt.empty());
        boolean settled = Math.abs(orders[last - 2] - predicted) <= margin;
        return judgement.verdict() == Verdict.PASS && !settled
                ? judgement.undecided("the step before is outside the margin: not yet in the asymptotic range")
                : judgement;
    }

    private static double largest(double[][] numerical, int point) {
        return Arrays.stream(numerical).mapToDouble(row -> row[point]).max().orElse(Double.NaN);
    }

    private double averagedAt(double[][] e, int point, int[] seeds) {
        double[] errors = new double[seeds.length];
        for (int i = 0; i < seeds.length; i++) {
            errors[i] = e[seeds[i]][point];
        }
        return average.applyAsDouble(errors);
    }
}
