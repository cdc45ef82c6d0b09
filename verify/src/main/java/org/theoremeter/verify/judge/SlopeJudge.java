package org.theoremeter.verify.judge;

import java.util.OptionalInt;
import org.theoremeter.verify.statistics.LogSlope;
import org.theoremeter.verify.statistics.Sample;

/**
 * Judges exponents: the least-squares slope of ln y on ln x against a predicted slope.
 *
 * <p>With seeds, each seed has a slope of its own (seeds are paired across the grid) and the interval is Student's over
 * them; without, it is the numerical errors carried through the fit.
 */
public final class SlopeJudge {

    private final MeanJudge means;

    /**
     * Creates a judge.
     *
     * @param confidence 1 − α, in (0.5, 1)
     */
    public SlopeJudge(double confidence) {
        this.means = new MeanJudge(confidence);
    }

    /**
     * Judges a slope.
     *
     * @param x the grid, positive
     * @param y y[seed][point], positive
     * @param errors the numerical error of each, same shape
     * @param seeded whether the rows come from seeds
     * @param predicted the predicted slope
     * @param margin the half-width of the margin, absolute
     */
    public Judgement judge(
            double[] x, double[][] y, double[][] errors, boolean seeded, double predicted, double margin) {
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
        Judgement judgement = means.value("slope", new Sample(slopes), seeded, predicted, error, margin);
        if (judgement.verdict() == Verdict.INCONCLUSIVE
                && judgement.seedsToDecide().isEmpty()
                && error > 0) {
            return new Judgement(
                    judgement.verdict(),
                    judgement.estimate(),
                    judgement.message() + "; the numerical error " + Figures.of(error) + " of the slope is too large",
                    OptionalInt.empty());
        }
        return judgement;
    }
}
