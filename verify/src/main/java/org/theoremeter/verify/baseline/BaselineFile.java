package org.theoremeter.verify.baseline;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.theoremeter.verify.results.ClaimResult;
import org.theoremeter.verify.results.ComparisonResult;
import org.theoremeter.verify.results.JsonRecord;
import org.theoremeter.verify.results.Results;

/** Writes and reads baselines; what is only there to be looked at, figures and typeset formulas, is left out. */
public final class BaselineFile {

    private static final JsonRecord<Baseline> FORMAT = new JsonRecord<>(
            "baseline",
            Baseline.class,
            Map.of(
                    ClaimResult.class,
                    WithoutSensitivity.class,
                    ComparisonResult.class,
                    WithoutPlot.class,
                    ClaimResult.Statement.class,
                    TextOnly.class));

    private BaselineFile() {}

    /** What a claim would notice says nothing of what it found. */
    @JsonIgnoreProperties("sensitivity")
    private abstract static class WithoutSensitivity {}

    @JsonIgnoreProperties("plot")
    private abstract static class WithoutPlot {}

    @JsonIgnoreProperties({"tex", "mathMl"})
    private abstract static class TextOnly {}

    /**
     * Writes a baseline, whole or not at all.
     *
     * @throws IOException if the file cannot be written
     */
    public static void write(Baseline baseline, Path file) throws IOException {
        FORMAT.write(baseline, file);
    }

    /**
     * Reads a baseline.
     *
     * @throws IOException if the file cannot be read or is no baseline; the message says where it is wrong
     */
    public static Baseline read(Path file) throws IOException {
        return FORMAT.read(file, BaselineFile::checked);
    }

    /** Returns the schema that a file names, or nothing where it names none. */
    static String schema(Path file) throws IOException {
        return new JsonRecord<>("results.json or baseline", Baseline.class, Map.of()).schema(file);
    }

    private static Baseline checked(Baseline baseline) throws IOException {
        if (baseline == null || !Baseline.SCHEMA.equals(baseline.schema())) {
            throw new IOException("found the schema " + (baseline == null ? "null" : baseline.schema()) + ", accepted: "
                    + Baseline.SCHEMA);
        }
        boolean made = baseline.provenance() != null && baseline.provenance().run() != null;
        if (!made || baseline.history().isEmpty()) {
            throw new IOException("not a baseline: the provenance or the history is missing");
        }
        // finds what is missing in a claim, as in results
        Results.of(baseline.provenance(), baseline.claims());
        return baseline;
    }
}
