package org.theoremeter.simulate.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.theoremeter.simulate.random.RandomStreams;
import org.theoremeter.simulate.task.DelayedAddition;
import org.theoremeter.simulate.task.DelayedCue;
import org.theoremeter.simulate.task.EvidenceAccumulation;
import org.theoremeter.simulate.task.FlipFlop;
import org.theoremeter.simulate.task.SingleCueDelay;
import org.theoremeter.simulate.task.Task;
import org.theoremeter.simulate.task.Trials;

/** Answers written by hand, scored on paper. */
class ResponseScoreTest {

    /** The rounding of sums of a few hundred terms below 1. */
    private static final Offset<Double> ROUNDING = within(1e-13);

    private static final DelayedCue PUBLISHED = new DelayedCue(4, 6, 10, 0, false);

    private static Trials draw(Task task, int batch) {
        Trials trials = new Trials(batch, task.steps(), task.inputs(), task.outputs());
        task.draw(RandomStreams.of(3).stream("trials"), trials);
        return trials;
    }

    private static void assertScores(Task task, int batch, OutputReader outputs, double accuracy, double reliability) {
        ResponseScore score = new ResponseScore(task);
        score.read(draw(task, batch), outputs);
        assertThat(score.accuracy()).as("accuracy").isCloseTo(accuracy, ROUNDING);
        assertThat(score.reliability()).as("reliability").isCloseTo(reliability, ROUNDING);
    }

    /** Tells whether a channel is the one that was cued: channel 1 in even trials. */
    private static boolean cued(int trial, int channel) {
        return channel == 1 - trial % 2;
    }

    @Test
    void aNetworkThatAlwaysFavoursTheCueScores95Percent() {
        // nine samples are right everywhere, the early one where channel 0 was cued: (9 + 1/2)/10;
        // shares 0.75 in the nine, and 0.75 or 0.25 in the early one
        assertScores(
                PUBLISHED, 128, (trial, step, channel) -> cued(trial, channel) ? 0.9 : 0.3, 0.95, 0.9 * 0.75 + 0.05);
    }

    @Test
    void theSampleBeforeTheResponseCountsAndTheLastDoesNot() {
        // wrong in the last sample of the response only
        assertScores(
                PUBLISHED,
                2,
                (trial, step, channel) -> cued(trial, channel) == step < 19 ? 0.9 : 0.3,
                0.95,
                0.9 * 0.75 + 0.05);
        // channel 0 in the sample before the response, which is what its equal targets mean
        assertScores(
                PUBLISHED,
                2,
                (trial, step, channel) -> (step == 9 ? channel == 0 : cued(trial, channel)) ? 1 : 0,
                1,
                1);
        // wrong in the two samples before the response: only one of them is seen
        assertScores(
                PUBLISHED,
                2,
                (trial, step, channel) -> (step <= 9 ? channel == 1 : cued(trial, channel)) ? 1 : 0,
                0.9,
                0.9);
    }

    @Test
    void aNetworkThatIgnoresTheCueScoresHalfAndTheEarlySample() {
        assertScores(PUBLISHED, 2, (trial, step, channel) -> channel == 0 ? 0.9 : 0.1, 0.55, 0.9 * 0.5 + 0.1 * 0.9);
        assertScores(PUBLISHED, 2, (trial, step, channel) -> channel == 1 ? 0.9 : 0.1, 0.45, 0.9 * 0.5 + 0.1 * 0.1);
        // equal outputs answer channel 0
        assertScores(PUBLISHED, 2, (trial, step, channel) -> 0.2, 0.55, 0.5);
    }

    @Test
    void postResponseIsNotScored() {
        DelayedCue task = new DelayedCue(4, 6, 10, 6, false);
        assertScores(
                task, 2, (trial, step, channel) -> step < 19 ? (cued(trial, channel) ? 1 : 0) : Double.NaN, 0.95, 0.95);
    }

    @Test
    void theHeldCueIsScoredInItsLastSampleOnly() {
        DelayedCue task = DelayedCue.hold(2, 3);
        // five steps: right in the last alone, then wrong in it alone
        assertScores(task, 2, (trial, step, channel) -> cued(trial, channel) == (step == 4) ? 1.5 : -0.5, 1, 1);
        assertScores(task, 2, (trial, step, channel) -> cued(trial, channel) == step < 4 ? 1.5 : -0.5, 0, 0);
    }

    @Test
    void outputsThatAreNotFiniteAreNeverRight() {
        for (double broken : new double[] {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY}) {
            for (Task task : new Task[] {
                PUBLISHED,
                new SingleCueDelay(6, 2, 6),
                new DelayedAddition(4, 0, 2),
                new EvidenceAccumulation(4, 0, 2, 0),
                new FlipFlop(5, 0.5)
            }) {
                assertScores(task, 2, (trial, step, channel) -> broken, 0, 0);
            }
            // one trial of two, right in the nine samples and wrong in the early one
            assertScores(
                    PUBLISHED,
                    2,
                    (trial, step, channel) -> trial == 1 ? broken : cued(trial, channel) ? 1 : 0,
                    0.45,
                    0.45);
        }
    }

