package org.theoremeter.verify.judge;

import java.util.Optional;
import java.util.OptionalInt;
import org.theoremeter.verify.statistics.LogSlope;
import org.theoremeter.verify.statistics.Sample;

/**
 * Judges exponents: the least-squares slope of ln y on ln x against a predicted slope.
 *
 * <p>With seeds, each seed has a slope of its own (seeds are paired across the grid) and the interval is Student's over
 * them; without, it is the numerical errors carried through the fit. A fit through a bend does not pass: the local slopes
 * between neighbours must stay within two margins of the predicted ones.
 */
public final class SlopeJudge {

    /** How many margins a local slope may leave the predicted one before the fit is no longer taken for a power law. */
    private static final double BEND = 2;

    private final MeanJudge means;
    private final double confidence;

    /**
     * Creates a judge.
     *
     * @param confidence 1 − α, in (0.5, 1)
     */
    public SlopeJudge(double confidence) {
        this.means = new MeanJudge(confidence);
        this.confidence = confidence;
    }

    /**
     * Judges a slope.
     *
     * @param x the grid, positive
     * @param y y[seed][point], positive
     * @param errors the numerical error of each, same shape
     * @param seeded whether the rows come from seeds
     * @param local the predicted local slope of each interval from x[j] to x[j + 1]
     * @param margin the half-width of the margin, absolute
     */
    public Judgement judge(double[] x, double[][] y, double[][] errors, boolean seeded, double[] local, double margin) {
        LogSlope fit = new LogSlope(x);
        double[] slopes = new double[y.length];
        double error = 0;
        for (int seed = 0; seed < y.length; seed++) {
            slopes[seed] = fit.of(y[seed]);
            if (!Double.isFinite(slopes[seed])) {
                return Judgement.error("slope: a value on the grid is not positive and finite, so it has no logarithm");
            }
            error = Math.max(error, fit.errorOf(y[seed], errors[seed]));
        }
        if (Double.isInfinite(error)) {
            return new Judgement(
                    Verdict.INCONCLUSIVE,
                    Optional.empty(),
                    "the numerical error is as large as a value on the grid: finer numerics would decide",
                    OptionalInt.empty());
        }
        double predicted = fit.ofLocalSlopes(local);
        Judgement judgement = means.value("slope", new Sample(slopes), seeded, predicted, error, margin);
        if (judgement.verdict() == Verdict.PASS) {
            double bend = bend(fit, x, y, errors, seeded, local);
            return bend <= BEND * margin
                    ? judgement
                    : judgement.undecided(
                            "but between neighbours on the grid it leaves the predicted slope by at least "
                                    + Figures.of(bend) + ": a bend, not a power law");
        }
        return judgement;
    }

    /** Returns by how much the local slopes, averaged over seeds, surely leave the predicted ones. */
    private double bend(LogSlope fit, double[] x, double[][] y, double[][] errors, boolean seeded, double[] local) {
        double worst = 0;
        for (int j = 0; j < local.length; j++) {
            double step = Math.abs(Math.log(x[j + 1] / x[j]));
            double[] ofSeeds = new double[y.length];
            double error = 0;
            for (int seed = 0; seed < y.length; seed++) {
                ofSeeds[seed] = fit.local(y[seed])[j];
                error = Math.max(
                        error,
                        (LogSlope.ofLogarithm(y[seed][j], errors[seed][j])
                                        + LogSlope.ofLogarithm(y[seed][j + 1], errors[seed][j + 1]))
                                / step);
            }
            Sample sample = new Sample(ofSeeds);
            double scatter = seeded ? sample.quantile(confidence) * sample.standardError() : 0;
            worst = Math.max(worst, Math.abs(sample.mean() - local[j]) - error - scatter);
        }
        return worst;
    }
}
