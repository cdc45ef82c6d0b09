package org.theoremeter.verify.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.theoremeter.verify.cli.terminal.ExitStatus;
import org.theoremeter.verify.judge.Verdict;
import org.theoremeter.verify.results.ClaimResult;
import org.theoremeter.verify.results.ComparisonResult;
import org.theoremeter.verify.results.Results;
import org.theoremeter.verify.results.ResultsFile;

/** Claims that few seeds leave open: adding seeds, and correcting for many claims. */
class ManySeedsTest {

    @TempDir
    Path folder;

    private Path out;
    private Path store;

    @BeforeEach
    void folders() {
        out = folder.resolve("report");
        store = folder.resolve("store");
    }

    /** The diagonal element of W(0) along n has mean 0 and deviation about gain/√N = 0.125. */
    private String claim(String id, double predicted, double margin, int seeds) throws IOException {
        Path file = folder.resolve(id + ".yaml");
        Files.writeString(file, """
                claim: 1
                id: %s
                title: The mean decay of random weights
                kind: value
                given: {gain: 0.5}
                predict: {values: {decay: "%s"}}
                observe:
                  experiment: linear-rnn/gradient-flow
                  with: {gain: gain, neurons: 16, horizon: 0.001 tau, samples: 1}
                  seeds: %d
                compare: [{predicted: decay, observed: initial-decay, margin: %s}]
                """.formatted(id, predicted, seeds, margin));
        return file.toString();
    }

    private Cli verify(String... arguments) {
        return Cli.run("verify", arguments, "--out", out, "--store", store);
    }

    private ClaimResult result() throws IOException {
        Results results = ResultsFile.read(out.resolve("results.json"));
        return results.claims().get(0);
    }

    @Test
    void seedsAreAddedUntilTheClaimIsDecided() throws IOException {
        String open = claim("my.open", 1, 0.1, 5);
        assertThat(verify(open).status()).isEqualTo(ExitStatus.UNDECIDED);
        Cli cli = verify(open, "--until-decided", "--most-seeds", "80");
        assertThat(cli.status()).isEqualTo(ExitStatus.AS_EXPECTED);
        // 5, 10, 20, 40, 80: five interim analyses at 1 − 0.05/5
        assertThat(result().evidence().confidence()).isEqualTo(0.99);
        assertThat(result().evidence().setups().get(0).seeds()).isIn(20, 40, 80);
        assertThat(result().conclusion().reason())
                .contains("of at most 5 with "
                        + result().evidence().setups().get(0).seeds() + " seeds");
        assertThat(ResultsFile.read(out.resolve("results.json")).provenance().settings())
                .containsEntry("--until-decided", "80 seeds");
    }

    @Test
    void aFalseClaimIsFoundOutWithMoreSeeds() throws IOException {
        String wrong = claim("my.wrong", 1.25, 0.1, 5);
        Cli cli = verify(wrong, "--until-decided");
        assertThat(cli.status()).isEqualTo(ExitStatus.FAILED);
    }

    @Test
    void theBoundIsKeptAndNamed() throws IOException {
        String open = claim("my.open", 1, 0.02, 5);
        assertThat(verify(open, "--until-decided", "--most-seeds", "10").status())
                .isEqualTo(ExitStatus.UNDECIDED);
        assertThat(result().evidence().setups().get(0).seeds()).isEqualTo(10);
        assertThat(verify(open, "--until-decided", "--most-seeds", "1").err()).contains("--most-seeds: found 1");
    }

    @Test
    void holmLeavesOpenWhatPassesOnlyAlone() throws IOException {
        // a margin just beyond the interval passes with a chance just below 0.05, and not with ten times that
        verify(claim("my.width", 1, 0.5, 40));
        ComparisonResult.EstimateResult width = result().comparisons().get(0).estimate();
        double margin = 1.02 * Math.max(width.upper() - 1, 1 - width.lower());
        String[] files = new String[10];
        for (int i = 0; i < files.length; i++) {
            files[i] = claim("my.claim-" + i, 1, margin * (1 + 0.001 * i), 40);
        }
        assertThat(verify(files).status()).isEqualTo(ExitStatus.AS_EXPECTED);
        double chance = result().comparisons().get(0).estimate().chance();
        assertThat(chance).isBetween(0.005, 0.05);
        String[] corrected = Arrays.copyOf(files, files.length + 1);
        corrected[files.length] = "--holm";
        Cli cli = verify(corrected);
        assertThat(cli.status()).isEqualTo(ExitStatus.UNDECIDED);
        assertThat(cli.out()).contains("Holm's correction over 10 claims");
        assertThat(result().verdict()).isEqualTo(Verdict.INCONCLUSIVE);
    }
}
