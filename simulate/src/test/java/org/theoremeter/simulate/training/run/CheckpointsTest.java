package org.theoremeter.simulate.training.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.theoremeter.simulate.InterruptedRun;
import org.theoremeter.simulate.kernel.KernelChoice;
import org.theoremeter.simulate.kernel.Precision;
import org.theoremeter.simulate.network.LeakyRnn;
import org.theoremeter.simulate.network.Lstm;
import org.theoremeter.simulate.network.PiecewiseLinearRnn;
import org.theoremeter.simulate.network.RankKRnn;
import org.theoremeter.simulate.network.Readout;
import org.theoremeter.simulate.network.RecurrentNetwork;
import org.theoremeter.simulate.network.TanhRnn;
import org.theoremeter.simulate.task.EvidenceAccumulation;
import org.theoremeter.simulate.task.FlipFlop;
import org.theoremeter.simulate.training.bptt.InitialState;
import org.theoremeter.simulate.training.bptt.Noise;

class CheckpointsTest {

    private static final Map<String, String> RUN = Map.of("seed", "4");
    private static final long SECOND = 1_000_000_000L;

    /** A plan whose checkpoint has few bytes. */
    private static final Plans SMALL =
            Plans.usual().with(new LeakyRnn(1, 2, 1, 0.5, Readout.LINEAR), new EvidenceAccumulation(4, 1, 1, 0.5));

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void name() {
        file = folder.resolve("below").resolve("run.checkpoint");
    }

    /** Returns checkpoints whose clock goes on 0.3 s whenever it is read: every fourth epoch is kept. */
    private Checkpoints checkpoints() {
        AtomicLong time = new AtomicLong();
        return new Checkpoints(file, RUN, () -> time.getAndAdd(300_000_000L));
    }

    static Stream<Arguments> runs() {
        List<Arguments> runs = new ArrayList<>();
        List<RecurrentNetwork> networks = List.of(
                new LeakyRnn(4, 3, 3, 0.5, Readout.LINEAR),
                new TanhRnn(4, 3, 3, 0.5, 1, Readout.LINEAR),
                new PiecewiseLinearRnn(4, 3, 3, Readout.LINEAR),
                new Lstm(4, 3, 3, Readout.LINEAR),
                new RankKRnn(4, 2, 3, 3, 0.5, Readout.LINEAR));
        for (RecurrentNetwork network : networks) {
            for (Precision precision : Precision.values()) {
                for (Optimiser optimiser :
                        List.of(new Optimiser.Descent(0.9, 0.01), new Optimiser.Adam(0.9, 0.999, 1e-8, 0.01))) {
                    runs.add(Arguments.of(Plans.usual()
                            .with(network, new FlipFlop(5, 0.3))
                            .by(optimiser, new Schedule.Cosine(0.05))
                            .clip(0.5)
                            .in(precision, KernelChoice.AUTO)));
                }
            }
        }
        return runs.stream();
    }

    @ParameterizedTest
    @MethodSource("runs")
    void goesOnBitForBit(Plans plans) {
        TrainingResult whole = plans.training().run(Watcher.NONE, Optional.empty());
        List<Long> heard = new ArrayList<>();
        // interrupted after epochs 6 and 15, by a failing watcher after 11
        for (long stop : new long[] {6, 11, 15}) {
            assertThatThrownBy(() -> plans.training()
                            .run(
                                    (done, total, loss, accuracy) -> {
                                        heard.add(done);
                                        if (done == 11 && stop == 11) {
                                            throw new IllegalStateException("no more");
                                        }
                                        if (done == stop) {
                                            Thread.currentThread().interrupt();
                                        }
                                    },
                                    Optional.of(checkpoints())))
                    .isInstanceOf(stop == 11 ? IllegalStateException.class : InterruptedRun.class);
            Thread.interrupted();
            assertThat(file).exists();
            assertThat(file.resolveSibling("run.checkpoint.partial")).doesNotExist();
        }
        TrainingResult resumed =
                plans.training().run((done, total, loss, accuracy) -> heard.add(done), Optional.of(checkpoints()));
        // each time from the last state that was kept
        assertThat(heard.stream().filter(done -> done == 1)).hasSize(1);
        assertThat(heard.stream().filter(done -> done == 20)).hasSize(1);
        assertThat(heard).hasSizeBetween(20, 31);
        TrainingTest.assertSame(resumed, whole);
        // until whoever asked for the run has kept its result
        assertThat(file).exists();
    }

