package org.theoremeter.verify.judge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import org.apache.commons.math3.distribution.BinomialDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How often points that scatter about a known line or parabola get which verdict. */
class ScatterJudgeTest {

    private static final double CONFIDENCE = 0.95;
    private static final double MARGIN = 0.3;
    private static final double REACH = 1.5;
    private static final int DRAWS = 400;

    /** With a rate of α a count beyond this comes once in a thousand such tests; the seed is fixed, so that it never varies. */
    private static final int MOST =
            new BinomialDistribution(null, DRAWS, 1 - CONFIDENCE).inverseCumulativeProbability(0.999);

    private final ScatterJudge judge = new ScatterJudge(CONFIDENCE);
    private final Random random = new Random(20_261_125);

    /** Draws points at even steps over ln x from −{@value #REACH} to {@value #REACH}. */
    private ScatterJudge.Points points(int n, double scatter, double stated, DoubleUnaryOperator law) {
        double[] x = new double[n];
        double[] y = new double[n];
        double[] errors = new double[n];
        for (int i = 0; i < n; i++) {
            x[i] = REACH * (2.0 * i / (n - 1) - 1);
            y[i] = law.applyAsDouble(x[i]) + scatter * random.nextGaussian();
            errors[i] = stated;
        }
        return new ScatterJudge.Points(x, new double[n], y, errors);
    }

    private int count(Verdict verdict, int n, double scatter, double stated, DoubleUnaryOperator law) {
        int count = 0;
        for (int draw = 0; draw < DRAWS; draw++) {
            count += judge.judge(points(n, scatter, stated, law), 2, MARGIN).verdict() == verdict ? 1 : 0;
        }
        return count;
    }

    @ParameterizedTest
    @CsvSource({"4, 0.02, 0", "4, 0.2, 0.2", "6, 0.1, 0.01", "12, 0.1, 0.1", "30, 0.05, 0.5"})
    void aSlopeAtTheEdgeSeldomPassesOrFails(int n, double scatter, double stated) {
        DoubleUnaryOperator edge = x -> (2 + MARGIN) * x;
        assertThat(count(Verdict.PASS, n, scatter, stated, edge)).isLessThanOrEqualTo(MOST);
        assertThat(count(Verdict.FAIL, n, scatter, stated, edge)).isLessThanOrEqualTo(MOST);
    }

    @ParameterizedTest
    @CsvSource({"4, 0.02, 0", "4, 0.1, 0.1", "6, 0.1, 0.01", "12, 0.1, 0.1", "30, 0.05, 0.5"})
    void aBendToTwoMarginsAtTheEndsSeldomPasses(int n, double scatter, double stated) {
        DoubleUnaryOperator bent = x -> 2 * x + ExponentJudge.BEND * MARGIN / (2 * REACH) * x * x;
        assertThat(count(Verdict.PASS, n, scatter, stated, bent)).isLessThanOrEqualTo(MOST);
    }

    @Test
    void aTrueSlopePassesWhereThePointsShowIt() {
        // the slope has the standard error 0.05/√Σ(x − x̄)² = 0.05/(1.5·√(12·13/(3·11))) ≈ 0.015, a twentieth of the
        // margin
        assertThat(count(Verdict.PASS, 12, 0.05, 0, x -> 2 * x)).isGreaterThan(DRAWS * 99 / 100);
    }

    @Test
    void threePointsDecideNothing() {
        assertThat(judge.judge(points(3, 0, 0, x -> 2 * x), 2, MARGIN).verdict())
                .isEqualTo(Verdict.INCONCLUSIVE);
    }

    @Test
    void pointsThatDoNotVaryAreAnError() {
        assertThat(judge.judge(points(6, 0, 0, x -> 0), 0, MARGIN).verdict()).isEqualTo(Verdict.ERROR);
    }

    @Test
    void theChanceOfAPassCountsTheBendToo() {
        // at α = chance the same points would just pass; the bend, at two margins, is the weaker side of 4 points
        Judgement judgement = judge.judge(
                new ScatterJudge.Points(
                        new double[] {-1.5, -0.5, 0.5, 1.5},
                        new double[4],
                        new double[] {-3, -0.999, 0.999, 3.001},
                        new double[4]),
                2,
                MARGIN);
        assertThat(judgement.verdict()).isEqualTo(Verdict.PASS);
        double chance = judgement.estimate().orElseThrow().chance().getAsDouble();
        ScatterJudge.Points same = new ScatterJudge.Points(
                new double[] {-1.5, -0.5, 0.5, 1.5},
                new double[4],
                new double[] {-3, -0.999, 0.999, 3.001},
                new double[4]);
        assertThat(new ScatterJudge(1 - 1.01 * chance).judge(same, 2, MARGIN).verdict())
                .isEqualTo(Verdict.PASS);
        assertThat(new ScatterJudge(1 - 0.5 * chance).judge(same, 2, MARGIN).verdict())
                .isEqualTo(Verdict.INCONCLUSIVE);
    }

    /** As for seeds: x ln(1/x), told to four digits. */
    @Test
    void aLogarithmIsNoPower() {
        double[] x = new double[9];
        double[] y = new double[9];
        for (int i = 0; i < 9; i++) {
            double value = Math.pow(10, -2 - i / 2.0);
            x[i] = Math.log(value);
            y[i] = Math.log(value * Math.log(1 / value)) + 1e-4 * (i % 2);
        }
        ScatterJudge.Points points = new ScatterJudge.Points(x, new double[9], y, new double[9]);
        Judgement bent = new ScatterJudge(0.95).judge(points, 0.87, 0.06);
        assertThat(bent.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(bent.message()).contains("surely bends");
        assertThat(new ScatterJudge(0.95).judge(points, 0.87, 0.14).verdict()).isEqualTo(Verdict.PASS);
    }
}
