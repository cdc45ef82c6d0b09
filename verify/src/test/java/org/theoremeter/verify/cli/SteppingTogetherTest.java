package org.theoremeter.verify.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.theoremeter.verify.cli.terminal.ExitStatus;

/** Grids whose axes step together, for points that are no product. */
class SteppingTogetherTest {

    /** Theory 1.1 at three pairs of decay rates; a product of two axes would have four points. */
    private static final String LOSS = """
            claim: 1
            id: my.loss
            title: A loss
            kind: value
            given: {cstar: {domain: "(0, 1)"}}
            predict: {values: {loss: "(1/(2*c) - 2/(c + cstar) + 1/(2*cstar))/2"}}
            observe:
              experiment: filter/quadrature
              over:
                c, cstar: [[0.3, 0.1], [0.6, 0.1], [0.6, 0.2]]
              with: {c: c, cstar: cstar}
              seeds: none
            compare: [{predicted: loss, observed: loss, margin: 1e-6 %}]
            """;

    @TempDir
    Path folder;

    private Cli run(String command, String claim) throws IOException {
        Path file = folder.resolve("my.yaml");
        Files.writeString(file, claim);
        return command.equals("verify")
                ? Cli.run("verify", file, "--out", folder.resolve("report"), "--store", folder.resolve("store"))
                : Cli.run(command, file);
    }

    @Test
    void everyPointIsRunAndNamed() throws IOException {
        Cli cli = run("verify", LOSS);
        assertThat(cli.status()).as(cli.toString()).isZero();
        assertThat(cli.out()).contains("3 observations computed");
        String results = Files.readString(folder.resolve("report/results.json"));
        assertThat(results)
                .contains(
                        "loss at c = 0.3, cstar = 0.1", "loss at c = 0.6, cstar = 0.1", "loss at c = 0.6, cstar = 0.2")
                .doesNotContain("loss at c = 0.3, cstar = 0.2")
                .contains("\"c (together with cstar)\"");
    }

    @Test
    void aPointAtWhichThePredictionIsWrongIsTold() throws IOException {
        Cli cli = run("verify", LOSS.replace("1/(2*cstar))", "piecewise(cstar > 0.15, 1/(2.02*cstar), 1/(2*cstar)))"));
        assertThat(cli.status()).as(cli.toString()).isEqualTo(ExitStatus.FAILED);
        assertThat(cli.out()).contains("loss at c = 0.6, cstar = 0.2").doesNotContain("loss at c = 0.6, cstar = 0.1");
    }

    @Test
    void stretchesMultiplyWithOtherAxes() throws IOException {
        Cli cli = run(
                "verify",
                LOSS.replace("(1/(2*c) - 2/(c + cstar)", "(a^2/(2*c) - 2*a/(c + cstar)")
                        .replace("    c, cstar", "    a: [0.5, 1]\n    c, cstar")
                        .replace("with: {", "with: {a: a, "));
        assertThat(cli.status()).as(cli.toString()).isZero();
        assertThat(cli.out()).contains("6 observations computed");
    }

    @Test
    void pointsThatShareNoValueAreAGrid() throws IOException {
        Cli cli = run("verify", LOSS.replace("[[0.3, 0.1], [0.6, 0.1], [0.6, 0.2]]", "[[0.3, 0.1], [0.6, 0.2]]"));
        assertThat(cli.status()).as(cli.toString()).isZero();
        assertThat(cli.out()).contains("2 observations computed");
    }

    @Test
    void explainSaysWhichAxesStepTogether() throws IOException {
        assertThat(run("explain", LOSS).out())
                .contains(
                        "over c (together with cstar) = [0.3, 0.6, 0.6]",
                        "over cstar (together with c) = [0.1, 0.1, 0.2]");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            [[0.3, 0.1], [0.6]]                 | 10:28: found no point of 2 values, accepted: a list of points, each with one value for each of c, cstar
            [0.3, 0.6]                          | 10:16: found no point of 2 values
            {lin: [0.1, 0.2, 3]}                | 10:15: found no list, accepted: a list of points
            []                                  | 10:15: found 0 points, accepted: from 1 to 1000 points
            [[0.3, 0.1], [0.6, 0.1], [0.3, 0.1]]| 10:40: the point [0.3, 0.1] stands twice
            [[0.3, 0.1], [0.6, 1.5]]            | cstar
            """)
    void pointsThatAreNoneAreRefused(String points, String says) throws IOException {
        refused(LOSS.replace("[[0.3, 0.1], [0.6, 0.1], [0.6, 0.2]]", points.strip()), says.strip());
    }

    @Test
    void namesAreSymbolsThatStandOnceAndAreUsed() throws IOException {
        refused(LOSS.replace("    c, cstar:", "    c, c:"), "10:5: the axis c stands twice under over");
        refused(LOSS.replace("    c, cstar:", "    c, :"), "found the name ''");
        refused(LOSS.replace("    c, cstar", "    c: [0.3]\n    c, cstar"), "the axis c stands twice under over");
        refused(
                LOSS.replace("with: {c: c, cstar: cstar}", "with: {c: c, cstar: 0.1}"),
                "the axis cstar changes nothing in the runs of filter/quadrature");
    }

    private void refused(String claim, String says) throws IOException {
        Cli cli = run("check", claim);
        assertThat(cli.status()).as(cli.toString()).isEqualTo(ExitStatus.BAD_INPUT);
        assertThat(cli.err()).contains(says).hasLineCount(1);
    }
}
