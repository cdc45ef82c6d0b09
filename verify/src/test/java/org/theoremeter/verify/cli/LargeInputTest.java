package org.theoremeter.verify.cli;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.theoremeter.verify.cli.terminal.ExitStatus;

/** What would take minutes or gigabytes is refused at once, with the limit; what is read twice was minutes once. */
class LargeInputTest {

    private static final String VALUE = """
            claim: 1
            id: my.value
            title: A value
            kind: value
            predict: {values: {v: "2"}}
            observe: {csv: {file: my.csv}, seeds: seed}
            compare: [{predicted: v, observed: y, margin: 0.1}]
            """;

    @TempDir
    Path folder;

    private void isRefused(String claim, String says) throws IOException {
        Path file = folder.resolve("my.yaml");
        Files.writeString(file, claim);
        Cli cli = assertTimeoutPreemptively(ofSeconds(30), () -> Cli.run("check", file));
        assertThat(cli.status()).as(cli.toString()).isEqualTo(ExitStatus.BAD_INPUT);
        assertThat(cli.err().lines()).hasSize(1);
        assertThat(cli.err()).containsPattern(says).hasSizeLessThan(500);
    }

    private static String lines(int many, String line) {
        return IntStream.range(0, many).mapToObj(line::formatted).collect(Collectors.joining("\n", "", "\n"));
    }

    @Test
    void aMappingOfManyKeys() throws IOException {
        String keys = "profiles:\n  full:\n" + lines(70_000, "    k%d: 1");
        isRefused(SampleClaim.TRAJECTORY + keys, "my.yaml:2022:5: found more than 2000 keys in a mapping");
    }

    @Test
    void aListOfManyItems() throws IOException {
        isRefused(SampleClaim.TRAJECTORY + lines(30_000, "  - k%d"), "found more than 20000 items in a list");
    }

    @Test
    void aTableOfManyColumns() throws IOException {
        Files.writeString(
                folder.resolve("my.csv"),
                "seed,y," + lines(100_000, "c%d").strip().replace('\n', ',') + "\n1,2\n");
        isRefused(VALUE, "my.csv:1: found 100002 columns, accepted: at most 2000");
    }

    @Test
    void aTableOfManySeeds() throws IOException {
        Files.writeString(folder.resolve("my.csv"), "seed,y\n" + lines(100_001, "%d,2"));
        isRefused(VALUE, "my.csv:2: found 100001 rows here, one a seed, at 1 point, accepted: at most 100000");
    }

    @Test
    void minusZeroAndZeroAreOneSeedHoweverWritten() throws IOException {
        for (String twice : new String[] {"0,2\n-0,2.1", "0,2\n0.0,2.1", "1,2\n1.0,2.1", "1,2\n1e0,2.1"}) {
            Files.writeString(folder.resolve("my.csv"), "seed,y\n" + twice + "\n7,2\n");
            isRefused(VALUE, "my.csv:3: found a second row for the same point and seed, first at .*my.csv:2");
        }
    }
}
