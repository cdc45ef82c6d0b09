package org.theoremeter.verify.cli.sweep;

import java.io.IOException;
import java.io.InputStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Locale;
import org.theoremeter.simulate.file.AtomicFile;
import org.theoremeter.simulate.file.RegularFile;
import org.theoremeter.theory.text.Quotation;
import org.theoremeter.verify.cli.parquet.ParquetFile;
import org.theoremeter.verify.cli.terminal.BadInput;
import org.theoremeter.verify.cli.terminal.CsvFile;
import org.theoremeter.verify.cli.terminal.Rows;

/**
 * A file into which a table is exported, as CSV or Parquet by the end of its name; written whole or not at all.
 *
 * @param path where it is
 * @param parquet whether as Parquet
 */
record ExportFile(Path path, boolean parquet) {

    private static final String CSV = ".csv";
    private static final String PARQUET = ".parquet";

    /**
     * Takes a name, before anything is run.
     *
     * @param path where to
     * @param columns what is to be written
     * @throws BadInput if the name ends in something else, or the file cannot be written or is somebody's own
     */
    static ExportFile of(Path path, SweepColumns columns) {
        String name = path.toString().toLowerCase(Locale.ROOT);
        if (!name.endsWith(CSV) && !name.endsWith(PARQUET)) {
            throw new BadInput("--export: found " + Quotation.of(path.toString())
                    + ", accepted: a name that ends in .csv or .parquet");
        }
        ExportFile file = new ExportFile(path, name.endsWith(PARQUET));
        try {
            file.requireFree(columns);
        } catch (IOException failure) {
            throw cannotBeWritten(path, RegularFile.reason(failure));
        }
        return file;
    }

    private void requireFree(SweepColumns columns) throws IOException {
        if (Files.exists(path, LinkOption.NOFOLLOW_LINKS) && !begins(beginning(columns))) {
            throw new BadInput(path + ": exists and holds something else, accepted: --export with another name");
        }
        Path there = path.toAbsolutePath().getParent();
        while (there.getParent() != null && Files.notExists(there, LinkOption.NOFOLLOW_LINKS)) {
            there = there.getParent();
        }
        if (!Files.isDirectory(there) || !Files.isWritable(there)) {
            throw cannotBeWritten(path, there + " is no folder that can be written");
        }
    }

    /** With what a table of this format begins, whichever sweep it is of. */
    private byte[] beginning(SweepColumns columns) {
        return parquet ? ParquetFile.beginning() : (columns.header().get(0) + ",").getBytes(StandardCharsets.UTF_8);
    }

    private boolean begins(byte[] wanted) throws IOException {
        if (!Files.isRegularFile(path)) {
            return false;
        }
        try (InputStream in = Files.newInputStream(path)) {
            return Arrays.equals(in.readNBytes(wanted.length), wanted);
        }
    }

    /** Writes a table; what was there before stays until it is whole. */
    void write(SweepColumns columns, Rows rows) {
        try {
            requireFree(columns);
            Files.createDirectories(path.toAbsolutePath().getParent());
            AtomicFile.replace(path, ".tmp", scratch -> {
                if (parquet) {
                    ParquetFile.write(scratch, columns.typed(), rows);
                } else {
                    try (Writer to = Files.newBufferedWriter(
                            scratch, StandardCharsets.UTF_8, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
                        CsvFile.print(to, columns.header(), rows);
                    }
                }
            });
        } catch (IOException failure) {
            throw cannotBeWritten(path, RegularFile.reason(failure));
        }
    }

    private static BadInput cannotBeWritten(Path path, String reason) {
        return new BadInput(path + ": cannot be written: " + reason);
    }

    @Override
    public String toString() {
        return path.toString();
    }
}
