package org.theoremeter.verify.claim.table;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.theoremeter.verify.claim.source.ClaimException;
import org.theoremeter.verify.claim.yaml.Fields;
import org.theoremeter.verify.claim.yaml.YamlNode;

/**
 * Which columns of a table say where a row belongs; all others were observed.
 *
 * @param over the axes of the grid
 * @param series the axis of the series, empty if numbers were observed
 * @param seed tells the seeds apart, empty without seeds
 */
record CsvRoles(List<String> over, Optional<String> series, Optional<String> seed) {

    /** Reads {@code over}, {@code series} and {@code seeds}. */
    static CsvRoles read(Fields fields, CsvColumns columns) {
        List<String> over = columns.listed(fields, "over");
        Optional<String> series = fields.takeScalar("series").map(columns::named);
        YamlNode.Scalar seeds = fields.needScalar("seeds");
        Optional<String> seed = seeds.text().equals("none") ? Optional.empty() : Optional.of(columns.named(seeds));
        return new CsvRoles(over, series, seed);
    }

    /** Refuses a column that has two roles. */
    void requireOneEach(Fields fields) {
        boolean twice = series.isPresent() && series.equals(seed);
        for (String axis : over) {
            twice |= series.filter(axis::equals).isPresent()
                    || seed.filter(axis::equals).isPresent();
        }
        if (twice) {
            throw new ClaimException(
                    fields.position(),
                    "found a column twice under over, series and seeds, accepted: each in one place");
        }
    }

    /** Returns the columns that have a role. */
    Set<String> columns() {
        Set<String> columns = new TreeSet<>(over);
        series.ifPresent(columns::add);
        seed.ifPresent(columns::add);
        return columns;
    }
}
