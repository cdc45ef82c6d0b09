package org.theoremeter.verify.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.theoremeter.verify.cli.terminal.ExitStatus;

/** Short files that stand for formulas which nothing could work with: each is refused in one line, before anything is built. */
@Timeout(60)
class ExplodingFormulasTest {

    private static final String SMALL = "more than 100000 terms in all, or more than 1000 levels";

    @TempDir
    Path folder;

    private Cli run(String command, String text) throws IOException {
        Path file = folder.resolve("my.yaml");
        Files.writeString(file, text);
        return Cli.run(command, file);
    }

    private static String derivation(String id, String definitions, String steps) {
        return "claim: 1\nid: my." + id + "\ntitle: t\nkind: derivation\n"
                + "given: {x: {domain: \"(0, 1)\"}, y: {domain: \"(0, 1)\"}}\n"
                + "define:\n" + definitions + "steps:\n" + steps;
    }

    private static String step(String name, String from, String because) {
        return "  - {step: " + name + ", from: \"" + from + "\", to: \"1\", because: " + because + "}\n";
    }

    private static String lines(int count, String line) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(i -> line.replace("NOW", "" + i).replace("BEFORE", "" + (i - 1)))
                .collect(Collectors.joining());
    }

    /** A matrix of different entries. */
    private static String matrix(int size) {
        return "  M: "
                + IntStream.range(0, size)
                        .mapToObj(i -> IntStream.range(0, size)
                                .mapToObj(j -> "\"x^" + i + " + y^" + j + "\"")
                                .collect(Collectors.joining(", ", "[", "]")))
                        .collect(Collectors.joining(", ", "[", "]"))
                + "\n";
    }

    static Stream<Arguments> derivations() {
        String long1 = "  f: \"" + String.join("*", Collections.nCopies(190, "x")) + "\"\n";
        return Stream.of(
                arguments("a power of a matrix", matrix(8), step("s", "trace(M^12)", "algebra"), SMALL),
                arguments("a product", matrix(8), step("s", "trace(M*M*M*M*M*M)", "algebra"), SMALL),
                arguments("an unused one", matrix(8) + "  N: \"M^12\"\n", step("s", "x*trace(M)", "algebra"), SMALL),
                arguments("a determinant", matrix(6), step("s", "det(M)", "algebra"), "at most 5 rows"),
                arguments("an inverse", matrix(8), step("s", "trace(inverse(M))", "algebra"), "at most 5 rows"),
                arguments("of matrices of sums", matrix(5) + "  N: \"M^4\"\n", step("s", "det(N)", "algebra"), SMALL),
                arguments(
                        "definitions that double",
                        "  d0: \"1 + x\"\n" + lines(60, "  dNOW: \"dBEFORE*dBEFORE\"\n"),
                        step("s", "d0", "algebra"),
                        SMALL),
                arguments(
                        "a start that does",
                        "  d0: \"1 + x\"\n" + lines(14, "  dNOW: \"dBEFORE*dBEFORE\"\n"),
                        step("s", "d14*d14*d14*d14", "algebra"),
                        SMALL),
                arguments("a substitution", long1, step("s", "f*f", "{substitute: {x: \"f*f*f\"}}"), SMALL),
                arguments(
                        "what is substituted",
                        "  d0: \"1 + x\"\n" + lines(14, "  dNOW: \"dBEFORE*dBEFORE\"\n"),
                        step("s", "d0", "{substitute: {x: \"d14*d14*d14*d14\"}}"),
                        SMALL),
                arguments(
                        "nested definitions",
                        "  d0: \"x\"\n" + lines(400, "  dNOW: \"sin(cos(sin(dBEFORE)))\"\n"),
                        step("s", "d0", "algebra"),
                        SMALL),
                arguments(
                        "many definitions",
                        "  d0: \"x\"\n" + lines(500, "  dNOW: \"dBEFORE\"\n"),
                        step("s", "d0", "algebra"),
                        "found 501 definitions, accepted: at most 500"),
                arguments(
                        "many steps",
                        "  d0: \"x\"\n",
                        step("s0", "d0", "algebra") + lines(500, step("sNOW", "sBEFORE", "algebra")),
                        "found 501 steps, accepted: at most 500"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("derivations")
    void derivationsAreRefused(String what, String definitions, String steps, String says) throws IOException {
        for (String command : List.of("check", "derive")) {
            Cli cli = run(command, derivation("large", definitions, steps));
            assertThat(cli.status()).as(cli.toString()).isEqualTo(ExitStatus.BAD_INPUT);
            assertThat(cli.err()).contains(says, ", accepted: ").hasLineCount(1);
            assertThat(cli.err()).hasSizeLessThan(400);
        }
    }

    @Test
    void aChainOfResultsIsRefusedAtTheSameLengthInAnyOrder() throws IOException {
        List<String> claims = new ArrayList<>();
        for (int i = 1; i <= 100; i++) {
            String start = i == 1 ? "\"x\"" : "{result of: my.r" + (i - 1) + ", step: s}";
            claims.add(derivation("r" + i, "  d: " + start + "\n", step("s", "d", "{cited: somebody}")));
        }
        String more = derivation("r101", "  d: {result of: my.r100, step: s}\n", step("s", "d", "{cited: somebody}"));
        for (boolean reversed : List.of(false, true)) {
            assertThat(run("check", String.join("---\n", claims)).status()).isZero();
            List<String> longer = new ArrayList<>(claims);
            longer.add(reversed ? 0 : claims.size(), more);
            Cli cli = run("check", String.join("---\n", longer));
            assertThat(cli.status()).as(cli.toString()).isEqualTo(ExitStatus.BAD_INPUT);
            assertThat(cli.err())
                    .contains("in a chain of more than 100 derivations")
                    .hasLineCount(1);
            Collections.reverse(claims);
        }
    }

    @Test
    void aChainOfTwoThousandOverflowsNothing() throws IOException {
        List<String> claims = new ArrayList<>();
        for (int i = 2000; i > 0; i--) {
            claims.add(derivation(
                    "r" + i, "  d: {result of: my.r" + (i - 1) + ", step: s}\n", step("s", "d", "{cited: somebody}")));
        }
        Cli cli = run("check", String.join("---\n", claims));
        assertThat(cli.status()).isEqualTo(ExitStatus.BAD_INPUT);
        assertThat(cli.err()).contains("in a chain of more than 100 derivations");
    }

    static Stream<Arguments> losses() {
        return Stream.of(
                arguments(
                        IntStream.range(0, 150)
                                .mapToObj(i -> "sin(" + i + "*c + 1)^2")
                                .collect(Collectors.joining("*")),
                        "second derivatives have " + SMALL),
                arguments(String.join("+", Collections.nCopies(4000, "c")), "at most 200 levels deep"),
                arguments("sin(".repeat(1000) + "c" + ")".repeat(1000), "at most 200 levels deep"),
                arguments("-".repeat(5000) + "c", "at most 200 levels deep"),
                arguments("(".repeat(4000) + "c" + ")".repeat(4000), "at most 200 levels deep"));
    }

    @ParameterizedTest
    @MethodSource("losses")
    void lossesAreRefused(String loss, String says) throws IOException {
        Cli cli = run("critical", loss(loss));
        assertThat(cli.status()).as(cli.toString()).isEqualTo(ExitStatus.BAD_INPUT);
        assertThat(cli.err()).contains("my.yaml:2:", ": found ", says).hasLineCount(1);
    }

    private static String loss(String formula) {
        return "critical: 1\nloss: \"" + formula + "\"\ntrain: [c]\ngiven: {c: {domain: \"(0, 2)\"}}\n";
    }

    @Test
    void aLossThatTakesTooLongHasNoAnswerInItsTime() throws IOException {
        Path file = folder.resolve("my.yaml");
        Files.writeString(
                file,
                loss(IntStream.rangeClosed(1, 30)
                        .mapToObj(i -> "(c - " + i + "/20)^2")
                        .collect(Collectors.joining("*"))));
        Cli cli = Cli.run("critical", file, "--limit", "1");
        assertThat(cli.status()).as(cli.toString()).isEqualTo(ExitStatus.UNDECIDED);
        assertThat(cli.err())
                .contains("no answer within 1 s of processor time", "--limit")
                .hasLineCount(1);
        assertThat(cli.out()).isEmpty();
        assertThat(Cli.run("critical", file, "--limit", "0").status()).isEqualTo(ExitStatus.BAD_INPUT);
    }
}
