package org.theoremeter.verify.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.theoremeter.verify.cli.terminal.ExitStatus;
import org.theoremeter.verify.results.ClaimResult;
import org.theoremeter.verify.results.ResultsFile;
import org.theoremeter.verify.results.Sensitivity;

/** What {@code verify --sensitivity} says, held against claims made wrong by hand. */
class SensitivityTest {

    private static final List<Double> ERRORS = List.of(0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5);

    private static final String RATE = SampleClaim.CRITICAL_RATE
            .replace("bracket: 0.1, horizon: 500 step", "bracket: 0.002, horizon: 3000 step")
            .replace("20 %", "3 %");

    @TempDir
    Path folder;

    private Cli verify(String claim, Object... more) throws IOException {
        Path file = folder.resolve("my.yaml");
        Files.writeString(file, claim);
        return Cli.run("verify", file, "--out", report(), "--store", folder.resolve("store"), more);
    }

    private Path report() {
        return folder.resolve("report");
    }

    private ClaimResult result() throws IOException {
        return ResultsFile.read(report().resolve("results.json")).claims().get(0);
    }

    private Sensitivity analysed(String claim) throws IOException {
        Cli cli = verify(claim, "--sensitivity");
        assertThat(cli.status()).as(cli.toString()).isZero();
        return result().evidence().sensitivity();
    }

    private static Double noticed(Sensitivity sensitivity, String name) {
        return sensitivity.constants().stream()
                .filter(constant -> constant.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError(name + " is not among " + sensitivity.constants()))
                .noticed();
    }

    /** Makes the claim wrong in its text, error by error, as a user would, and runs it. */
    private Double noticedByHand(String claim, String before, double number, String after) throws IOException {
        assertThat(claim).contains(before + (int) number + after);
        Double smallest = null;
        for (int i = ERRORS.size() - 1; i >= 0; i--) {
            for (double sign : new double[] {-1, 1}) {
                String wrong = before + number * (1 + sign * ERRORS.get(i)) + after;
                if (verify(claim.replace(before + (int) number + after, wrong)).status() == ExitStatus.AS_EXPECTED) {
                    return smallest;
                }
            }
            smallest = ERRORS.get(i);
        }
        return smallest;
    }

    @Test
    void theErrorItNamesIsTheOneThatClaimsMadeWrongByHandHave() throws IOException {
        Sensitivity sensitivity = analysed(RATE);
        Double byHand = noticedByHand(RATE, "\"", 8, "*cstar^3");
        assertThat(byHand).isBetween(0.02, 0.05);
        assertThat(noticed(sensitivity, "8")).isEqualTo(byHand);
        assertThat(sensitivity.constant()).isEqualTo("8");
        assertThat(sensitivity.noticed()).isEqualTo(byHand);
        assertThat(sensitivity.made())
                .as("two wrong exponents and a wrong sign")
                .isEqualTo(3);
        assertThat(sensitivity.caught()).isEqualTo(3);
    }

    @Test
    void constantsOfAnOdeOfItsStartAndOfItsCurvesAreChanged() throws IOException {
        Sensitivity sensitivity = analysed(SampleClaim.TRAJECTORY);
        assertThat(sensitivity.constants())
                .extracting(Sensitivity.Constant::name)
                .containsExactlyInAnyOrder("ode.c:1#1", "ode.c:4", "ode.c:1#2", "start.c:whole", "outlier:1");
        assertThat(noticed(sensitivity, "ode.c:4"))
                .isNotNull()
                .isEqualTo(noticedByHand(SampleClaim.TRAJECTORY, "1/(", 4, "*c^2)"));
        assertThat(sensitivity.survivors()).isEmpty();
        assertThat(sensitivity.made()).as("2 exponents, 3 signs, 1 start").isEqualTo(2 * 2 + 3 + 1);
    }

    @Test
    void aLawWrittenInJavaIsChangedLikeTheSameFormulasInTheFile() throws IOException {
        Sensitivity file = analysed(SampleClaim.TRAJECTORY);
        Sensitivity law = analysed(SampleClaim.TRAJECTORY
                .replace("  time: tau\n", "")
                .replace("ode: {c: \"1/(4*c^2) - 1/(c + cstar)^2\"}", "law: integrator.outlier")
                .replace("  curves: {outlier: \"1 - c\"}\n", ""));
        assertThat(law).isEqualTo(file);
    }

