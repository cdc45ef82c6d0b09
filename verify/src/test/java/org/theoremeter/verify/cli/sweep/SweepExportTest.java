package org.theoremeter.verify.cli.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.theoremeter.verify.cli.Cli;
import org.theoremeter.verify.cli.parquet.ParquetRows;
import org.theoremeter.verify.cli.terminal.ExitStatus;

/** What is kept of a sweep goes out as a table, of which conditions take a part. */
class SweepExportTest {

    /** Two rates, one of which lets the network diverge, and three seeds: twelve runs of a moment. */
    private static final String SWEEP = """
            sweep: 1
            id: small
            experiment: leaky-rnn/delayed-cue
            with: {neurons: 4, batch: 2, epochs: 3 epoch, delay: delay ms, rate: ρ}
            over: {delay: [5, 10], ρ: [0.1, 1e300]}
            seeds: 3
            """;

    @TempDir
    private Path folder;

    private Path sweep;

    @BeforeEach
    void write() throws IOException {
        sweep = Files.writeString(folder.resolve("small.yaml"), SWEEP);
    }

    private Cli run(Object... more) {
        List<Object> all = new ArrayList<>(List.of("sweep"));
        all.addAll(List.of(more));
        all.addAll(List.of(sweep, "--store", folder.resolve("store")));
        return Cli.run(all.toArray());
    }

    private Path at(String name) {
        return folder.resolve(name);
    }

    private List<CSVRecord> csv(String name) throws IOException {
        return CSVFormat.DEFAULT
                .parse(new StringReader(Files.readString(at(name))))
                .getRecords();
    }

    @Test
    void bothFormatsSayTheSameBitForBit() throws IOException {
        assertThat(run("--export", at("all.csv"), "--quiet").status()).isEqualTo(ExitStatus.AS_EXPECTED);
        assertThat(run("status", "--export", at("all.parquet")).status()).isEqualTo(ExitStatus.AS_EXPECTED);
        List<CSVRecord> text = csv("all.csv");
        ParquetRows typed = ParquetRows.read(at("all.parquet"));
        assertThat(typed.names())
                .isEqualTo(text.get(0).toList())
                .startsWith("point", "delay", "ρ", "seed", "state")
                .contains("final-loss")
                .endsWith("reached");
        assertThat(typed.rows()).hasSize(12).hasSize(text.size() - 1);
        List<Object> states = new ArrayList<>();
        boolean empty = false;
        for (int i = 0; i < 12; i++) {
            for (int column = 0; column < typed.names().size(); column++) {
                Object value = typed.rows().get(i).get(column);
                empty |= value == null;
                assertThat(text.get(i + 1).get(column)).isEqualTo(value == null ? "" : value.toString());
            }
            states.add(typed.rows().get(i).get(4));
        }
        assertThat(states).contains("done", "diverged");
        assertThat(empty).as("something is null").isTrue();
        assertThat(typed.schema())
                .contains("required int32 point", "required double ρ", "optional int64 seed")
                .contains("required binary state (STRING)", "optional double final-loss", "optional double reached");
        try (var files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder("small.yaml", "store", "all.csv", "all.parquet");
        }
    }

    @Test
    void conditionsTakeAPartOfTheRows() throws IOException {
        run("--quiet");
        Cli part = run("status", "--where", "delay = 10", "--where", "state = done", "--export", at("part.csv"));
        assertThat(part.status()).isEqualTo(ExitStatus.AS_EXPECTED);
        assertThat(part.out())
                .contains("4 grid points, 12 runs where delay = 10, state = done: 3 done, 0 diverged, 0 missing");
        assertThat(csv("part.csv").stream().skip(1))
                .hasSize(3)
                .allMatch(row -> row.get(1).equals("10.0") && row.get(4).equals("done"));
        run(
                "--quiet",
                "--where",
                "final-loss >= 0",
                "--where",
                "seed < 2",
                "--where",
                "state != diverged",
                "--export",
                at("two.csv"));
        assertThat(csv("two.csv").stream().skip(1))
                .hasSize(4)
                .allMatch(row -> row.get(3).matches("[01]"));
    }

    /** What a missing run would measure is not known; what was set is. */
    @Test
    void aMissingRunCountsIfItMayBeMeant() {
        run("--quiet", "--only", "delay=5,ρ=0.1");
        Cli part = run("status", "--where", "ρ < 1", "--where", "final-loss < 1e9");
        assertThat(part.out()).contains("3 done, 0 diverged, 3 missing").doesNotContain("1.0E300");
        assertThat(part.status()).isEqualTo(ExitStatus.UNDECIDED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"table", "table.json", "table.csv.gz", "parquet"})
    void anotherEndingIsRefusedBeforeAnythingRuns(String name) {
        for (Cli refused : List.of(run("--export", at(name)), run("status", "--export", at(name)))) {
            assertThat(refused.status()).isEqualTo(ExitStatus.BAD_INPUT);
            assertThat(refused.err()).contains("accepted: a name that ends in .csv or .parquet");
        }
        assertThat(at("store")).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"own.csv", "own.parquet"})
    void aFileOfSomebodyElseStays(String name) throws IOException {
        Path own = Files.writeString(at(name), "mine");
        Cli refused = run("--export", own);
        assertThat(refused.status()).isEqualTo(ExitStatus.BAD_INPUT);
        assertThat(refused.err()).contains("exists and holds something else, accepted: --export with another name");
        assertThat(own).hasContent("mine");
        assertThat(at("store")).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"epochs > 2", "state = lost", "nonsense", "ρ > "})
    void aConditionThatSaysNothingOfARunIsRefused(String condition) {
        for (Cli refused :
                List.of(run("--export", at("a.csv"), "--where", condition), run("status", "--where", condition))) {
            assertThat(refused.status()).isEqualTo(ExitStatus.BAD_INPUT);
            assertThat(refused.err()).contains("--where", "found", "accepted: ");
        }
        assertThat(at("store")).doesNotExist();
    }

    @Test
    void conditionsWithoutAnExportAreRefused() {
        Cli refused = run("--where", "delay = 5");
        assertThat(refused.status()).isEqualTo(ExitStatus.BAD_INPUT);
        assertThat(refused.err()).contains("accepted: beside --export FILE");
    }
}
