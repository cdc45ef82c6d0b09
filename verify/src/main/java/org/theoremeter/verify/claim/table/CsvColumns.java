package org.theoremeter.verify.claim.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.theoremeter.simulate.experiment.Observable;
import org.theoremeter.simulate.experiment.Unit;
import org.theoremeter.theory.text.Nearest;
import org.theoremeter.verify.claim.csv.Table;
import org.theoremeter.verify.claim.formula.Names;
import org.theoremeter.verify.claim.source.ClaimException;
import org.theoremeter.verify.claim.source.Position;
import org.theoremeter.verify.claim.yaml.Fields;
import org.theoremeter.verify.claim.yaml.YamlNode;

/** The columns of a table under the names that a claim gives them, with the units and errors of what they hold. */
final class CsvColumns {

    private final Table table;
    private final Map<String, double[]> values = new LinkedHashMap<>();
    private final Map<String, Unit> units = new LinkedHashMap<>();
    private final Map<String, StatedError> errors = new LinkedHashMap<>();

    private CsvColumns(Table table) {
        this.table = table;
    }

    /** Reads {@code columns}, {@code units} and {@code errors} of {@code csv}; a column of errors is none of values then. */
    static CsvColumns read(Table table, Fields csv) {
        CsvColumns columns = new CsvColumns(table);
        csv.takeFields("columns").ifPresentOrElse(columns::readNamed, () -> columns.readAll(csv.key("file")));
        csv.takeFields("units").ifPresent(columns::readUnits);
        csv.takeFields("errors").ifPresent(columns::readErrors);
        return columns;
    }

    /** Returns the names, in order. */
    Set<String> names() {
        return Collections.unmodifiableSet(values.keySet());
    }

    /** Returns the value of a column in a row. */
    double value(String name, int row) {
        return values.get(name)[row];
    }

    /** Returns the unit of a column, 1 if none is given. */
    Unit unit(String name) {
        return units.getOrDefault(name, Unit.ONE);
    }

    /** Returns whether a column comes with its errors. */
    boolean hasErrors(String name) {
        return errors.containsKey(name);
    }

    /** Returns what is stated of the errors of a column, if anything. */
    Optional<StatedError> error(String name) {
        return Optional.ofNullable(errors.get(name));
    }

    /** Returns the number of rows. */
    int rows() {
        return table.rows();
    }

    /** Returns where a row stands. */
    String place(int row) {
        return table.place(row);
    }

    /** Returns the column that a text names. */
    String named(YamlNode.Scalar scalar) {
        if (!values.containsKey(scalar.text())) {
            throw new ClaimException(
                    scalar.position(),
                    "found no column " + scalar.described() + ", " + Nearest.hint(scalar.text(), values.keySet()));
        }
        return scalar.text();
    }

    /** Returns the columns that a list names, each once; none without it. */
    List<String> listed(Fields fields, String key) {
        List<String> names = new ArrayList<>();
        fields.takeList(key).ifPresent(items -> items.forEach(item -> names.add(named(Fields.scalar(item, key)))));
        if (new LinkedHashSet<>(names).size() < names.size()) {
            throw new ClaimException(fields.key(key), "found a column twice under " + key);
        }
        return names;
    }

    private void readAll(Position file) {
        for (String column : table.columns()) {
            Names.requireColumn(column, file);
            requireOwnSymbol(column, file);
            values.put(column, table.numbers(column));
        }
    }

    private void readNamed(Fields named) {
        for (String name : named.names()) {
            Names.requireColumn(name, named.key(name));
            requireOwnSymbol(name, named.key(name));
            YamlNode.Scalar column = named.needScalar(name);
            if (!table.columns().contains(column.text())) {
                throw new ClaimException(
                        column.position(),
                        "found no column " + column.described() + " in the file, "
                                + Nearest.hint(column.text(), table.columns()));
            }
            values.put(name, table.numbers(column.text()));
        }
    }

    /** A formula writes a-b as a_b: of two such columns one would stand for the other. */
    private void requireOwnSymbol(String name, Position position) {
        for (String other : values.keySet()) {
            if (Observable.symbolOf(other).equals(Observable.symbolOf(name))) {
                throw new ClaimException(
                        position,
                        "found the columns '" + other + "' and '" + name + "', which a formula writes alike; accepted:"
                                + " columns: {name: COLUMN}, with other names");
            }
        }
    }

    private void readUnits(Fields fields) {
        for (String name : fields.names()) {
            YamlNode.Scalar unit = fields.needScalar(name);
            requireColumn(name, fields);
            try {
                units.put(name, Unit.parse(unit.text()));
            } catch (IllegalArgumentException fault) {
                throw new ClaimException(unit.position(), fault.getMessage());
            }
        }
    }

    private void readErrors(Fields fields) {
        for (String name : fields.names()) {
            requireColumn(name, fields);
            StatedError error = StatedError.read(fields.need(name), name, size -> errors(size, name));
            for (int row = 0; row < rows(); row++) {
                if (error.sizes()[row] < 0) {
                    throw new ClaimException(
                            place(row), "found the error " + error.sizes()[row] + " of " + name + ", accepted: from 0");
                }
            }
            errors.put(name, error);
        }
    }

    private double[] errors(YamlNode.Scalar error, String name) {
        if (values.containsKey(error.text())) {
            return values.remove(error.text());
        }
        if (table.columns().contains(error.text())) {
            return table.numbers(error.text());
        }
        if (error.text().matches("[-+0-9.].*")) {
            double size = Fields.number(error, "errors." + name);
            if (size < 0) {
                throw new ClaimException(
                        error.position(), "found the error " + size + " of " + name + ", accepted: from 0");
            }
            double[] alike = new double[rows()];
            Arrays.fill(alike, size);
            return alike;
        }
        throw new ClaimException(
                error.position(),
                "found no column " + error.described() + " in the file, accepted: a column, or a number");
    }

    private void requireColumn(String name, Fields fields) {
        if (!values.containsKey(name)) {
            throw new ClaimException(
                    fields.key(name), "found no column '" + name + "', " + Nearest.hint(name, values.keySet()));
        }
    }
}
