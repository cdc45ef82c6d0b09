package org.theoremeter.verify.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.theoremeter.verify.cli.terminal.ExitStatus;

/** Whatever can be known before a run is said before it, by {@code check} and {@code verify} alike. */
class LateRefusalTest {

    @TempDir
    Path folder;

    static Stream<Arguments> faults() {
        String overlay = "profiles:\n  full:\n    ";
        return Stream.of(
                arguments("\"1 - c\"", "\"c*10^(10^(10^10))\"", "13:21", "10\\^10\\^10.*no finite value"),
                arguments("\"1 - c\"", "\"c + 1/0\"", "13:21", "divisor '0' is 0"),
                arguments("\"1 - c\"", "\"c/(2 - 2)\"", "13:21", "divisor '2 - 2' is 0"),
                arguments("\"1 - c\"", "\"c*ln(-1)\"", "13:21", "ln\\(-1\\).*no finite value"),
                arguments("{c: c0}", "{c: sqrt(-2)}", "12:14", "sqrt\\(-2\\).*no finite value"),
                arguments("1.5 tau", "1e300 tau", "16:58", "a run of about .* s, accepted: at most"),
                arguments("value: 0.02,", "value: 1e-400,", "7:17", "1e-400.*double precision"),
                arguments("value: 0.02,", "value: 1e400,", "7:17", "1e400.*double precision"),
                arguments("\"(0, 1)\"", "\"(1e-400, 1)\"", "6:31", "too small"),
                arguments("margin: 0.02", "margin: 1e-400", "19:85", "finite positive"),
                arguments("seeds: 4", "seeds: 1e-400", "17:10", "double precision"),
                arguments("compare:", overlay + "observe: {with: {neuronz: 9}}\ncompare:", "20:22", "'neuronz'"),
                arguments("compare:", overlay + "judge: {confidence: 2}\ncompare:", "20:25", "confidence"),
                arguments("compare:", overlay + "observe: {with: {horizon: 1e300 tau}}\ncompare:", "20:31", "a run of"),
                arguments("cstar: {value: 0.2", "И: {value: 0.2", "6:3", "'И', accepted: Latin and Greek letters"),
                arguments("ode: {c:", "ode: {字:", "11:9", "'字', accepted: Latin and Greek letters"));
    }

    @ParameterizedTest(name = "{index}: {1} in place of {0}")
    @MethodSource("faults")
    void isRefusedBeforeAnythingRuns(String written, String instead, String place, String says) throws IOException {
        assertThat(SampleClaim.TRAJECTORY).contains(written);
        Path file = folder.resolve("my.yaml");
        Files.writeString(file, SampleClaim.TRAJECTORY.replace(written, instead));
        Cli checked = Cli.run("check", file);
        assertThat(checked.status()).as(checked.toString()).isEqualTo(ExitStatus.BAD_INPUT);
        assertThat(checked.err()).contains("my.yaml:" + place + ": ").containsPattern(says);
        Path out = folder.resolve("report");
        Cli verified = Cli.run("verify", file, "--out", out, "--store", folder.resolve("store"));
        assertThat(verified.status()).isEqualTo(ExitStatus.BAD_INPUT);
        assertThat(verified.err()).isEqualTo(checked.err());
        assertThat(out).doesNotExist();
    }

    @Test
    void aPredictedValueThatIsNotFiniteIsRefusedWithTheGridPoint() throws IOException {
        Path file = folder.resolve("my.yaml");
        Files.writeString(
                file,
                SampleClaim.CRITICAL_RATE
                        .replace("8*cstar^3", "1/(cstar - 0.3)")
                        .replace("  with:", "  over: {cstar: [0.2, 0.3]}\n  with:"));
        Cli cli = Cli.run("check", file);
        assertThat(cli.status()).as(cli.toString()).isEqualTo(ExitStatus.BAD_INPUT);
        assertThat(cli.err()).contains("the prediction 'rate' is Infinity at {cstar=0.3}");
    }

    @Test
    void simulateRefusesARunThatNeverEnds() {
        Cli cli = Cli.run(
                "simulate", "linear-rnn/gradient-flow", "--set", "horizon=1e300 tau", "--out", folder.resolve("out"));
        assertThat(cli.status()).isEqualTo(ExitStatus.BAD_INPUT);
        assertThat(cli.err()).contains("horizon: found a run of about");
    }
}