    @Test
    void aClaimWithAWideMarginIsSaidToProveLittle() throws IOException {
        Cli cli = verify(RATE.replace("3 %", "60 %"), "--sensitivity");
        assertThat(cli.status()).as("the exit status is that of the verdicts").isZero();
        assertThat(cli.out())
                .containsSubsequence(
                        "my.rate: does not notice 50 % in 8; 2 of 3", "do not say why:", "  my.rate: does");
        assertThat(result().evidence().sensitivity().provesLittle()).isTrue();
        assertThat(Files.readString(report().resolve("report.md")))
                .contains("What this claim would notice", "1 PROVE LITTLE");
        Cli tight = verify(RATE, "--sensitivity");
        assertThat(tight.out())
                .contains("notices an error of 10 % in each number")
                .doesNotContain("do not say why");
        assertThat(Files.readString(report().resolve("report.md"))).contains("ALL NOTICE 10 %");
    }

    @Test
    void aReasonTakesANumberOutAndIsShown() throws IOException {
        String wide = RATE.replace("3 %", "60 %") + "exempt: {\"8.0\": a wide net}\n";
        Cli cli = verify(wide, "--sensitivity");
        assertThat(cli.out())
                .contains("my.rate: 2 of 3 exponents and signs caught, not 3; 1 exempt")
                .doesNotContain("without need");
        assertThat(result().evidence().sensitivity().exempt())
                .containsExactly(new Sensitivity.Exempt("8", "a wide net", false));
        assertThat(result().evidence().sensitivity().provesLittle()).isFalse();
        assertThat(Files.readString(report().resolve("report.md"))).contains("exempt is 8", "a wide net");
    }

    @Test
    void aReasonWithoutNeedIsSaidToBeSo() throws IOException {
        Cli cli = verify(RATE + "exempt: {\"rate:8, 3, sign\": no reason}\n", "--sensitivity");
        assertThat(cli.out())
                .contains("exempt without need: 8,", "exempt without need: 3,", "exempt without need: rate:sign,");
    }

    private void refused(String exempt, String says) throws IOException {
        Cli cli = verify(SampleClaim.TRAJECTORY + "exempt: {" + exempt + "}\n");
        assertThat(cli.status()).as(cli.toString()).isEqualTo(ExitStatus.BAD_INPUT);
        assertThat(cli.err()).contains(says).hasLineCount(1);
    }

    @Test
    void aReasonForANumberThatIsNotThereIsAnErrorWithItsPlace() throws IOException {
        refused(
                "\"7\": no",
                "my.yaml:20:10: found '7', which does not stand in the prediction, accepted: ode.c:1#1, ode.c:4,");
        refused("\"1\": no", "found '1', which stands in 3 places, accepted: ode.c:1#1, ode.c:1#2, outlier:1");
        refused("\"1#4\": no", "found '1#4', which does not stand");
        refused("\"start.c:4\": no", "found 'start.c:4', which does not stand");
        refused("\"4\": no, \"ode.c:4#1\": no", "found 'ode.c:4', which is exempt already");
        refused("\"4,\": no", "found '', accepted: a number of the prediction");
        refused("\"4\": ''", "found nothing for 4");
    }

    @Test
    void whatDoesNotPassIsLeftAsItIs() throws IOException {
        verify(RATE.replace("8*", "9*"), "--sensitivity");
        assertThat(result().evidence().sensitivity().note()).contains("does not pass");
        assertThat(result().evidence().sensitivity().constants()).isEmpty();
    }

    @Test
    void errorsOfOrdersAndWhatTheyAreExpectedToBeAreChangedButNotByAFactor() throws IOException {
        Sensitivity sensitivity = analysed("""
                claim: 1
                id: my.order
                title: Order of descent
                kind: convergence
                given: {cstar: 0.2}
                predict:
                  time: tau
                  ode: {c: "1/(4*c^2) - 1/(c + cstar)^2"}
                  start: {c: "1"}
                  curves: {theory: "1 - c", unused: "5*c"}
                observe:
                  experiment: linear-rnn/gradient-descent
                  over: {rate: [0.002, 0.001, 0.0005]}
                  with: {cstar: cstar, neurons: 4, rate: rate, horizon: 0.5 tau}
                  at: {tau: 0.5}
                  seeds: none
                compare: [{order of: "outlier - theory", as: rate, to: 0, predicted: 1, margin: 0.1}]
                """);
        assertThat(sensitivity.constants())
                .extracting(Sensitivity.Constant::name)
                .containsExactlyInAnyOrder(
                        "ode.c:1#1", "ode.c:4", "ode.c:1#2", "start.c:1", "theory:1", "order.predicted:1");
        assertThat(noticed(sensitivity, "order.predicted:1")).isBetween(0.1, 0.2);
        assertThat(sensitivity.made()).isEqualTo(2 * 2 + 2 + 1 + 1 + 1 + 1);
        assertThat(sensitivity.survivors()).isEmpty();
    }

