package org.theoremeter.verify.claim.csv;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Function;
import org.theoremeter.theory.symbolic.Nearest;
import org.theoremeter.theory.symbolic.Quotation;
import org.theoremeter.verify.claim.yaml.ClaimException;

/**
 * A CSV table with one header row: named columns of text, read as numbers on demand.
 *
 * <p>Comments, which begin with #, and blank lines are left out; a row of numbers behind # is no comment. Values are separated by commas and may be quoted; a quoted value
 * ends on its line. UTF-8, with or without a byte order mark. Every fault is one line with the file and the line in it.
 */
public final class Table {

    private static final double LARGEST_COUNT = 1L << 53;

    private final String name;
    private final List<String> columns;
    private final List<Row> rows;

    /** One row and the line of the file in which it stands. */
    record Row(int line, List<String> values) {}

    Table(String name, List<String> columns, List<Row> rows) {
        this.name = name;
        this.columns = List.copyOf(columns);
        this.rows = List.copyOf(rows);
    }

    /**
     * Reads a file.
     *
     * @throws ClaimException at the first fault: where, what was found, what is accepted
     */
    public static Table read(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new ClaimException(
                    file.toString(), Files.isDirectory(file) ? "is a folder, accepted: a CSV file" : "no such file");
        }
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
        return columns;
    }

    /** Returns the number of rows, at least 1. */
    public int rows() {
        return rows.size();
    }

    /** Returns the SHA-256 of the header and all values, so that a changed file is seen. */
    public String fingerprint() {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            sha.update(String.join("\u0000", columns).getBytes(StandardCharsets.UTF_8));
            for (Row row : rows) {
                sha.update((byte) '\n');
                sha.update(String.join("\u0000", row.values()).getBytes(StandardCharsets.UTF_8));
            }
            return HexFormat.of().formatHex(sha.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** Returns where a row stands, as {@code file:line}. */
    public String place(int row) {
        return name + ":" + rows.get(row).line();
    }

    /**
     * Returns a column of finite numbers, one a row.
     *
     * @throws ClaimException if there is no such column, or at the first value that is no number
     */
    public double[] numbers(String column) {
        return values(column, text -> CsvNumber.isDecimal(text) ? null : "a finite number");
    }

    /**
     * Returns a column of counts, one a row: whole numbers from 0 to 2⁵³, in any notation.
     *
     * @throws ClaimException if there is no such column, or at the first value that is no count
     */
    public double[] counts(String column) {
        return values(
                column,
                text -> CsvNumber.isDecimal(text) && isCount(Double.parseDouble(text))
                        ? null
                        : "a whole number from 0 on");
    }

    private static boolean isCount(double value) {
        return value >= 0 && value <= LARGEST_COUNT && value == Math.rint(value);
    }

    /** Returns a column as numbers; {@code accepted} says what would have been in place of a text that is none, else null. */
    private double[] values(String column, Function<String, String> accepted) {
        int index = columns.indexOf(column);
        if (index < 0) {
            throw new ClaimException(
                    name, "found no column " + Quotation.of(column) + ", " + Nearest.hint(column, columns));
        }
        double[] values = new double[rows.size()];
        for (int row = 0; row < values.length; row++) {
            String text = rows.get(row).values().get(index);
            String instead = accepted.apply(text);
            if (instead != null) {
                throw new ClaimException(
                        place(row),
                        "found " + shown(text) + " in column " + Quotation.of(column) + ", accepted: " + instead);
            }
            values[row] = Double.parseDouble(text);
        }
        return values;
    }

    /** Returns a value as a fault shows it, in quotes. */
    static String shown(String text) {
        return text.isEmpty() ? "nothing" : Quotation.of(text);
    }
}
