package org.theoremeter.verify.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.theoremeter.verify.claim.Profile;
import org.theoremeter.verify.claim.SweepFile;
import org.theoremeter.verify.claim.read.SweepReader;
import org.theoremeter.verify.cli.terminal.ExitStatus;

/**
 * Thresholds of simulated counts as a user sees them. The truth is that of theory 3.2: with a window in proportion to the delay
 * T_d nothing but η T_d⁴ decides what becomes of a slow point, so that the rate beyond which one step kills it falls as T_d⁻⁴
 * exactly. The rate is written as u T_d⁻³, and the critical u as T_d⁻¹.
 */
class SimulatedThresholdsTest {

    private static final String WITH =
            "{delay: delay, window: delay, rate: u*3*pi^4/32/20^4*(20/delay)^3, lowest: 1.55, highest: 1.65, horizon: 1 step}";

    private static final String OVER = "{delay: {log: [20, 32, 7]}, u: {log: [2.0, 4.0, 18]}}";

    private static final String CRITICAL =
            "{critical: {of: \"dead > 0.5\", along: u, model: logistic, coordinate: log}}";

    private static final String CLAIM = """
            claim: 1
            id: my.critical
            title: A descent dies beyond a rate that falls with the delay
            kind: exponent
            predict: {slopes: {power: "%s"}}
            observe:
              experiment: short-term/descent
              with: %s
              over: %s
              seeds: 5
              thresholds: %s
            compare: [{%s, predicted: power, margin: 0.5}]
            """;

    @TempDir
    private Path folder;

    private Cli run(String command, String claim) throws IOException {
        Path file = folder.resolve("my.yaml");
        Files.writeString(file, claim);
        return command.equals("verify")
                ? Cli.run("verify", file, "--out", folder.resolve("report"), "--store", folder.resolve("store"))
                : Cli.run(command, file);
    }

    private static String claim(String power, String compare) {
        return CLAIM.formatted(power, WITH, OVER, CRITICAL, compare);
    }

    @Test
    void theRightPowerPassesAndAWrongOneFailsInBothDirections() throws IOException {
        Cli right = run("verify", claim("-1", "slope of: critical, against: delay"));
        assertThat(right.status()).as(right.toString()).isZero();
        assertThat(right.out()).contains("PASS").contains("630 observations computed");
        Cli wrong = run("verify", claim("-2", "slope of: critical, against: delay"));
        assertThat(wrong.status()).as(wrong.toString()).isEqualTo(ExitStatus.FAILED);
        Cli inverse = run("verify", claim("-1", "slope of: delay, against: critical"));
        assertThat(inverse.status()).as(inverse.toString()).isZero();
        Cli inverseWrong = run("verify", claim("1", "slope of: delay, against: critical"));
        assertThat(inverseWrong.status()).as(inverseWrong.toString()).isEqualTo(ExitStatus.FAILED);
        partOfASweep();
    }

    /** The same runs, asked for by a sweep file, of which a claim takes the part of four seeds. */
    private void partOfASweep() throws IOException {
        Files.writeString(folder.resolve("descents.yaml"), """
                sweep: 1
                id: descents
                experiment: short-term/descent
                with: %s
                over: %s
                seeds: 5
                """.formatted(WITH, OVER));
        String claim = claim("-1", "slope of: critical, against: delay");
        int from = claim.indexOf("  experiment:");
        int to = claim.indexOf("  thresholds:");
        Cli sweep =
                run("verify", claim.substring(0, from) + "  sweep: descents.yaml\n  seeds: 4\n" + claim.substring(to));
        assertThat(sweep.status()).as(sweep.toString()).isZero();
        assertThat(sweep.out()).contains("0 observations computed, 504 reused");
    }

    @Test
    void explainSaysWhatIsFitted() throws IOException {
        run("check", claim("-1", "slope of: critical, against: delay"));
        Cli cli = Cli.run("explain", folder.resolve("my.yaml"));
        assertThat(cli.out())
                .as(cli.toString())
                .contains("from them critical, the threshold of a logistic in ln u, fitted to dead > 0.5");
    }

    /** A claim with one thing changed, and what is said of it. */
    record Fault(String found, String made, String message) {}

