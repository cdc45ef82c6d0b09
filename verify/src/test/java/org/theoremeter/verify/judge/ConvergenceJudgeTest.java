package org.theoremeter.verify.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.theoremeter.verify.claim.comparison.Average;

class ConvergenceJudgeTest {

    private static final double[] X = {0.8, 0.4, 0.2, 0.1};

    private final ConvergenceJudge judge = new ConvergenceJudge(0.95, Average.RMS::of);

    private static double[][] none(int seeds) {
        return new double[seeds][X.length];
    }

    @Test
    void anExactPowerHasItsOrder() {
        double[][] e = {Arrays.stream(X).map(x -> 3 * x * x).toArray()};
        Judgement judgement = judge.judge(X, e, none(1), none(1), false, 2, 0.1);
        assertThat(judgement.verdict()).isEqualTo(Verdict.PASS);
        assertThat(judgement.estimate().orElseThrow().value()).isCloseTo(2, within(1e-14)); // rounding
        assertThat(judge.judge(X, e, none(1), none(1), false, 1, 0.1).verdict()).isEqualTo(Verdict.FAIL);
        assertThat(judge.judge(X, e, none(1), none(1), false, 2.5, 0.1).verdict())
                .isEqualTo(Verdict.FAIL);
    }

    @Test
    void outsideTheAsymptoticRangeNothingPasses() {
        // first order far out, second order only at the last step: could be an accident
        double[][] e = {{8, 4, 2, 0.5}};
        Judgement judgement = judge.judge(X, e, none(1), none(1), false, 2, 0.1);
        assertThat(judgement.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(judgement.message()).contains("asymptotic range");
    }

    @Test
    void seedsGiveAnIntervalThatCoversTheOrder() {
        // noise of 5 % a seed and point, 10 seeds; 1000 draws; the 90 % interval of the order misses 10 % of the time.
        // The critical value allows for skewed noise, which this is not: it misses less often, but it does miss.
        Random random = new Random(5);
        int missed = 0;
        int draws = 1000;
        for (int draw = 0; draw < draws; draw++) {
            double[][] e = new double[10][X.length];
            for (double[] row : e) {
                for (int j = 0; j < X.length; j++) {
                    row[j] = X[j] * X[j] * Math.exp(0.05 * random.nextGaussian());
                }
            }
            Estimate estimate = judge.judge(X, e, none(10), none(10), true, 2, 0.5)
                    .estimate()
                    .orElseThrow();
            missed += estimate.lower() > 2 || estimate.upper() < 2 ? 1 : 0;
        }
        assertThat(missed / (double) draws).isBetween(0.001, 0.1 + 5 * Math.sqrt(0.1 * 0.9 / draws));
    }

    @Test
    void numericalErrorsWidenTheInterval() {
        double[][] e = {Arrays.stream(X).map(x -> 3 * x * x).toArray()};
        double[][] errors = none(1);
        errors[0][3] = 0.1 * e[0][3];
        Estimate estimate =
                judge.judge(X, e, errors, none(1), false, 2, 0.5).estimate().orElseThrow();
        // 10 % less of the last error is -ln(0.9)/ln 2 in the order
        assertThat(estimate.upper() - estimate.value()).isCloseTo(-Math.log(0.9) / Math.log(2), within(1e-14));
        errors[0][3] = 100 * e[0][3];
        assertThat(judge.judge(X, e, errors, none(1), false, 2, 0.5).verdict()).isEqualTo(Verdict.INCONCLUSIVE);
    }

    @Test
    void whatIsNotFiniteIsAnError() {
        double[][] e = {{8, 4, Double.NaN, 0.5}};
        assertThat(judge.judge(X, e, none(1), none(1), false, 2, 0.1).verdict()).isEqualTo(Verdict.ERROR);
        double[][] zero = {{8, 4, 2, 0}};
        assertThat(judge.judge(X, zero, none(1), none(1), false, 2, 0.1).verdict())
                .isEqualTo(Verdict.ERROR);
    }
}
