package org.theoremeter.verify.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.theoremeter.verify.cli.terminal.ExitStatus;

/**
 * Two hundred inputs of each class that were right before: each is accepted, or refused in clear lines. Nothing depends on
 * chance: input i is made with the seed i.
 */
class FuzzedInputTest {

    private static final int INPUTS = 200;
    /** What takes a tenth of a second here may take its time on a machine that is busy; what is quadratic takes minutes. */
    private static final Duration LONGEST = Duration.ofSeconds(20);

    private static final String IDENTITY = """
            claim: 1
            id: my.identity
            title: A square
            kind: identity
            given: {x: {domain: "(0, 1)"}, y: {domain: "integer [1, 9]"}}
            assume: [x < y]
            predict: {equal: ["(x + y)^2", "x^2 + 2*x*y + y^2"]}
            judge: {points: 32}
            """;

    private static final String DERIVATION = """
            claim: 1
            id: my.derivation
            title: A derivative
            kind: derivation
            given: {x: {domain: "(0, 1)"}}
            define: {f: {means: "a cube", is: "x^3"}}
            steps:
              - {step: slope, from: f, to: "3*x^2", because: {differentiate by: x}}
              - {step: curvature, to: "6*x", because: {differentiate by: x}}
            """;

    private static final String VALUE = """
            claim: 1
            id: my.value
            title: A value
            kind: value
            predict: {values: {v: "2"}}
            observe: {csv: {file: my.csv, keep: "x > 0"}, over: [x], seeds: seed}
            compare: [{predicted: v, observed: late - early, margin: 0.1}]
            profiles: {full: {compare: [{predicted: v, observed: late, margin: 5 %}]}}
            """;

    @TempDir
    Path folder;

    private void isAcceptedOrRefused(String input, Object... arguments) {
        long start = System.nanoTime();
        Cli cli = Cli.run(arguments);
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        String all = cli.out() + cli.err();
        assertThat(cli.status()).as(input + ": " + all).isIn(ExitStatus.AS_EXPECTED, ExitStatus.BAD_INPUT);
        assertThat(all).as(input).doesNotContain("internal error", "Exception", "\tat ");
        assertThat(all.codePoints().filter(c -> c != '\n' && c != '\t'))
                .as(input)
                .noneMatch(c -> List.of((int) Character.CONTROL, (int) Character.FORMAT, (int) Character.SURROGATE)
                        .contains(Character.getType(c)));
        assertThat(all.lines().mapToInt(String::length).max().orElse(0))
                .as(input)
                .isLessThanOrEqualTo(500);
        if (cli.status() == ExitStatus.BAD_INPUT) {
            assertThat(cli.out()).as(input).isEmpty();
            assertThat(cli.err()).as(input).isNotBlank();
            assertThat(cli.err().lines().count()).as(input + cli.err()).isLessThanOrEqualTo(21);
        }
        assertThat(took).as(input).isLessThan(LONGEST);
    }

    @Test
    void aClaimIsAcceptedOrRefused() throws IOException {
        List<String> claims = List.of(
                SampleClaim.TRAJECTORY,
                SampleClaim.CRITICAL_RATE,
                IDENTITY,
                DERIVATION,
                IDENTITY + "---\n" + DERIVATION);
        for (int i = 0; i < INPUTS; i++) {
            Mutations mutations = new Mutations(new Random(i));
            Path file = folder.resolve("my.yaml");
            Files.write(file, mutations.encoded(mutations.of(claims.get(i % claims.size()))));
            isAcceptedOrRefused("claim " + i, "check", file);
        }
    }

    @Test
    void aTableIsAcceptedOrRefused() throws IOException {
        StringBuilder rows = new StringBuilder("# made for a test\nx,seed,early,\"late\"\n");
        for (int x = 1; x <= 2; x++) {
            for (int seed = 1; seed <= 6; seed++) {
                rows.append(x + "," + seed + "," + (1 + 0.01 * seed) + "," + (3 + 0.003 * seed * seed) + "\n");
            }
        }
        Files.writeString(folder.resolve("my.yaml"), VALUE);
        for (int i = 0; i < INPUTS; i++) {
            Mutations mutations = new Mutations(new Random(i));
            Files.write(folder.resolve("my.csv"), mutations.encoded(mutations.of(rows.toString())));
            isAcceptedOrRefused("table " + i, "check", folder.resolve("my.yaml"));
        }
    }

    @Test
    void aCommandLineIsAcceptedOrRefused() throws IOException {
        Path claim = folder.resolve("my.yaml");
        Files.write(claim, IDENTITY.getBytes(StandardCharsets.UTF_8));
        String file = claim.toString();
        List<List<String>> commands = List.of(
                List.of("check", file),
                List.of("check", file, "--profile", "full"),
                List.of("explain", file),
                List.of("list", "experiments", "linear-rnn/*"),
                List.of("render", "none.json"),
                List.of("compare", "none.json", "neither.json"),
                List.of("fit", "none.csv", "--threshold", "NL=saturation"),
                List.of("new", "trajectory", file),
                List.of("predict", file, "--start", "c=0.1"));
        for (int i = 0; i < INPUTS; i++) {
            List<String> arguments = new Mutations(new Random(i)).of(commands.get(i % commands.size()));
            // of 'check' alone, the whole catalogue is read
            boolean whole =
                    arguments.stream().noneMatch(argument -> argument.equals(file) || argument.startsWith("none."));
            if (!whole || arguments.get(0).equals("list")) {
                isAcceptedOrRefused("command line " + i + " " + arguments, arguments.toArray());
            }
        }
    }
}
