package org.theoremeter.verify.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A comparison of what happens or not in each seed counts the seeds in which the two differ, where a mean has no interval. */
class PairedConditionsTest {

    private static final String CLAIM = """
            claim: 1
            id: my.rule
            title: The published rule is right less often
            kind: comparison
            observe: {experiment: mechanism/synthetic, with: {kind: limit-cycle, neurons: 8}, seeds: 20}
            compare: [{before: %s, after: %s}]
            """;

    @TempDir
    private Path folder;

    private Cli verify(String before, String after) throws IOException {
        Path file = Files.writeString(folder.resolve("claim.yaml"), CLAIM.formatted(before, after));
        return Cli.run("verify", file, "--out", folder.resolve("report"), "--store", folder.resolve("store"));
    }

    /** The dynamics tell all limit cycles of these seeds, the published rule about a third. */
    @Test
    void whatHappensInFewerSeedsComesBefore() throws IOException {
        Cli fewer = verify("reference-right", "right");
        assertThat(fewer.out()).contains("PASS");
        assertThat(Files.readString(folder.resolve("report/report.md")))
                .containsPattern("the first holds alone in 0 and the second alone in \\d+ of 20 seeds");
        assertThat(verify("right", "reference-right").out()).contains("FAIL");
    }
}
