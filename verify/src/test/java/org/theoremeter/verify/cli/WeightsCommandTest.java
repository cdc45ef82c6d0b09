package org.theoremeter.verify.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.theoremeter.simulate.file.numpy.NpzReader;
import org.theoremeter.simulate.file.numpy.NpzWriter;
import org.theoremeter.simulate.file.numpy.NumpyArray;
import org.theoremeter.verify.cli.terminal.ExitStatus;

/** Weights that go out of a training and into another, from the command line. */
class WeightsCommandTest {

    private static final String CUE = "leaky-rnn/delayed-cue";

    @TempDir
    private Path folder;

    private Cli simulate(String experiment, String out, String... more) {
        List<String> all = new ArrayList<>(List.of("simulate", experiment, "--quiet"));
        all.addAll(List.of(
                "--set",
                "neurons=6",
                "--out",
                at(out).toString(),
                "--store",
                at("store").toString()));
        all.addAll(List.of(more));
        return Cli.run(all.toArray());
    }

    private Path at(String name) {
        return folder.resolve(name);
    }

    private static void passes(Cli run) {
        assertThat(run.err()).isEmpty();
        assertThat(run.status()).isEqualTo(ExitStatus.AS_EXPECTED);
    }

    private static void refuses(Cli run, String... said) {
        assertThat(run.err()).contains(said).contains("accepted: ").hasLineCount(1);
        assertThat(run.status()).isEqualTo(ExitStatus.BAD_INPUT);
    }

    private static Map<String, NumpyArray> read(Path file) throws IOException {
        return NpzReader.read(Files.readAllBytes(file), Set.of("about"), 1 << 20);
    }

    private static void assertSame(Path one, Path other) throws IOException {
        Map<String, NumpyArray> expected = read(one);
        assertThat(read(other).keySet()).isEqualTo(expected.keySet());
        for (Map.Entry<String, NumpyArray> entry : read(other).entrySet()) {
            NumpyArray wanted = expected.get(entry.getKey());
            assertThat(entry.getValue().shape()).isEqualTo(wanted.shape());
            assertThat(entry.getValue().values()).as(entry.getKey()).containsExactly(wanted.values());
        }
    }

