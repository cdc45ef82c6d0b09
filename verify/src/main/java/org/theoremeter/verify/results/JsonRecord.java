package org.theoremeter.verify.results;

import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.theoremeter.simulate.file.AtomicFile;
import org.theoremeter.simulate.file.RegularFile;
import org.theoremeter.verify.json.Found;
import org.theoremeter.verify.json.Shape;
import org.theoremeter.verify.judge.Verdict;

/**
 * Writes and reads a record as a JSON file: the same record gives the same bytes.
 *
 * <p>Nothing of a file is believed before all of it has its shape.
 *
 * @param <T> the record
 */
public final class JsonRecord<T> {

    /** The largest file that is read, in bytes. */
    static final long LARGEST = 512L << 20;

    private static final int DEEPEST = 50;

    private static final JsonFactory SYNTAX = JsonFactory.builder()
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private final String what;
    private final String schema;
    private final Shape shape;
    private final Class<T> type;
    private final JsonMapper mapper;

    /** A verdict is written as its text. */
    private abstract static class VerdictAsText {
        @JsonValue
        abstract String text();
    }

    /**
     * Creates a format.
     *
     * @param what what such a file is called in messages
     * @param schema the schema that it names
     * @param shape what it must look like
     * @param type the record
     * @param mixIns classes with annotations, by the class that they annotate
     */
    public JsonRecord(String what, String schema, Shape shape, Class<T> type, Map<Class<?>, Class<?>> mixIns) {
        this.what = what;
        this.schema = schema;
        this.shape = shape;
        this.type = type;
        JsonMapper.Builder builder =
                JsonMapper.builder(SYNTAX).enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES);
        builder.addMixIn(Verdict.class, VerdictAsText.class);
        mixIns.forEach(builder::addMixIn);
        this.mapper = builder.build();
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

    /** Returns the record as JSON text on one line. */
    String line(T content) {
        try {
            return mapper.writeValueAsString(content) + "\n";
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
        AtomicFile.replace(file, ".tmp", text(content).getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Reads a record.
     *
     * @throws IOException if the file cannot be read or holds something else; the message says in one line where it is wrong
     */
    public T read(Path file) throws IOException {
        return read(RegularFile.read(file, LARGEST));
    }

    /**
     * Reads a record from the content of a file.
     *
     * @throws IOException if that is something else; the message says in one line where it is wrong
     */
    T read(byte[] content) throws IOException {
        try {
            requireSchema(schema(content));
            try (JsonParser json = SYNTAX.createParser(content)) {
                json.nextToken();
                shape.require(json, "");
                requireEnd(json);
            }
            return mapper.readValue(content, type);
        } catch (JsonProcessingException fault) {
            throw refused(what, fault);
        }
    }

    private void requireSchema(String found) throws IOException {
        if (!found.equals(schema)) {
            throw new IOException(
                    found.isEmpty()
                            ? "not a " + what + ": found no schema, accepted: " + schema
                            : "found the schema " + Found.bare(found) + ", accepted: " + schema);
        }
    }

    private static void requireEnd(JsonParser json) throws IOException {
        JsonLocation end = json.currentLocation();
        boolean more;
        try {
            more = json.nextToken() != null;
        } catch (JsonProcessingException noJson) {
            more = true;
        }
        if (more) {
            throw new IOException(
                    "found text behind the end of the JSON" + place(end) + ", accepted: a file that ends there");
        }
    }

    /**
     * Returns the schema that a file names, or nothing where it names none.
     *
     * @param what what such a file is called in messages
     * @throws IOException if the file cannot be read or is no JSON; the message says where it is wrong
     */
    public static String schema(String what, Path file) throws IOException {
        try {
            return schema(RegularFile.read(file, LARGEST));
        } catch (JsonProcessingException fault) {
            throw refused(what, fault);
        }
    }

    private static String schema(byte[] content) throws IOException {
        try (JsonParser json = SYNTAX.createParser(content)) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                return "";
            }
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                boolean named = json.currentName().equals("schema");
                json.nextToken();
                if (named) {
                    return json.currentToken() == JsonToken.VALUE_STRING ? json.getText() : "";
                }
                json.skipChildren();
            }
            return "";
        }
    }

    /** What a record refuses itself, it says in words of its own. */
    private static IOException refused(String what, JsonProcessingException fault) {
        boolean ours = fault.getCause() instanceof IllegalArgumentException;
        String message = ours ? fault.getCause().getMessage() : fault.getOriginalMessage();
        return new IOException(
                "not a " + what + place(fault) + ": "
                        + Found.line(message.lines().findFirst().orElse("")),
                fault);
    }

    private static String place(JacksonException fault) {
        return fault.getLocation() == null ? "" : place(fault.getLocation());
    }

    private static String place(JsonLocation place) {
        return " (line " + place.getLineNr() + ", column " + place.getColumnNr() + ")";
    }
}
