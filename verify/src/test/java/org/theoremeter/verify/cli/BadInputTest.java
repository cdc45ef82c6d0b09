package org.theoremeter.verify.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.theoremeter.verify.cli.terminal.ExitStatus;

/** Every fault in the input is one line with its place, exit status 2, and nothing run. */
class BadInputTest {

    @TempDir
    Path folder;

    static Stream<Arguments> faults() {
        return Stream.of(
                // what is written, what stands there instead, the place, what the message must say
                arguments("title: The", "tilte: The", "3:1", "unknown key 'tilte'.*did you mean 'title'"),
                arguments("kind: trajectory", "kind: trajectroy", "4:7", "'trajectroy'.*did you mean 'trajectory'"),
                arguments("claim: 1", "claim: 2", "1:8", "claim format '2', accepted: 1"),
                arguments("id: my.outlier", "id: My Outlier", "2:5", "accepted: lower-case"),
                arguments("1/(4*c^2) - ", "1/(4*c^2)) - ", "11:22", "accepted"),
                arguments("1/(4*c^2) - 1/(c", "1/(4*k^2) - 1/(c", "11:18", "undefined symbol 'k'"),
                arguments("1/(4*c^2)", "1/sinn(c)", "11:15", "sinn.*sin"),
                arguments("1/(4*c^2)", "4 c^2", "11:15", "accepted"),
                arguments("\"1 - c\"", "\"Runtime.exec(c)\"", "13:", "accepted"),
                arguments("gain: gain,", "gian: gain,", "16:24", "unknown parameter 'gian'.*did you mean 'gain'"),
                arguments("gain: gain,", "gain: -1,", "16:30", "gain.*-1.*\\[0, 1\\)"),
                arguments("neurons: 24", "neurons: 0", "16:", "neurons.*0"),
                arguments("neurons: 24", "neurons: 24.5", "16:", "neurons.*whole"),
                arguments("value: 0.2, ", "value: 1.2, ", "6:", "cstar = 1.2.*domain \\(0, 1\\)"),
                arguments("value: 0.2, ", "value: .nan, ", "6:", "finite number"),
                arguments("value: 0.2, ", "", "6:", "has no value"),
                arguments("\"(0, 1)\"", "\"(1, 0)\"", "6:", "interval|empty"),
                arguments("1.5 tau", "1.5", "16:", "without a unit.*1.5 tau"),
                arguments("1.5 tau", "1.5 ms", "16:", "unit 'ms'.*tau"),
                arguments("1.5 tau", "1.5 fortnights", "16:", "unknown unit 'fortnights'"),
                arguments("seeds: 4", "seeds: 0", "17:10", "found 0 seeds"),
                arguments("seeds: 4", "seeds: none", "17:", "draws random numbers"),
                arguments("value: 0.02,", "value: 0,", "17:", "draws nothing"),
                arguments(
                        "linear-rnn/gradient-flow",
                        "linear-rnn/gradient-flo",
                        "15:15",
                        "did you mean 'linear-rnn/gradient-flow'"),
                arguments("observed: outlier", "observed: outliers", "19:", "did you mean 'outlier'"),
                arguments("predicted: outlier", "predicted: inlier", "19:", "unknown prediction 'inlier'"),
                arguments("from: emergence", "from: emergency", "19:", "emergence"),
                arguments("distance: sup", "distance: supp", "19:", "did you mean 'sup'"),
                arguments("margin: 0.02", "margin: 0", "19:", "finite positive"),
                arguments("margin: 0.02", "margin: -1 %", "19:", "finite positive"),
                arguments("margin: 0.02", "margin: .inf", "19:", "finite positive"),
                arguments("c0: initial-decay", "c0: initial-decoy", "8:", "did you mean 'initial-decay'"),
                arguments("start: {c: c0}", "start: {d: c0}", "12:", "start of 'd'"),
                arguments("  seeds: 4", "  seeds: 4\n  seeds: 5", "18:3", "stands twice"),
                arguments("given:", "given: &g", "5:8", "anchor"),
                arguments("kind: trajectory", "kind: !!java.lang.Runtime trajectory", "4:7", "tag"));
    }

    @ParameterizedTest(name = "{index}: {1} in place of {0}")
    @MethodSource("faults")
    void isOneLineWithItsPlace(String written, String instead, String place, String says) throws IOException {
        assertThat(SampleClaim.TRAJECTORY).contains(written);
        Path file = folder.resolve("my.yaml");
        Files.writeString(file, SampleClaim.TRAJECTORY.replace(written, instead));
        Path out = folder.resolve("report");
        Cli cli = Cli.run("verify", file, "--out", out, "--store", folder.resolve("store"));
        assertThat(cli.status()).as(cli.toString()).isEqualTo(ExitStatus.BAD_INPUT);
        assertThat(cli.err().lines()).as(cli.err()).hasSize(1);
        assertThat(cli.err()).contains("my.yaml:" + place).containsPattern(says);
        assertThat(cli.out()).isEmpty();
        assertThat(out).doesNotExist();
        assertThat(folder.resolve("store")).doesNotExist();
    }

    @Test
    void theClaimItselfIsWellFormed() throws IOException {
        Path file = folder.resolve("my.yaml");
        Files.writeString(file, SampleClaim.TRAJECTORY);
        Cli cli = Cli.run("check", file);
        assertThat(cli.status()).as(cli.err()).isZero();
        assertThat(cli.out()).contains("4 runs").contains("1 claims are well formed");
    }

    @Test
    void aMissingFileIsNamed() {
        Cli cli = Cli.run("verify", folder.resolve("none.yaml"));
        assertThat(cli.status()).isEqualTo(ExitStatus.BAD_INPUT);
        assertThat(cli.err()).endsWith("none.yaml: no such file\n").hasLineCount(1);
    }

