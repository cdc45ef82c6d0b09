package org.theoremeter.verify.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.theoremeter.verify.cli.terminal.ExitStatus;

/** What a claim says would falsify it, beside margins that say something else. */
class FalsifiedTest {

    @TempDir
    Path folder;

    private Cli check(String falsified, String margin) throws IOException {
        Path file = folder.resolve("my.yaml");
        String claim = SampleClaim.CRITICAL_RATE.replace("kind:", "falsified: \"" + falsified + "\"\nkind:");
        Files.writeString(file, claim.replace("margin: 20 %", "margin: " + margin));
        return Cli.run("check", file);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "the rate differs by more than 1 %                        | 5 %   | by more than 1 %",
                "the rate differs by more than 10% at some point          | 1 %   | by more than 10%",
                "the rate leaves the law by more than 0.02 (mean of seeds) | 0.2  | by more than 0.02",
                "the difference exceeds 1e-8 anywhere                     | 0.000002 | exceeds 1e-8",
            })
    void thatContradictItAreRefused(String falsified, String margin, String found) throws IOException {
        Cli cli = check(falsified, margin);
        assertThat(cli.status()).as(cli.toString()).isEqualTo(ExitStatus.BAD_INPUT);
        assertThat(cli.err())
                .contains("my.yaml:4:12: found '" + found + "' under falsified, accepted: the margin of a comparison, "
                        + margin)
                .hasLineCount(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "the rate differs by more than 20 %                       | 20 %",
                "the rate differs by more than 0.20, anywhere             | 0.2",
                "the difference exceeds 1e-7.                             | 0.0000001",
                "the rate differs by more than 20 % or a local one by more than 3 % | 20 %",
                // other units, multiples, what no margin says, and what cannot be compared without the prediction
                "it is late by more than 20 ms                            | 0.02",
                "it differs by more than 3 times its error                | 0.02",
                "more than 9 % of the networks have no outlier            | 2 %",
                "the rate differs by more than 1 % of the law             | 0.02",
                "the rate differs by more than a millionth                | 1 %",
                "the rate at 1 % differs                                  | 5 %",
            })
    void thatAgreeOrCannotBeComparedAreNot(String falsified, String margin) throws IOException {
        Cli cli = check(falsified, margin);
        assertThat(cli.status()).as(cli.toString()).isZero();
    }
}
