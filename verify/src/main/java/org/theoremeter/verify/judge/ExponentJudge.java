package org.theoremeter.verify.judge;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.ToDoubleFunction;
import org.theoremeter.verify.statistics.LogSlope;
import org.theoremeter.verify.statistics.Sample;

/**
 * Judges exponents: the least-squares slope of ln y on ln x against a predicted slope.
 *
 * <p>With seeds, each seed has a slope of its own (seeds are paired across the grid) and the interval is that of their
 * mean; without, it is the numerical errors carried through the fit. A bend is no power law: the slopes that a parabola
 * through the logarithms has at both ends of the grid must be shown to lie within {@value #BEND} margins of the predicted
 * ones, and within one if they surely differ by what is not predicted; no local slope between neighbours may surely leave two. Where a least R² is asked for, the line of every seed
 * must have it.
 */
public final class ExponentJudge {

    /** How many margins a slope at an end of the grid, or between neighbours, may leave the predicted one. */
    static final double BEND = 2;

    private final double confidence;
    private final OptionalDouble leastRSquared;
    private final boolean ofTable;

    /**
     * Creates a judge.
     *
     * @param confidence 1 − α, in (0.5, 1)
     */
    public ExponentJudge(double confidence) {
        this(confidence, OptionalDouble.empty(), false);
    }

    private ExponentJudge(double confidence, OptionalDouble leastRSquared, boolean ofTable) {
        this.confidence = confidence;
        this.leastRSquared = leastRSquared;
        this.ofTable = ofTable;
    }

    /**
     * Returns a judge that knows where the numbers come from.
     *
     * @param table whether they are those of a user's table, where seeds may depend on their neighbours, and errors are as stated
     */
    public ExponentJudge ofTable(boolean table) {
        return new ExponentJudge(confidence, leastRSquared, table);
    }

    /**
     * Returns a judge that also asks how straight the lines are.
     *
     * @param least the least R² that the line of every seed must have, below 1; empty to ask for none
     */
    public ExponentJudge with(OptionalDouble least) {
        return new ExponentJudge(confidence, least, ofTable);
    }

    /**
     * Judges a slope.
     *
     * @param x the grid, positive, at least three points
     * @param y y[seed][point], positive
     * @param errors the numerical error of each, same shape
     * @param seeded whether the rows come from seeds
     * @param local the predicted local slope of each interval from x[j] to x[j + 1]
     * @param margin the half-width of the margin, absolute
     */
    public Judgement judge(double[] x, double[][] y, double[][] errors, boolean seeded, double[] local, double margin) {
        LogSlope fit = new LogSlope(x);
        Grid grid = new Grid(fit, y, errors, seeded);
        double[] slopes = grid.each(fit::of);
        for (double slope : slopes) {
            if (!Double.isFinite(slope)) {
                return Judgement.error("slope: a value on the grid is not positive and finite, so it has no logarithm");
            }
        }
        if (Double.isInfinite(grid.error(fit.weights()))) {
            return Judgement.open(
                    "the numerical error is as large as a value on the grid: finer numerics would decide");
        }
        Sample sample = new Sample(slopes, ofTable);
        if (seeded && sample.constant()) {
            return MeanInterval.noSpread("slope", sample);
        }
        double predicted = fit.ofLocalSlopes(local);
        Judgement judgement = ValueJudge.judge("slope", grid.interval(fit.weights()), predicted, margin);
        Judgement told = leastRSquared.isEmpty() ? judgement : judgement.saying("least R² " + rounded(grid.rSquared()));
        return told.verdict() == Verdict.PASS ? straight(lined(told, grid), grid, x, local, margin) : told;
    }

    /** Lets a slope that passed stand only if the line of every seed is straight enough. */
    private Judgement lined(Judgement passed, Grid grid) {
        if (leastRSquared.isEmpty() || grid.rSquared() >= leastRSquared.getAsDouble()) {
            return passed;
        }
        return passed.undecided("asked for at least " + leastRSquared.getAsDouble(), OptionalInt.empty());
    }

    /** Rounds R² down to six places, so that what is told never reaches a limit that was missed. */
    private static double rounded(double rSquared) {
        return Math.floor(rSquared * 1e6) / 1e6;
    }

