package org.theoremeter.verify.cli.parquet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ParquetFileTest {

    private static final List<ParquetColumn> COLUMNS = List.of(
            new ParquetColumn("point", ParquetColumn.Type.WHOLE, false),
            new ParquetColumn("größe η.₁", ParquetColumn.Type.REAL, true),
            new ParquetColumn("seed", ParquetColumn.Type.LONG, true),
            new ParquetColumn("état 状態", ParquetColumn.Type.TEXT, false));

    @TempDir
    private Path folder;

    @Test
    void valuesComeBackBitForBitWithTheirTypesAndNames() throws IOException {
        List<List<Object>> rows = new ArrayList<>();
        for (double value :
                new double[] {0.1, -0.0, Double.MIN_VALUE, -Double.MAX_VALUE, Math.nextUp(1.0), 1e300, Math.PI}) {
            rows.add(Arrays.asList(Integer.MAX_VALUE, value, Long.MIN_VALUE, "diverged — η > 0"));
        }
        rows.add(Arrays.asList(0, null, null, ""));
        ParquetRows read = written(rows);
        assertThat(read.rows()).isEqualTo(rows);
        assertThat(read.names())
                .isEqualTo(COLUMNS.stream().map(ParquetColumn::name).toList());
        assertThat(read.schema())
                .contains("required int32 point", "optional double größe η.₁", "optional int64 seed")
                .contains("required binary état 状態 (STRING)");
    }

    /** A row group holds 8 MiB; these rows have 16 bytes each that do not repeat, 9.6 MB in all. */
    @Test
    void rowsOfSeveralRowGroupsComeBackInTheirOrder() throws IOException {
        Random random = new Random(7);
        List<List<Object>> rows = new ArrayList<>();
        for (int i = 0; i < 600_000; i++) {
            rows.add(Arrays.asList(i, i % 7 == 0 ? null : (Object) random.nextDouble(), random.nextLong(), "done"));
        }
        assertThat(written(rows).rows()).isEqualTo(rows);
    }

    @Test
    void aTableWithoutRowsHasItsColumns() throws IOException {
        ParquetRows read = written(List.of());
        assertThat(read.rows()).isEmpty();
        assertThat(read.names()).hasSize(4);
    }

    @Test
    void whatGoesWrongAmongTheRowsIsThrown() {
        assertThatThrownBy(() -> ParquetFile.write(folder.resolve("fault"), COLUMNS, row -> {
                    throw new IOException("the disk is full");
                }))
                .hasMessage("the disk is full");
    }

    private ParquetRows written(List<List<Object>> rows) throws IOException {
        Path file = folder.resolve("table.parquet");
        ParquetFile.write(file, COLUMNS, row -> {
            for (List<Object> each : rows) {
                row.add(each);
            }
        });
        assertThat(Files.readAllBytes(file)).startsWith(ParquetFile.beginning());
        return ParquetRows.read(file);
    }
}