    /** A descent without memory and noise goes on from its own weights as if it had never been stopped, to the bit. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "leaky-rnn/single-cue",
                "tanh-rnn/single-cue",
                "plrnn/delayed-cue",
                "lstm/single-cue",
                "rank-k-rnn/single-cue"
            })
    void goesOnFromItsOwnWeightsToTheSameBits(String experiment) throws IOException {
        for (String precision : List.of("double", "float")) {
            String[] plain = {
                "--set", "optimiser=sgd", "--set", "momentum=0", "--set", "decay=0", "--set", "precision=" + precision
            };
            // a file that has the initial state leaves initial-noise without effect, and says so
            List<String> still = new ArrayList<>(List.of(plain));
            if (!experiment.startsWith("tanh") && !experiment.startsWith("rank")) {
                still.addAll(List.of("--set", "initial-noise=0"));
            }
            still.addAll(List.of("--set", "state-noise=0"));
            String[] same = still.toArray(String[]::new);
            String where = precision + "-";
            passes(simulate(experiment, where + "whole", with(same, "epochs=7epoch", "--save-weights", "final")));
            passes(simulate(experiment, where + "half", with(same, "epochs=4epoch", "--save-weights=initial,final")));
            String half = at(where + "half/weights-final.npz").toString();
            passes(simulate(
                    experiment,
                    where + "rest",
                    with(same, "epochs=3epoch", "--start", half, "--save-weights", "initial,final")));
            assertSame(Path.of(half), at(where + "rest/weights-initial.npz"));
            assertSame(at(where + "whole/weights-final.npz"), at(where + "rest/weights-final.npz"));
            assertThat(Files.readAllLines(at(where + "whole/loss.csv")).get(5).split(",")[1])
                    .isEqualTo(Files.readAllLines(at(where + "rest/loss.csv"))
                            .get(1)
                            .split(",")[1]);
        }
    }

    private static String[] with(String[] settings, String epochs, String... more) {
        List<String> all = new ArrayList<>(List.of(settings));
        all.addAll(List.of("--set", epochs));
        all.addAll(List.of(more));
        return all.toArray(String[]::new);
    }

    @Test
    void savesTheSameWeightsHoweverTheRunIsMade() throws IOException {
        passes(simulate(
                CUE, "a", "--set", "epochs=5epoch", "--save-weights", "every=2,initial", "--save-weights", "final"));
        assertThat(files("a"))
                .containsExactly(
                        "weights-epoch-0.npz",
                        "weights-epoch-2.npz",
                        "weights-epoch-4.npz",
                        "weights-final.npz",
                        "weights-initial.npz");
        assertSame(at("a/weights-initial.npz"), at("a/weights-epoch-0.npz"));
        // weights after four updates are those before the update of epoch 4; saving changes nothing, kept or not
        passes(simulate(
                CUE, "b", "--set", "epochs=4epoch", "--save-weights", "final", "--save-batches", "--run-on", "3"));
        assertSame(at("a/weights-epoch-4.npz"), at("b/weights-final.npz"));
        passes(simulate(CUE, "c", "--set", "epochs=5epoch"));
        assertThat(at("c/history.csv")).hasSameBinaryContentAs(at("a/history.csv"));
        assertThat(files("c")).isEmpty();
        // again, over its own files, of a run that has been observed before
        Files.delete(at("a/weights-final.npz"));
        byte[] before = Files.readAllBytes(at("a/weights-epoch-2.npz"));
        passes(simulate(CUE, "a", "--set", "epochs=5epoch", "--save-weights", "every=2,initial,final"));
        assertThat(at("a/weights-final.npz")).exists();
        assertThat(at("a/weights-epoch-2.npz")).hasBinaryContent(before);
    }

    private List<String> files(String out) throws IOException {
        try (var all = Files.list(at(out))) {
            return all.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".npz"))
                    .sorted()
                    .toList();
        }
    }

    /** Of the batch of an epoch: the loss and the norm of the gradient are those of the history, to every digit. */
    @Test
    void batchesAreThoseOfTheHistory() throws IOException {
        for (String experiment : List.of(CUE, "rank-k-rnn/evidence", "lstm/flip-flop")) {
            String out = experiment.replace('/', '-');
            passes(simulate(
                    experiment,
                    out,
                    "--set=epochs=3epoch",
                    "--set=batch=18",
                    "--set=tcr=0.3",
                    "--set=input-noise=0.2",
                    "--set=state-noise=0.1",
                    "--set=initial-noise=0.4",
                    "--save-weights=every=1",
                    "--save-batches"));
            List<String> losses = Files.readAllLines(at(out + "/loss.csv"));
            List<String> tasks = Files.readAllLines(at(out + "/task-loss.csv"));
            List<String> norms = Files.readAllLines(at(out + "/gradient-norm.csv"));
            for (int e = 0; e < 3; e++) {
                Map<String, NumpyArray> batch = read(at(out + "/batch-epoch-" + e + ".npz"));
                assertThat(losses.get(e + 1))
                        .isEqualTo(e + ".0," + batch.get("loss").values()[0]);
                assertThat(tasks.get(e + 1))
                        .isEqualTo(e + ".0," + batch.get("task_loss").values()[0]);
                double square = 0;
                for (Map.Entry<String, NumpyArray> entry : batch.entrySet()) {
                    for (double value : entry.getKey().startsWith("gradient_")
                            ? entry.getValue().values()
                            : new double[0]) {
                        square += value * value;
                    }
                }
                double norm = Double.parseDouble(norms.get(e + 1).split(",")[1]);
                assertThat(Math.sqrt(square)).isBetween(norm * (1 - 1e-13), norm * (1 + 1e-13));
            }
        }
    }

    @Test
    void runsOnAfterATrialOfEachKind() throws IOException {
        passes(simulate(
                "lstm/delayed-cue", "lstm", "--set", "epochs=2epoch", "--save-weights=final", "--run-on", "40"));
        Map<String, NumpyArray> found = read(at("lstm/run-on.npz"));
        int steps = 36 + 40;
        assertThat(found.get("trial_steps").values()).containsExactly(36);
        assertThat(found.get("states").shape()).containsExactly(2, steps + 1, 12);
        assertThat(found.get("outputs").shape()).containsExactly(2, steps, 2);
        assertThat(found.get("inputs").shape()).containsExactly(2, steps, 2);
        // at the end h of a cell and its output follow from the saved state and weights
        Map<String, NumpyArray> weights = read(at("lstm/weights-final.npz"));
        double sum = weights.get("b_out").values()[1];
        double[] states = found.get("states").values();
        for (int i = 0; i < 6; i++) {
            sum += weights.get("W_out").values()[6 + i] * states[states.length - 12 + i];
        }
        double last = found.get("outputs").values()[2 * steps * 2 - 1];
        assertThat(last).isBetween(1 / (1 + Math.exp(-sum)) - 1e-14, 1 / (1 + Math.exp(-sum)) + 1e-14);
        refuses(simulate(CUE, "no", "--run-on", "-1"), "--run-on: found -1");
        refuses(simulate(CUE, "no", "--run-on", "9999999", "--set", "neurons=100"), "--run-on: found what may take");
    }