    @Test
    void zerosAndOnesOfTheSingleCueCountTheSameTogether() {
        SingleCueDelay task = new SingleCueDelay(3, 1, 0);
        double[] answer = {0.2, 0.6, 0.5, 0.7};
        // one zero of three is right (0.5 is no answer), and the one; zeros have 0.8, 0.4 and 0.5
        assertScores(
                task, 2, (trial, step, channel) -> answer[step], (1.0 / 3 + 1) / 2, ((0.8 + 0.4 + 0.5) / 3 + 0.7) / 2);
        for (double constant : new double[] {0.1, 0.9}) {
            assertScores(new SingleCueDelay(15, 2, 0), 1, (trial, step, channel) -> constant, 0.5, 0.5);
        }
        assertScores(new SingleCueDelay(6, 2, 6), 1, (trial, step, channel) -> step == 6 || step == 7 ? 1 : 0, 1, 1);
    }

    @Test
    void aSumIsRightWithinItsToleranceInTheResponse() {
        DelayedAddition task = new DelayedAddition(6, 2, 2);
        Trials trials = draw(task, 4);
        ResponseScore score = new ResponseScore(task);
        // off by 0.05 in the first step of the window, by 0.1 in the second, far off before
        score.read(trials, (trial, step, channel) -> {
            double error = step < 8 ? 100 : step == 8 ? 0.05 : -0.1;
            return trials.target(trial, step, channel) + error;
        });
        assertThat(score.accuracy()).isCloseTo(0.5, ROUNDING);
        assertThat(score.reliability()).isCloseTo((0.95 + 0.9) / 2, ROUNDING);
    }

    @Test
    void evidenceIsRightByItsSignInTheResponse() {
        EvidenceAccumulation task = new EvidenceAccumulation(5, 2, 4, 0.1);
        Trials trials = draw(task, 4);
        ResponseScore score = new ResponseScore(task);
        // half of the right answer in three steps of the window, half of the wrong one in the last
        score.read(trials, (trial, step, channel) -> (step < 10 ? 0.5 : -0.5) * trials.target(trial, step, channel));
        assertThat(score.accuracy()).isCloseTo(0.75, ROUNDING);
        assertThat(score.reliability()).isCloseTo(0.75 * 0.75 + 0.25 * 0.25, ROUNDING);
    }

    @Test
    void aFlipFlopIsAskedForWhatItWasTold() {
        FlipFlop task = new FlipFlop(3, 0.5);
        Trials trials = draw(task, 1);
        double[][] told = {{0, 1, 1}, {-1, -1, 1}, {0, 0, 0}};
        for (int channel = 0; channel < 3; channel++) {
            for (int step = 0; step < 3; step++) {
                trials.target(0, step, channel, told[channel][step]);
            }
        }
        ResponseScore score = new ResponseScore(task);
        // 1 everywhere: right in three of the five steps that hold a pulse
        score.read(trials, (trial, step, channel) -> 1);
        assertThat(score.accuracy()).isCloseTo(0.6, ROUNDING);
        assertThat(score.reliability()).isCloseTo(0.6, ROUNDING);
        // one step late, as a network that is read before it hears: wrong where the pulse has just come
        score.read(trials, (trial, step, channel) -> step == 0 ? 0 : told[channel][step - 1]);
        assertThat(score.accuracy()).isCloseTo(2.0 / 5, ROUNDING);
        // right twice (1 each), nothing said twice (a half each), wrong once
        assertThat(score.reliability()).isCloseTo(3.0 / 5, ROUNDING);
    }

    @Test
    void anEpochThatAsksNothingShowsNothing() {
        FlipFlop task = new FlipFlop(3, Double.MIN_NORMAL);
        assertScores(task, 2, (trial, step, channel) -> 1, 0, 0);
    }

    @Test
    void eachEpochIsScoredAnew() {
        Trials trials = draw(PUBLISHED, 2);
        ResponseScore score = new ResponseScore(PUBLISHED);
        assertThat(score.accuracy()).isZero();
        assertThat(score.reliability()).isZero();
        score.read(trials, (trial, step, channel) -> cued(trial, channel) ? 1 : 0);
        assertThat(score.accuracy()).isCloseTo(0.95, ROUNDING);
        score.read(trials, (trial, step, channel) -> cued(trial, channel) ? 0 : 1);
        // only the early sample, where channel 1 was cued
        assertThat(score.accuracy()).isCloseTo(0.05, ROUNDING);
        assertThat(score.reliability()).isCloseTo(0.05, ROUNDING);
    }

    @Test
    void trialsOfAnotherTaskAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ResponseScore(PUBLISHED)
                        .read(draw(new DelayedCue(5, 6, 10, 0, false), 2), (trial, step, channel) -> 0))
                .withMessage("trials of delayed-cue: found 21 steps, accepted: 20");
    }
}