    static Stream<Fault> faults() {
        return Stream.of(
                new Fault("along: u", "along: rate", "found along: 'rate', which is no axis under over"),
                new Fault("dead > 0.5", "u > 0.5", "observes nothing"),
                new Fault("dead > 0.5", "ded > 0.5", "ded"),
                new Fault(
                        "{log: [20, 32, 7]}", "[20, 32]", "found 2 points of the grid without u, accepted: at least 3"),
                new Fault("{log: [20, 32, 7]}", "[20, 25, 32]", "accepted: at least 4"),
                new Fault("{log: [2.0, 4.0, 18]}", "[2, 4]", "found 2 values of u, accepted: at least 3"),
                new Fault("kind: exponent", "kind: fraction", "accepted: kind exponent"),
                new Fault("along: u", "along: u, missing: maybe", "success, failure"),
                new Fault("model: logistic", "model: line", "saturation"),
                new Fault("{critical: {", "{delay: {", "delay"),
                new Fault("{critical: {", "{steps: {", "steps"),
                new Fault("highest: 1.65", "highest: 1.55", "seeds"),
                new Fault(CRITICAL, "{}", "found no threshold"),
                new Fault(
                        CRITICAL,
                        CRITICAL.substring(0, CRITICAL.length() - 1)
                                + ", other: {of: \"alive > 0.5\", along: delay, model: logistic}}",
                        "along u and along delay"),
                new Fault("power: \"-1\"", "power: \"-u\"", "u"),
                new Fault("against: delay", "against: u", "u"));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void faultsAreNamed(Fault fault) throws IOException {
        String right = claim("-1", "slope of: critical, against: delay");
        assertThat(right).contains(fault.found());
        Cli cli = run("check", right.replace(fault.found(), fault.made()));
        assertThat(cli.status()).as(cli.toString()).isEqualTo(ExitStatus.BAD_INPUT);
        assertThat(cli.err()).contains("my.yaml:").contains(fault.message());
    }

    @Test
    void aLogarithmicCoordinateIsPositive() throws IOException {
        String zero = claim("-1", "slope of: critical, against: delay")
                .replace("rate: u*", "rate: (u+1)*")
                .replace("{log: [2.0, 4.0, 18]}", "[0, 2, 4]");
        assertThat(run("check", zero.replace("coordinate: log", "coordinate: linear"))
                        .status())
                .isZero();
        Cli cli = run("check", zero);
        assertThat(cli.status()).isEqualTo(ExitStatus.BAD_INPUT);
        assertThat(cli.err()).contains("found u = 0.0, along which the coordinate is logarithmic");
    }

    /** 20 windows, 20 rates and 20 networks, as published. */
    @Test
    void theExampleIsThePublishedControl() {
        Path example = Path.of("..", "examples", "sweeps", "hold.yaml");
        SweepFile full = SweepReader.read(example, Profile.FULL, false);
        assertThat(full.total()).isEqualTo(8000);
        assertThat(full.observe().points()).allSatisfy(point -> {
            assertThat(point.arguments().whole("epochs")).isEqualTo(3000);
            assertThat(point.arguments().real("stop-above")).isEqualTo(100);
        });
        assertThat(SweepReader.read(example, Profile.QUICK, false).total()).isEqualTo(50);
        assertThat(SweepReader.read(example, Profile.STANDARD, false).total()).isEqualTo(5 * 21 * 8);
    }

    /** 30 rates, 21 delays and 100 networks, as published; max(1000, 30/η) epochs. */
    @Test
    void theExampleIsThePublishedDelayedCue() {
        Path example = Path.of("..", "examples", "sweeps", "delayed-cue.yaml");
        SweepFile full = SweepReader.read(example, Profile.FULL, false);
        assertThat(full.total()).isEqualTo(63_000);
        assertThat(full.observe().points()).allSatisfy(point -> {
            assertThat(point.arguments().whole("batch")).isEqualTo(128);
            assertThat(point.arguments().whole("epochs")).isZero();
            assertThat(point.arguments().real("epochs-factor")).isEqualTo(30);
        });
        assertThat(SweepReader.read(example, Profile.QUICK, false).total()).isEqualTo(12);
        assertThat(SweepReader.read(example, Profile.STANDARD, false).total()).isEqualTo(240);
    }

    @Test
    void withoutSeedsThereIsNothingToCount() throws IOException {
        String none = claim("-1", "slope of: critical, against: delay")
                .replace("highest: 1.65", "highest: 1.55")
                .replace("seeds: 5", "seeds: none");
        Cli cli = run("check", none);
        assertThat(cli.status()).isEqualTo(ExitStatus.BAD_INPUT);
        assertThat(cli.err()).contains("found thresholds without seeds");
    }
}
