package org.theoremeter.verify.claim.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.theoremeter.verify.claim.source.ClaimException;

class TableTest {

    @TempDir
    Path folder;

    private static Table table(String text) {
        return Table.of("my.csv", new StringReader(text));
    }

    private static String fault(Runnable read) {
        String[] message = new String[1];
        assertThatExceptionOfType(ClaimException.class)
                .isThrownBy(read::run)
                .satisfies(fault -> message[0] = fault.getMessage());
        assertThat(message[0]).hasLineCount(1);
        return message[0];
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "lr,NL\n0.1,3\n2e-1,4\n",
                "lr,NL\r\n0.1,3\r\n2e-1,4",
                "lr,NL\r0.1,3\r2e-1,4\r",
                "\uFEFFlr,NL\n0.1,3\n2e-1,4\n",
                "# made by hand\n\n lr , NL \n # between\n0.1 ,\t3\n  \n+.2, 4.0\n",
                "\"lr\",\"NL\"\n\"0.1\",\"3\"\n2E-01,4e0\n"
            })
    void readsColumnsByName(String text) {
        Table table = table(text);
        assertThat(table.columns()).containsExactly("lr", "NL");
        assertThat(table.rows()).isEqualTo(2);
        assertThat(table.numbers("lr")).containsExactly(0.1, 0.2);
        assertThat(table.counts("NL")).containsExactly(3, 4);
    }

    @Test
    void knowsTheLineOfEachRow() {
        Table table = table("# one\nlr,NL\n\n0.1,3\n# five\r\n0.2,4");
        assertThat(table.place(0)).isEqualTo("my.csv:4");
        assertThat(table.place(1)).isEqualTo("my.csv:6");
    }

    @Test
    void textIsNoFaultWhereNobodyWantsANumber() {
        assertThat(table("lr,note\n0.1,\"a, b\"\n").numbers("lr")).containsExactly(0.1);
    }

    static Stream<Arguments> refused() {
        return Stream.of(
                arguments("", "my.csv: found neither header nor rows, accepted: a CSV table"),
                arguments("# nothing\n\n", "my.csv: found neither header nor rows, accepted: a CSV table"),
                arguments("lr,NL\n", "my.csv: found a header and no rows, accepted: at least one row"),
                arguments("lr,\n1,2", "my.csv:1: found no name for column 2, accepted: a name for each column"),
                arguments("lr,lr\n1,2", "my.csv:1: found the column 'lr' twice, accepted: different names"),
                arguments("lr;NL\n1;2", "my.csv:1: found columns separated by semicolons, accepted: by commas"),
                arguments("lr\tNL\n1\t2", "my.csv:1: found columns separated by tabs, accepted: by commas"),
                arguments(
                        "lr,NL\n1,2\n1,2,3",
                        "my.csv:3: found 3 values, accepted: 2, one for each column of the header"),
                arguments("lr,NL\n#\n1", "my.csv:3: found 1 value, accepted: 2, one for each column of the header"),
                arguments("lr,NL\n1,\"2\n3\"\n", "my.csv:2: found a quotation mark out of place"),
                arguments("lr,NL\n1,\"2\"x\n", "my.csv:2: found a quotation mark out of place"),
                arguments("lr,NL\n1,2\u0000\n", "my.csv:2: found the control character U+0000, accepted: CSV text"),
                arguments("lr,NL\n1,nan\n", "my.csv:2: found 'nan' in column 'NL', accepted: finite numbers"),
                arguments("lr,NL\n1,-Inf\n", "my.csv:2: found '-Inf' in column 'NL', accepted: finite numbers"),
                arguments("lr,NL\nINFINITY,1\n", "my.csv:2: found 'INFINITY' in column 'lr', accepted: finite numbers"),
                arguments("lr,NL\n1e999,1\n", "my.csv:2: found '1e999' in column 'lr', accepted: finite numbers"),
                arguments("lr,NL\n1e-999,1\n", "my.csv:2: found '1e-999' in column 'lr', accepted: finite numbers"));
    }

    @ParameterizedTest
    @MethodSource("refused")
    void refusesInOneLine(String text, String fault) {
        assertThat(fault(() -> table(text))).startsWith(fault);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "0x10", "1f", "1d", "1e", "1,5", "--1", "1 2", "1.2.3", "٣", "1_000"})
    void aNumberIsADecimalAndNothingElse(String text) {
        assertThat(fault(() -> table("lr,NL\n1,2\n1,\"" + text + "\"").numbers("NL")))
                .startsWith("my.csv:3: found " + (text.isEmpty() ? "nothing" : "'" + text + "'") + " in column 'NL'")
                .endsWith("accepted: a finite number");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "1.5", "1e-1", "9007199254740994", "many"})
    void aCountIsAWholeNumberFrom0On(String text) {
        Table table = table("lr,NL\n1,0\n1," + text);
        assertThat(fault(() -> table.counts("NL")))
                .isEqualTo("my.csv:3: found '" + text + "' in column 'NL', accepted: a whole number from 0 on");
    }

    @Test
    void aMissingColumnComesWithTheNearest() {
        assertThat(fault(() -> table("rate,NL\n1,2").numbers("rat")))
                .isEqualTo("my.csv: found no column 'rat', did you mean 'rate'? accepted: rate, NL");
    }

    @Test
    void zeroInAnyNotationIsNoUnderflow() {
        assertThat(table("x\n0\n-0.000\n.0\n0e-999\n").numbers("x")).containsExactly(0, -0.0, 0, 0);
    }

    @Test
    void missingFilesFoldersAndBytesThatAreNoTextAreRefused() throws IOException {
        Path missing = folder.resolve("none.csv");
        assertThat(fault(() -> Table.read(missing))).endsWith("none.csv: no such file");
        assertThat(fault(() -> Table.read(folder))).endsWith("is a folder, accepted: a CSV file");
        Path latin = folder.resolve("latin.csv");
        Files.write(latin, "lr,NL\n1,2\n# für\n".getBytes(StandardCharsets.ISO_8859_1));
        assertThat(fault(() -> Table.read(latin))).contains("latin.csv:").endsWith("are no text, accepted: UTF-8");
        Path binary = folder.resolve("binary.csv");
        Files.write(binary, new byte[] {(byte) 0xCA, (byte) 0xFE, (byte) 0xBA, (byte) 0xBE, 0, 0, 0, 61});
        assertThat(fault(() -> Table.read(binary)))
                .endsWith("binary.csv:1: found bytes that are no text, accepted: UTF-8");
    }

    @Test
    void readsAFileWithAndWithoutAByteOrderMark() throws IOException {
        for (String mark : new String[] {"", "\uFEFF"}) {
            Path file = folder.resolve("my.csv");
            Files.writeString(file, mark + "lr,β\n1,2\n");
            assertThat(Table.read(file).numbers("β")).containsExactly(2);
        }
    }

    /** A stream without end, which counts what was taken from it. */
    private static final class Endless extends Reader {
        private final char[] period;
        private long taken;

        Endless(String period) {
            this.period = period.toCharArray();
        }

        @Override
        public int read(char[] buffer, int offset, int length) {
            for (int i = 0; i < length; i++) {
                buffer[offset + i] = period[(int) (taken++ % period.length)];
            }
            return length;
        }

        @Override
        public void close() {}
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "1,", "#", "\""})
    void anEndlessLineIsRefusedAtItsBound(String period) {
        Endless endless = new Endless(period);
        assertThat(fault(() -> Table.of("my.csv", endless)))
                .isEqualTo("my.csv:1: found a line of more than 1000000 characters, accepted: shorter lines");
        // what is beyond the bound is one buffer of a BufferedReader
        assertThat(endless.taken).isLessThan(TableReader.LONGEST_LINE + 20_000);
    }

    @Test
    void endlessRowsAreRefusedAtTheirBound() {
        int columns = 1000;
        StringBuilder names = new StringBuilder("a0");
        for (int i = 1; i < columns; i++) {
            names.append(",a").append(i);
        }
        char[] row = new char[2 * columns];
        Arrays.fill(row, ',');
        row[row.length - 1] = '\n';
        for (int i = 0; i < row.length; i += 2) {
            row[i] = '1';
        }
        int rows = TableReader.MOST_VALUES / columns;
        Reader text = new StringReader(names + "\n" + new String(row).repeat(rows + 1));
        assertThat(fault(() -> Table.of("my.csv", text)))
                .isEqualTo("my.csv:" + (rows + 2) + ": found more than 4000000 values, accepted: a smaller table");
    }

    @Test
    void aHeaderOfNumbersIsNone() {
        assertThat(fault(() -> table("0.01,10\n0.01,20\n")))
                .contains("numbers where the names of the columns should be", "accepted: a header");
        assertThat(fault(() -> table("# rate,delay\n0.01,10\n"))).contains("take the # away");
        assertThat(table("# made by a script, in 2026\nrate,delay\n0.01,10\n").columns())
                .containsExactly("rate", "delay");
    }

    @Test
    void aRowBehindAHashIsNotLeftOutUnseen() {
        assertThat(fault(() -> table("x,y\n1,2\n#3,4\n"))).contains("a row that begins with #");
        assertThat(fault(() -> table("x\n1\n#3\n"))).contains("a row that begins with #");
        assertThat(table("x,y\n1,2\n# the end\n").rows()).isEqualTo(1);
    }
}
