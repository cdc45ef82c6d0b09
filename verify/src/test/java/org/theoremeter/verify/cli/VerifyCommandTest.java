package org.theoremeter.verify.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.theoremeter.verify.cli.terminal.ExitStatus;
import org.theoremeter.verify.judge.Verdict;
import org.theoremeter.verify.results.ComparisonResult;
import org.theoremeter.verify.results.Results;
import org.theoremeter.verify.results.ResultsFile;

/** What a user does: write a claim, verify it, look at the report, break the formula, see it fail. */
class VerifyCommandTest {

    @TempDir
    Path folder;

    private Path store;
    private Path claim;

    @BeforeEach
    void write() throws IOException {
        store = folder.resolve("store");
        claim = folder.resolve("my claims").resolve("my.yaml");
        Files.createDirectories(claim.getParent());
        Files.writeString(claim, SampleClaim.TRAJECTORY);
    }

    private Cli verify(Path out, Object... more) {
        return Cli.run("verify", claim, "--store", store, "--out", out, more);
    }

    @Test
    void aTrueClaimPassesAndLeavesAWholeReport() throws IOException {
        Path out = folder.resolve("report");
        Cli cli = verify(out);
        assertThat(cli.err()).doesNotContain("Exception");
        assertThat(cli.status()).as(cli.toString()).isZero();
        assertThat(cli.out()).contains("PASS").contains("my.outlier").endsWith(out.resolve("index.html") + "\n");
        for (String file : new String[] {"results.json", "report.md", "junit.xml", "table.tex", "index.html"}) {
            assertThat(out.resolve(file)).as(file).isNotEmptyFile();
        }
        assertThat(folder.resolve("report.partial")).doesNotExist();
        Results results = ResultsFile.read(out.resolve("results.json"));
        assertThat(results.claims().get(0).verdict()).isEqualTo(Verdict.PASS);
        assertThat(results.claims().get(0).comparisons().get(0).plot().curves())
                .as("four seeds and the theory")
                .hasSize(5);
        assertThat(Files.readString(out.resolve("index.html"))).contains("<svg").contains("my.outlier");
    }

    @Test
    void aWrongConstantFailsAndTheMessageNamesDistanceAndMargin() throws IOException {
        Files.writeString(claim, SampleClaim.TRAJECTORY.replace("1/(4*c^2)", "1/(4.2*c^2)"));
        Cli cli = verify(folder.resolve("report"));
        assertThat(cli.status()).isEqualTo(ExitStatus.FAILED);
        assertThat(cli.out()).contains("FAIL").containsPattern("distance = 0\\.0\\d+ .*margin 0\\.02");
    }

    @Test
    void aSecondRunReusesItsObservationsAndSaysSo() throws IOException {
        assertThat(verify(folder.resolve("one")).out()).contains("4 observations computed, 0 reused");
        assertThat(verify(folder.resolve("two")).out()).contains("0 observations computed, 4 reused");
        assertThat(verify(folder.resolve("three"), "--fresh").out()).contains("4 observations computed, 0 reused");
        assertThat(stable(folder.resolve("two"))).isEqualTo(stable(folder.resolve("one")));
        assertThat(stable(folder.resolve("three"))).isEqualTo(stable(folder.resolve("one")));
    }

    @Test
    void resultsAreTheSameBytesWithOneThreadAndWithTwo() throws IOException {
        assertThat(verify(folder.resolve("one"), "--fresh", "--jobs", "1").status())
                .isZero();
        assertThat(verify(folder.resolve("two"), "--fresh", "--jobs", "2").status())
                .isZero();
        assertThat(stable(folder.resolve("two"))).isEqualTo(stable(folder.resolve("one")));
    }

    @Test
    void anotherSeedGivesOtherNumbers() throws IOException {
        verify(folder.resolve("one"));
        verify(folder.resolve("two"), "--seed", "2");
        assertThat(stable(folder.resolve("two"))).isNotEqualTo(stable(folder.resolve("one")));
    }

    @Test
    void theReportCanBeMadeAgainFromTheRecordAlone() throws IOException {
        Path out = folder.resolve("report");
        verify(out);
        Path again = folder.resolve("again");
        Cli cli = Cli.run("render", out.resolve("results.json"), "--out", again);
        assertThat(cli.status()).as(cli.err()).isZero();
        for (String file : new String[] {"results.json", "report.md", "junit.xml", "table.tex", "index.html"}) {
            assertThat(again.resolve(file)).as(file).hasSameTextualContentAs(out.resolve(file));
        }
    }

    @Test
    void anExpectedDisagreementDoesNotChangeTheExitStatus() throws IOException {
        String broken = SampleClaim.TRAJECTORY.replace("1/(4*c^2)", "1/(4.2*c^2)");
        Files.writeString(claim, broken + "expect: {verdict: fail, because: \"the constant is wrong on purpose\"}\n");
        Cli expected = verify(folder.resolve("report"));
        assertThat(expected.status()).isZero();
        assertThat(expected.out()).contains("0 passed, 0 failed").contains("1 known disagreements as expected");
        assertThat(verify(folder.resolve("report"), "--strict").status()).isEqualTo(ExitStatus.FAILED);
    }