    @Test
    void aRunThatIsKeptGivesWhatOneGivesThatIsNot() {
        AtomicLong time = new AtomicLong();
        Checkpoints everyEpoch = new Checkpoints(file, RUN, () -> time.getAndAdd(SECOND));
        List<Boolean> there = new ArrayList<>();
        TrainingResult kept = Plans.usual()
                .training()
                .run((done, total, loss, accuracy) -> there.add(Files.exists(file)), Optional.of(everyEpoch));
        TrainingTest.assertSame(kept, Plans.usual().training().run(Watcher.NONE, Optional.empty()));
        assertThat(there).containsOnly(true).hasSize(20);
    }

    @Test
    void keepsNothingWithinASecond() {
        AtomicLong time = new AtomicLong();
        Checkpoints checkpoints = new Checkpoints(file, RUN, time::get);
        time.set(SECOND - 1);
        assertThat(checkpoints.due()).isFalse();
        time.set(SECOND);
        assertThat(checkpoints.due()).isTrue();
        checkpoints.keep(state());
        assertThat(checkpoints.due()).isFalse();
        time.set(2 * SECOND);
        assertThat(checkpoints.due()).isTrue();
    }

    @Test
    void staysUntilItIsRemovedEvenWhenARunDiverges() {
        AtomicLong time = new AtomicLong();
        Checkpoints checkpoints = new Checkpoints(file, RUN, () -> time.getAndAdd(SECOND));
        TrainingResult result = Plans.usual()
                .with(new PiecewiseLinearRnn(4, 3, 3, Readout.LINEAR), new FlipFlop(6, 0.3))
                .random(InitialState.zero(), Noise.NONE)
                .by(new Optimiser.Descent(0, 0), new Schedule.Constant(30))
                .training()
                .run(Watcher.NONE, Optional.of(checkpoints));
        assertThat(result.end()).isEqualTo(TrainingResult.End.DIVERGED);
        assertThat(file).exists();
        checkpoints.remove();
        assertThat(file).doesNotExist();
    }

    @Test
    void refusesTheCheckpointOfAnotherConfiguration() throws IOException {
        interrupt(Plans.usual());
        byte[] kept = Files.readAllBytes(file);
        Plans other = Plans.usual().clip(2).until(30, Stopping.NEVER);
        assertThatThrownBy(() -> other.training().run(Watcher.NONE, Optional.of(checkpoints())))
                .isInstanceOf(CheckpointException.class)
                .hasMessageContaining(file.toString())
                .hasMessageContaining("of another run")
                .hasMessageContaining("clip is 0.0 there, 2.0 here")
                .hasMessageContaining("epochs is 20 there, 30 here")
                .hasMessageNotContaining("batch")
                .hasMessageContaining("accepted: the settings it was made with")
                .hasMessageContaining("--fresh");
        Checkpoints otherSeed = new Checkpoints(file, Map.of("seed", "5"), () -> 0);
        assertThatThrownBy(() -> Plans.usual().training().run(Watcher.NONE, Optional.of(otherSeed)))
                .isInstanceOf(CheckpointException.class)
                .hasMessageContaining("seed is 4 there, 5 here");
        Checkpoints unnamed = new Checkpoints(file, Map.of(), () -> 0);
        assertThatThrownBy(() -> Plans.usual().training().run(Watcher.NONE, Optional.of(unnamed)))
                .isInstanceOf(CheckpointException.class)
                .hasMessageContaining("seed is 4 there, null here");
        // it is left for whoever made it
        assertThat(Files.readAllBytes(file)).isEqualTo(kept);
    }

