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
import java.util.Map;

/**
 * Writes and reads a record as a JSON file: the same record gives the same bytes.
 *
 * @param <T> the record
 */
public final class JsonRecord<T> {

    private final String what;
    private final Class<T> type;
    private final JsonMapper mapper;

    /**
     * Creates a format.
     *
     * @param what what such a file is called in messages
     * @param type the record
     * @param mixIns classes with annotations, by the class that they annotate
     */
    public JsonRecord(String what, Class<T> type, Map<Class<?>, Class<?>> mixIns) {
        this.what = what;
        this.type = type;
        JsonMapper.Builder builder = JsonMapper.builder()
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);
        mixIns.forEach(builder::addMixIn);
        this.mapper = builder.build();
        mapper.getFactory()
                .setStreamReadConstraints(
                        StreamReadConstraints.builder().maxNestingDepth(50).build());
    }

    /** Returns the record as JSON text. */
    public String text(T content) {
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter();
        printer.indentObjectsWith(new DefaultIndenter("  ", "\n"));
        try {
            return mapper.writer(printer).writeValueAsString(content) + "\n";
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a record that cannot be written", impossible);
        }
    }

    /**
     * Writes the record, whole or not at all.
     *
     * @throws IOException if the file cannot be written
     */
    public void write(T content, Path file) throws IOException {
        Path scratch = file.resolveSibling(file.getFileName() + ".tmp");
        Files.writeString(scratch, text(content), StandardCharsets.UTF_8);
        Files.move(scratch, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Takes what was read, or refuses it. */
    @FunctionalInterface
    public interface Check<T, R> {
        /**
         * Returns what was read in the form that is asked for.
         *
         * @throws IOException if it is not accepted
         * @throws NullPointerException if a part is missing
         */
        R of(T content) throws IOException;
    }

    /**
     * Reads a record.
     *
     * @param check takes what was read, null if the file holds just that
     * @throws IOException if the file cannot be read or holds something else; the message says where it is wrong
     */
    public <R> R read(Path file, Check<T, R> check) throws IOException {
        try {
            return check.of(mapper.readValue(Files.readAllBytes(file), type));
        } catch (NullPointerException incomplete) {
            throw new IOException("not a " + what + ": a part is missing", incomplete);
        } catch (JsonProcessingException fault) {
            throw new IOException(
                    "not a " + what + place(fault) + ": "
                            + fault.getOriginalMessage().lines().findFirst().orElse(""),
                    fault);
        }
    }

    /**
     * Returns the schema that a file names, or nothing where it names none.
     *
     * @throws IOException if the file cannot be read or is no JSON; the message says where it is wrong
     */
    public String schema(Path file) throws IOException {
        try {
            return mapper.readTree(Files.readAllBytes(file)).path("schema").asText("");
        } catch (JsonProcessingException fault) {
            throw new IOException(
                    "not a " + what + place(fault) + ": "
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
