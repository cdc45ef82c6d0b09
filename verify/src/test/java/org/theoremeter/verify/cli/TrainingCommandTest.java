package org.theoremeter.verify.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.theoremeter.simulate.kernel.KernelChoice;
import org.theoremeter.verify.cli.terminal.ExitStatus;

/** Training nonlinear networks from the command line, as a user does. */
class TrainingCommandTest {

    private static final List<String> FILES = List.of(
            "history.csv", "loss.csv", "accuracy.csv", "activity.csv", "scalars.csv", "activity.svg", "history.svg");

    @TempDir
    private Path folder;

    private List<String> command(String out, String... more) {
        List<String> arguments = new ArrayList<>(List.of(
                "simulate",
                "leaky-rnn/delayed-cue",
                "--set",
                "neurons=20",
                "--set",
                "delay=20ms",
                "--set",
                "batch=8",
                "--out",
                folder.resolve(out).toString(),
                "--store",
                folder.resolve("store-" + out).toString()));
        arguments.addAll(List.of(more));
        return arguments;
    }

    @Test
    void writesTheSameHistoryAndFiguresTwice() throws Exception {
        Cli first = Cli.run(command("a", "--set", "epochs=30epoch").toArray());
        assertThat(first.status()).isEqualTo(ExitStatus.AS_EXPECTED);
        assertThat(first.out()).contains("final-accuracy").contains("history.csv");
        assertThat(first.err()).contains("epoch 30 of 30").contains("loss").contains("accuracy");
        Cli.run(command("b", "--set", "epochs=30epoch", "--quiet").toArray());
        assertSame("a", "b");
        assertThat(Files.readAllLines(folder.resolve("a/history.csv"))).hasSize(31);
        assertThat(folder.resolve("a/checkpoint")).doesNotExist();
    }

    @Test
    void givesTheSameOnEveryKernelThatIsHere() throws Exception {
        Cli.run(command("plain", "--set", "epochs=20epoch", "--kernel", "plain").toArray());
        if (KernelChoice.VECTOR.obstacle().isEmpty()) {
            Cli.run(command("vector", "--set", "epochs=20epoch", "--kernel", "vector")
                    .toArray());
            assertSame("plain", "vector");
        }
        assertThat(Cli.run(command("x", "--kernel", "quick").toArray()).err())
                .contains("found 'quick'")
                .contains("auto, vector, plain, openblas");
    }

    @Test
    void goesOnWhereAKilledRunStopped() throws Exception {
        String[] many = {"--set", "epochs=20000epoch", "--quiet"};
        Path checkpoint = folder.resolve("killed/checkpoint");
        Process process = start(command("killed", many));
        try {
            long patience = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
            while (!Files.exists(checkpoint) && process.isAlive() && System.nanoTime() < patience) {
                Thread.sleep(20);
            }
            assertThat(process.isAlive()).isTrue();
        } finally {
            process.destroyForcibly().waitFor();
        }
        assertThat(checkpoint).exists();
        byte[] state = Files.readAllBytes(checkpoint);
        Cli other = Cli.run(command("killed", "--set", "epochs=20000epoch", "--set", "rate=0.2")
                .toArray());
        assertThat(other.status()).isEqualTo(ExitStatus.BAD_INPUT);
        assertThat(other.err()).contains("argument.rate is 0.1 there, 0.2 here").contains("--fresh");
        assertThat(Cli.run(command("killed", many).toArray()).status()).isEqualTo(ExitStatus.AS_EXPECTED);
        assertThat(checkpoint).doesNotExist();
        Cli.run(command("whole", many).toArray());
        assertSame("whole", "killed");
        // killed once all was kept and before the checkpoint was gone
        Files.write(checkpoint, state);
        assertThat(Cli.run(command("killed", many).toArray()).status()).isEqualTo(ExitStatus.AS_EXPECTED);
        assertThat(checkpoint).doesNotExist();
        assertSame("whole", "killed");
    }

    @Test
    void refusesADamagedCheckpointUnlessFresh() throws Exception {
        Files.createDirectories(folder.resolve("d"));
        Files.writeString(folder.resolve("d/checkpoint"), "half a checkpoint");
        Cli refused = Cli.run(command("d", "--set", "epochs=5epoch").toArray());
        assertThat(refused.status()).isEqualTo(ExitStatus.BAD_INPUT);
        assertThat(refused.err()).contains("damaged or cut short");
        assertThat(Cli.run(command("d", "--set", "epochs=5epoch", "--fresh").toArray())
                        .status())
                .isEqualTo(ExitStatus.AS_EXPECTED);
    }

    @Test
    void labelsARunThatDivergesAndKeepsItsHistory() throws Exception {
        Cli diverged = Cli.run(
                "simulate",
                "plrnn/addition",
                "--set",
                "optimiser=sgd",
                "--set",
                "rate=1e6",
                "--set",
                "epochs=50epoch",
                "--out",
                folder.resolve("diverged"),
                "--store",
                folder.resolve("store"));
        assertThat(diverged.status()).isEqualTo(ExitStatus.UNDECIDED);
        assertThat(diverged.out()).contains("diverged at epoch");
        assertThat(folder.resolve("diverged/checkpoint")).doesNotExist();
        assertThat(Files.readString(folder.resolve("diverged/history.csv")))
                .contains("loss")
                .doesNotContain("NaN")
                .doesNotContain("Infinity");
    }

    private void assertSame(String one, String other) throws IOException {
        for (String file : FILES) {
            assertThat(folder.resolve(other).resolve(file))
                    .hasSameBinaryContentAs(folder.resolve(one).resolve(file));
        }
    }

    private static Process start(List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--add-modules",
                "jdk.incubator.vector",
                "-cp",
                System.getProperty("java.class.path"),
                "org.theoremeter.verify.cli.Theoremeter"));
        command.addAll(arguments);
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
    }
}
