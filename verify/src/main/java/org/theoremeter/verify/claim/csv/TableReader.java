package org.theoremeter.verify.claim.csv;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.theoremeter.verify.claim.source.ClaimException;

/** Reads a table row by row; what can be refused early is. */
final class TableReader {

    /** The longest line, in characters. */
    static final int LONGEST_LINE = 1_000_000;

    /** The most values of a table, its header not counted; some tens of MB of memory. */
    static final int MOST_VALUES = 4_000_000;

    /** The most columns of a table. */
    static final int MOST_COLUMNS = 2_000;

    private static final CSVFormat FORMAT =
            CSVFormat.DEFAULT.builder().setTrim(true).setIgnoreEmptyLines(false).get();

    private final String name;
    private final BoundedLines lines;
    private final Map<String, Column> values = new LinkedHashMap<>();
    private final Fingerprint fingerprint = new Fingerprint();
    private int[] places = new int[16];
    private int rows;
    private List<String> columns;
    /** The last comment before the header. */
    private String lastComment = "";

    TableReader(String name, Reader text) {
        this.name = name;
        this.lines = new BoundedLines(name, text, LONGEST_LINE);
    }

    Table read() {
        for (String line = lines.next(); line != null; line = lines.next()) {
            if (line.isBlank()) {
                continue;
            }
            if (line.stripLeading().startsWith("#")) {
                comment(line.stripLeading().substring(1));
                continue;
            }
            List<String> row = parse(line);
            if (columns == null) {
                header(line, row);
                columns = row;
                columns.forEach(column -> values.put(column, new Column()));
            } else {
                require(row);
                add(row);
            }
            fingerprint.add(row);
        }
        if (columns == null) {
            throw new ClaimException(name, "found neither header nor rows, accepted: a CSV table");
        }
        if (rows == 0) {
            throw new ClaimException(name, "found a header and no rows, accepted: at least one row");
        }
        return new Table(name, values, Arrays.copyOf(places, rows), fingerprint.text());
    }

    /** A row that looks like a comment would be left out, and nobody would know. */
    private void comment(String text) {
        if (columns == null) {
            lastComment = text.strip();
            return;
        }
        List<String> values = List.of(text.split(",", -1));
        boolean row = values.size() == columns.size() && (values.size() > 1 || CsvNumber.isDecimal(text.strip()));
        if (row) {
            throw fault(
                    "found a row that begins with #, which would be left out as a comment; accepted: rows without it,"
                            + " or comments that do not have as many values as the header");
        }
    }

    private List<String> parse(String line) {
        if (line.indexOf('"') < 0) {
            return Arrays.stream(line.split(",", -1)).map(String::trim).toList();
        }
        try (CSVParser parser = CSVParser.parse(line, FORMAT)) {
            List<CSVRecord> records = parser.getRecords();
            return List.copyOf(records.get(0).toList());
        } catch (IOException | UncheckedIOException failure) {
            throw fault("found a quotation mark out of place, accepted: values in pairs of them, each on one line");
        }
    }

    private void header(String line, List<String> names) {
        if (names.size() == 1 && (line.contains(";") || line.contains("\t"))) {
            throw fault("found columns separated by " + (line.contains(";") ? "semicolons" : "tabs")
                    + ", accepted: by commas");
        }
        if (names.stream().allMatch(CsvNumber::isDecimal)) {
            boolean commented = lastComment.split(",", -1).length == names.size() && !lastComment.isEmpty();
            throw fault("found numbers where the names of the columns should be"
                    + (commented ? " (those behind # are a comment: take the # away)" : "")
                    + ", accepted: a header such as x,seed,y");
        }
        if (names.size() > MOST_COLUMNS) {
            throw fault("found " + names.size() + " columns, accepted: at most " + MOST_COLUMNS);
        }
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < names.size(); i++) {
            String column = names.get(i);
            if (column.isEmpty()) {
                throw fault("found no name for column " + (i + 1) + ", accepted: a name for each column");
            }
            if (!seen.add(column)) {
                throw fault("found the column " + Table.shown(column) + " twice, accepted: different names");
            }
        }
    }

    private void require(List<String> values) {
        if (values.size() != columns.size()) {
            throw fault("found " + values.size() + (values.size() == 1 ? " value" : " values") + ", accepted: "
                    + columns.size() + ", one for each column of the header");
        }
        if ((rows + 1L) * columns.size() > MOST_VALUES) {
            throw fault("found more than " + MOST_VALUES + " values, accepted: a smaller table");
        }
    }

    private void add(List<String> row) {
        if (rows == places.length) {
            places = Arrays.copyOf(places, rows + rows / 2);
        }
        places[rows] = lines.number();
        rows++;
        int column = 0;
        for (Column each : values.values()) {
            double value = CsvNumber.value(row.get(column));
            if (Double.isInfinite(value)) {
                throw fault("found " + Table.shown(row.get(column)) + " in column " + Table.shown(columns.get(column))
                        + ", accepted: finite numbers that a double can hold");
            }
            each.add(value, row.get(column));
            column++;
        }
    }

    private ClaimException fault(String message) {
        return new ClaimException(name + ":" + lines.number(), message);
    }
}
