package org.theoremeter.verify.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.theoremeter.verify.cli.terminal.ExitStatus;

/** Claims written so that theory would be held against itself, or against nothing: none may pass. */
class WrongPassTest {

    private static final String CRITICAL_RATE = SampleClaim.CRITICAL_RATE;

    @TempDir
    Path folder;

    private Cli verify(String claim, Object... more) throws IOException {
        Path file = folder.resolve("my.yaml");
        Files.writeString(file, claim);
        return Cli.run("verify", file, "--out", folder.resolve("report"), "--store", folder.resolve("store"), more);
    }

    private void refused(String claim, String says, Object... more) throws IOException {
        Cli cli = verify(claim, more);
        assertThat(cli.status()).as(cli.toString()).isEqualTo(ExitStatus.BAD_INPUT);
        assertThat(cli.err()).containsPattern(says).hasLineCount(1);
        assertThat(folder.resolve("report")).doesNotExist();
    }

    @Test
    void theClaimTheyAreMadeFromPasses() throws IOException {
        Cli cli = verify(CRITICAL_RATE);
        assertThat(cli.status()).as(cli.toString()).isZero();
    }

    @Test
    void aGivenSymbolNeverStandsForAnObservable() throws IOException {
        refused(
                CRITICAL_RATE.replace("{cstar: 0.2}", "{cstar: 0.2, critical_rate: 0.064}"),
                "my.yaml:11:39: the name 'critical_rate' is an observable");
    }

    @Test
    void aCurveNeverStandsForAnObservable() throws IOException {
        refused("""
                claim: 1
                id: my.order
                title: Theory against theory
                kind: convergence
                given: {cstar: 0.3}
                predict: {time: tau, curves: {outlier: "1 - cstar"}}
                observe:
                  experiment: linear-rnn/gradient-descent
                  over: {rate: [0.004, 0.002, 0.001]}
                  with: {cstar: cstar, neurons: 4, rate: rate, horizon: 1 tau}
                  at: {tau: 1}
                  seeds: none
                compare: [{order of: "outlier - 0.7 + rate^2", as: rate, to: 0, predicted: 2, margin: 0.1}]
                """, "'outlier' is an observable .* and something else");
    }

    @Test
    void whatIsObservedMustComeFromTheSimulation() throws IOException {
        refused(CRITICAL_RATE.replace("observed: critical-rate", "observed: 8*cstar^3"), "which observes nothing");
    }

    @Test
    void anAxisThatDoesNotReachTheExperimentIsRefused() throws IOException {
        refused(
                CRITICAL_RATE
                        .replace("  with:", "  over: {neurons: [6, 8]}\n  with:")
                        .replace("neurons: 6, ", ""),
                "the axis neurons changes nothing");
    }

    @Test
    void anAxisCannotBeSetFromOutside() throws IOException {
        refused(
                CRITICAL_RATE
                        .replace("  with:", "  over: {cstar: [0.2, 0.3]}\n  with:")
                        .replace("given: {cstar: 0.2}", "given: {cstar: 0.2}"),
                "--set cstar: is an axis of my.rate",
                "--set",
                "cstar=0.25");
    }

    @Test
    void aMeasuredSymbolIsASymbolOfItsOwn() throws IOException {
        refused("""
                claim: 1
                id: my.curve
                title: The observation against itself
                kind: trajectory
                given: {cstar: 0.3}
                measured: {cstar: initial-decay}
                predict: {time: tau, curves: {end: "cstar"}}
                observe:
                  experiment: linear-rnn/gradient-flow
                  with: {cstar: 0.3, neurons: 4, horizon: 3 tau}
                  seeds: none
                compare: [{predicted: end, observed: outlier, from: 2.5, margin: 0.01}]
                """, "measured symbol 'cstar', which means something else");
    }

    @Test
    void aPredictionMayStartWhereARunStartsButNotEndWhereItEnds() throws IOException {
        refused(
                SampleClaim.TRAJECTORY.replace("c0: initial-decay", "c0: final-outlier"),
                "unknown scalar 'final-outlier', accepted: initial-decay");
    }

