package org.theoremeter.verify.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.theoremeter.verify.statistics.Sample;

class ComparisonJudgeTest {

    private final ComparisonJudge judge = new ComparisonJudge(0.95);

    private static Sample sample(double... values) {
        return new Sample(values);
    }

    @Test
    void beforePassesWhenZeroIsExcludedOnTheOtherSide() {
        Sample clearly = sample(-1.0, -1.1, -0.9, -1.05, -0.95);
        assertThat(judge.before(clearly, true, NumericalError.NONE).verdict()).isEqualTo(Verdict.PASS);
        Sample later = sample(1.0, 1.1, 0.9, 1.05, 0.95);
        assertThat(judge.before(later, true, NumericalError.NONE).verdict()).isEqualTo(Verdict.FAIL);
        Sample mixed = sample(-1.0, 1.1, -0.9, 0.5, -0.4);
        assertThat(judge.before(mixed, true, NumericalError.NONE).verdict()).isEqualTo(Verdict.INCONCLUSIVE);
    }

    @Test
    void aRatioIsJudgedByItsLogarithm() {
        Judgement judgement = judge.ratio(sample(0.5, 0.55, 0.45, 0.52, 0.48), true, NumericalError.NONE, 0.8);
        assertThat(judgement.verdict()).isEqualTo(Verdict.PASS);
        // the geometric mean
        assertThat(judgement.estimate().orElseThrow().value())
                .isCloseTo(Math.pow(0.5 * 0.55 * 0.45 * 0.52 * 0.48, 0.2), within(1e-12));
        assertThat(judge.ratio(sample(0.5, 0.55, 0.45, 0.52, 0.48), true, NumericalError.NONE, 0.3)
                        .verdict())
                .isEqualTo(Verdict.FAIL);
    }

    @Test
    void numericalErrorAloneDecidesWithoutSeeds() {
        assertThat(judge.before(sample(-0.1), false, new NumericalError(0.05, 0))
                        .verdict())
                .isEqualTo(Verdict.PASS);
        assertThat(judge.before(sample(-0.1), false, new NumericalError(0.2, 0)).verdict())
                .isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(judge.ratio(sample(0.9), false, new NumericalError(0.2, 0), 1)
                        .verdict())
                .isEqualTo(Verdict.INCONCLUSIVE);
    }

    @Test
    void noSpreadAndNoLogarithmAreErrors() {
        assertThat(judge.before(sample(-1, -1, -1), true, NumericalError.NONE).verdict())
                .isEqualTo(Verdict.ERROR);
        assertThat(judge.ratio(sample(0.5, -0.5), true, NumericalError.NONE, 1).verdict())
                .isEqualTo(Verdict.ERROR);
        assertThat(judge.ratio(sample(0.5, 0.5), true, NumericalError.NONE, 1).verdict())
                .isEqualTo(Verdict.ERROR);
    }

    /** The probability of so few under equal chances is 1/32, 1/16, 9/256 and 8/128. */
    @Test
    void conditionsAreComparedWhereTheyDiffer() {
        assertThat(judge.rarer(0, 5, 40).verdict()).isEqualTo(Verdict.PASS);
        assertThat(judge.rarer(0, 4, 40).verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(judge.rarer(1, 7, 40).verdict()).isEqualTo(Verdict.PASS);
        assertThat(judge.rarer(1, 6, 40).verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(judge.rarer(7, 1, 40).verdict()).isEqualTo(Verdict.FAIL);
        assertThat(judge.rarer(0, 40, 40).verdict()).isEqualTo(Verdict.PASS);
        assertThat(judge.rarer(0, 0, 40).verdict()).isEqualTo(Verdict.ERROR);
        assertThat(judge.rarer(1, 6, 40).estimate().orElseThrow().chance()).hasValueCloseTo(8 / 128.0, within(1e-12));
        assertThat(judge.rarer(1, 6, 40).seedsToDecide().orElseThrow()).isGreaterThan(40);
    }

    /** By adding up all that may come out, for up to sixty seeds that differ: no false PASS and no false FAIL beyond α. */
    @Test
    void equalChancesPassAndFailRarely() {
        for (int n = 1; n <= 60; n++) {
            double passes = 0;
            double fails = 0;
            double chance = Math.pow(0.5, n);
            for (int more = 0; more <= n; more++) {
                Verdict verdict = judge.rarer(more, n - more, n).verdict();
                passes += verdict == Verdict.PASS ? chance : 0;
                fails += verdict == Verdict.FAIL ? chance : 0;
                chance *= (n - more) / (more + 1.0);
            }
            assertThat(passes).as("of %d", n).isLessThanOrEqualTo(0.05);
            assertThat(fails).as("of %d", n).isLessThanOrEqualTo(0.05);
            assertThat(passes > 0).as("of %d", n).isEqualTo(n >= 5);
        }
    }
}