    /** Lets a slope that passed stand only if a bend is excluded. */
    private Judgement straight(Judgement passed, Grid grid, double[] x, double[] local, double margin) {
        if (passed.verdict() != Verdict.PASS) {
            return passed;
        }
        double sure = grid.surelyLeaves(local);
        if (sure > BEND * margin) {
            return passed.undecided("but between neighbours on the grid it leaves the predicted slope by at least "
                    + Figures.of(sure) + ": a bend, not a power law");
        }
        Judgement result = passed.saying("local slopes " + Figures.of(grid.slopeAt(0)) + " at " + Figures.of(x[0])
                + ", " + Figures.of(grid.slopeAt(x.length - 1)) + " at " + Figures.of(x[x.length - 1]));
        boolean bent = grid.surelyBent(local);
        for (int end : List.of(0, x.length - 1)) {
            double[] weights = grid.fit.slopeAt(end);
            double predicted = grid.fit.ofLocalSlopes(weights, local);
            MeanInterval interval = grid.interval(weights);
            if (bent && Math.abs(interval.mean() - predicted) > margin) {
                return passed.undecided(
                        "but it surely bends, and at " + Figures.of(x[end]) + " the slope is "
                                + Figures.of(interval.mean()) + ", predicted " + Figures.of(predicted) + " ± "
                                + Figures.of(margin) + ": a bend, not a power law",
                        OptionalInt.empty());
            }
            double low = predicted - BEND * margin;
            double high = predicted + BEND * margin;
            if (interval.lower() < low || interval.upper() > high) {
                boolean surely = interval.lower() > high || interval.upper() < low;
                String found = "but at " + Figures.of(x[end]) + " the slope is "
                        + Figures.of(interval.mean()) + " (" + Figures.of(interval.lower()) + " to "
                        + Figures.of(interval.upper()) + "), predicted " + Figures.of(predicted) + " ± "
                        + Figures.of(BEND * margin) + ": "
                        + (surely ? "a bend, not a power law" : "a bend cannot be excluded");
                return passed.undecided(found, surely ? OptionalInt.empty() : interval.seedsToDecide(low, high));
            }
            result = result.noBetterThan(interval.chance(low, high));
        }
        return result;
    }

    /** What was measured on the grid. */
    private final class Grid {

        private final LogSlope fit;
        private final double[][] y;
        private final double[][] errors;
        private final boolean seeded;

        Grid(LogSlope fit, double[][] y, double[][] errors, boolean seeded) {
            this.fit = fit;
            this.y = y;
            this.errors = errors;
            this.seeded = seeded;
        }

        double[] each(ToDoubleFunction<double[]> statistic) {
            double[] values = new double[y.length];
            for (int seed = 0; seed < y.length; seed++) {
                values[seed] = statistic.applyAsDouble(y[seed]);
            }
            return values;
        }

        /** Returns a bound of the numerical error of Σ weight ln y, over all seeds. */
        double error(double[] weights) {
            double error = 0;
            for (int seed = 0; seed < y.length; seed++) {
                error = Math.max(error, LogSlope.errorOf(weights, y[seed], errors[seed]));
            }
            return error;
        }

        /** Returns the least R² of a seed. */
        double rSquared() {
            double least = Double.POSITIVE_INFINITY;
            for (int seed = 0; seed < y.length; seed++) {
                least = Math.min(least, fit.rSquared(y[seed], errors[seed]));
            }
            return least;
        }

        /** Returns the interval of Σ weight ln y. */
        MeanInterval interval(double[] weights) {
            double[] values = each(row -> LogSlope.of(weights, row));
            return MeanInterval.of(new Sample(values, ofTable), seeded, numerical(error(weights)), confidence);
        }

        private NumericalError numerical(double error) {
            return ofTable ? new NumericalError(0, 0, error) : new NumericalError(error, 0);
        }

        /** Returns the slope that the parabola has at a point of the grid, averaged over seeds. */
        double slopeAt(int point) {
            return interval(fit.slopeAt(point)).mean();
        }

        /** Returns whether the slopes of the parabola at the ends surely differ by what is not predicted. */
        boolean surelyBent(double[] local) {
            double[] first = fit.slopeAt(0);
            double[] weights = fit.slopeAt(first.length - 1);
            for (int j = 0; j < weights.length; j++) {
                weights[j] -= first[j];
            }
            double predicted = fit.ofLocalSlopes(weights, local);
            MeanInterval interval = interval(weights);
            return interval.lower() > predicted || interval.upper() < predicted;
        }

        /** Returns by how much the local slopes, averaged over seeds, surely leave the predicted ones. */
        double surelyLeaves(double[] local) {
            List<Double> beyond = new ArrayList<>(List.of(0.0));
            for (int j = 0; j < local.length; j++) {
                MeanInterval interval = interval(fit.between(j));
                beyond.add(Math.max(interval.lower() - local[j], local[j] - interval.upper()));
            }
            return beyond.stream().mapToDouble(Double::doubleValue).max().orElseThrow();
        }
    }
}