    @Test
    void anUnexpectedPassIsAFailure() throws IOException {
        Files.writeString(
                claim, SampleClaim.TRAJECTORY + "expect: {verdict: inconclusive, because: \"too few seeds\"}\n");
        Cli cli = verify(folder.resolve("report"));
        assertThat(cli.status()).isEqualTo(ExitStatus.FAILED);
        assertThat(cli.out())
                .contains("0 passed, 1 failed")
                .contains("unexpectedly")
                .contains("too few seeds");
    }

    @Test
    void anInconclusiveClaimSaysHowManySeedsWouldDecide() throws IOException {
        // at gain 0.5 and N = 24 the outlier scatters by about g/sqrt(N) = 0.1 between seeds
        Files.writeString(claim, """
                claim: 1
                id: my.start
                title: The initial decay is one on average
                kind: value
                given: {gain: 0.5}
                predict: {values: {start: "1"}}
                observe: {experiment: linear-rnn/gradient-flow, with: {gain: gain, neurons: 24, horizon: 0.01 tau}, seeds: 4}
                compare: [{predicted: start, observed: initial-decay, margin: 0.05}]
                """);
        Cli cli = verify(folder.resolve("report"));
        assertThat(cli.status()).as(cli.toString()).isEqualTo(ExitStatus.UNDECIDED);
        assertThat(cli.out()).contains("INCONCLUSIVE").containsPattern("about \\d+ seeds would decide");
    }

    @Test
    void anUnstableNetworkFailsWithSeedAndTime() throws IOException {
        Files.writeString(claim, """
                claim: 1
                id: my.unstable
                title: Descent far above the critical rate
                kind: value
                predict: {values: {end: "0.8"}}
                observe: {experiment: linear-rnn/gradient-descent, with: {cstar: 0.2, gain: 0.1, neurons: 16, rate: 2, horizon: 40 tau}, seeds: 2}
                compare: [{predicted: end, observed: final-outlier, margin: 1 %}]
                """);
        Cli cli = verify(folder.resolve("report"));
        assertThat(cli.status()).as(cli.toString()).isEqualTo(ExitStatus.FAILED);
        assertThat(cli.out()).containsPattern("diverged at tau = [0-9.]+ \\(seed [01]\\): .*unstable");
    }

    @Test
    void everyPointOfAGridIsComparedWithItsOwnPrediction() throws IOException {
        Files.writeString(claim, """
                claim: 1
                id: my.losses
                title: A loss over a grid
                kind: value
                given: {a: 1, cstar: 0.2}
                predict: {values: {loss: "(a^2/(2*c) - 2*a/(c + cstar) + 1/(2*cstar))/2"}}
                observe: {experiment: filter/quadrature, over: {c: [0.3, 0.6, 0.9]}, with: {a: a, c: c, cstar: cstar}, seeds: none}
                compare: [{predicted: loss, observed: loss, margin: 1e-6 %}]
                """);
        Cli cli = verify(folder.resolve("report"));
        assertThat(cli.status()).as(cli.toString()).isZero();
        Results results = ResultsFile.read(folder.resolve("report/results.json"));
        assertThat(results.claims().get(0).comparisons())
                .extracting(ComparisonResult::name)
                .containsExactly("loss at c = 0.3", "loss at c = 0.6", "loss at c = 0.9");
    }

    @Test
    void aLawGivesCurvesThatTheClaimMayNameItself() throws IOException {
        Files.writeString(claim, """
                claim: 1
                id: my.order
                title: Descent approaches the law
                kind: convergence
                given: {cstar: 0.2, c0: 1}
                predict: {law: integrator.outlier, curves: {theory: outlier}}
                observe:
                  experiment: linear-rnn/gradient-descent
                  over: {rate: [0.004, 0.002, 0.001]}
                  with: {cstar: cstar, neurons: 6, rate: rate, horizon: 0.4 tau}
                  at: {tau: 0.4}
                  seeds: none
                compare: [{order of: "abs(outlier - theory)", as: rate, to: 0, predicted: 1, margin: 0.1}]
                """);
        Cli cli = verify(folder.resolve("report"));
        assertThat(cli.status()).as(cli.toString()).isZero();
    }

    @Test
    void settingsChangeTheClaim() {
        Cli cli = verify(folder.resolve("report"), "--set", "seeds=3", "--set", "cstar=0.3");
        assertThat(cli.status()).as(cli.toString()).isZero();
        assertThat(cli.out()).contains("3 observations computed");
    }

    @Test
    void anOldReportIsReplacedAndAnythingElseIsLeftAlone() throws IOException {
        Path out = folder.resolve("report");
        verify(out);
        assertThat(verify(out).status()).isZero();
        Path precious = folder.resolve("thesis");
        Files.createDirectories(precious);
        Files.writeString(precious.resolve("chapter1.tex"), "years of work");
        Cli cli = verify(precious);
        assertThat(cli.status()).isEqualTo(ExitStatus.BAD_INPUT);
        assertThat(cli.err()).contains("holds something that is not a report");
        assertThat(precious.resolve("chapter1.tex")).hasContent("years of work");
    }

    /** Returns results.json without provenance.run, the one part that varies between runs. */
    private static String stable(Path out) throws IOException {
        String text = Files.readString(out.resolve("results.json"));
        String without = text.replaceAll("(?s)\"run\" : \\{.*?\\}", "");
        assertThat(without.length()).isLessThan(text.length()).isGreaterThan(text.length() / 2);
        return without;
    }
}