    @Test
    void refusesWhatItCannotSave() throws IOException {
        refuses(
                simulate("linear-rnn/gradient-flow", "no", "--save-weights", "final"),
                "--save-weights: found linear-rnn");
        refuses(simulate("linear-rnn/gradient-flow", "no", "--run-on", "3"), "--run-on: found linear-rnn", "lstm/");
        refuses(simulate("linear-rnn/gradient-flow", "no", "--start", "x.npz"), "--start: found linear-rnn");
        refuses(simulate(CUE, "no", "--save-batches"), "--save-batches: found no --save-weights");
        refuses(simulate(CUE, "no", "--save-weights", "fnal"), "--save-weights: found 'fnal', did you mean 'final'?");
        refuses(simulate(CUE, "no", "--save-weights", "every=0"), "--save-weights: found 'every=0'");
        refuses(simulate(CUE, "no", "--save-weights", "every="), "--save-weights: found 'every='");
        refuses(
                simulate(CUE, "no", "--set", "epochs=20000epoch", "--save-weights", "every=1"),
                "--save-weights: found every=1 of 20000 epochs",
                "at most 10000");
        Files.createDirectories(at("own"));
        Files.writeString(at("own/weights-final.npz"), "my own");
        refuses(simulate(CUE, "own", "--save-weights", "final"), "holds something else", "weights-final.npz");
        assertThat(at("own")).isDirectoryNotContaining("glob:**.csv");
    }

    /** Weights that are not finite are not saved, and those of another run do not stay in their place. */
    @Test
    void saysOfADivergedRunWhatIsNotThere() throws IOException {
        String[] all = {"--save-weights=initial,final", "--save-batches", "--run-on=5"};
        passes(simulate("plrnn/addition", "d", with(all, "epochs=2epoch")));
        String[] wild = {"--set", "optimiser=sgd", "--set", "rate=1e200"};
        Cli diverged = simulate("plrnn/addition", "d", with(wild, "epochs=50epoch", all));
        assertThat(diverged.status()).isEqualTo(ExitStatus.UNDECIDED);
        assertThat(diverged.err())
                .contains("batch-final.npz: not written, since loss or gradient are not finite after 1 upd");
        assertThat(files("d")).contains("weights-initial.npz", "batch-initial.npz", "weights-final.npz");
        assertThat(files("d")).doesNotContain("batch-final.npz", "run-on.npz");
        String[] wilder = {"--set", "optimiser=sgd", "--set", "rate=1e308", "--set", "decay=1e308"};
        diverged = simulate("plrnn/addition", "d", with(wilder, "epochs=50epoch", all));
        assertThat(diverged.err())
                .contains("weights-final.npz: not written, since the weights are not finite after 1 upd");
        assertThat(files("d")).containsExactly("batch-initial.npz", "weights-initial.npz");
    }

    private Path edited(String from, Consumer<Map<String, NumpyArray>> change) throws IOException {
        Map<String, NumpyArray> arrays = new TreeMap<>(read(at(from)));
        change.accept(arrays);
        NpzWriter out = new NpzWriter();
        arrays.forEach((name, array) -> out.array(name, NumpyArray.Type.FLOAT64, array));
        Path file = at("edited.npz");
        Files.write(file, out.bytes());
        return file;
    }