    @Test
    void mentioningAnObservableIsNotObservingIt() throws IOException {
        for (String formula : new String[] {
            "0*critical_rate + 8*cstar^3", "critical_rate^0", "sin(critical_rate)^2 + cos(critical_rate)^2"
        }) {
            refused(
                    CRITICAL_RATE.replace("observed: critical-rate", "observed: \"" + formula + "\""),
                    "which observes nothing");
        }
    }

    @Test
    void aParameterWithoutEffectIsNoAxis() throws IOException {
        refused(
                CRITICAL_RATE
                        .replace("  with:", "  over: {dt: [0.1, 0.2]}\n  with:")
                        .replace("neurons: 6", "neurons: 6, dt: dt"),
                "gradient: discrete");
    }

    @Test
    void aGridOnWhichTwoPointsCoincideIsAGrid() throws IOException {
        Cli cli = verify(CRITICAL_RATE
                .replace("given: {cstar: 0.2}\n", "")
                .replace("8*cstar^3", "(a + b)^3")
                .replace(
                        "  with: {cstar: cstar,",
                        "  over: {a: [0.2, 0.3], b: [0.2, 0.3]}\n  with: {cstar: (a + b)/2,"));
        assertThat(cli.status()).as(cli.toString()).isZero();
    }

    @Test
    void aGridTooLargeIsRefusedAtOnce() throws IOException {
        String axis = "{lin: [0.1, 0.2, 1000]}";
        refused(
                CRITICAL_RATE.replace(
                        "  with:", "  over: {a: " + axis + ", b: " + axis + ", d: " + axis + "}\n  with:"),
                "found a grid of 1000000000 grid points, accepted: at most 100000");
    }

    @Test
    void underflowOnBothSidesIsNoAgreement() throws IOException {
        Cli cli = verify("""
                claim: 1
                id: my.zero
                title: Nothing equals nothing
                kind: identity
                given: {x: {domain: "(1, 10)"}}
                predict: {equal: ["exp(-1000*x)", "0"]}
                judge: {require: agreed}
                """);
        assertThat(cli.status()).as(cli.toString()).isEqualTo(ExitStatus.FAILED);
        assertThat(cli.out()).contains("the sides differ beyond the range of double precision");
    }

    @Test
    void aPredictedOrderCannotDependOnTheAxis() throws IOException {
        refused("""
                claim: 1
                id: my.order
                title: An order
                kind: convergence
                observe:
                  experiment: linear-rnn/gradient-agreement
                  over: {dt: [0.2, 0.1, 0.05]}
                  with: {dt: dt, neurons: 4, gain: 0.3}
                  seeds: 3
                compare: [{order of: relative-difference, as: dt, to: 0, predicted: "5*dt", margin: 0.1}]
                """, "undefined symbol 'dt'");
    }

    @Test
    void aNumericalErrorCountsAlsoWhereAFormulaJumpsOrIsFlat() throws IOException {
        String jump = CRITICAL_RATE
                .replace("bracket: 0.1", "bracket: 0.5")
                .replace("\"8*cstar^3\"", "\"1\"")
                .replace("observed: critical-rate", "observed: \"piecewise(critical_rate > 0.0635, 1, 0)\"");
        assertThat(verify(jump).status()).isNotZero();
    }

    @Test
    void expectHidesOneComparisonAtMost() throws IOException {
        refused(
                CRITICAL_RATE.replace(
                                "compare: [{",
                                "compare: [{name: other, predicted: rate, observed: critical-rate, margin: 20 %}, {name: one, ")
                        + "expect: {verdict: fail, because: \"known\"}\n",
                "expect in a claim of 2 comparisons");
        refused(CRITICAL_RATE + "expect: {verdict: error, because: \"known\"}\n", "accepted: fail, inconclusive");
    }

