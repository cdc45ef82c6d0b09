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
    void the_error_it_names_is_the_one_that_claims_made_wrong_by_hand_have() throws IOException {
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
    void constants_of_an_ode_of_its_start_and_of_its_curves_are_changed() throws IOException {
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
    void a_law_written_in_java_is_changed_like_the_same_formulas_in_the_file() throws IOException {
        Sensitivity file = analysed(SampleClaim.TRAJECTORY);
        Sensitivity law = analysed(SampleClaim.TRAJECTORY
                .replace("  time: tau\n", "")
                .replace("ode: {c: \"1/(4*c^2) - 1/(c + cstar)^2\"}", "law: integrator.outlier")
                .replace("  curves: {outlier: \"1 - c\"}\n", ""));
        assertThat(law).isEqualTo(file);
    }

    @Test
    void a_claim_with_a_wide_margin_is_said_to_prove_little() throws IOException {
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
    void a_reason_takes_a_number_out_and_is_shown() throws IOException {
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
    void a_reason_without_need_is_said_to_be_so() throws IOException {
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
    void a_reason_for_a_number_that_is_not_there_is_an_error_with_its_place() throws IOException {
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
    void what_does_not_pass_is_left_as_it_is() throws IOException {
        verify(RATE.replace("8*", "9*"), "--sensitivity");
        assertThat(result().evidence().sensitivity().note()).contains("does not pass");
        assertThat(result().evidence().sensitivity().constants()).isEmpty();
    }

    @Test
    void errors_of_orders_and_what_they_are_expected_to_be_are_changed_but_not_by_a_factor() throws IOException {
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
    void a_limit_is_only_made_lower_and_a_mere_order_has_no_number() throws IOException {
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
    void an_identity_is_refuted_by_numbers_or_not_noticed() throws IOException {
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
    void slips_in_steps_are_counted_and_those_that_are_none_are_named() throws IOException {
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
    void the_record_is_the_same_with_one_thread_and_with_two() throws IOException {
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
    void nothing_of_it_is_in_the_record_unless_asked_and_nothing_in_a_baseline_ever() throws IOException {
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
    void the_report_can_be_made_again_from_the_record() throws IOException {
        verify(SampleClaim.TRAJECTORY, "--sensitivity");
        Path again = folder.resolve("again");
        assertThat(Cli.run("render", report().resolve("results.json"), "--out", again)
                        .status())
                .isZero();
        assertThat(again.resolve("report.md")).hasSameTextualContentAs(report().resolve("report.md"));
        assertThat(Files.readString(again.resolve("report.md"))).contains("error noticed in ode.c:4");
    }
}