    @Test
    void aLimitIsOnlyMadeLowerAndAMereOrderHasNoNumber() throws IOException {
        String ratio = """
                claim: 1
                id: my.ratio
                title: Shorter timescales take longer, but not much
                kind: comparison
                observe:
                  long:
                    experiment: linear-rnn/gradient-flow
                    with: {cstar: 0.1, gain: 0.05, neurons: 12, horizon: 3 tau, stop: learned}
                    seeds: 3
                  short:
                    experiment: linear-rnn/gradient-flow
                    with: {cstar: 0.2, gain: 0.05, neurons: 12, horizon: 3 tau, stop: learned}
                    seeds: 3
                compare: [{ratio of: long.learning-time, to: short.learning-time, below: "1"}]
                """;
        Sensitivity limit = analysed(ratio);
        assertThat(noticed(limit, "1")).isNotNull();
        assertThat(limit.caught()).as("a limit below 0").isEqualTo(1);
        Sensitivity order = analysed(ratio.replace(
                "ratio of: long.learning-time, to: short.learning-time, below: \"1\"",
                "before: long.learning-time, after: short.learning-time"));
        assertThat(order.note()).isEqualTo("predicts no number");
    }

    @Test
    void anIdentityIsRefutedByNumbersOrNotNoticed() throws IOException {
        Sensitivity sensitivity = analysed("""
                claim: 1
                id: my.identity
                title: A derivative
                kind: identity
                given: {x: {domain: "(1, 2)"}}
                predict:
                  equal: [{derivative: "x^2/2 + 7", by: x}, {integral: "x*t*2", of: t, from: 0, to: 1}]
                judge: {require: proved}
                """);
        assertThat(sensitivity.constants())
                .containsExactly(
                        new Sensitivity.Constant("left:7", null),
                        new Sensitivity.Constant("left:2#2", 0.001),
                        new Sensitivity.Constant("right:2", 0.001),
                        new Sensitivity.Constant("right.from:0", 0.001),
                        new Sensitivity.Constant("right.to:1", 0.001));
    }

    @Test
    void slipsInStepsAreCountedAndThoseThatAreNoneAreNamed() throws IOException {
        Sensitivity sensitivity = analysed("""
                claim: 1
                id: my.derivation
                title: A square
                kind: derivation
                given: {x: {domain: "(1, 2)"}}
                define: {f: "x + 1"}
                steps:
                  - {step: square, from: "f^2*1^3", to: "x^2 + 2*x + 1", because: algebra}
                """);
        assertThat(sensitivity.survivors()).containsExactly("square from f^2*1^3.5");
        assertThat(sensitivity.made())
                .as("2, 1, 3 on the left; 2, +, 2, +, 1 on the right")
                .isEqualTo(3 + 5);
        assertThat(sensitivity.line()).startsWith("7 of 8 slips caught, not square");
    }

    @Test
    void theRecordIsTheSameWithOneThreadAndWithTwo() throws IOException {
        Path other = folder.resolve("other.yaml");
        Files.writeString(other, SampleClaim.TRAJECTORY.replace("my.outlier", "my.other"));
        verify(RATE, other, "--sensitivity", "--jobs", "1");
        List<ClaimResult> one =
                ResultsFile.read(report().resolve("results.json")).claims();
        verify(RATE, other, "--sensitivity", "--jobs", "2");
        assertThat(ResultsFile.read(report().resolve("results.json")).claims())
                .hasSize(2)
                .isEqualTo(one);
    }

    @Test
    void nothingOfItIsInTheRecordUnlessAskedAndNothingInABaselineEver() throws IOException {
        verify(RATE);
        assertThat(Files.readString(report().resolve("results.json"))).doesNotContain("sensitivity");
        Path plain = folder.resolve("plain.json");
        Files.copy(report().resolve("results.json"), plain);
        verify(RATE, "--sensitivity");
        assertThat(Files.readString(report().resolve("results.json"))).contains("\"sensitivity\"");
        Cli compared = Cli.run("compare", plain, report(), "--strict");
        assertThat(compared.status()).as(compared.toString()).isZero();
        Path baseline = folder.resolve("baseline.json");
        Cli blessed = Cli.run("bless", report(), "--baseline", baseline, "--reason", "as it is");
        assertThat(blessed.status()).as(blessed.toString()).isZero();
        assertThat(Files.readString(baseline)).doesNotContain("sensitivity");
    }

    @Test
    void theReportCanBeMadeAgainFromTheRecord() throws IOException {
        verify(SampleClaim.TRAJECTORY, "--sensitivity");
        Path again = folder.resolve("again");
        assertThat(Cli.run("render", report().resolve("results.json"), "--out", again)
                        .status())
                .isZero();
        assertThat(again.resolve("report.md")).hasSameTextualContentAs(report().resolve("report.md"));
        assertThat(Files.readString(again.resolve("report.md"))).contains("error noticed in ode.c:4");
    }
}
