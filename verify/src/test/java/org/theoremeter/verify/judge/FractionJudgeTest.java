package org.theoremeter.verify.judge;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.theoremeter.verify.statistics.Proportion;

class FractionJudgeTest {

    private final FractionJudge judge = new FractionJudge(0.95);

    private Verdict verdict(int successes, int trials, double predicted, double margin) {
        return judge.judge(new Proportion(successes, trials), trials, predicted, 0, margin)
                .verdict();
    }

    @Test
    void passes_inside_fails_outside_and_leaves_open_in_between() {
        // 90 of 100: the exact 90 % interval is 0.836 to 0.945 (scipy 1.17.1, binomtest(90, 100).proportion_ci(0.9))
        assertThat(verdict(90, 100, 0.9, 0.07)).isEqualTo(Verdict.PASS);
        assertThat(verdict(90, 100, 0.9, 0.05)).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(verdict(90, 100, 0.5, 0.3)).isEqualTo(Verdict.FAIL);
    }

    @Test
    void all_of_few_prove_little() {
        // 5 of 5: the lower bound is 0.05^(1/5) = 0.55
        assertThat(verdict(5, 5, 1, 0.4)).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(verdict(5, 5, 1, 0.5)).isEqualTo(Verdict.PASS);
    }

    @Test
    void names_the_seeds_that_would_decide() {
        Judgement judgement = judge.judge(new Proportion(5, 5), 5, 1, 0, 0.2);
        assertThat(judgement.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        // all of 14 would do: 0.05^(1/14) = 0.807; a few more are named, for a failure may occur
        assertThat(judgement.seedsToDecide().orElseThrow()).isBetween(14, 60);
    }

    @Test
    void what_is_no_probability_is_an_error() {
        assertThat(verdict(5, 10, 1.2, 0.5)).isEqualTo(Verdict.ERROR);
        assertThat(verdict(5, 10, Double.NaN, 0.5)).isEqualTo(Verdict.ERROR);
    }
}
