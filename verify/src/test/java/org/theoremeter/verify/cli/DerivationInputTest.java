package org.theoremeter.verify.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Faults in a derivation file are reported with their place, before anything is checked. */
class DerivationInputTest {

    private static final String HEAD = """
            claim: 1
            id: my.derivation
            title: a derivation with a fault
            kind: derivation
            given: {x: {domain: "(-1, 1)"}, y: {domain: "(-1, 1)"}}
            define: {f: "x + y"}
            steps:
            """;

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{step: g, from: f, to: \"x + y\"} | 8:5 | has no justification",
                "{step: g, from: f, to: \"x + y\", because: magic} | 8:46 | unknown justification 'magic'",
                "{step: g, from: f, to: \"x + z\", because: algebra} | 8:33 | undefined symbol 'z'",
                "{step: g, from: h, to: \"x + y\", because: algebra} | 8:21 | undefined symbol 'h'",
                "{step: g, from: \"x\", to: \"x\", because: algebra} | 8:5 | definition or of an earlier step",
                "{step: g, from: f, to: \"1/(x - y)\", because: algebra} | 8:28 | the divisor 'x - y' vanishes",
                "{step: g, from: f, to: \"1/(x - x)\", because: algebra} | 8:28 | the divisor 'x - x' vanishes",
                "{step: g, from: f, to: \"x/(2 - 2)\", because: algebra} | 8:28 | the divisor '2 - 2' is 0",
                "{step: f, from: f, to: \"x + y\", because: algebra} | 8:5 | the name 'f' twice",
                "{step: g, from: f, to: \"x\", because: {differentiate by: t}} | 8:61 | 't'",
                "{step: g, from: f, to: \"x\", because: {series in: x, at: 0, order: 9}} | 8:64 | order = 9",
                "{step: g, from: f, to: [x, y], because: algebra} | 8:5 | 2 × 1",
            })
    void isReportedWithItsPlace(String step, String place, String message) throws IOException {
        Path file = folder.resolve("my.yaml");
        Files.writeString(file, HEAD + "  - " + step + "\n");

        Cli cli = Cli.run("derive", file);

        assertThat(cli.status()).as(cli.toString()).isEqualTo(2);
        assertThat(cli.err()).contains("my.yaml:" + place + ":").contains(message);
    }
}
