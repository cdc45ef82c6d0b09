package org.theoremeter.verify.results;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Writes and reads results.json: the same results give the same bytes. */
public final class ResultsFile {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .build();

    static {
        MAPPER.getFactory()
                .setStreamReadConstraints(
                        StreamReadConstraints.builder().maxNestingDepth(50).build());
    }

    private ResultsFile() {}

    /** Returns the results as JSON text. */
    public static String text(Results results) {
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter();
        printer.indentObjectsWith(new DefaultIndenter("  ", "\n"));
        try {
            return MAPPER.writer(printer).writeValueAsString(results) + "\n";
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("results that cannot be written", impossible);
        }
    }

    /**
     * Writes the results, whole or not at all.
     *
     * @throws IOException if the file cannot be written
     */
    public static void write(Results results, Path file) throws IOException {
        Path scratch = file.resolveSibling(file.getFileName() + ".tmp");
        Files.writeString(scratch, text(results), StandardCharsets.UTF_8);
        Files.move(scratch, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    /**
     * Reads results.
     *
     * @throws IOException if the file cannot be read or is no results.json; the message says where it is wrong
     */
    public static Results read(Path file) throws IOException {
        try {
            Results results = MAPPER.readValue(Files.readAllBytes(file), Results.class);
            if (results == null || !Results.SCHEMA.equals(results.schema())) {
                throw new IOException("found the schema " + (results == null ? "null" : results.schema())
                        + ", accepted: " + Results.SCHEMA);
            }
            if (results.provenance() == null || results.provenance().run() == null) {
                throw new IOException("not a results.json: the provenance is missing");
            }
            return Results.of(results.provenance(), results.claims());
        } catch (NullPointerException incomplete) {
            throw new IOException("not a results.json: a part is missing", incomplete);
        } catch (JsonProcessingException fault) {
            throw new IOException(
                    "not a results.json" + place(fault) + ": "
                            + fault.getOriginalMessage().lines().findFirst().orElse(""),
                    fault);
        }
    }

    private static String place(JacksonException fault) {
        return fault.getLocation() == null
                ? ""
                : " (line " + fault.getLocation().getLineNr() + ", column "
                        + fault.getLocation().getColumnNr() + ")";
    }
}