    @Test
    void refusesAStartThatDoesNotFit() throws IOException {
        passes(simulate(CUE, "a", "--set", "epochs=1epoch", "--save-weights", "initial"));
        passes(simulate("plrnn/addition", "p", "--set", "epochs=1epoch", "--save-weights", "initial"));
        String from = "a/weights-initial.npz";
        NumpyArray three = new NumpyArray(List.of(3), new double[3]);
        refuses(start(CUE, at("none.npz")), "none.npz: no such file");
        refuses(start(CUE, folder), "is a folder");
        refuses(start(CUE, edited(from, all -> all.remove("W_rec"))), "edited.npz: found no W_rec", "W_rec (6, 6)");
        refuses(
                start(CUE, edited(from, all -> all.put("b_rec", three))),
                "b_rec: found the shape (3,), accepted: (6,)");
        refuses(start(CUE, edited(from, all -> all.put("W_rek", three))), "unknown entry 'W_rek'", "'W_rec'?");
        refuses(
                start(CUE, edited(from, all -> all.put("initial_state", three))),
                "initial_state: found the shape (3,)");
        refuses(
                start(CUE, edited(from, all -> all.get("W_in").values()[3] = Double.NaN)),
                "W_in: found NaN at [1, 1], accepted: finite numbers");
        Path large = edited(from, all -> all.get("b_out").values()[1] = 1e300);
        refuses(start(CUE, large, "--set", "precision=float"), "b_out: found 1.0E300 at [1]", "in float precision");
        passes(start(CUE, edited(from, all -> {})));
        refuses(start(CUE, at(from), "--set", "neurons=7"), "W_in: found the shape (6, 2), accepted: (7, 2)");
        refuses(start("lstm/delayed-cue", at(from)), "unknown entry 'W_in' for a lstm");
        Path diagonal = edited("p/weights-initial.npz", all -> all.get("W").values()[7] = 0.5);
        refuses(start("plrnn/addition", diagonal), "W: found 0.5 at [1, 1], accepted: 0 on the diagonal");
        refuses(start(CUE, at(from), "--set", "init=xavier"), "init: found xavier", "brings the initial network");
        refuses(start(CUE, at(from), "--set", "gain=1"), "gain: found 1.0", "weights-initial.npz");
        Path state = edited(from, all -> all.put("initial_state", new NumpyArray(List.of(6), new double[6])));
        refuses(start(CUE, state, "--set", "initial-noise=0.1"), "initial-noise: found 0.1", "and state with it");
        passes(start(CUE, at(from), "--set", "initial-noise=0.2"));
        refuses(
                Cli.run("simulate", "rank-k-rnn/single-cue", "--set", "start=published", "--start", at(from)),
                "start: found published");
        refuses(
                simulate(
                        CUE,
                        "a",
                        "--set",
                        "epochs=1epoch",
                        "--start",
                        at(from).toString(),
                        "--save-weights",
                        "initial"),
                "weights-initial.npz: is the file to start from");
    }

    private Cli start(String experiment, Path file, String... more) {
        List<String> all = new ArrayList<>(List.of("--set", "epochs=1epoch", "--start", file.toString()));
        all.addAll(List.of(more));
        return simulate(experiment, "started", all.toArray(String[]::new));
    }

    /** What is kept is kept by the content of the file, not by its name. */
    @Test
    void tellsAnEditedFileFromTheOneBefore() throws IOException {
        passes(simulate(CUE, "a", "--set", "epochs=1epoch", "--save-weights", "initial"));
        Path file = edited("a/weights-initial.npz", all -> {});
        passes(start(CUE, file));
        String first = Files.readString(at("started/loss.csv"));
        edited("a/weights-initial.npz", all -> all.get("b_out").values()[0] += 1);
        passes(start(CUE, file));
        assertThat(Files.readString(at("started/loss.csv"))).isNotEqualTo(first);
        edited("a/weights-initial.npz", all -> {});
        passes(start(CUE, file));
        assertThat(Files.readString(at("started/loss.csv"))).isEqualTo(first);
    }

    /** What a stopped run has saved stays; it goes on only where it saves the same. */
    @Test
    void goesOnFromACheckpointWithTheSameFiles() throws Exception {
        String[] run = {"--set", "epochs=5000epoch", "--save-weights", "initial,every=1000,final"};
        Thread stopped = new Thread(() -> simulate(CUE, "s", run));
        stopped.start();
        Path checkpoint = at("s/checkpoint");
        long patience = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (!Files.exists(checkpoint) && stopped.isAlive() && System.nanoTime() < patience) {
            Thread.sleep(10);
        }
        stopped.interrupt();
        stopped.join();
        assertThat(checkpoint).exists();
        assertThat(at("s/weights-final.npz")).doesNotExist();
        refuses(
                simulate(CUE, "s", "--set", "epochs=5000epoch", "--save-weights", "final"),
                "save-weights is initial,final,every=1000 there, final here");
        passes(simulate(CUE, "s", run));
        passes(simulate(CUE, "whole", run));
        assertThat(files("s")).isEqualTo(files("whole")).hasSize(7);
        for (String file : files("s")) {
            assertThat(at("s").resolve(file)).hasSameBinaryContentAs(at("whole").resolve(file));
        }
    }
}
