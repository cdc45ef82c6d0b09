package org.theoremeter.simulate.file.numpy;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import org.theoremeter.theory.text.Quotation;

/**
 * Reads an .npz, compressed or not, as {@code numpy.savez} writes it to a file.
 *
 * <p>Every fault is an {@link IOException} whose message says in one line what was found and what is accepted, without the path.
 */
public final class NpzReader {

    /** What names of entries end with. */
    static final String ENDING = ".npy";

    private static final String WHOLE = "what numpy.savez writes to a file";
    private static final String NUMBERS = "numbers of type '<f8' or '<f4' (little-endian float64 or float32)";
    private static final Pattern HEADER = Pattern.compile(
            "\\{'descr': '([^']{0,40})', 'fortran_order': (True|False), 'shape': \\(([0-9, ]{0,80})\\), *\\} *\n?");
    private static final Pattern TEXT_HEADER = Pattern.compile(
            "\\{'descr': '<U([0-9]{1,6})', 'fortran_order': (?:True|False), 'shape': \\(\\), *\\} *\n?");
    private static final int MOST_ENTRIES = 64;
    private static final int MOST_DIMENSIONS = 8;
    private static final int MOST_DIGITS = 10;
    private static final int MOST_SKIPPED = 1 << 20;
    private static final int BYTE = 0xff;

    /** The record at the end of a zip without comment: its length, its mark, where it counts the entries. */
    private static final int END = 22;

    private static final int END_MARK = 0x06054b50;
    private static final int END_COUNT = 10;

    private final ZipInputStream zip;

    /** Numbers that there is still room for. */
    private long room;

    private NpzReader(byte[] bytes, long most) {
        zip = new ZipInputStream(new ByteArrayInputStream(bytes));
        room = most;
    }

    /**
     * Reads all arrays of numbers.
     *
     * @param bytes the file
     * @param skipped names of entries that are only held to be whole
     * @param most the most numbers that are accepted, of all arrays together
     * @throws IOException if it is no .npz, is damaged, or holds something else
     */
    public static Map<String, NumpyArray> read(byte[] bytes, Set<String> skipped, long most) throws IOException {
        int end = bytes.length - END;
        ByteBuffer in = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        if (end < 0 || in.getInt(end) != END_MARK) {
            throw new IOException("found no zip, or one that is cut short, accepted: " + WHOLE);
        }
        int count = Short.toUnsignedInt(in.getShort(end + END_COUNT));
        try {
            return new NpzReader(bytes, most).read(count, skipped);
        } catch (ZipException | EOFException | IllegalArgumentException damaged) {
            throw new IOException("found a zip that is damaged, accepted: " + WHOLE, damaged);
        }
    }

    /**
     * Reads one text, as {@code numpy.savez} writes a string.
     *
     * @param bytes a file that {@link #read} accepts
     * @param name name of the entry
     * @return the text; nothing if there is no such entry, or it holds something else
     */
    public static Optional<String> text(byte[] bytes, String name) {
        NpzReader reader = new NpzReader(bytes, 0);
        try {
            for (ZipEntry entry = reader.zip.getNextEntry(); entry != null; entry = reader.zip.getNextEntry()) {
                if (entry.getName().equals(name + ENDING)) {
                    return reader.text(name);
                }
            }
        } catch (IOException | IllegalArgumentException noText) {
            return Optional.empty();
        }
        return Optional.empty();
    }

