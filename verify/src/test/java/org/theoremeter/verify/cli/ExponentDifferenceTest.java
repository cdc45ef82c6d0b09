package org.theoremeter.verify.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.theoremeter.verify.cli.terminal.ExitStatus;

/** The critical rate of a slow point falls as T⁻⁴ for the mean loss and as T⁻⁵ for the total (theory 3.2 and 3.8). */
class ExponentDifferenceTest {

    private static final String CLAIM = """
            claim: 1
            id: my.difference
            title: The total loss costs one more power
            kind: exponent
            predict: {slopes: {power: "%s"}}
            observe:
              total:
                experiment: short-term/critical-rate
                over: {delay: {log: [10, 80, 4]}}
                with: {mechanism: slow-point, delay: delay, window: delay, loss: total, starts: 8, bracket: 1e-4}
                seeds: none
              mean:
                experiment: short-term/critical-rate
                over: {delay: {log: [10, 80, 4]}}
                with: {mechanism: slow-point, delay: delay, window: delay, starts: 8, bracket: 1e-4}
                seeds: none
            compare: [{slope of: total.critical-rate, against: delay, minus: {slope of: mean.critical-rate, against: delay}, predicted: power, margin: 0.02}]
            """;

    @TempDir
    private Path folder;

    private Cli run(String command, String power) throws IOException {
        Path file = folder.resolve("my.yaml");
        Files.writeString(file, CLAIM.formatted(power));
        return command.equals("verify")
                ? Cli.run("verify", file, "--out", folder.resolve("report"), "--store", folder.resolve("store"))
                : Cli.run(command, file);
    }

    @Test
    void theDifferenceOfSimulatedExponents() throws IOException {
        Cli right = run("verify", "-1");
        assertThat(right.status()).as(right.toString()).isZero();
        assertThat(right.out()).contains("PASS");
        for (String wrong : new String[] {"0", "1", "-5", "-1.1"}) {
            assertThat(run("verify", wrong).status()).as(wrong).isEqualTo(ExitStatus.FAILED);
        }
        assertThat(run("explain", "-1").out().replaceAll("\\s+", " "))
                .contains(
                        "the power to which total's critical_rate goes with delay less that to which mean's critical_rate"
                                + " goes with delay is within 0.02 of what is predicted, whatever the two have in common");
    }
}
