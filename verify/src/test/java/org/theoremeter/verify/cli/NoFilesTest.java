package org.theoremeter.verify.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.theoremeter.simulate.sweep.ObservationStore;
import org.theoremeter.verify.cli.terminal.ExitStatus;

/** Devices, links out of a folder, folders that change while a run lasts: no wait for ever, no way out, nothing lost. */
@Timeout(120)
class NoFilesTest {

    /** A device that never ends. */
    private static final Path ENDLESS = Path.of("/dev/zero");

    private static final String TABLE_CLAIM = """
            claim: 1
            id: my.table
            title: A table
            kind: value
            predict: {values: {rate: "2"}}
            observe: {csv: {file: FILE, columns: {rate: rate}, errors: {rate: 0.001}}, seeds: none}
            compare: [{predicted: rate, observed: rate, margin: 0.1}]
            """;

    @TempDir
    Path folder;

    private Path claim(String text) throws IOException {
        return Files.writeString(folder.resolve("my.yaml"), text);
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aDeviceIsNoClaimNoTableNoResultsAndNoBaseline() throws IOException {
        Path claim = claim(SampleClaim.CRITICAL_RATE);
        Path link = Files.createSymbolicLink(folder.resolve("results.json"), ENDLESS);
        for (List<Object> command : List.<List<Object>>of(
                List.of("check", ENDLESS),
                List.of("verify", ENDLESS),
                List.of("critical", ENDLESS),
                List.of("fit", ENDLESS, "--threshold", "A=logistic"),
                List.of("render", ENDLESS, "--out", folder.resolve("out")),
                List.of("render", folder, "--out", folder.resolve("out")),
                List.of("compare", ENDLESS, link),
                List.of("bless", link, "--reason", "x", "--baseline", folder.resolve("b")),
                List.of("verify", claim, "--baseline", link, "--out", folder.resolve("out")))) {
            Cli refused = Cli.run(command.toArray());
            assertThat(refused.status()).as(command.toString()).isEqualTo(ExitStatus.BAD_INPUT);
            assertThat(refused.err())
                    .as(command.toString())
                    .contains("is a pipe, a device or a socket, accepted: a")
                    .hasLineCount(1);
        }
        assertThat(folder.resolve("out")).doesNotExist();
        assertThat(folder.resolve("out.partial")).doesNotExist();
    }

    @Test
    void aTableBehindALinkOutOfTheFolderIsRefused() throws IOException {
        Path inside = Files.createDirectories(folder.resolve("claims/data"));
        Path claim = Files.writeString(folder.resolve("claims/my.yaml"), TABLE_CLAIM.replace("FILE", "data/table.csv"));
        Path outside = Files.writeString(folder.resolve("table.csv"), "rate\n2.0\n");
        Path table = Files.createSymbolicLink(inside.resolve("table.csv"), outside);
        Cli refused = Cli.run("check", claim);
        assertThat(refused.status()).isEqualTo(ExitStatus.BAD_INPUT);
        assertThat(refused.err())
                .startsWith(claim + ":6:")
                .contains("a symbolic link takes out of the claim file's folder")
                .hasLineCount(1);
        Files.delete(table);
        Files.delete(inside);
        Files.createSymbolicLink(inside, folder);
        assertThat(Cli.run("check", claim).err()).contains("takes out of the claim file's folder");
        Files.delete(inside);
        Files.createDirectory(inside);
        Files.move(outside, inside.resolve("original.csv"));
        Files.createSymbolicLink(table, Path.of("original.csv"));
        assertThat(Cli.run("check", claim).err()).isEmpty();
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aStoreThatIsADeviceOrCutShortIsAWarningAndStaysAsItIs() throws IOException {
        Path claim = claim(SampleClaim.CRITICAL_RATE);
        Path store = folder.resolve("store");
        Path report = folder.resolve("report");
        Cli first = Cli.run("verify", claim, "--out", report, "--store", store);
        Path kept = store.resolve(ObservationStore.FILE);
        byte[] whole = Files.readAllBytes(kept);
        Files.delete(kept);
        Files.createSymbolicLink(kept, ENDLESS);
        Cli again = Cli.run("verify", claim, "--out", report, "--store", store);
        assertThat(again.status()).isEqualTo(first.status());
        assertThat(again.err()).contains("warning: " + kept + ": is a pipe, a device or a socket");
        Files.delete(kept);
        Files.write(kept, Arrays.copyOf(whole, whole.length / 2));
        Cli third = Cli.run("verify", claim, "--out", report, "--store", store);
        assertThat(third.out()).contains("1 observations computed, 0 reused");
        assertThat(third.err()).contains("warning: " + kept + ": is damaged or no store", "move it away");
        assertThat(Files.readAllBytes(kept)).isEqualTo(Arrays.copyOf(whole, whole.length / 2));
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aCheckpointThatIsADeviceIsRefused() throws IOException {
        Path out = Files.createDirectories(folder.resolve("out"));
        Files.createSymbolicLink(out.resolve("checkpoint"), ENDLESS);
        Cli refused = Cli.run(
                "simulate",
                "leaky-rnn/delayed-cue",
                "--set",
                "epochs=2epoch",
                "--out",
                out,
                "--store",
                folder.resolve("store"));
        assertThat(refused.status()).isEqualTo(ExitStatus.BAD_INPUT);
        assertThat(refused.err()).contains("is a pipe, a device or a socket").contains("--fresh");
    }

    @Test
    void aStoreAndAKernelThatCannotBeUsedAreRefusedBeforeAnythingIsMade() throws IOException {
        Path claim = claim(SampleClaim.CRITICAL_RATE);
        Path file = Files.writeString(folder.resolve("file"), "x");
        Path out = folder.resolve("out");
        assertThat(Cli.run("verify", claim, "--out", out, "--store", file.resolve("below"))
                        .err())
                .contains("cannot be written, accepted: --store");
        assertThat(Cli.run("verify", claim, "--out", out, "--kernel", "quick").status())
                .isEqualTo(ExitStatus.BAD_INPUT);
        assertThat(folder.resolve("out.partial")).doesNotExist();
    }

    /** Somebody puts a file into the report's folder while the run lasts. */
    @Test
    void aReportThatCannotTakeItsPlaceCostsNoVerdict() throws IOException {
        Path claim = claim(SampleClaim.CRITICAL_RATE);
        Path out = Files.createDirectories(folder.resolve("out"));
        StringWriter printed = new StringWriter();
        StringWriter faults = new StringWriter() {
            @Override
            public void write(String text, int offset, int length) {
                super.write(text, offset, length);
                if (text.startsWith("simulating")) {
                    try {
                        Files.writeString(out.resolve("thesis.tex"), "years");
                    } catch (IOException failure) {
                        throw new UncheckedIOException(failure);
                    }
                }
            }
        };
        int status = Theoremeter.run(
                new PrintWriter(printed, true),
                new PrintWriter(faults, true),
                "verify",
                claim.toString(),
                "--out",
                out.toString(),
                "--store",
                folder.resolve("store").toString());
        assertThat(status).isEqualTo(ExitStatus.UNDECIDED);
        assertThat(faults.toString())
                .contains("the report cannot be written to " + out)
                .contains("holds something that is not a report")
                .doesNotContain("internal error");
        assertThat(printed.toString()).contains("PASS").contains("1 passed");
        assertThat(out.resolve("thesis.tex")).hasContent("years");
        assertThat(Cli.run("render", folder.resolve("out.partial"), "--out", folder.resolve("again"))
                        .status())
                .isEqualTo(ExitStatus.AS_EXPECTED);
    }
}
