package org.theoremeter.verify.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.theoremeter.verify.statistics.Sample;

class MeanJudgeTest {

    private final MeanJudge judge = new MeanJudge(0.95);

    @Test
    void passes_inside_fails_outside_and_leaves_open_in_between() {
        // five values about 1 with standard error 0.0158; t(0.95, 4) = 2.132: half-width 0.0337
        Sample sample = new Sample(new double[] {0.95, 0.98, 1.0, 1.02, 1.05});
        assertThat(judge.value("v", sample, true, 1.0, 0, 0.04).verdict()).isEqualTo(Verdict.PASS);
        assertThat(judge.value("v", sample, true, 1.0, 0, 0.03).verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(judge.value("v", sample, true, 1.03, 0, 0.04).verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(judge.value("v", sample, true, 1.1, 0, 0.04).verdict()).isEqualTo(Verdict.FAIL);
    }

    @Test
    void numerical_error_widens_the_interval_in_full() {
        Sample sample = new Sample(new double[] {0.95, 0.98, 1.0, 1.02, 1.05});
        Estimate without =
                judge.value("v", sample, true, 1.0, 0, 0.04).estimate().orElseThrow();
        Estimate with =
                judge.value("v", sample, true, 1.0, 0.01, 0.04).estimate().orElseThrow();
        assertThat(with.upper() - without.upper()).isCloseTo(0.01, within(1e-15)); // rounding
        assertThat(judge.value("v", sample, true, 1.0, 0.01, 0.04).verdict()).isEqualTo(Verdict.INCONCLUSIVE);
    }

    @Test
    void without_seeds_the_interval_is_the_numerical_error() {
        Sample one = new Sample(new double[] {1.005});
        assertThat(judge.value("v", one, false, 1, 0.001, 0.01).verdict()).isEqualTo(Verdict.PASS);
        assertThat(judge.value("v", one, false, 1, 0.006, 0.01).verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(judge.value("v", one, false, 1.1, 0.006, 0.01).verdict()).isEqualTo(Verdict.FAIL);
    }

    @Test
    void seeds_without_any_spread_are_an_error() {
        Judgement judgement = judge.value("v", new Sample(new double[] {1, 1, 1}), true, 1, 0, 0.1);
        assertThat(judgement.verdict()).isEqualTo(Verdict.ERROR);
        assertThat(judgement.message()).contains("no spread");
        assertThat(judge.distance("d", new Sample(new double[] {0.1}), true, 0, 0.2)
                        .verdict())
                .isEqualTo(Verdict.ERROR);
    }

    @Test
    void a_distance_is_judged_by_its_upper_bound_alone() {
        Sample near = new Sample(new double[] {0.010, 0.012, 0.011, 0.009});
        assertThat(judge.distance("d", near, true, 0, 0.02).verdict()).isEqualTo(Verdict.PASS);
        assertThat(judge.distance("d", near, true, 0, 0.0105).verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(judge.distance("d", near, true, 0, 0.005).verdict()).isEqualTo(Verdict.FAIL);
    }

    @Test
    void nothing_that_is_not_finite_passes() {
        Sample one = new Sample(new double[] {1});
        assertThat(judge.value("v", one, false, Double.NaN, 0, 1).verdict()).isEqualTo(Verdict.ERROR);
        assertThat(judge.value("v", one, false, Double.POSITIVE_INFINITY, 0, 1).verdict())
                .isEqualTo(Verdict.ERROR);
        assertThat(judge.value("v", one, false, 1, Double.NaN, 1).verdict()).isEqualTo(Verdict.ERROR);
        assertThat(judge.value("v", one, false, 1, 0, Double.NaN).verdict()).isEqualTo(Verdict.ERROR);
        assertThat(judge.distance("d", one, false, 0, Double.POSITIVE_INFINITY).verdict())
                .isEqualTo(Verdict.ERROR);
    }

    @Test
    void names_a_number_of_seeds_that_would_decide() {
        Random random = new Random(11);
        double[] values =
                random.doubles(8).map(unused -> 1 + 0.1 * random.nextGaussian()).toArray();
        Judgement judgement = judge.value("v", new Sample(values), true, 1, 0, 0.05);
        assertThat(judgement.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        int seeds = judgement.seedsToDecide().orElseThrow();
        Sample sample = new Sample(values);
        double room = Math.abs(0.05 - Math.abs(sample.mean() - 1));
        double deviation = sample.standardError() * Math.sqrt(8);
        // with that many seeds of this spread and mean the half-width would fit into the room, and hardly more are
        // named
        assertThat(Sample.studentQuantile(seeds, 0.95) * deviation / Math.sqrt(seeds))
                .isLessThan(room);
        int fewer = (int) (0.9 * seeds);
        assertThat(Sample.studentQuantile(fewer, 0.95) * deviation / Math.sqrt(fewer))
                .isGreaterThan(room);
    }

    @Test
    void a_false_claim_passes_at_most_as_often_as_stated() {
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
            passed += judge.value("v", new Sample(values), true, 1, 0, 0.1).verdict() == Verdict.PASS ? 1 : 0;
        }
        assertThat(passed / (double) draws).isLessThan(0.05 + 5 * 0.0034);
        assertThat(passed).isPositive();
    }
}
