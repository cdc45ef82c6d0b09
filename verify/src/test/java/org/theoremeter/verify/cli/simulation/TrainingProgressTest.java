package org.theoremeter.verify.cli.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import me.tongfei.progressbar.ProgressBarConsumer;
import org.junit.jupiter.api.Test;

class TrainingProgressTest {

    private static final long MILLISECOND = 1_000_000;

    private final StringWriter written = new StringWriter();
    private final List<Long> epochs = new ArrayList<>();
    private boolean closed;
    private long now = -5;

    private TrainingProgress lines() {
        return TrainingProgress.lines(new PrintWriter(written), () -> now);
    }

    private List<String> written() {
        return written.toString().lines().toList();
    }

    @Test
    void writesNoMoreThanALineInTwoSecondsAndOneAtTheEnd() {
        try (TrainingProgress progress = lines()) {
            for (int epoch = 1; epoch <= 10; epoch++) {
                now += 700 * MILLISECOND;
                progress.epoch(epoch, 10, 1.0 / epoch, epoch / 10.0);
            }
        }
        // 700 ms an epoch: 2 s are first over after 3 epochs, then after 3 more, and the tenth is the last
        assertThat(written())
                .containsExactly(
                        "training: epoch 3 of 10, loss 0.3333, accuracy 0.3000",
                        "training: epoch 6 of 10, loss 0.1667, accuracy 0.6000",
                        "training: epoch 9 of 10, loss 0.1111, accuracy 0.9000",
                        "training: epoch 10 of 10, loss 0.1000, accuracy 1.000");
    }

    @Test
    void aTrainingThatEndsBeforeItsTimeShowsItsLastEpoch() {
        try (TrainingProgress progress = lines()) {
            progress.epoch(1, 100, 2, Double.NaN);
            progress.epoch(2, 100, Double.POSITIVE_INFINITY, Double.NaN);
        }
        assertThat(written()).containsExactly("training: epoch 2 of 100, loss not finite");
    }

    @Test
    void theLastEpochIsShownAtOnceAndOnlyOnce() {
        try (TrainingProgress progress = lines()) {
            progress.epoch(1, 2, 0.5, Double.NaN);
            progress.epoch(2, 2, 0.25, Double.NaN);
            assertThat(written()).containsExactly("training: epoch 2 of 2, loss 0.2500");
        }
        assertThat(written()).hasSize(1);
    }

    @Test
    void whatTrainsNothingShowsNothing() {
        lines().close();
        assertThat(written()).isEmpty();
        Screen screen = new Screen();
        new TrainingProgress(TrainingProgress.bar(screen), 100, () -> now).close();
        assertThat(screen.drawn).isEmpty();
    }

    @Test
    void theIntervalCountsFromWhatWasShownLast() {
        TrainingProgress.Display display = new TrainingProgress.Display() {
            @Override
            public void show(TrainingProgress.Epoch epoch) {
                epochs.add(epoch.done());
            }

            @Override
            public void close() {
                closed = true;
            }
        };
        try (TrainingProgress progress = new TrainingProgress(display, 100, () -> now)) {
            for (long epoch = 1; epoch <= 1000; epoch++) {
                now += MILLISECOND;
                progress.epoch(epoch, 2000, 1, 1);
            }
            assertThat(closed).isFalse();
        }
        assertThat(epochs).containsExactly(100L, 200L, 300L, 400L, 500L, 600L, 700L, 800L, 900L, 1000L);
        assertThat(closed).isTrue();
    }

    /** The bar is drawn by a thread of its own, but once more when it is closed. */
    @Test
    void aBarShowsEpochsLossAndAccuracy() {
        Screen screen = new Screen();
        try (TrainingProgress progress = new TrainingProgress(TrainingProgress.bar(screen), 100, () -> now)) {
            progress.epoch(250, 1000, 0.5, 0.75);
            progress.epoch(400, 1000, 0.125, 0.875);
        }
        assertThat(screen.drawn.get(screen.drawn.size() - 1))
                .contains("training", "40%", "400/1000", "loss 0.1250, accuracy 0.8750");
        assertThat(screen.closed).isTrue();
    }

    /** Keeps what a bar draws. */
    private static final class Screen implements ProgressBarConsumer {

        private final List<String> drawn = Collections.synchronizedList(new ArrayList<>());
        private boolean closed;

        @Override
        public int getMaxRenderedLength() {
            return 200;
        }

        @Override
        public void accept(String line) {
            drawn.add(line);
        }

        @Override
        public void close() {
            closed = true;
        }
    }
}
