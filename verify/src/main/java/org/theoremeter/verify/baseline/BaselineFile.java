package org.theoremeter.verify.baseline;

import java.io.IOException;
import java.nio.file.Path;
import org.theoremeter.verify.json.Field;
import org.theoremeter.verify.json.Shape;
import org.theoremeter.verify.results.ClaimAsText;
import org.theoremeter.verify.results.JsonRecord;
import org.theoremeter.verify.results.ResultsShape;

/** Writes and reads baselines; what is only there to be looked at, figures and typeset formulas, is left out. */
public final class BaselineFile {

    private static final Shape COUNT = Shape.whole(0, Integer.MAX_VALUE);

    private static final Shape BLESSING = Shape.object(
            Field.of("reason", Shape.filled()),
            Field.of("date", Shape.text()),
            Field.of("version", Shape.text()),
            Field.of("commit", Shape.text()),
            Field.of(
                    "changes",
                    Shape.object(
                            Field.of("worse", COUNT),
                            Field.of("restated", COUNT),
                            Field.of("otherwise", COUNT),
                            Field.of("added", COUNT),
                            Field.of("gone", COUNT),
                            Field.of("same", COUNT))));

    /** What a baseline must look like: schema {@code baseline/1}. */
    private static final Shape SHAPE = Shape.object(
            Field.of("schema", Shape.text()),
            Field.of("history", Shape.list(BLESSING, 1)),
            Field.of("provenance", ResultsShape.PROVENANCE),
            Field.of("claims", Shape.list(ResultsShape.CLAIM_AS_TEXT)));

    private static final JsonRecord<Baseline> FORMAT =
            new JsonRecord<>("baseline", Baseline.SCHEMA, SHAPE, Baseline.class, ClaimAsText.MIX_INS);

    private BaselineFile() {}

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
        return FORMAT.read(file);
    }

    /** Returns the schema that a file names, or nothing where it names none. */
    static String schema(Path file) throws IOException {
        return JsonRecord.schema("results.json or baseline", file);
    }
}
