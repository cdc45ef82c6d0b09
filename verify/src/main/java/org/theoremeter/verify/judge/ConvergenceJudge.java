package org.theoremeter.verify.judge;

import java.util.Arrays;
import java.util.OptionalInt;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.theoremeter.verify.statistics.LogSlope;
import org.theoremeter.verify.statistics.Sample;

/**
 * Judges orders of convergence: p in E ∝ xᵖ as x → 0.
 *
 * <p>The estimate is the local order at the finest step of the grid, p = ln(Eⱼ/Eⱼ₊₁)/ln(xⱼ/xⱼ₊₁), E being an average over
 * seeds; its interval comes from the delete-one jackknife over seeds, or from the numerical errors. The asymptotic range
 * counts as reached when the interval of the order at the step before is shown to lie within {@value #RANGE} margins of
 * the prediction, and when the order would still lie within one if it changed as much again as it surely does at the finest step.
 */
public final class ConvergenceJudge {

    /** Within how many margins the order at the step before must be shown to lie. */
    static final double RANGE = 2;

    private final double confidence;
    private final ToDoubleFunction<double[]> average;
    private final boolean ofTable;

    /**
     * Creates a judge.
     *
     * @param confidence 1 − α, in (0.5, 1)
     * @param average how the errors of several seeds become one positive number
     */
    public ConvergenceJudge(double confidence, ToDoubleFunction<double[]> average) {
        this(confidence, average, false);
    }

    private ConvergenceJudge(double confidence, ToDoubleFunction<double[]> average, boolean ofTable) {
        this.confidence = confidence;
        this.average = average;
        this.ofTable = ofTable;
    }

    /**
     * Returns a judge that knows where the numbers come from.
     *
     * @param table whether they are those of a user's table, where seeds may depend on their neighbours, and errors are as stated
     */
    public ConvergenceJudge ofTable(boolean table) {
        return new ConvergenceJudge(confidence, average, table);
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
        int[] all = IntStream.range(0, e.length).toArray();
        return IntStream.range(0, e[0].length)
                .mapToDouble(point -> averagedAt(e, point, all))
                .toArray();
    }

    /**
     * Judges an order.
     *
     * @param x the grid, falling towards zero, at least three points
     * @param e e[seed][point], the errors whose order is meant
     * @param observed the numerical error of each that comes from the observation, same shape
     * @param predicted the numerical error of each that comes from the prediction, same shape
     * @param seeded whether the rows come from seeds
     * @param order the predicted order
     * @param margin the half-width of the margin, absolute
     */
    public Judgement judge(
            double[] x,
            double[][] e,
            double[][] observed,
            double[][] predicted,
            boolean seeded,
            double order,
            double margin) {
        double[] averaged = averaged(e);
        if (!Arrays.stream(averaged).allMatch(value -> value > 0 && Double.isFinite(value))) {
            return Judgement.error("order: an error on the grid is zero or not finite, so that it has no order");
        }
        if (seeded && e.length < 2) {
            return Judgement.error("order: one seed gives no interval");
        }
        int finest = x.length - 2;
        MeanInterval[] steps = new MeanInterval[x.length - 1];
        for (int step = 0; step <= finest; step++) {
            steps[step] = interval(x, e, averaged, observed, predicted, seeded, step);
        }
        MeanInterval last = steps[finest];
        if (Double.isInfinite(last.error().total())) {
            return Judgement.open("the numerical error is as large as what has the order: finer numerics would decide");
        }
        if (seeded && last.standardError() == 0) {
            return Judgement.error("order: " + e.length + " seeds gave no spread at all");
        }
        String message = "order = " + Figures.of(last.mean()) + " (" + Figures.of(last.lower()) + " to "
                + Figures.of(last.upper()) + ") at the finest step, before "
                + Arrays.stream(steps, 0, finest).map(ConvergenceJudge::told).collect(Collectors.joining(", "))
                + ", predicted " + Figures.of(order) + " ± " + Figures.of(margin);
        Judgement judgement =
                last.judge("order", order, order - margin, order + margin, margin, Double.NEGATIVE_INFINITY, message);
        return judgement.verdict() == Verdict.PASS
                ? steady(settled(judgement, steps[finest - 1], order, margin), last, steps[finest - 1], order, margin)
                : judgement;
    }

    /**
     * Lets an order that passed stand only if it has come to rest: where it surely still changes from step to step, the steps
     * that are not on the grid bring at least as much again (of a correction that is linear in x, exactly that).
     */
    private static Judgement steady(
            Judgement passed, MeanInterval last, MeanInterval before, double order, double margin) {
        double change = last.mean() - before.mean();
        boolean surely = Math.abs(change) > last.half() + before.half();
        double ahead = last.mean() + change;
        return passed.verdict() == Verdict.PASS && surely && Math.abs(ahead - order) > margin
                ? passed.undecided(
                        "the order still changes by " + Figures.of(change) + " from step to step, and would be "
                                + Figures.of(ahead) + " or beyond in the end: not yet in the asymptotic range")
                : passed;
    }

    /** Lets an order that passed stand only if the step before has it too. */
    private static Judgement settled(Judgement passed, MeanInterval before, double order, double margin) {
        double low = order - RANGE * margin;
        double high = order + RANGE * margin;
        if (before.lower() >= low && before.upper() <= high) {
            return passed.noBetterThan(before.chance(low, high));
        }
        boolean surely = before.lower() > high || before.upper() < low;
        return passed.undecided(
                "the step before is " + (surely ? "" : "not shown to be within ")
                        + (surely ? "outside " : "") + Figures.of(order) + " ± " + Figures.of(RANGE * margin)
                        + (surely ? ": not yet in the asymptotic range" : ": the asymptotic range is not certain"),
                surely ? OptionalInt.empty() : before.seedsToDecide(low, high));
    }

    private static String told(MeanInterval step) {
        return Figures.of(step.mean()) + " (" + Figures.of(step.lower()) + " to " + Figures.of(step.upper()) + ")";
    }

    private MeanInterval interval(
            double[] x,
            double[][] e,
            double[] averaged,
            double[][] observed,
            double[][] predicted,
            boolean seeded,
            int step) {
        double width = Math.log(x[step] / x[step + 1]);
        double order = Math.log(averaged[step] / averaged[step + 1]) / width;
        double spread = seeded
                ? Sample.jackknifeError(
                        e.length,
                        ofTable,
                        kept -> Math.log(averagedAt(e, step, kept) / averagedAt(e, step + 1, kept)) / width)
                : 0;
        double[] reached = new double[2];
        for (int end = 0; end < 2; end++) {
            int point = step + end;
            reached[0] += LogSlope.ofLogarithm(averaged[point], largest(observed, point)) / width;
            reached[1] += LogSlope.ofLogarithm(averaged[point], largest(predicted, point)) / width;
        }
        return new MeanInterval(
                seeded ? e.length : 0,
                order,
                spread,
                ofTable ? new NumericalError(0, reached[1], reached[0]) : new NumericalError(reached[0], reached[1]),
                confidence);
    }

    private static double largest(double[][] numerical, int point) {
        return Arrays.stream(numerical).mapToDouble(row -> row[point]).max().orElse(Double.NaN);
    }

    private double averagedAt(double[][] e, int point, int[] seeds) {
        return average.applyAsDouble(
                Arrays.stream(seeds).mapToDouble(seed -> e[seed][point]).toArray());
    }
}
