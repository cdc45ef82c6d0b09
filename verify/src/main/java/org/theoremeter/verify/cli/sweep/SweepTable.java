package org.theoremeter.verify.cli.sweep;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.theoremeter.verify.claim.SweepFile;

/**
 * What is kept of a sweep as a table: a row a run, with its grid point, its seed, its scalars and its events.
 *
 * @param columns the columns
 * @param filter which rows
 * @param export where it is written, if anywhere
 */
record SweepTable(SweepColumns columns, SweepFilter filter, Optional<ExportFile> export) {

    /**
     * Takes what a command was given, before anything is run.
     *
     * @param where conditions, none for all rows
     * @param export where to, null for nowhere
     */
    static SweepTable of(SweepFile file, List<String> where, Path export) {
        SweepColumns columns = SweepColumns.of(file.observe());
        return new SweepTable(
                columns,
                SweepFilter.of(where, columns),
                Optional.ofNullable(export).map(path -> ExportFile.of(path, columns)));
    }

    /** Writes the table, if it is to be; what a run does not have is empty. */
    void write(StoredSweep sweep) {
        if (export.isPresent()) {
            each(sweep, kept -> {});
        }
    }

    /** Tells of all runs that are meant, also of those that are missing, and writes the table on the way, if it is to be. */
    void each(StoredSweep sweep, Consumer<StoredSweep.Kept> told) {
        Iterable<StoredSweep.Kept> runs = sweep.runs(sweep.indices());
        if (export.isEmpty()) {
            runs.forEach(kept -> {
                if (filter.keeps(kept)) {
                    told.accept(kept);
                }
            });
            return;
        }
        export.get().write(columns, row -> {
            for (StoredSweep.Kept kept : runs) {
                if (filter.keeps(kept)) {
                    told.accept(kept);
                    if (kept.observation().isPresent()) {
                        row.add(columns.row(kept));
                    }
                }
            }
        });
    }
}
