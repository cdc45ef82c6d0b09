package org.theoremeter.verify.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.theoremeter.verify.statistics.Sample;

class ValueJudgeTest {

    private final ValueJudge judge = new ValueJudge(0.95);
    private final DistanceJudge distances = new DistanceJudge("d", 0.95);

    private static NumericalError observed(double error) {
        return new NumericalError(error, 0);
    }

    @Test
    void passesInsideFailsOutsideAndLeavesOpenInBetween() {
        // five values about 1 with standard error 0.0170; of exponential noise 5 % of T lie beyond 4.60 (the quantile
        // of
        // 2 million draws in numpy 2), so that the half-width is 0.0783
        Sample sample = new Sample(new double[] {0.95, 0.98, 1.0, 1.02, 1.05});
        assertThat(judge.judge("v", sample, true, 1.0, NumericalError.NONE, 0.09)
                        .verdict())
                .isEqualTo(Verdict.PASS);
        assertThat(judge.judge("v", sample, true, 1.0, NumericalError.NONE, 0.07)
                        .verdict())
                .isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(judge.judge("v", sample, true, 1.05, NumericalError.NONE, 0.09)
                        .verdict())
                .isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(judge.judge("v", sample, true, 1.2, NumericalError.NONE, 0.09)
                        .verdict())
                .isEqualTo(Verdict.FAIL);
    }

    @Test
    void numericalErrorWidensTheIntervalInFull() {
        Sample sample = new Sample(new double[] {0.95, 0.98, 1.0, 1.02, 1.05});
        Estimate without = judge.judge("v", sample, true, 1.0, NumericalError.NONE, 0.09)
                .estimate()
                .orElseThrow();
        Estimate with = judge.judge("v", sample, true, 1.0, observed(0.01), 0.085)
                .estimate()
                .orElseThrow();
        assertThat(with.upper() - without.upper()).isCloseTo(0.01, within(1e-15)); // rounding
        assertThat(judge.judge("v", sample, true, 1.0, observed(0.01), 0.085).verdict())
                .isEqualTo(Verdict.INCONCLUSIVE);
    }

    @Test
    void withoutSeedsTheIntervalIsTheNumericalError() {
        Sample one = new Sample(new double[] {1.005});
        assertThat(judge.judge("v", one, false, 1, observed(0.001), 0.01).verdict())
                .isEqualTo(Verdict.PASS);
        assertThat(judge.judge("v", one, false, 1, observed(0.006), 0.01).verdict())
                .isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(judge.judge("v", one, false, 1.1, observed(0.006), 0.01).verdict())
                .isEqualTo(Verdict.FAIL);
    }

    @Test
    void seedsWithoutAnySpreadAreAnError() {
        Judgement judgement = judge.judge("v", new Sample(new double[] {1, 1, 1}), true, 1, NumericalError.NONE, 0.1);
        assertThat(judgement.verdict()).isEqualTo(Verdict.ERROR);
        assertThat(judgement.message()).contains("no spread");
        assertThat(distances
                        .judge(new Sample(new double[] {0.1}), true, NumericalError.NONE, 0.2)
                        .verdict())
                .isEqualTo(Verdict.ERROR);
    }

    @Test
    void aDistanceIsJudgedByItsUpperBoundAlone() {
        Sample near = new Sample(new double[] {0.010, 0.012, 0.011, 0.009});
        assertThat(distances.judge(near, true, NumericalError.NONE, 0.02).verdict())
                .isEqualTo(Verdict.PASS);
        assertThat(distances.judge(near, true, NumericalError.NONE, 0.0105).verdict())
                .isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(distances.judge(near, true, NumericalError.NONE, 0.005).verdict())
                .isEqualTo(Verdict.FAIL);
    }

    @Test
    void nothingThatIsNotFinitePasses() {
        Sample one = new Sample(new double[] {1});
        assertThat(judge.judge("v", one, false, Double.NaN, NumericalError.NONE, 1)
                        .verdict())
                .isEqualTo(Verdict.ERROR);
        assertThat(judge.judge("v", one, false, Double.POSITIVE_INFINITY, NumericalError.NONE, 1)
                        .verdict())
                .isEqualTo(Verdict.ERROR);
        assertThat(judge.judge("v", one, false, 1, observed(Double.NaN), 1).verdict())
                .isEqualTo(Verdict.ERROR);
        assertThat(judge.judge("v", one, false, 1, NumericalError.NONE, Double.NaN)
                        .verdict())
                .isEqualTo(Verdict.ERROR);
        assertThat(distances
                        .judge(one, false, NumericalError.NONE, Double.POSITIVE_INFINITY)
                        .verdict())
                .isEqualTo(Verdict.ERROR);
    }

    @Test
    void aFalseClaimPassesAtMostAsOftenAsStated() {
        // truth exactly at the edge of the margin: the worst case. 4000 draws; alpha = 0.05, binomial standard
        // deviation
        // sqrt(0.05 * 0.95/4000) = 0.0034; 5 of them: a false alarm in 2 million
        Random random = new Random(3);
        int passed = 0;
        int draws = 4000;
        for (int draw = 0; draw < draws; draw++) {
            double[] values = random.doubles(8)
                    .map(unused -> 1.1 + 0.02 * random.nextGaussian())
                    .toArray();
            passed += judge.judge("v", new Sample(values), true, 1, NumericalError.NONE, 0.1)
                                    .verdict()
                            == Verdict.PASS
                    ? 1
                    : 0;
        }
        assertThat(passed / (double) draws).isLessThan(0.05 + 5 * 0.0034);
        assertThat(passed).isPositive();
    }
}
