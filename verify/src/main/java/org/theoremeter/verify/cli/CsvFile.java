package org.theoremeter.verify.cli;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** Writes columns of numbers as CSV, whole or not at all. */
final class CsvFile {

    private CsvFile() {}

    /**
     * Writes a table.
     *
     * @param file where to
     * @param header one name a column
     * @param rows one value a column
     */
    static void write(Path file, List<String> header, List<List<Double>> rows) {
        StringWriter text = new StringWriter();
        CSVFormat format = CSVFormat.DEFAULT.builder().setRecordSeparator("\n").get();
        try (CSVPrinter printer = new CSVPrinter(text, format)) {
            printer.printRecord(header);
            for (List<Double> row : rows) {
                printer.printRecord(row);
            }
            write(file, text.toString());
        } catch (IOException failure) {
            throw new BadInput(file + ": cannot be written");
        }
    }

    /** Writes text, whole or not at all. */
    static void write(Path file, String text) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Path scratch = file.resolveSibling(file.getFileName() + ".tmp");
            Files.writeString(scratch, text);
            Files.move(scratch, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException failure) {
            throw new BadInput(file + ": cannot be written");
        }
    }
}
