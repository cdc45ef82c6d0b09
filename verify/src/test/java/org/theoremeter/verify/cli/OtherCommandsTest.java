package org.theoremeter.verify.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.theoremeter.simulate.catalogue.Experiments;
import org.theoremeter.simulate.experiment.Experiment;
import org.theoremeter.simulate.experiment.Parameter;
import org.theoremeter.verify.claim.Kind;
import org.theoremeter.verify.cli.terminal.ExitStatus;

class OtherCommandsTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(Kind.class)
    void aNewClaimOfEveryKindPassesAsItStands(Kind kind) {
        Path file = folder.resolve(kind.text() + ".yaml");
        assertThat(Cli.run("new", kind.text(), file).status()).isZero();
        Cli cli = Cli.run("verify", file, "--out", folder.resolve("report"), "--store", folder.resolve("store"));
        assertThat(cli.status()).as(cli.toString()).isZero();
        assertThat(cli.out()).contains("1 passed");
    }

    @Test
    void newNeverOverwrites() throws IOException {
        Path file = folder.resolve("mine.yaml");
        Files.writeString(file, "mine");
        assertThat(Cli.run("new", "value", file).status()).isEqualTo(ExitStatus.BAD_INPUT);
        assertThat(file).hasContent("mine");
    }

    @Test
    void newWithoutAFilePrintsTheClaim() {
        assertThat(Cli.run("new", "identity").out()).startsWith("# A claim of the kind identity");
    }

    @Test
    void listsEveryExperimentWithEveryParameter() {
        String out = Cli.run("list", "experiments").out();
        for (Experiment experiment : Experiments.all()) {
            assertThat(out).contains(experiment.name());
            for (Parameter parameter : experiment.parameters()) {
                assertThat(out).contains("--set " + parameter.name() + "=");
            }
        }
    }

    @Test
    void listsClaimsLawsAndKinds() {
        assertThat(Cli.run("list", "experiments", "leaky-rnn/delayed-cue", "plrnn/*")
                        .out())
                .contains("leaky-rnn/delayed-cue (theory 6.2")
                .contains("plrnn/flip-flop")
                .doesNotContain("linear-rnn/")
                .doesNotContain("leaky-rnn/single-cue");
        assertThat(Cli.run("list", "experiments", "leaky-rnn/delayed-cu").err())
                .contains("did you mean 'leaky-rnn/delayed-cue'");
        assertThat(Cli.run("list").out()).contains("integrator.loss").contains("gradients.conservation");
        assertThat(Cli.run("list", "laws").out()).contains("integrator.outlier").contains("dc/dtau = ");
        assertThat(Cli.run("list", "kinds").out()).contains(Kind.names());
        assertThat(Cli.run("list", "laws", "x").status()).isEqualTo(ExitStatus.BAD_INPUT);
        assertThat(Cli.run("list", "lawz").err()).contains("did you mean 'laws'");
    }

    @Test
    void explainsAClaimInWords() {
        Cli cli = Cli.run("explain", "integrator.outlier-random-start");
        assertThat(cli.status()).as(cli.err()).isZero();
        assertThat(cli.out())
                .contains("theory 1.2")
                .contains("dc/dtau = ")
                .contains("linear-rnn/gradient-flow")
                .contains("derived, step by step, in integrator.outlier.derivation")
                .contains("gain = 0.025: radius g of the random initial weights")
                .contains("and, by default, ");
        assertThat(cli.out().replaceAll("\\s+", " "))
                .contains("PASS means: with 95 % confidence, outlier stays within 0.02 of the curve outlier, by the sup"
                        + " distance of each run, averaged over the runs");
    }

    @Test
    void explainsEveryKindOfClaim() {
        String all = Cli.run("explain", "*").out().replaceAll("\\s+", " ");
        assertThat(all)
                .contains("PASS means: the two sides were proved to be one and the same")
                .contains(
                        "PASS means: whatever the numerical errors are within their bounds, critical_rate lies within 1 %"
                                + " of what is predicted, at every one of 3 points of the grid")
                .contains("to a power within 0.02 of what is predicted")
                .contains("vanishes as a power of rate within 0.05 of 1")
                .contains("never leaves what it is at the start by more than")
                .contains("comes before short's learning_time, on average over the runs")
                .contains("PASS means: with 95 % confidence, the probability of")
                .contains("PASS means: each of the ")
                .doesNotContain("Optional");
    }

    @Test
    void predictsACurveWithItsFixedPoint() throws IOException {
        Cli cli = Cli.run("predict", "integrator.outlier-exact-start", "--out", folder, "--horizon", "2");
        assertThat(cli.status()).as(cli.err()).isZero();
        // theory 1.2: the one fixed point with c > 0 is c = cstar = 0.1, with slope -1/(4 cstar^3) = -250
        Matcher found = Pattern.compile("fixed point c = (\\S+): stable, eigenvalues \\[\\(?([-0-9.E]+)")
                .matcher(cli.out());
        assertThat(found.find()).as(cli.out()).isTrue();
        // found by Brent's method to its own tolerance, far below these
        assertThat(Double.parseDouble(found.group(1))).isCloseTo(0.1, within(1e-9));
        assertThat(Double.parseDouble(found.group(2))).isCloseTo(-250, within(1e-4));
        List<String> csv = Files.readAllLines(folder.resolve("integrator.outlier-exact-start.csv"));
        assertThat(csv.get(0)).isEqualTo("tau,outlier");
        assertThat(csv.get(1)).isEqualTo("0.0,0.0");
        assertThat(Double.parseDouble(csv.get(csv.size() - 1).split(",")[1]))
                // converged to rounding: e-folding time 1/250 and a horizon of 2
                .isCloseTo(0.9, within(1e-9));
        assertThat(folder.resolve("integrator.outlier-exact-start.svg")).isNotEmptyFile();
    }

    @Test
    void predictFindsWhatTheFlowLeavesAndSaysWhereItLooked() throws IOException {
        // from (0.5, 0.4) the flow rests at (1, 0)
        Path file = folder.resolve("wells.yaml");
        Files.writeString(file, wells("x - x^3", "y*(1 - y)*(y - 3)", 0.5, 0.4));
        Cli cli = Cli.run("predict", file, "--out", folder, "--horizon", "20");
        assertThat(cli.status()).as(cli.err()).isZero();
        assertThat(cli.out())
                .containsPattern("looked for fixed points, stable or not, from 256 starts in x in \\[0.25, 1.5], y in"
                        + " \\[\\S+, 0.\\d+] and from 256 in x in \\[-10, 10], y in \\[-4, 4]\n");
        // x = -1, 0, 1 with slopes -2, 1, -2; y = 0, 1, 3 with slopes -3, 2, -6
        Map<String, String> found = Pattern.compile("fixed point x = (\\S+), y = (\\S+): (\\w+)")
                .matcher(cli.out())
                .results()
                .collect(Collectors.toMap(
                        match -> Math.round(Double.parseDouble(match.group(1))) + " "
                                + Math.round(Double.parseDouble(match.group(2))),
                        match -> match.group(3)));
        assertThat(found)
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "1 0",
                        "stable",
                        "1 1",
                        "saddle",
                        "1 3",
                        "stable",
                        "0 0",
                        "saddle",
                        "0 1",
                        "unstable",
                        "0 3",
                        "saddle",
                        "-1 0",
                        "stable",
                        "-1 1",
                        "saddle",
                        "-1 3",
                        "stable"));
    }

    @Test
    void predictDoesNotLookForFixedPointsOfAFieldThatChanges() throws IOException {
        Path file = folder.resolve("driven.yaml");
        Files.writeString(file, wells("x*t", "-y", 0.5, 0.4));
        Cli cli = Cli.run("predict", file, "--out", folder);
        assertThat(cli.status()).as(cli.err()).isZero();
        assertThat(cli.out()).contains("no fixed points were looked for: the field depends on t\n");
    }

    private String wells(String x, String y, double x0, double y0) throws IOException {
        Files.writeString(folder.resolve("wells.csv"), "t,x,seed\n0,0.5,1\n1,0.6,1\n0,0.5,2\n1,0.61,2\n");
        return """
                claim: 1
                id: my.wells
                title: A flow with all kinds of fixed points
                kind: trajectory
                predict:
                  time: t
                  ode: {x: "%s", y: "%s"}
                  start: {x: %s, y: %s}
                  curves: {place: x}
                observe: {csv: {file: wells.csv, errors: {x: 0.001}}, series: t, seeds: seed}
                compare: [{predicted: place, observed: x, time: t, distance: sup, margin: 0.1}]
                """.formatted(x, y, x0, y0);
    }

    @Test
    void predictAsksForWhatIsMeasured() {
        Cli cli = Cli.run("predict", "integrator.outlier-random-start", "--out", folder);
        assertThat(cli.status()).isEqualTo(ExitStatus.BAD_INPUT);
        assertThat(cli.err()).contains("--start c0=VALUE").hasLineCount(1);
        assertThat(Cli.run("predict", "integrator.outlier-random-start", "--out", folder, "--start", "c0=0.97")
                        .status())
                .isZero();
    }

    @Test
    void simulatesAndWritesTheSeries() throws IOException {
        Cli cli = Cli.run(
                "simulate",
                "linear-rnn/gradient-flow",
                "--set",
                "neurons=12",
                "--set",
                "cstar=0.3",
                "--set",
                "horizon=1tau",
                "--store",
                folder.resolve("store"),
                "--out",
                folder.resolve("run"));
        assertThat(cli.status()).as(cli.err()).isZero();
        assertThat(Files.readAllLines(folder.resolve("run/loss.csv")).get(0)).isEqualTo("tau,loss");
        assertThat(folder.resolve("run/loss.svg")).isNotEmptyFile();
    }

    @Test
    void simulateLeavesAFileThatIsNotItsOwn() throws IOException {
        Object[] command = {
            "simulate",
            "linear-rnn/gradient-flow",
            "--set",
            "neurons=4",
            "--set",
            "cstar=0.3",
            "--set",
            "horizon=0.5tau",
            "--store",
            folder.resolve("store"),
            "--out",
            folder
        };
        assertThat(Cli.run(command).status()).isZero();
        assertThat(Cli.run(command).status()).as("its own files are replaced").isZero();
        Files.writeString(folder.resolve("loss.csv"), "precious");
        Cli cli = Cli.run(command);
        assertThat(cli.status()).isEqualTo(ExitStatus.BAD_INPUT);
        assertThat(cli.err())
                .contains("loss.csv: exists and holds something else")
                .hasLineCount(1);
        assertThat(folder.resolve("loss.csv")).hasContent("precious");
    }

    @Test
    void helpAndVersionAnswer() {
        assertThat(Cli.run("--help").out()).contains("verify").contains("Exit status");
        assertThat(Cli.run("--version").out()).startsWith("theoremeter ");
        assertThat(Cli.run("verify", "--help").out()).contains("--strict");
    }
}
