package org.theoremeter.verify.cli.parquet;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.conf.ParquetConfiguration;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.LocalOutputFile;
import org.apache.parquet.io.OutputFile;
import org.theoremeter.verify.cli.terminal.Rows;

/** Writes tables as Parquet, uncompressed; values that repeat, such as coordinates, are written once a row group. */
public final class ParquetFile {

    /** What such a file begins with. */
    private static final String MAGIC = "PAR1";

    /** As much is held in memory before it is written, in bytes: some 80,000 rows of 13 numbers. */
    private static final long ROW_GROUP = 8 << 20;

    private ParquetFile() {}

    /** Returns the first bytes of every Parquet file. */
    public static byte[] beginning() {
        return MAGIC.getBytes(StandardCharsets.US_ASCII);
    }

    /**
     * Writes a table to a file that is not there yet.
     *
     * @param columns the columns, with names that all differ
     * @param rows one value a column, of its type; null where there is none
     * @throws IOException if it cannot be written
     */
    public static void write(Path file, List<ParquetColumn> columns, Rows rows) throws IOException {
        try (ParquetWriter<List<?>> writer = new Builder(new LocalOutputFile(file), columns)
                .withConf(new PlainParquetConfiguration())
                .withCompressionCodec(CompressionCodecName.UNCOMPRESSED)
                .withRowGroupSize(ROW_GROUP)
                .build()) {
            rows.each(writer::write);
        }
    }

    private static final class Builder extends ParquetWriter.Builder<List<?>, Builder> {

        private final List<ParquetColumn> columns;

        Builder(OutputFile file, List<ParquetColumn> columns) {
            super(file);
            this.columns = columns;
        }

        @Override
        protected Builder self() {
            return this;
        }

        @Override
        @Deprecated
        protected WriteSupport<List<?>> getWriteSupport(Configuration unused) {
            return new RowSupport(columns);
        }

        @Override
        protected WriteSupport<List<?>> getWriteSupport(ParquetConfiguration unused) {
            return new RowSupport(columns);
        }
    }
}