    @Test
    void refusesACheckpointCutShortAnywhere() throws IOException {
        interrupt(SMALL);
        assertThat(find()).isPresent();
        try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "rw")) {
            for (long length = bytes.length() - 1; length >= 0; length--) {
                bytes.setLength(length);
                assertDamaged("cut to " + length);
            }
        }
    }

    @Test
    void refusesACheckpointWithAnyByteChanged() throws IOException {
        interrupt(SMALL);
        byte[] whole = Files.readAllBytes(file);
        try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "rw")) {
            for (int at = 0; at < whole.length; at++) {
                bytes.seek(at);
                bytes.write(whole[at] ^ 1 << at % Byte.SIZE);
                assertDamaged("changed at " + at);
                bytes.seek(at);
                bytes.write(whole[at]);
            }
            assertThat(find()).isPresent();
            bytes.setLength(whole.length + 1);
            assertDamaged("one byte too long");
        }
        Files.write(file, new byte[whole.length]);
        assertDamaged("of nothing but zeros");
    }

    @Test
    void refusesAStateThatDoesNotFitThePlan() {
        Map<String, String> plan = Plans.usual().plan().canonical();
        Checkpoints checkpoints = checkpoints();
        Checkpoint fitting = state();
        checkpoints.keep(fitting);
        assertThat(checkpoints.find(plan, 2, 1)).hasValueSatisfying(found -> {
            assertThat(found.epoch()).isEqualTo(3);
            assertThat(found.parameters()).containsExactly(0.5, -0.0);
            assertThat(found.memory()).isDeepEqualTo(new double[][] {{1, Double.MIN_VALUE}});
            assertThat(found.history()).isDeepEqualTo(fitting.history());
        });
        for (int[] shape : new int[][] {{3, 1}, {2, 2}, {2, 0}}) {
            assertThatThrownBy(() -> checkpoints.find(plan, shape[0], shape[1]))
                    .isInstanceOf(CheckpointException.class)
                    .hasMessageContaining("damaged or cut short");
        }
        checkpoints.keep(new Checkpoint(plan, 4, fitting.parameters(), fitting.memory(), fitting.history()));
        assertThatThrownBy(() -> checkpoints.find(plan, 2, 1)).hasMessageContaining("damaged or cut short");
    }

    @Test
    void saysWhereACheckpointCannotBeWritten() throws IOException {
        Files.createDirectories(file.getParent().getParent());
        Files.writeString(file.getParent(), "a file where the folder should be");
        assertThatThrownBy(() -> checkpoints().keep(state()))
                .isInstanceOf(CheckpointException.class)
                .hasMessageContaining(file.toString())
                .hasMessageContaining("cannot be written")
                .hasMessageContaining("accepted: a folder that can");
    }

    /** The checksum is right in all of these, so that only what is read can refuse them. */
    @Test
    void refusesAForgedCheckpoint() throws IOException {
        Map<String, String> plan = Plans.usual().plan().canonical();
        Checkpoint good = state();
        double[] numbers = good.parameters();
        double[][] memory = good.memory();
        double[][] history = good.history();
        for (Checkpoint forged : List.of(
                new Checkpoint(plan, 3, new double[] {0.5, Double.NaN}, memory, history),
                new Checkpoint(plan, 3, new double[] {0.5, Double.POSITIVE_INFINITY}, memory, history),
                new Checkpoint(plan, 3, numbers, new double[][] {{1, Double.NaN}}, history),
                new Checkpoint(plan, 3, numbers, memory, new double[][] {
                    {1, 2, Double.NaN}, history[1], history[2], history[3], history[4]
                }),
                new Checkpoint(plan, -3, numbers, memory, history),
                new Checkpoint(plan, 21, numbers, memory, new double[5][21]))) {
            checkpoints().keep(forged);
            assertThatThrownBy(() -> checkpoints().find(plan, 2, 1))
                    .isInstanceOf(CheckpointException.class)
                    .hasMessageContaining("damaged or cut short");
        }
        checkpoints().keep(new Checkpoint(plan, 20, numbers, memory, new double[5][20]));
        assertThat(checkpoints().find(plan, 2, 1)).isPresent();
    }

    @Test
    void refusesAnotherVersionByItsNumber() throws IOException {
        checkpoints().keep(state());
        byte[] bytes = Files.readAllBytes(file);
        Files.write(file, summed(bytes, Integer.BYTES, 1));
        assertThatThrownBy(() -> checkpoints().find(Plans.usual().plan().canonical(), 2, 1))
                .isInstanceOf(CheckpointException.class)
                .hasMessageContaining("found a checkpoint of version 1, accepted: version 2, or --fresh");
    }

    /** Lengths, counts and numbers of any size at any place, bytes missing and too many, with a checksum that is right. */
    @Test
    void mutatedCheckpointsAreRefusedOrFit() throws IOException {
        checkpoints().keep(state());
        byte[] whole = Files.readAllBytes(file);
        Random random = new Random(3);
        int[] values = {-1, Integer.MIN_VALUE, Integer.MAX_VALUE, 1 << 28, 0, 1, 0x7ff80000, 0x7ff00000};
        int refused = 0;
        for (int i = 0; i < 200; i++) {
            int body = whole.length - Long.BYTES;
            byte[] mutated;
            if (i % 4 == 0) {
                mutated = summed(Arrays.copyOf(whole, random.nextInt(whole.length) + Long.BYTES));
            } else if (i % 4 == 1) {
                mutated = summed(Arrays.copyOf(whole, whole.length + 1 + random.nextInt(20)));
            } else {
                int at = random.nextInt(body - Integer.BYTES);
                mutated = summed(whole, at, values[random.nextInt(values.length)]);
            }
            Files.write(file, mutated);
            try {
                Checkpoint found = checkpoints()
                        .find(Plans.usual().plan().canonical(), 2, 1)
                        .orElseThrow();
                assertThat(found.isFinite()).as("mutation " + i).isTrue();
                assertThat(found.epoch()).isEqualTo(3);
                assertThat(found.parameters()).hasSize(2);
            } catch (CheckpointException fault) {
                assertThat(fault.getMessage())
                        .startsWith(file + ": ")
                        .contains("--fresh")
                        .hasLineCount(1);
                refused++;
            }
        }
        assertThat(refused).isBetween(150, 199);
    }

    private static byte[] summed(byte[] bytes, int at, int value) {
        byte[] mutated = bytes.clone();
        ByteBuffer.wrap(mutated).putInt(at, value);
        return summed(mutated);
    }

    private static byte[] summed(byte[] bytes) {
        int body = bytes.length - Long.BYTES;
        CRC32 sum = new CRC32();
        sum.update(bytes, 0, body);
        ByteBuffer.wrap(bytes).putLong(body, sum.getValue());
        return bytes;
    }

    private static Checkpoint state() {
        double[][] history = {{1, 2, 3}, {0, 0.5, 1}, {0.1, 0.2, 0.3}, {7, 8, 9}, {1, 1, 2}};
        return new Checkpoint(
                Plans.usual().plan().canonical(),
                3,
                new double[] {0.5, -0.0},
                new double[][] {{1, Double.MIN_VALUE}},
                history);
    }

    /** Runs until a checkpoint is there. */
    private void interrupt(Plans plans) {
        assertThatThrownBy(() -> plans.training()
                        .run(
                                (done, total, loss, accuracy) -> {
                                    if (Files.exists(file)) {
                                        Thread.currentThread().interrupt();
                                    }
                                },
                                Optional.of(checkpoints())))
                .isInstanceOf(InterruptedRun.class);
        assertThat(Thread.interrupted()).isTrue();
    }

    private Optional<Checkpoint> find() {
        return checkpoints().find(SMALL.plan().canonical(), SMALL.initial().length, 1);
    }

    private void assertDamaged(String how) {
        try {
            find();
        } catch (CheckpointException refused) {
            assertThat(refused.getMessage())
                    .contains(file.toString(), "damaged or cut short", "accepted: a whole one, or --fresh");
            return;
        }
        throw new AssertionError("accepted a checkpoint " + how);
    }
}
