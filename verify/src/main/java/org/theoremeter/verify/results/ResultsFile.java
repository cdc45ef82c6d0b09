package org.theoremeter.verify.results;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.theoremeter.simulate.file.RegularFile;

/** Writes and reads results.json: the same results give the same bytes. */
public final class ResultsFile {

    private static final JsonRecord<Results> FORMAT =
            new JsonRecord<>("results.json", Results.SCHEMA, ResultsShape.RESULTS, Results.class, Map.of());

    private ResultsFile() {}

    /** Returns the results as JSON text. */
    public static String text(Results results) {
        return FORMAT.text(results);
    }

    /**
     * Writes the results, whole or not at all.
     *
     * @throws IOException if the file cannot be written
     */
    public static void write(Results results, Path file) throws IOException {
        FORMAT.write(results, file);
    }

    /**
     * Reads results, or what a run that was stopped left of them.
     *
     * @throws IOException if the file cannot be read or is no results.json; the message says where it is wrong
     */
    public static Results read(Path file) throws IOException {
        if (ResultsLines.isNamed(file)) {
            return ResultsLines.read(RegularFile.read(file, JsonRecord.LARGEST));
        }
        Results results = FORMAT.read(file);
        // counts are not believed, but made anew
        return Results.of(results.provenance(), results.claims());
    }
}
