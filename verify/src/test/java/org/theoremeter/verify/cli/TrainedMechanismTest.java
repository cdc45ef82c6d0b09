package org.theoremeter.verify.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.theoremeter.simulate.file.numpy.NpzReader;
import org.theoremeter.simulate.file.numpy.NumpyArray;

/** The mechanism that a trained network is said to have, against the states of the same network that runs on. */
class TrainedMechanismTest {

    private static final int RUN_ON = 4000;
    private static final int LAST = 300;

    @TempDir
    private Path folder;

    @Test
    void aLimitCycleMovesOnForeverAndASlowPointComesToRest() throws IOException {
        int cycles = 0;
        int points = 0;
        int others = 0;
        for (int seed = 1; seed <= 6; seed++) {
            Path out = folder.resolve("seed" + seed);
            Cli trained = Cli.run(
                    "simulate",
                    "leaky-rnn/delayed-cue",
                    "--set",
                    "neurons=30",
                    "--set",
                    "delay=60ms",
                    "--set",
                    "batch=16",
                    "--set",
                    "rate=0.3",
                    "--set",
                    "epochs=400 epoch",
                    "--seed",
                    seed,
                    "--run-on",
                    RUN_ON,
                    "--store",
                    folder.resolve("store"),
                    "--out",
                    out);
            Map<String, Double> scalars = Files.readAllLines(out.resolve("scalars.csv")).stream()
                    .skip(1)
                    .map(line -> line.split(","))
                    .collect(Collectors.toMap(row -> row[0], row -> Double.parseDouble(row[1])));
            if (scalars.get("learned") == 0) {
                assertThat(scalars).as(trained.toString()).doesNotContainKeys("limit-cycle", "published-limit-cycle");
                others++;
                continue;
            }
            assertThat(scalars.get("limit-cycle") + scalars.get("slow-point") + scalars.get("undecided"))
                    .isEqualTo(1);
            assertThat(scalars).containsKeys("cues-differ", "published-limit-cycle", "published-turns-with-sign");
            double moved = lastMovement(out.resolve("run-on.npz"));
            if (scalars.get("limit-cycle") == 1) {
                cycles++;
                assertThat(moved).isGreaterThan(0.1);
                assertThat(scalars.get("period")).isGreaterThan(1);
            } else if (scalars.get("slow-point") == 1) {
                points++;
                assertThat(moved).isLessThan(1e-6);
            }
        }
        // what is compared has all three
        assertThat(cycles).isPositive();
        assertThat(points).isPositive();
        assertThat(others).isPositive();
    }

    /** Returns the largest range of a unit over the last steps after the first cue. */
    private static double lastMovement(Path file) throws IOException {
        NumpyArray states = NpzReader.read(Files.readAllBytes(file), Set.of("about"), 1 << 28)
                .get("states");
        int steps = states.shape().get(1);
        int units = states.shape().get(2);
        double largest = 0;
        for (int unit = 0; unit < units; unit++) {
            double low = Double.POSITIVE_INFINITY;
            double high = Double.NEGATIVE_INFINITY;
            for (int step = steps - LAST; step < steps; step++) {
                double value = states.values()[step * units + unit];
                low = Math.min(low, value);
                high = Math.max(high, value);
            }
            largest = Math.max(largest, high - low);
        }
        return largest;
    }
}
