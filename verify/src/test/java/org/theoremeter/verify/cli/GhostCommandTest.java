package org.theoremeter.verify.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.theoremeter.verify.cli.terminal.ExitStatus;

/** Low-rank networks and their ghosts from the command line (theory 3.8), as a user does. */
class GhostCommandTest {

    @TempDir
    private Path folder;

    private Cli simulate(String... more) {
        return Cli.run(
                "simulate",
                "rank-k-rnn/ghost",
                "--set",
                "neurons=20",
                "--set",
                "silent=3step",
                "--set",
                "on=3step",
                "--set",
                "gain=3",
                "--set",
                "rate=0.5",
                "--set",
                "epochs=3000epoch",
                "--store",
                folder.resolve("store"),
                "--out",
                folder.resolve("run"),
                more);
    }

    private Cli verify(String counted, String expected) throws IOException {
        Path file = folder.resolve("claim.yaml");
        Files.writeString(file, """
                claim: 1
                id: my.ghost
                title: A claim
                kind: fraction
                predict: {values: {part: "%s"}}
                observe:
                  experiment: rank-k-rnn/ghost
                  with: {neurons: 20, silent: 3 step, on: 3 step, gain: 3, rate: 0.5, epochs: 3000 epoch, until: dropped}
                  seeds: 8
                compare: [{fraction of: "%s", predicted: part, margin: 0.334}]
                """.formatted(expected, counted));
        return Cli.run("verify", file, "--out", folder.resolve("out"), "--store", folder.resolve("store"));
    }

    @Test
    void simulatesWithFieldAndLossOnTheWay() throws IOException {
        Cli run = simulate("--seed", "1");
        assertThat(run.status()).as(run.err()).isEqualTo(ExitStatus.AS_EXPECTED);
        assertThat(run.out()).contains("first-zeros").contains("dropped");
        assertThat(folder.resolve("run/scalars.csv")).content().contains("zeros-at-drop");
        assertThat(Files.readAllLines(folder.resolve("run/zeros.csv")).size())
                .isEqualTo(Files.readAllLines(folder.resolve("run/loss.csv")).size());
        oneFigureHasLossFixedPointsAndGhosts(
                Files.readAllLines(folder.resolve("run/zeros.csv")).size() - 1);
    }

    /** A point for each look at the field, of fixed points and of ghosts. */
    private void oneFigureHasLossFixedPointsAndGhosts(int looks) throws IOException {
        String drawn = Files.readString(folder.resolve("run/history-field.svg"));
        assertThat(drawn).contains(">loss</text>", ">fixed points</text>", ">ghosts</text>", ">epoch</text>");
        assertThat(drawn.split("<circle", -1)).hasSize(2 * looks + 1);
    }

    @Test
    void refusesWhatDoesNotExist() {
        assertThat(simulate("--set", "ranks=2").err()).contains("did you mean 'rank'?");
        assertThat(simulate("--set", "reads=all").err()).contains("first, sum");
    }

    @Test
    void aTrueStatementPassesAndItsOppositeFails() throws IOException {
        Cli holds = verify("dropped > 0.5", "1");
        assertThat(holds.status()).as(holds.out() + holds.err()).isEqualTo(ExitStatus.AS_EXPECTED);
        assertThat(holds.out()).contains("PASS");
        Cli fails = verify("dropped > 0.5", "0");
        assertThat(fails.out()).contains("FAIL").contains("8/8");
    }
}
