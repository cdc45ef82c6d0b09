package org.theoremeter.verify.judge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ExponentJudgeTest {

    private static final double[] X = {0.2, 0.1, 0.05};
    private static final double[][] NONE = new double[1][3];

    private final ExponentJudge judge = new ExponentJudge(0.95);

    @Test
    void passes_the_right_slope_and_fails_a_wrong_one() {
        double[][] y = {Arrays.stream(X).map(x -> 8 * x * x * x).toArray()};
        assertThat(judge.judge(X, y, NONE, false, new double[] {3, 3}, 0.02).verdict())
                .isEqualTo(Verdict.PASS);
        assertThat(judge.judge(X, y, NONE, false, new double[] {2.9, 2.9}, 0.02).verdict())
                .isEqualTo(Verdict.FAIL);
    }

    @Test
    void numerical_error_of_the_points_is_carried_into_the_slope() {
        double[][] y = {Arrays.stream(X).map(x -> 8 * x * x * x).toArray()};
        double[][] errors = {Arrays.stream(y[0]).map(value -> 0.05 * value).toArray()};
        Judgement judgement = judge.judge(X, y, errors, false, new double[] {3, 3}, 0.02);
        // 5 % on both ends of a factor 4: 0.1/ln 4 = 0.072 > 0.02
        assertThat(judgement.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(judgement.message()).contains("numerical error");
    }

    @Test
    void a_value_without_logarithm_is_an_error() {
        double[][] y = {{1, -1, 1}};
        assertThat(judge.judge(X, y, NONE, false, new double[] {3, 3}, 0.02).verdict())
                .isEqualTo(Verdict.ERROR);
    }

    @Test
    void a_bend_does_not_pass_for_a_power_law_although_the_fitted_slope_is_right() {
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
    void an_error_as_large_as_the_value_decides_nothing() {
        double[][] y = {Arrays.stream(X).map(x -> 8 * x * x * x).toArray()};
        Judgement judgement = judge.judge(X, y, new double[][] {y[0].clone()}, false, new double[] {3, 3}, 10);
        assertThat(judgement.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
    }
}
