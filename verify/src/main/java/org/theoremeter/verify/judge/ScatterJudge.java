package org.theoremeter.verify.judge;

import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.apache.commons.math3.distribution.TDistribution;
import org.theoremeter.verify.statistics.Bend;
import org.theoremeter.verify.statistics.ErrorLine;
import org.theoremeter.verify.statistics.LogSlope;
import org.theoremeter.verify.statistics.PowerFit;

/**
 * Judges exponents through points that scatter, each measured once: the slope of ln y on ln x, errors and scatter counted.
 *
 * <p>The interval is that of {@link ErrorLine}: the points say how much they scatter, beyond the errors that they state; what they may
 * be off together moves it in full. Where
 * only x carries errors, it is the response: ln x is regressed on ln y, and the slope is the inverse. As for
 * {@link ExponentJudge}, the slopes of a parabola at both ends must be shown to lie within {@value ExponentJudge#BEND} margins,
 * and within one if they surely bend.
 *
 * <p>A wrong PASS is as rare as 1 − confidence says for Gaussian scatter. For scatter as skewed as the exponential's it is at most
 * about twice as frequent where a point stands apart from the others along x (simulated: 10 % at 95 %), and up to 13 % with four
 * points whose errors differ besides.
 */
public final class ScatterJudge {

    /** The fewest points: two for the line, one for the bend, one for the scatter. */
    public static final int FEWEST = Bend.FEWEST;

    private final double confidence;

    /**
     * Creates a judge.
     *
     * @param confidence 1 − α, in (0.5, 1); the interval is the 1 − 2α one
     */
    public ScatterJudge(double confidence) {
        this.confidence = confidence;
    }

    /**
     * Points on logarithmic axes.
     *
     * @param x ln x
     * @param xErrors the standard errors of ln x, independent from point to point, 0 if exact
     * @param xBounds bounds of what ln x may be off besides, in a way that points may have in common
     * @param y ln y
     * @param yErrors the standard errors of ln y, 0 if exact
     * @param yBounds bounds of what ln y may be off besides
     */
    public record Points(
            double[] x, double[] xErrors, double[] xBounds, double[] y, double[] yErrors, double[] yBounds) {

        /** Holds points with independent errors only. */
        public Points(double[] x, double[] xErrors, double[] y, double[] yErrors) {
            this(x, xErrors, new double[x.length], y, yErrors, new double[y.length]);
        }

        /** Returns the weights of the slope that a line with these errors and this scatter has, by its slope. */
        private double[] weights(double slope, double scatter) {
            double[] weight = new double[x.length];
            double sum = 0;
            double mean = 0;
            for (int i = 0; i < x.length; i++) {
                double variance = yErrors[i] * yErrors[i] + slope * slope * xErrors[i] * xErrors[i] + scatter * scatter;
                weight[i] = variance > 0 ? 1 / variance : 1;
                sum += weight[i];
                mean += weight[i] * x[i];
            }
            mean /= sum;
            double spread = 0;
            for (int i = 0; i < x.length; i++) {
                spread += weight[i] * (x[i] - mean) * (x[i] - mean);
            }
            for (int i = 0; i < x.length; i++) {
                weight[i] *= (x[i] - mean) / spread;
            }
            return weight;
        }

        /** Returns how far a slope with these weights moves, to first order, when every point moves by its bounds. */
        private double moved(double[] weights, double slope) {
            double sum = 0;
            for (int i = 0; i < x.length; i++) {
                sum += Math.abs(weights[i]) * (yBounds[i] + Math.abs(slope) * xBounds[i]);
            }
            return sum;
        }

        /** Returns how far the slope of a parabola at either end may move by the bounds. */
        private double movedAtEnds(double slope) {
            LogSlope parabola = new LogSlope(Arrays.stream(x).map(Math::exp).toArray());
            double most = 0;
            for (int i = 0; i < x.length; i++) {
                most = Math.max(most, moved(parabola.slopeAt(i), slope));
            }
            return most;
        }

        private boolean bounded() {
            return Arrays.stream(xBounds).anyMatch(bound -> bound > 0)
                    || Arrays.stream(yBounds).anyMatch(bound -> bound > 0);
        }

        boolean onlyAbscissaErrs() {
            return Arrays.stream(xErrors).anyMatch(error -> error > 0)
                    && Arrays.stream(yErrors).allMatch(error -> error == 0)
                    && Arrays.stream(yBounds).allMatch(bound -> bound == 0);
        }

        Points swapped() {
            return new Points(y, yErrors, yBounds, x, xErrors, xBounds);
        }
    }

