package org.theoremeter.verify.results;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.theoremeter.verify.json.Field;
import org.theoremeter.verify.json.Shape;

/**
 * The verdicts of a run that has not ended, a line each in the order in which they were reached: schema {@code
 * results-lines/1}. What is written stays written, however the run ends.
 */
public final class ResultsLines implements Closeable {

    private static final String BEGUN = "results-lines/1";
    private static final String JUDGED = "judged/1";
    private static final int MOST_CLAIMS = 1_000_000;

    private static final JsonRecord<Begun> HEAD = new JsonRecord<>(
            "results.jsonl",
            BEGUN,
            Shape.object(Field.of("schema", Shape.text()), Field.of("provenance", ResultsShape.PROVENANCE)),
            Begun.class,
            Map.of());

    private static final JsonRecord<Judged> LINE = new JsonRecord<>(
            "results.jsonl",
            JUDGED,
            Shape.object(
                    Field.of("schema", Shape.text()),
                    Field.of("index", Shape.whole(0, MOST_CLAIMS)),
                    Field.of("claim", ResultsShape.CLAIM)),
            Judged.class,
            Map.of());

    private final OutputStream out;

    private ResultsLines(OutputStream out) {
        this.out = out;
    }

    @JsonPropertyOrder({"schema", "provenance"})
    record Begun(String schema, Provenance provenance) {}

    @JsonPropertyOrder({"schema", "index", "claim"})
    record Judged(String schema, int index, ClaimResult claim) {}

    /**
     * Begins a file.
     *
     * @throws IOException if it cannot be written
     */
    public static ResultsLines begin(Path file, Provenance provenance) throws IOException {
        ResultsLines lines =
                new ResultsLines(Files.newOutputStream(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE));
        lines.write(HEAD.line(new Begun(BEGUN, provenance)));
        return lines;
    }

    /**
     * Adds what became of a claim, which replaces what was said of it before.
     *
     * @param index its place among the claims that were asked for
     * @throws IOException if it cannot be written
     */
    public void add(int index, ClaimResult claim) throws IOException {
        write(LINE.line(new Judged(JUDGED, index, claim)));
    }

    private void write(String line) throws IOException {
        out.write(line.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    @Override
    public void close() throws IOException {
        out.close();
    }

    /** Returns whether a file is named as such files are. */
    static boolean isNamed(Path file) {
        return file.getFileName() != null && file.getFileName().toString().endsWith(".jsonl");
    }

    /**
     * Reads a file; a last line that was cut short is left out.
     *
     * @throws IOException if the content is something else; the message says in one line where it is wrong
     */
    static Results read(byte[] content) throws IOException {
        String text = new String(content, StandardCharsets.UTF_8);
        List<String> lines = text.lines().toList();
        int whole = text.endsWith("\n") ? lines.size() : lines.size() - 1;
        if (whole < 1) {
            throw new IOException("not a results.jsonl: found no whole line, accepted: lines that a run wrote");
        }
        Begun begun = HEAD.read(bytes(lines.get(0)));
        Map<Integer, ClaimResult> claims = new TreeMap<>();
        for (int i = 1; i < whole; i++) {
            try {
                Judged judged = LINE.read(bytes(lines.get(i)));
                claims.put(judged.index(), judged.claim());
            } catch (IOException fault) {
                throw new IOException("line " + (i + 1) + ": " + fault.getMessage(), fault);
            }
        }
        try {
            return Results.of(begun.provenance(), List.copyOf(claims.values()));
        } catch (IllegalArgumentException twice) {
            throw new IOException("not a results.jsonl: " + twice.getMessage(), twice);
        }
    }

    private static byte[] bytes(String line) {
        return line.getBytes(StandardCharsets.UTF_8);
    }
}
