package org.theoremeter.verify.cli.terminal;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.theoremeter.simulate.file.AtomicFile;
import org.theoremeter.simulate.file.RegularFile;

/** Writes columns as CSV, whole or not at all. */
public final class CsvFile {

    private static final int LONGEST_BEGINNING = 40;

    private CsvFile() {}

    /**
     * Writes a table.
     *
     * @param file where to
     * @param header one name a column
     * @param rows one value a column
     */
    public static void write(Path file, List<String> header, List<? extends List<?>> rows) {
        write(file, text(header, rows));
    }

    /**
     * Writes a table of which only the first column is always the same.
     *
     * @param file where to
     * @param header one name a column
     * @param rows one value a column; null leaves a cell empty
     */
    public static void writeWide(Path file, List<String> header, List<? extends List<?>> rows) {
        writeInto(file, text(header, rows), header.get(0) + ",");
    }

    /** Writes a table row by row, none of which is held; a null leaves a cell empty. */
    public static void print(Writer to, List<String> header, Rows rows) throws IOException {
        CSVPrinter printer = new CSVPrinter(
                to, CSVFormat.DEFAULT.builder().setRecordSeparator("\n").get());
        printer.printRecord(header);
        rows.each(printer::printRecord);
        printer.flush();
    }

    private static String text(List<String> header, List<? extends List<?>> rows) {
        StringWriter text = new StringWriter();
        try {
            print(text, header, row -> {
                for (List<?> values : rows) {
                    row.add(values);
                }
            });
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.toString();
    }

    /** The header of a table, or as much of a figure as all figures share. */
    private static String beginning(String text) {
        int end = text.indexOf('\n');
        return text.substring(0, Math.min(end < 0 ? text.length() : end, LONGEST_BEGINNING));
    }

    /** Writes text, whole or not at all; a file that began otherwise is somebody's own and stays. */
    public static void write(Path file, String text) {
        writeInto(file, text, beginning(text));
    }

    private static void writeInto(Path file, String text, String beginning) {
        write(file, text, beginning, "--out with another folder");
    }

    /**
     * Writes text into a file that an option names.
     *
     * @param option such as {@code --figure}
     */
    public static void writeNamed(Path file, String option, String text) {
        write(file, text, beginning(text), option + " with another name");
    }

    private static void write(Path file, String text, String beginning, String accepted) {
        try {
            if (Files.exists(file, LinkOption.NOFOLLOW_LINKS) && !begins(file, beginning)) {
                throw new BadInput(file + ": exists and holds something else, accepted: " + accepted);
            }
            Files.createDirectories(file.toAbsolutePath().getParent());
            AtomicFile.replace(file, ".tmp", text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException failure) {
            throw new BadInput(file + ": cannot be written: " + RegularFile.reason(failure));
        }
    }

    private static boolean begins(Path file, String beginning) throws IOException {
        if (!Files.isRegularFile(file)) {
            return false;
        }
        byte[] wanted = beginning.getBytes(StandardCharsets.UTF_8);
        try (InputStream in = Files.newInputStream(file)) {
            return Arrays.equals(in.readNBytes(wanted.length), wanted);
        }
    }
}