    @Test
    void anUnknownClaimIsNamedWithTheNearest() {
        Cli cli = Cli.run("verify", "integrator.los");
        assertThat(cli.status()).isEqualTo(ExitStatus.BAD_INPUT);
        assertThat(cli.err()).contains("did you mean 'integrator.loss'");
    }

    @Test
    void yamlThatIsNoMappingIsRefused() throws IOException {
        Path file = folder.resolve("list.yaml");
        Files.writeString(file, "- a\n- b\n");
        Cli cli = Cli.run("check", file);
        assertThat(cli.status()).isEqualTo(ExitStatus.BAD_INPUT);
        assertThat(cli.err()).contains("list.yaml:1:1: found a list, accepted: a claim as a mapping");
    }

    @Test
    void twoClaimsWithOneIdAreRefusedWithBothPlaces() throws IOException {
        Path file = folder.resolve("twice.yaml");
        Files.writeString(file, SampleClaim.TRAJECTORY + "---\n" + SampleClaim.TRAJECTORY);
        Cli cli = Cli.run("check", file);
        assertThat(cli.status()).isEqualTo(ExitStatus.BAD_INPUT);
        assertThat(cli.err())
                .containsPattern("twice.yaml:21:1: the id 'my.outlier' stands twice, first at .*twice.yaml:1:1");
    }

    @Test
    void anOutputFolderThatCannotBeWrittenIsRefusedBeforeAnythingRuns() throws IOException {
        Path file = folder.resolve("my.yaml");
        Files.writeString(file, SampleClaim.TRAJECTORY);
        Path blocked = folder.resolve("blocked");
        Files.writeString(blocked, "a file where the folder should be");
        Cli cli = Cli.run("verify", file, "--out", blocked, "--store", folder.resolve("store"));
        assertThat(cli.status()).isEqualTo(ExitStatus.BAD_INPUT);
        assertThat(cli.err()).contains("is a file, accepted: a folder").hasLineCount(1);
        Cli below = Cli.run("verify", file, "--out", blocked.resolve("report"), "--store", folder.resolve("store"));
        assertThat(below.status()).isEqualTo(ExitStatus.BAD_INPUT);
        assertThat(below.err()).hasLineCount(1);
        assertThat(folder.resolve("store")).doesNotExist();
    }

    @Test
    void aReadOnlyParentFolderIsRefused() throws IOException {
        Path file = folder.resolve("my.yaml");
        Files.writeString(file, SampleClaim.TRAJECTORY);
        Path parent = folder.resolve("read-only");
        Files.createDirectories(parent);
        Files.setPosixFilePermissions(parent, PosixFilePermissions.fromString("r-xr-xr-x"));
        assumeFalse(Files.isWritable(parent), "the superuser may write everywhere");
        Cli cli = Cli.run("verify", file, "--out", parent.resolve("report"));
        assertThat(cli.status()).isEqualTo(ExitStatus.BAD_INPUT);
        assertThat(cli.err()).contains("cannot be written").hasLineCount(1);
    }

    @Test
    void optionsAreChecked() throws IOException {
        Path file = folder.resolve("my.yaml");
        Files.writeString(file, SampleClaim.TRAJECTORY);
        assertThat(Cli.run("verify", file, "--jobs", "0").status()).isEqualTo(ExitStatus.BAD_INPUT);
        assertThat(Cli.run("verify", file, "--profile", "fast").status()).isEqualTo(ExitStatus.BAD_INPUT);
        assertThat(Cli.run("verify", file, "--sed", "1").status()).isEqualTo(ExitStatus.BAD_INPUT);
        Cli unused = Cli.run("verify", file, "--set", "gian=0.1");
        assertThat(unused.status()).isEqualTo(ExitStatus.BAD_INPUT);
        assertThat(unused.err()).contains("no selected claim has 'gian', did you mean 'gain'");
        Cli outside = Cli.run("verify", file, "--set", "gain=1.5");
        assertThat(outside.status()).isEqualTo(ExitStatus.BAD_INPUT);
        assertThat(outside.err()).contains("--set gain").contains("domain [0, 1)");
    }

    @Test
    void simulateChecksItsArguments() {
        Cli misspelt = Cli.run("simulate", "linear-rnn/gradient-flow", "--set", "neuron=20");
        assertThat(misspelt.status()).isEqualTo(ExitStatus.BAD_INPUT);
        assertThat(misspelt.err()).contains("did you mean 'neurons'").hasLineCount(1);
        Cli unknown = Cli.run("simulate", "linear-rnn/gradient-flux");
        assertThat(unknown.status()).isEqualTo(ExitStatus.BAD_INPUT);
        assertThat(unknown.err()).contains("did you mean 'linear-rnn/gradient-flow'");
        Cli bounds = Cli.run("simulate", "linear-rnn/gradient-flow", "--set", "cstar=1");
        assertThat(bounds.status()).isEqualTo(ExitStatus.BAD_INPUT);
        assertThat(bounds.err()).contains("(0, 1)").hasLineCount(1);
    }

    @Test
    void renderWantsARecord() throws IOException {
        Path file = folder.resolve("results.json");
        Files.writeString(file, "{\"schema\": \"results/1\", ");
        Cli cli = Cli.run("render", file, "--out", folder.resolve("report"));
        assertThat(cli.status()).isEqualTo(ExitStatus.BAD_INPUT);
        assertThat(cli.err()).contains("not a results.json").contains("line 1").hasLineCount(1);
        assertThat(folder.resolve("report")).doesNotExist();
    }
}
