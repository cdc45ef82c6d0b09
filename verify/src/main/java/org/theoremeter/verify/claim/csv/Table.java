package org.theoremeter.verify.claim.csv;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoublePredicate;
import org.theoremeter.simulate.file.RegularFile;
import org.theoremeter.theory.text.Nearest;
import org.theoremeter.theory.text.Quotation;
import org.theoremeter.verify.claim.source.ClaimException;

/**
 * A CSV table with one header row: named columns of numbers, or of text where a value is none.
 *
 * <p>Blank lines are left out, and so are lines that begin with #: comments. Below the header such a line is refused where it may
 * be a row: where it has as many values as the header or, in a table of one column, is a number. Values are separated by commas
 * and may be quoted; a quoted value ends on its line. UTF-8, with or without a byte order mark.
 *
 * <p>Reading ends at the first fault. A message is one line that names the file and, where the fault is in a line, that line; a
 * file that cannot be opened, a table without rows and a missing column have none.
 */
public final class Table {

    /** The largest file, in bytes: a table of the most values with every digit, and as much again of comments. */
    private static final long LARGEST_FILE = 256L << 20;

    private final String name;
    private final Map<String, Column> columns;
    private final int[] lines;
    private final String fingerprint;

    /**
     * Creates a table.
     *
     * @param name what faults call it
     * @param columns its columns by name, in order
     * @param lines the line of the file in which each row stands
     * @param fingerprint the SHA-256 of header and values
     */
    Table(String name, Map<String, Column> columns, int[] lines, String fingerprint) {
        this.name = name;
        this.columns = Collections.unmodifiableMap(new LinkedHashMap<>(columns));
        this.lines = lines;
        this.fingerprint = fingerprint;
    }

    /**
     * Reads a file.
     *
     * @throws ClaimException at the first fault: where, what was found, what is accepted
     */
    public static Table read(Path file) {
        requireFile(file);
        try (Reader reader = new InputStreamReader(
                Files.newInputStream(file),
                StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT))) {
            return of(file.toString(), reader);
        } catch (IOException failure) {
            throw new ClaimException(file.toString(), "cannot be read");
        }
    }

    private static void requireFile(Path file) {
        try {
            RegularFile.require(file, "a CSV file");
            long size = Files.size(file);
            if (size > LARGEST_FILE) {
                throw new IOException(
                        "found a file of " + (size >> 20) + " MB, accepted: at most " + (LARGEST_FILE >> 20) + " MB");
            }
        } catch (IOException fault) {
            throw new ClaimException(file.toString(), fault.getMessage());
        }
    }

    /**
     * Reads text.
     *
     * @param name what faults call it
     * @param text where it comes from; read to its end, not closed
     * @throws ClaimException at the first fault: where, what was found, what is accepted
     */
    public static Table of(String name, Reader text) {
        return new TableReader(name, text).read();
    }

    /** Returns the names of the columns, in order, all different. */
    public List<String> columns() {
        return List.copyOf(columns.keySet());
    }

    /** Returns the number of rows, at least 1. */
    public int rows() {
        return lines.length;
    }

    /** Returns the SHA-256 of the header and all values, so that a changed file is seen. */
    public String fingerprint() {
        return fingerprint;
    }

    /** Returns where a row stands, as {@code file:line}. */
    public String place(int row) {
        return name + ":" + lines[row];
    }

    /**
     * Returns a column of finite numbers, one a row.
     *
     * @throws ClaimException if there is no such column, or at the first value that is no number
     */
    public double[] numbers(String column) {
        return values(column, Double::isFinite, "a finite number");
    }

    /**
     * Returns a column of counts, one a row: whole numbers from 0 to 2⁵³, in any notation.
     *
     * @throws ClaimException if there is no such column, or at the first value that is no count
     */
    public double[] counts(String column) {
        return values(column, Table::isCount, "a whole number from 0 on");
    }

    private static boolean isCount(double value) {
        return value >= 0 && value <= CsvNumber.LARGEST_COUNT && value == Math.rint(value);
    }

    /** Returns a column as numbers that are accepted; what is no number comes as NaN. */
    private double[] values(String column, DoublePredicate isAccepted, String accepted) {
        Column values = columns.get(column);
        if (values == null) {
            throw new ClaimException(
                    name, "found no column " + Quotation.of(column) + ", " + Nearest.hint(column, columns.keySet()));
        }
        double[] numbers = new double[lines.length];
        for (int row = 0; row < numbers.length; row++) {
            numbers[row] = values.number(row);
            if (!isAccepted.test(numbers[row])) {
                throw new ClaimException(
                        place(row),
                        "found " + shown(values.text(row)) + " in column " + Quotation.of(column) + ", accepted: "
                                + accepted);
            }
        }
        return numbers;
    }

    /** Returns a value as a fault shows it, in quotes. */
    static String shown(String text) {
        return text.isEmpty() ? "nothing" : Quotation.of(text);
    }
}
