package org.theoremeter.verify.judge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.theoremeter.verify.statistics.Proportion;
import org.theoremeter.verify.statistics.Sample;

class FractionJudgeTest {

    private final FractionJudge judge = new FractionJudge(0.95);

    private Verdict verdict(int successes, int trials, double predicted, double margin) {
        return judge.judge(new Proportion(successes, trials), trials, predicted, 0, margin)
                .verdict();
    }

    @Test
    void passesInsideFailsOutsideAndLeavesOpenInBetween() {
        // 90 of 100: the exact 90 % interval is 0.836 to 0.945 (scipy 1.17.1, binomtest(90, 100).proportion_ci(0.9))
        assertThat(verdict(90, 100, 0.9, 0.07)).isEqualTo(Verdict.PASS);
        assertThat(verdict(90, 100, 0.9, 0.05)).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(verdict(90, 100, 0.5, 0.3)).isEqualTo(Verdict.FAIL);
    }

    @Test
    void allOfFewProveLittle() {
        // 5 of 5: the lower bound is 0.05^(1/5) = 0.55
        assertThat(verdict(5, 5, 1, 0.4)).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(verdict(5, 5, 1, 0.5)).isEqualTo(Verdict.PASS);
    }

    @Test
    void namesTheSeedsThatWouldDecide() {
        Judgement judgement = judge.judge(new Proportion(5, 5), 5, 1, 0, 0.2);
        assertThat(judgement.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        // all of 14 would do: 0.05^(1/14) = 0.807; a few more are named, for a failure may occur
        assertThat(judgement.seedsToDecide().orElseThrow()).isBetween(14, 60);
    }

    @Test
    void whatIsNoProbabilityIsAnError() {
        assertThat(verdict(5, 10, 1.2, 0.5)).isEqualTo(Verdict.ERROR);
        assertThat(verdict(5, 10, Double.NaN, 0.5)).isEqualTo(Verdict.ERROR);
    }

    /** Fractions of eight seeds drawn from Beta(2, 2), 50 trials each, with the truth at the margin's edge. */
    @Test
    void seedsWhoseTrialsSucceedTogetherSeldomPassWrongly() {
        Random random = new Random(1);
        int passes = 0;
        int pooled = 0;
        int tries = 1_000;
        for (int i = 0; i < tries; i++) {
            int sum = 0;
            double[] fractions = new double[8];
            for (int seed = 0; seed < fractions.length; seed++) {
                // the middle of three uniform numbers is of Beta(2, 2)
                double p = random.doubles(3).sorted().skip(1).findFirst().orElseThrow();
                int successes = (int) random.doubles(50).filter(u -> u < p).count();
                fractions[seed] = successes / 50.0;
                sum += successes;
            }
            Proportion all = new Proportion(sum, 400);
            Judgement judgement = judge.judge(all, all, Optional.of(new Sample(fractions)), 0, 0.38, 0, 0.12);
            passes += judgement.verdict() == Verdict.PASS ? 1 : 0;
            pooled += judge.judge(all, 0, 0.38, 0, 0.12).verdict() == Verdict.PASS ? 1 : 0;
        }
        assertThat(passes).isLessThan(70);
        // what pooling them would do
        assertThat(pooled).isGreaterThan(200);
    }
}