    /**
     * A slope with its interval.
     *
     * @param moved what bounds contribute to either side of it
     */
    private record Slope(double value, double lower, double upper, double moved) {

        static Slope about(double value, double lower, double upper, double moved) {
            return new Slope(value, lower - moved, upper + moved, moved);
        }

        /** Returns the slope of x on y; unbounded where the interval holds 0. */
        Slope inverse() {
            boolean bounded = lower > 0 || upper < 0;
            return new Slope(
                    1 / value,
                    bounded ? 1 / upper : Double.NEGATIVE_INFINITY,
                    bounded ? 1 / lower : Double.POSITIVE_INFINITY,
                    moved / (value * value));
        }
    }

    /**
     * The line of ln y on ln x whose slope is judged.
     *
     * @param intercept ln y where ln x is 0
     * @param slope its slope
     */
    public record Line(double intercept, double slope) {}

    /** Returns the line whose slope {@link #judge(Points, double, double)} judges; empty if there is none. */
    public Optional<Line> line(Points points) {
        boolean inverse = points.onlyAbscissaErrs();
        Points used = inverse ? points.swapped() : points;
        if (used.x().length < FEWEST) {
            return Optional.empty();
        }
        try {
            ErrorLine line =
                    ErrorLine.fit(used.x(), used.xErrors(), used.y(), used.yErrors(), 2 * confidence - 1, true);
            return Optional.of(
                    inverse
                            ? new Line(-line.intercept() / line.slope(), 1 / line.slope())
                            : new Line(line.intercept(), line.slope()));
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }

    /**
     * Judges a slope.
     *
     * @param points at least {@value #FEWEST}
     * @param predicted the predicted slope
     * @param margin the half-width of the margin, absolute
     */
    public Judgement judge(Points points, double predicted, double margin) {
        boolean inverse = points.onlyAbscissaErrs();
        Points used = inverse ? points.swapped() : points;
        if (used.x().length < FEWEST) {
            return Judgement.open(
                    "only " + used.x().length + " points, at least " + FEWEST + " would give a slope and a bend");
        }
        ErrorLine line;
        Bend bend;
        double level = 2 * confidence - 1;
        try {
            line = ErrorLine.fit(used.x(), used.xErrors(), used.y(), used.yErrors(), level, true);
            bend = Bend.of(used.x(), used.y(), used.yErrors(), level).noSurerThanStated();
        } catch (IllegalArgumentException fault) {
            return Judgement.error("slope: " + fault.getMessage());
        }
        double moved = used.moved(used.weights(line.slope(), line.scatter()), line.slope());
        Slope fitted = Slope.about(line.slope(), line.lower(), line.upper(), moved);
        Slope slope = inverse ? fitted.inverse() : fitted;
        if (Double.isInfinite(slope.lower()) || Double.isInfinite(slope.upper())) {
            return Judgement.open("slope = " + Figures.of(slope.value()) + ", with an interval that has no end");
        }
        Estimate estimate = new Estimate(
                "slope",
                slope.value(),
                slope.lower(),
                slope.upper(),
                predicted,
                predicted - margin,
                predicted + margin,
                chance(slope, predicted, margin, used.x().length - 2));
        String message = "slope = " + Figures.of(slope.value()) + " (" + Math.round(100 * level) + " % interval "
                + Figures.of(slope.lower()) + " to " + Figures.of(slope.upper()) + ", " + used.x().length
                + " points that scatter by " + Figures.of(line.scatter()) + " beyond their errors), predicted "
                + Figures.of(predicted) + " ± " + Figures.of(margin);
        Judgement judgement = Judgement.of(estimate, message, OptionalInt.empty());
        return judgement.verdict() == Verdict.PASS
                ? straight(judgement, used, fitted, bend, inverse, predicted, margin)
                : judgement;
    }

    /**
     * Judges the exponent of points some of which lie below their errors, so that they have no logarithm: all are fitted by the
     * power law itself.
     *
     * @param x the abscissas, positive
     * @param y the ordinates, of any sign
     * @param errors their standard errors, positive
     * @param common bounds of what they may be off besides, in a way that points may have in common
     * @param clear those points that have logarithms, by which a bend must be excluded
     * @param predicted the predicted exponent
     * @param margin the half-width of the margin, absolute
     */
    public Judgement judge(
            double[] x, double[] y, double[] errors, double[] common, Points clear, double predicted, double margin) {
        double level = 2 * confidence - 1;
        PowerFit fit;
        try {
            fit = PowerFit.of(x, y, errors, common, level);
        } catch (IllegalArgumentException fault) {
            return Judgement.error("slope: " + fault.getMessage());
        }
        String buried = (x.length - clear.x().length) + " of " + x.length + " points are not clear of their errors";
        if (Double.isInfinite(fit.scatter())) {
            return Judgement.open("no power law fits within the errors: " + buried);
        }
        if (Double.isInfinite(fit.lower()) || Double.isInfinite(fit.upper())) {
            return Judgement.open(
                    "slope = " + Figures.of(fit.exponent()) + ", with an interval that has no end: " + buried);
        }
        Slope slope = new Slope(fit.exponent(), fit.lower(), fit.upper(), 0);
        Estimate estimate = new Estimate(
                "slope",
                slope.value(),
                slope.lower(),
                slope.upper(),
                predicted,
                predicted - margin,
                predicted + margin,
                chance(slope, predicted, margin, x.length - 2));
        Judgement judgement = Judgement.of(
                estimate,
                "slope = " + Figures.of(slope.value()) + " (" + Math.round(100 * level) + " % interval "
                        + Figures.of(slope.lower()) + " to " + Figures.of(slope.upper())
                        + ", fitted without logarithms: "
                        + buried + ", scatter " + Figures.of(fit.scatter()) + " of the law), predicted "
                        + Figures.of(predicted) + " ± " + Figures.of(margin),
                OptionalInt.empty());
        if (judgement.verdict() != Verdict.PASS) {
            return judgement;
        }
        if (clear.x().length < FEWEST) {
            return judgement.undecided("but only " + clear.x().length + " points are clear of their errors, at least "
                    + FEWEST + " would show a bend");
        }
        try {
            Bend bend = Bend.of(clear.x(), clear.y(), clear.yErrors(), level).noSurerThanStated();
            return straight(judgement, clear, slope, bend, false, predicted, margin);
        } catch (IllegalArgumentException fault) {
            return Judgement.error("slope: " + fault.getMessage());
        }
    }

    /** Lets a slope that passed stand only if a bend is excluded. */
    private Judgement straight(
            Judgement passed,
            Points points,
            Slope fitted,
            Bend bend,
            boolean inverse,
            double predicted,
            double margin) {
        double[] x = points.x();
        double reach =
                (Arrays.stream(x).max().orElseThrow() - Arrays.stream(x).min().orElseThrow()) / 2;
        Judgement result = passed.saying("local slopes " + Figures.of(local(bend.slopeAtLeast(), inverse)) + " and "
                + Figures.of(local(bend.slopeAtLargest(), inverse)) + " at the ends");
        double half =
                (fitted.upper() - fitted.lower()) / 2 - fitted.moved() + 2 * reach * (bend.upper() - bend.lower()) / 2;
        double moved = points.bounded() ? points.movedAtEnds(fitted.value()) : 0;
        for (double end : new double[] {bend.slopeAtLeast(), bend.slopeAtLargest()}) {
            Slope direct = Slope.about(end, end - half, end + half, moved);
            Slope slope = inverse ? direct.inverse() : direct;
            double beyond = ExponentJudge.BEND * margin;
            if (bend.seen() && Math.abs(slope.value() - predicted) > margin + moved) {
                return passed.undecided("but it surely bends, and at one end the local slope is "
                        + Figures.of(slope.value()) + ": a bend, not a power law");
            }
            if (slope.lower() < predicted - beyond || slope.upper() > predicted + beyond) {
                boolean surely = slope.lower() > predicted + beyond || slope.upper() < predicted - beyond;
                return passed.undecided("but at one end the local slope is " + Figures.of(slope.value()) + " ("
                        + Figures.of(slope.lower()) + " to " + Figures.of(slope.upper()) + "), "
                        + (surely ? "a bend, not a power law" : "so that a bend cannot be excluded"));
            }
            result = result.noBetterThan(chance(slope, predicted, beyond, x.length - 3));
        }
        return result;
    }

    private static double local(double slope, boolean inverse) {
        return inverse ? 1 / slope : slope;
    }

    private OptionalDouble chance(Slope slope, double predicted, double margin, int degrees) {
        TDistribution student = new TDistribution(null, degrees);
        double error = ((slope.upper() - slope.lower()) / 2 - slope.moved())
                / student.inverseCumulativeProbability(confidence);
        double inside = margin - Math.abs(slope.value() - predicted) - slope.moved();
        if (!(error > 0)) {
            return OptionalDouble.of(inside >= 0 ? 0 : 1);
        }
        return OptionalDouble.of(student.cumulativeProbability(-inside / error));
    }
}