    private Optional<String> text(String name) throws IOException {
        Matcher header = TEXT_HEADER.matcher(header(name));
        if (!header.matches()) {
            return Optional.empty();
        }
        byte[] content = zip.readNBytes(MOST_SKIPPED + 1);
        if (content.length > MOST_SKIPPED || content.length != Integer.BYTES * Integer.parseInt(header.group(1))) {
            return Optional.empty();
        }
        ByteBuffer in = ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN);
        StringBuilder text = new StringBuilder();
        while (in.hasRemaining()) {
            text.appendCodePoint(in.getInt());
        }
        return Optional.of(text.toString());
    }

    private Map<String, NumpyArray> read(int count, Set<String> skipped) throws IOException {
        Map<String, NumpyArray> arrays = new LinkedHashMap<>();
        int found = 0;
        for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
            String name = entry.getName();
            if (++found > MOST_ENTRIES) {
                throw new IOException("found more than " + MOST_ENTRIES + " entries, accepted: one a block of weights");
            }
            if (!name.endsWith(ENDING)) {
                throw new IOException(
                        "found the entry " + Quotation.of(name) + ", accepted: names that end with " + ENDING);
            }
            String array = name.substring(0, name.length() - ENDING.length());
            if (skipped.contains(array)) {
                drain(array);
            } else if (arrays.put(array, array(array)) != null) {
                throw new IOException("found " + Quotation.of(array) + " twice, accepted: once");
            }
        }
        if (found != count) {
            throw new ZipException("another number of entries");
        }
        return arrays;
    }

    private void drain(String name) throws IOException {
        if (zip.readNBytes(MOST_SKIPPED + 1).length > MOST_SKIPPED) {
            throw new IOException(name + ": found more than " + MOST_SKIPPED + " bytes, accepted: fewer");
        }
    }

    private NumpyArray array(String name) throws IOException {
        Matcher header = HEADER.matcher(header(name));
        if (!header.matches()) {
            throw new IOException(
                    name + ": found a header that numpy does not write for numbers, accepted: " + NUMBERS);
        }
        NumpyArray.Type type = Arrays.stream(NumpyArray.Type.values())
                .filter(known -> known.word().equals(header.group(1)))
                .findFirst()
                .orElseThrow(() -> new IOException(
                        name + ": found the type " + Quotation.of(header.group(1)) + ", accepted: " + NUMBERS));
        List<Integer> shape = shape(name, header.group(3));
        long size = 1;
        for (int length : shape) {
            // a zero anywhere makes it empty; what is too large is so before it overflows
            size = length == 0 || size == 0 ? 0 : Math.min(size * length, Integer.MAX_VALUE);
        }
        if (size > room) {
            throw new IOException(name + ": found the shape " + NumpyArray.text(shape)
                    + ", accepted: no more numbers than any network here has");
        }
        room -= size;
        byte[] content = zip.readNBytes((int) size * type.size());
        if (content.length < size * type.size() || zip.read() >= 0) {
            throw new IOException(name + ": found more or fewer bytes than its shape " + NumpyArray.text(shape)
                    + " says, accepted: as many");
        }
        double[] values = numbers(content, type, (int) size);
        return new NumpyArray(shape, header.group(2).equals("True") ? byRows(values, shape) : values);
    }

    /** Returns the header, of which only the length of version 1.0 is believed: at most 65535 bytes. */
    private String header(String name) throws IOException {
        byte[] magic = zip.readNBytes(NpzWriter.MAGIC.length);
        if (!Arrays.equals(magic, NpzWriter.MAGIC)) {
            throw new IOException(name + ": found no .npy of version 1.0, accepted: " + WHOLE);
        }
        byte[] two = zip.readNBytes(Short.BYTES);
        if (two.length < Short.BYTES) {
            throw new EOFException();
        }
        int length = (two[0] & BYTE) | (two[1] & BYTE) << Byte.SIZE;
        byte[] text = zip.readNBytes(length);
        if (text.length < length) {
            throw new IOException(name + ": found a header that is cut short, accepted: " + WHOLE);
        }
        return new String(text, StandardCharsets.ISO_8859_1);
    }

    private static List<Integer> shape(String name, String text) throws IOException {
        List<Integer> shape = new ArrayList<>();
        for (String part : text.split(",")) {
            String digits = part.trim();
            if (digits.isEmpty()) {
                continue;
            }
            if (shape.size() == MOST_DIMENSIONS || digits.length() > MOST_DIGITS || digits.contains(" ")) {
                throw new IOException(name + ": found the shape (" + text + "), accepted: vectors and matrices");
            }
            shape.add((int) Math.min(Long.parseLong(digits), Integer.MAX_VALUE));
        }
        return shape;
    }

    private static double[] numbers(byte[] content, NumpyArray.Type type, int size) {
        ByteBuffer in = ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN);
        double[] values = new double[size];
        for (int i = 0; i < size; i++) {
            values[i] = type == NumpyArray.Type.FLOAT64 ? in.getDouble() : in.getFloat();
        }
        return values;
    }

    /** Puts numbers whose first index runs fastest in the order in which the last does. */
    private static double[] byRows(double[] values, List<Integer> shape) {
        double[] ordered = new double[values.length];
        int[] index = new int[shape.size()];
        for (double value : values) {
            int at = 0;
            for (int d = 0; d < index.length; d++) {
                at = at * shape.get(d) + index[d];
            }
            ordered[at] = value;
            for (int d = 0; d < index.length && ++index[d] == shape.get(d); d++) {
                index[d] = 0;
            }
        }
        return ordered;
    }
}