    @Test
    void expectHidesNoDivergenceAndNoSecondGridPoint() throws IOException {
        Cli diverged = verify("""
                claim: 1
                id: my.end
                title: An end
                kind: value
                predict: {values: {end: "0.8"}}
                observe: {experiment: linear-rnn/gradient-descent, with: {cstar: 0.2, neurons: 6, rate: 5, horizon: 500 tau}, seeds: none}
                compare: [{predicted: end, observed: final-outlier, margin: 1 %}]
                expect: {verdict: fail, because: "off by a little"}
                """);
        assertThat(diverged.status()).as(diverged.toString()).isEqualTo(ExitStatus.FAILED);
        Files.delete(folder.resolve("report/index.html"));
        Cli grid = verify(CRITICAL_RATE.replace("  with:", "  over: {cstar: [0.2, 0.3]}\n  with:")
                + "expect: {verdict: fail, because: \"known at 0.3\"}\n");
        assertThat(grid.status()).as(grid.toString()).isEqualTo(ExitStatus.BAD_INPUT);
    }

    @Test
    void aSearchThatMissesIsAnErrorAndNotAFailure() throws IOException {
        Cli cli = verify(CRITICAL_RATE.replace("bracket: 0.1", "bracket: 0.1, low: 12"));
        assertThat(cli.status()).as(cli.toString()).isEqualTo(ExitStatus.UNDECIDED);
        assertThat(cli.out()).contains("ERROR").contains("fails-at-low");
    }

    @Test
    void aNamedClaimThatDidNotRunIsNotASuccess() throws IOException {
        Cli cli = verify(CRITICAL_RATE + "profiles: {quick: skip}\n");
        assertThat(cli.status()).as(cli.toString()).isEqualTo(ExitStatus.UNDECIDED);
    }

    @Test
    void aTitleCannotForgeAVerdict() throws IOException {
        refused(
                CRITICAL_RATE.replace("title: A rate", "title: \"A rate\\nPASS         integrator.loss\""),
                "control character in title");
    }

    @Test
    void aMarginIsNeverZero() throws IOException {
        refused(CRITICAL_RATE.replace("20 %", "1e-323 %"), "accepted: a finite positive number");
        refused(CRITICAL_RATE.replace("20 %", "0x1p3"), "accepted: a finite positive number");
    }

    @Test
    void aFormulaFoldedOverLinesPointsAtItsBeginning() throws IOException {
        refused(
                CRITICAL_RATE.replace(
                        "{values: {rate: \"8*cstar^3\"}}", "\n  values:\n    rate: >-\n      8*cstar^3\n      + k"),
                "my.yaml:8:11: found the undefined symbol 'k'");
    }

    @Test
    void aGivenSymbolNeverStandsForAnEvent() throws IOException {
        refused("""
                claim: 1
                id: my.order
                title: A number against an observation
                kind: comparison
                given: {emergence: 1e-6}
                observe: {experiment: linear-rnn/gradient-flow, with: {cstar: 0.2, neurons: 6, gain: 0, horizon: 3 tau}, seeds: none}
                compare: [{before: emergence, after: learning-time}]
                """, "the name 'emergence' is an event");
    }

    @Test
    void anAxisOfANamedObservationCannotBeSetFromOutside() throws IOException {
        String named = CRITICAL_RATE
                .replace("observe:\n", "observe:\n  net:\n")
                .replace("  experiment:", "    experiment:")
                .replace("  with:", "    over: {cstar: [0.2, 0.3]}\n    with:")
                .replace("  seeds:", "    seeds:")
                .replace("observed: critical", "observed: net.critical");
        refused(named, "--set cstar: is an axis of my.rate", "--set", "cstar=0.25");
    }

    @Test
    void aParameterOfANamedObservationCanBeSetFromOutside() throws IOException {
        String named = CRITICAL_RATE
                .replace("observe:\n", "observe:\n  net:\n")
                .replace("  experiment:", "    experiment:")
                .replace("  with:", "    with:")
                .replace("  seeds:", "    seeds:")
                .replace("observed: critical", "observed: net.critical");
        Cli cli = verify(named, "--set", "neurons=8");
        assertThat(cli.status()).as(cli.toString()).isZero();
        assertThat(folder.resolve("report/results.json"))
                .content()
                .containsPattern("\"low\" : \"1.0\",\\s+\"neurons\" : \"8\"");
    }
}
