package org.theoremeter.verify.judge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class ExponentJudgeTest {

    private static final double[] X = {0.2, 0.1, 0.05};
    private static final double[][] NONE = new double[1][3];

    private final ExponentJudge judge = new ExponentJudge(0.95);

    @Test
    void passesTheRightSlopeAndFailsAWrongOne() {
        double[][] y = {Arrays.stream(X).map(x -> 8 * x * x * x).toArray()};
        assertThat(judge.judge(X, y, NONE, false, new double[] {3, 3}, 0.02).verdict())
                .isEqualTo(Verdict.PASS);
        assertThat(judge.judge(X, y, NONE, false, new double[] {2.9, 2.9}, 0.02).verdict())
                .isEqualTo(Verdict.FAIL);
    }

    @Test
    void numericalErrorOfThePointsIsCarriedIntoTheSlope() {
        double[][] y = {Arrays.stream(X).map(x -> 8 * x * x * x).toArray()};
        double[][] errors = {Arrays.stream(y[0]).map(value -> 0.05 * value).toArray()};
        Judgement judgement = judge.judge(X, y, errors, false, new double[] {3, 3}, 0.02);
        // 5 % on both ends of a factor 4: 0.1/ln 4 = 0.072 > 0.02
        assertThat(judgement.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(judgement.message()).contains("numerical error");
    }

    @Test
    void aValueWithoutLogarithmIsAnError() {
        double[][] y = {{1, -1, 1}};
        assertThat(judge.judge(X, y, NONE, false, new double[] {3, 3}, 0.02).verdict())
                .isEqualTo(Verdict.ERROR);
    }

    @Test
    void aBendDoesNotPassForAPowerLawAlthoughTheFittedSlopeIsRight() {
        double[] x = {0.4, 0.2, 0.1, 0.05};
        double[][] y = {
            Arrays.stream(x)
                    .map(value -> value * value * value * Math.exp(2 * Math.pow(Math.log(value / Math.sqrt(0.02)), 2)))
                    .toArray()
        };
        Judgement judgement = judge.judge(x, y, new double[1][4], false, new double[] {3, 3, 3}, 0.02);
        assertThat(judgement.estimate().orElseThrow().verdict()).isEqualTo(Verdict.PASS);
        assertThat(judgement.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(judgement.message()).contains("a bend");
    }

    @Test
    void anErrorAsLargeAsTheValueDecidesNothing() {
        double[][] y = {Arrays.stream(X).map(x -> 8 * x * x * x).toArray()};
        Judgement judgement = judge.judge(X, y, new double[][] {y[0].clone()}, false, new double[] {3, 3}, 10);
        assertThat(judgement.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
    }

    @Test
    void everySeedMustBeAsStraightAsAskedFor() {
        // ln y = 3 ξ, once with 0.05 more at the middle of three points that are ln 2 apart, so that
        // the residuals are 0.05 (−1, 2, −1)/3, Σ r² = 0.05² · 2/3, and Σ (ln y − mean)² = 2 (3 ln 2)² + Σ r²
        double squares = 0.05 * 0.05 * 2 / 3;
        double expected = 1 - squares / (2 * Math.pow(3 * Math.log(2), 2) + squares);
        double[] straight = Arrays.stream(X).map(x -> x * x * x).toArray();
        double[] bent = {straight[0], straight[1] * Math.exp(0.05), straight[2]};
        double[][] y = {straight, bent, Arrays.stream(straight).map(v -> 2 * v).toArray()};
        y[2][2] *= 1.0001;
        double[][] none = new double[3][3];
        double[] local = {3, 3};
        // so wide a margin that only straightness can decide
        assertThat(judge.judge(X, y, none, true, local, 10).verdict()).isEqualTo(Verdict.PASS);
        Judgement loose = judge.with(OptionalDouble.of(expected - 1e-9)).judge(X, y, none, true, local, 10);
        assertThat(loose.verdict()).isEqualTo(Verdict.PASS);
        assertThat(loose.message()).contains("least R² 0.999807");
        Judgement tight = judge.with(OptionalDouble.of(expected + 1e-9)).judge(X, y, none, true, local, 10);
        assertThat(tight.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(tight.message()).contains("least R² 0.999807; asked for at least 0.9998");
        // what the numerical error allows counts
        double[][] errors = {{0, 0, 0}, {0, 1e-3 * bent[1], 0}, {0, 0, 0}};
        assertThat(judge.with(OptionalDouble.of(expected - 1e-9))
                        .judge(X, y, errors, true, local, 10)
                        .verdict())
                .isEqualTo(Verdict.INCONCLUSIVE);
    }

    /**
     * x ln(1/x) from 10⁻⁶ to 10⁻² has local slopes 1 − 1/ln(1/x) from 0.93 to 0.78, 0.87 on average: within two margins of 0.06, and
     * no power law within one.
     */
    @Test
    void aLogarithmIsNoPower() {
        double[] x = {1e-2, 1e-3, 1e-4, 1e-5, 1e-6};
        double[][] y = {Arrays.stream(x).map(v -> v * Math.log(1 / v)).toArray()};
        double[][] none = new double[1][x.length];
        double[] local = {0.87, 0.87, 0.87, 0.87};
        Judgement bent = judge.judge(x, y, none, false, local, 0.06);
        assertThat(bent.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(bent.message()).contains("a bend, not a power law");
        Judgement wide = judge.judge(x, y, none, false, local, 0.12);
        assertThat(wide.verdict()).isEqualTo(Verdict.PASS);
        assertThat(wide.message()).contains("local slopes 0.8");
    }
}
