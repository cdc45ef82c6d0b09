package org.theoremeter.simulate.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.theoremeter.simulate.measure.Learned.Ending;

class LearnedTest {

    /** Repeats values: {@code of(3, 0.5, 2, 0.9)} is three times 0.5 and twice 0.9. */
    private static double[] of(double... countsAndValues) {
        double[] history = {};
        for (int i = 0; i < countsAndValues.length; i += 2) {
            int start = history.length;
            history = Arrays.copyOf(history, start + (int) countsAndValues[i]);
            Arrays.fill(history, start, history.length, countsAndValues[i + 1]);
        }
        return history;
    }

    private static void assertJudged(Learned learned, Ending ending, int first, boolean lost) {
        assertThat(learned.ending()).isEqualTo(ending);
        assertThat(learned.first()).hasValue(first);
        assertThat(learned.lost()).isEqualTo(lost);
    }

    private static void assertNotLearned(Learned learned) {
        assertThat(learned.ending()).isEqualTo(Ending.NOT_LEARNED);
        assertThat(learned.first()).isEmpty();
        assertThat(learned.lost()).isFalse();
    }

    @Test
    void whatIsLearnedAndKeptIsLearned() {
        // reliability comes ten epochs later than accuracy; what was low before does not count
        assertJudged(Learned.of(of(50, 0.5, 50, 0.95), of(60, 0.3, 40, 0.9), false), Ending.LEARNED, 60, false);
        assertJudged(Learned.of(of(1, 0.9), of(1, 0.9), false), Ending.LEARNED, 0, false);
    }

    @Test
    void whatNeverExceedsBothIsNotLearned() {
        assertNotLearned(Learned.of(of(100, 0.5), of(100, 0.5), false));
        assertNotLearned(Learned.of(of(100, 0.95), of(100, 0.7), false));
        // to exceed is more than to reach
        assertNotLearned(Learned.of(of(100, 0.8), of(100, 0.9), false));
        assertNotLearned(Learned.of(of(100, 0.9), of(100, 0.8), false));
    }

    @Test
    void goodMeansWithoutOneGoodEpochAreNotLearned() {
        double[] accuracies = of(20, 1);
        double[] reliabilities = of(20, 1);
        for (int epoch = 0; epoch < 20; epoch++) {
            (epoch % 2 == 0 ? accuracies : reliabilities)[epoch] = 0.7;
        }
        // both means are 0.85
        assertNotLearned(Learned.of(accuracies, reliabilities, false));
    }

    @Test
    void whatIsLostAtTheEndIsUnstable() {
        assertJudged(Learned.of(of(10, 0.5, 80, 0.9, 10, 0.7), of(100, 0.9), false), Ending.UNSTABLE, 10, false);
        assertJudged(Learned.of(of(100, 0.9), of(10, 0.5, 80, 0.9, 10, 0.7), false), Ending.UNSTABLE, 10, false);
    }

    @Test
    void theEndIsTheLastTenthRoundedDown() {
        // of 20 epochs the last two, with a mean of 0.795
        assertJudged(Learned.of(of(18, 0.9, 1, 0.75, 1, 0.84), of(20, 0.9), false), Ending.UNSTABLE, 0, false);
        // of 19 the last one
        assertJudged(Learned.of(of(17, 0.9, 1, 0.75, 1, 0.84), of(19, 0.9), false), Ending.LEARNED, 0, false);
        // of 9 still one
        assertJudged(Learned.of(of(8, 0.9, 1, 0.75), of(9, 0.9), false), Ending.UNSTABLE, 0, false);
    }

    @Test
    void aTenthAsManyLowValuesAsHighOnesIsTooMany() {
        // accuracy: 5 high, 1 low; reliability: 5 high and 0.6, which is neither: 1/10
        double[] accuracies = of(2, 0.9, 1, 0.5, 3, 0.9);
        assertJudged(Learned.of(accuracies, of(2, 0.9, 1, 0.6, 3, 0.9), false), Ending.UNSTABLE, 0, true);
        // 6 high: 1/11
        assertJudged(Learned.of(accuracies, of(2, 0.9, 1, 0.61, 3, 0.9), false), Ending.LEARNED, 0, true);
        // low values of both count: 2/(2 * 11 - 2) is too many, 2/(2 * 12 - 2) is not
        double[] dip = of(4, 0.9, 1, 0.5, 6, 0.9);
        assertJudged(Learned.of(dip, dip, false), Ending.UNSTABLE, 0, true);
        double[] longer = of(5, 0.9, 1, 0.5, 6, 0.9);
        assertJudged(Learned.of(longer, longer, false), Ending.LEARNED, 0, true);
    }

    @Test
    void lowValuesBeforeTheFirstGoodEpochDoNotCount() {
        assertJudged(Learned.of(of(90, 0.1, 10, 0.9), of(90, 0.1, 10, 0.9), false), Ending.LEARNED, 90, false);
    }

    @Test
    void aDivergedRunHasNotLearned() {
        assertJudged(Learned.of(of(10, 0.5, 90, 0.9), of(100, 0.9), true), Ending.UNSTABLE, 10, true);
        assertNotLearned(Learned.of(of(100, 0.5), of(100, 0.5), true));
        assertNotLearned(Learned.of(of(), of(), true));
    }

    @Test
    void withoutTheRuleOfStabilityTheMeansAtTheEndDecide() {
        // lost for 40 of 80 epochs after it once learned, so that low : high is 1 : 1, and good in the last 10
        double[] lostAndFound = of(20, 0.9, 40, 0.5, 40, 0.9);
        assertJudged(Learned.of(lostAndFound, lostAndFound, false), Ending.UNSTABLE, 0, true);
        assertThat(Learned.of(lostAndFound, lostAndFound, false).atEnd()).isTrue();
        // the last tenth has the means 0.9 and 0.79
        assertThat(Learned.of(of(100, 0.9), of(90, 0.9, 10, 0.79), false).atEnd())
                .isFalse();
        assertThat(Learned.of(of(90, 0.9, 10, 0.79), of(100, 0.9), false).atEnd())
                .isFalse();
        // to exceed is more than to reach
        assertThat(Learned.of(of(100, 0.8), of(100, 0.9), false).atEnd()).isFalse();
        // what is cut short has not learned, however it stood
        assertThat(Learned.of(of(100, 0.9), of(100, 0.9), true).atEnd()).isFalse();
        assertThat(Learned.of(of(), of(), true).atEnd()).isFalse();
    }

    @Test
    void historiesThatAreNoneAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Learned.of(of(3, 0.5), of(2, 0.5), false))
                .withMessage("found 3 accuracies and 2 reliabilities, accepted: one of each an epoch");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Learned.of(of(), of(), false))
                .withMessage("found no epoch, accepted: at least one unless the run was cut short");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Learned.of(of(2, 0.5, 1, Double.NaN), of(3, 0.5), true))
                .withMessage("accuracy of epoch 2: found NaN, accepted: [0, 1]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Learned.of(of(3, 0.5), of(1, 1.25, 2, 0.5), false))
                .withMessage("reliability of epoch 0: found 1.25, accepted: [0, 1]");
    }
}
