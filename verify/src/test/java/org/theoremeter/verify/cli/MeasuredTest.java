package org.theoremeter.verify.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.theoremeter.verify.cli.terminal.ExitStatus;

/** What is measured from each run, in claims of several observations. */
class MeasuredTest {

    /** Theory 1.2 from two starts on the line of read-in and read-out, 0 and 0.4: each curve has a start of its own. */
    private static final String OUTLIER = """
            claim: 1
            id: my.outlier
            title: An outlier from two starts
            kind: trajectory
            given: {cstar: {value: 0.2, domain: "(0, 1)"}}
            measured: {c0: initial-decay}
            predict:
              time: tau
              ode: {c: "1/(4*c^2) - 1/(c + cstar)^2"}
              start: {c: c0}
              curves: {outlier: "1 - c"}
            observe:
              zero:
                experiment: linear-rnn/gradient-flow
                with: {cstar: cstar, gain: 0, neurons: 6, horizon: 1 tau}
                seeds: none
              started:
                experiment: linear-rnn/gradient-flow
                with: {cstar: cstar, gain: 0, start-w11: 0.4, neurons: 6, horizon: 1 tau}
                seeds: none
            compare:
              - {name: zero, predicted: outlier, observed: zero.outlier, from: emergence, margin: 1e-6}
              - {name: started, predicted: outlier, observed: started.outlier, from: emergence, margin: 1e-6}
            """;

    @TempDir
    Path folder;

    private Cli verify(String claim) throws IOException {
        Path file = folder.resolve("my.yaml");
        Files.writeString(file, claim);
        return Cli.run("verify", file, "--out", folder.resolve("report"), "--store", folder.resolve("store"));
    }

    @Test
    void everyObservationHasItsOwn() throws IOException {
        Cli cli = verify(OUTLIER);
        assertThat(cli.status()).as(cli.toString()).isZero();
        Cli wrong = verify(
                OUTLIER.replace("start: {c: c0}", "start: {c: \"1\"}").replace("measured: {c0: initial-decay}\n", ""));
        assertThat(wrong.status()).as(wrong.toString()).isEqualTo(ExitStatus.FAILED);
        assertThat(wrong.out()).contains("started: distance").doesNotContain("zero: distance");
    }

    @Test
    void everyObservationMustHaveIt() throws IOException {
        Cli cli = verify(OUTLIER.replace(
                        "    with: {cstar: cstar, gain: 0, start-w11: 0.4, neurons: 6, horizon: 1 tau}\n    seeds: none\n",
                        "    with: {cstar: cstar}\n    seeds: none\n")
                .replace(
                        "  started:\n    experiment: linear-rnn/gradient-flow",
                        "  started:\n    experiment: linear-rnn/critical-rate"));
        assertThat(cli.status()).as(cli.toString()).isEqualTo(ExitStatus.BAD_INPUT);
        assertThat(cli.err())
                .contains("my.yaml:6:16: found the unknown scalar 'initial-decay'")
                .hasLineCount(1);
    }
}
