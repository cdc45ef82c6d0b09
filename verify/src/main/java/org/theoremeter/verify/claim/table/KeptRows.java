package org.theoremeter.verify.claim.table;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.theoremeter.verify.claim.formula.RowFilter;
import org.theoremeter.verify.claim.source.ClaimException;
import org.theoremeter.verify.claim.yaml.YamlNode;

/**
 * The rows of a table that a claim is about.
 *
 * @param rows their numbers, rising, at least one
 * @param selecting the columns by whose values they were chosen
 */
record KeptRows(List<Integer> rows, Set<String> selecting) {

    /** Takes the rows that fulfil {@code keep}, one condition or a list of which all have to hold; all rows without it. */
    static KeptRows read(Optional<YamlNode> keep, CsvColumns columns) {
        if (keep.isEmpty()) {
            return new KeptRows(IntStream.range(0, columns.rows()).boxed().toList(), Set.of());
        }
        RowFilter filter = RowFilter.read(
                keep.get() instanceof YamlNode.Sequence list ? list.items() : List.of(keep.get()), columns.names());
        List<Integer> rows = IntStream.range(0, columns.rows())
                .filter(row -> filter.keeps(name -> columns.value(name, row)))
                .boxed()
                .toList();
        if (rows.isEmpty()) {
            throw new ClaimException(keep.get().position(), "found no row that fulfils " + filter);
        }
        return new KeptRows(rows, filter.columns());
    }
}
