package org.theoremeter.verify.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.theoremeter.verify.cli.terminal.ExitStatus;
import org.theoremeter.verify.cli.terminal.PrintableWriter;

/** What a message says: where, what was found and what is accepted, in one short line that no terminal obeys. */
class MessagesTest {

    @TempDir
    Path folder;

    private Cli check(byte[] claim) throws IOException {
        Path file = folder.resolve("my.yaml");
        Files.write(file, claim);
        return Cli.run("check", file);
    }

    private Cli check(String claim) throws IOException {
        return check(claim.getBytes(StandardCharsets.UTF_8));
    }

    private static void isOneLine(Cli cli, String place, String says) {
        assertThat(cli.status()).as(cli.toString()).isEqualTo(ExitStatus.BAD_INPUT);
        assertThat(cli.err().lines()).as(cli.err()).hasSize(1);
        assertThat(cli.err()).contains("my.yaml:" + place + ": ").containsPattern(says);
        assertThat(cli.err()).matches("[\\P{Cc}\n]*").hasSizeLessThan(500);
        assertThat(cli.out()).isEmpty();
    }

    static Stream<Arguments> faults() {
        return Stream.of(
                arguments("title: The", "title: \u001b[31mThe", "3:8", "\\\\u001b"),
                arguments("title: The", "title: \u009bThe", "3:8", "\\\\u009b"),
                arguments("title: The", "title: The \u202e", "3:12", "\\\\u202e"),
                arguments("title: The", "title: \"\\u001b[31m\" #", "3:8", "\\\\u001b"),
                arguments("title: The", "title: \"\\x9b\" #", "3:8", "\\\\u009b"),
                arguments("title: The", "title: \"\\u202e\" #", "3:8", "\\\\u202e"),
                arguments("title: The", "title: \"\\ud800\" #", "3:8", "\\\\ud800"),
                arguments("title: The", "\"t\\u0007\": 1\ntitle: The", "3:1", "\\\\u0007"),
                arguments("id: my.outlier", "id: \"my\\nid\"", "2:5", "'my\\\\nid'"),
                arguments("kind: trajectory", "kind: \"a\\tb\"", "4:7", "'a\\\\tb'.*accepted: "),
                arguments("kind: trajectory", "kind: " + "x".repeat(100_000), "4:7", "'x{79}…'"),
                arguments("title: The", "t: [", "4:5", "not YAML: .*accepted: "),
                arguments(
                        "title: The outlier follows the scalar ODE\n",
                        "",
                        "1:1",
                        "lacks the key 'title', accepted: title"),
                arguments("kind: traj", "id: b\nkind: traj", "4:1", "'id' stands twice, first in line 2, accepted"),
                arguments(
                        "title: The", "deep: " + "[".repeat(40) + "\ntitle: The", "3:39", "deeper than 32.*accepted"));
    }

    @ParameterizedTest(name = "{index}: {2} {3}")
    @MethodSource("faults")
    void isOneShortLineWithItsPlace(String written, String instead, String place, String says) throws IOException {
        assertThat(SampleClaim.TRAJECTORY).contains(written);
        isOneLine(check(SampleClaim.TRAJECTORY.replace(written, instead)), place, says);
    }

    @Test
    void bytesThatAreNoTextHaveAPlaceAndUtf16IsKnown() throws IOException {
        isOneLine(check(new byte[] {'a', ':', ' ', '1', '\n', 'b', (byte) 0xE9, '\n'}), "2:2", "0xE9.*accepted: UTF-8");
        isOneLine(check(SampleClaim.TRAJECTORY.getBytes(StandardCharsets.UTF_16)), "1:1", "0xFE.*UTF-16.*UTF-8");
    }

    @Test
    void aByteOrderMarkIsNoFault() throws IOException {
        assertThat(check("\uFEFF" + SampleClaim.TRAJECTORY).status()).isEqualTo(ExitStatus.AS_EXPECTED);
    }

    @Test
    void ofManyFaultsOfAFileTwentyAreToldAndTheRestCounted() throws IOException {
        String many = IntStream.range(0, 33)
                .mapToObj(i ->
                        SampleClaim.TRAJECTORY.replace("my.outlier", "my.n" + i).replace("kind:", "knid:"))
                .collect(Collectors.joining("---\n"));
        Cli cli = check(many);
        assertThat(cli.status()).isEqualTo(ExitStatus.BAD_INPUT);
        assertThat(cli.err().lines()).hasSize(21);
        assertThat(cli.err().stripTrailing()).endsWith("my.yaml: and 13 more");
    }

    @Test
    void argumentsAreQuotedAsFilesAre() {
        for (String argument : new String[] {"\u001b[31m", "\u009b", "\u202e", "--\u001b[1m", "x".repeat(100_000)}) {
            Cli cli = Cli.run("check", argument);
            assertThat(cli.status()).isEqualTo(ExitStatus.BAD_INPUT);
            assertThat(cli.err().stripTrailing()).matches("[^\\p{Cc}\\p{Cf}]+").hasSizeLessThan(500);
        }
    }

    @Test
    void noArgumentIsAFileOfArguments() {
        assertThat(Cli.run("check", "@/dev/zero").err()).contains("@/dev/zero: no such file");
    }

    /** The second line of defence: even what nobody quoted. */
    @Test
    void whatIsPrintedIsPrintableWhoeverPrintsIt() {
        StringWriter printed = new StringWriter();
        PrintWriter out = PrintableWriter.to(new PrintWriter(printed));
        out.printf("a\u001b[31m\u009b%s\tb%n", "\u202e");
        out.write('\u0007');
        out.write("\u0085x".toCharArray(), 0, 2);
        out.flush();
        assertThat(printed).hasToString("a\\u001b[31m\\u009b\\u202e\tb" + System.lineSeparator() + "\\u0007\\u0085x");
    }
}
