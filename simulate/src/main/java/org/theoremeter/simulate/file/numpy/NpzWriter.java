package org.theoremeter.simulate.file.numpy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Makes the bytes of an .npz, entry by entry; the same entries give the same bytes. */
public final class NpzWriter {

    /** What an .npy 1.0 begins with. */
    static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0};

    /** The numbers begin at a multiple of this. */
    private static final int ALIGNMENT = 64;

    /** Any that needs no time zone. */
    private static final LocalDateTime TIME = LocalDateTime.of(2000, 1, 1, 0, 0);

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final ZipOutputStream zip = new ZipOutputStream(bytes);

    /** Begins a file. */
    public NpzWriter() {
        zip.setMethod(ZipOutputStream.STORED);
    }

    /** Adds an array. */
    public NpzWriter array(String name, NumpyArray.Type type, NumpyArray array) {
        byte[] header = header(type.word(), array.shape());
        ByteBuffer out = ByteBuffer.allocate(header.length + array.values().length * type.size())
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(header);
        for (double value : array.values()) {
            if (type == NumpyArray.Type.FLOAT64) {
                out.putDouble(value);
            } else {
                out.putFloat((float) value);
            }
        }
        entry(name, out.array());
        return this;
    }

    /** Adds a text, which numpy reads as an array of no dimension: {@code str(file[name])}. */
    public NpzWriter text(String name, String text) {
        int[] points = text.codePoints().toArray();
        byte[] header = header("<U" + points.length, List.of());
        ByteBuffer out = ByteBuffer.allocate(header.length + points.length * Integer.BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(header);
        for (int point : points) {
            out.putInt(point);
        }
        entry(name, out.array());
        return this;
    }

    /** Ends the file and returns it. */
    public byte[] bytes() {
        try {
            zip.close();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    private static byte[] header(String type, List<Integer> shape) {
        String dictionary =
                "{'descr': '" + type + "', 'fortran_order': False, 'shape': " + NumpyArray.text(shape) + ", }";
        int before = MAGIC.length + Short.BYTES;
        int whole = (before + dictionary.length() + ALIGNMENT) / ALIGNMENT * ALIGNMENT;
        String padded = dictionary + " ".repeat(whole - before - dictionary.length() - 1) + "\n";
        return ByteBuffer.allocate(whole)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(MAGIC)
                .putShort((short) padded.length())
                .put(padded.getBytes(StandardCharsets.US_ASCII))
                .array();
    }

    private void entry(String name, byte[] content) {
        ZipEntry entry = new ZipEntry(name + NpzReader.ENDING);
        CRC32 sum = new CRC32();
        sum.update(content);
        entry.setCrc(sum.getValue());
        entry.setSize(content.length);
        entry.setTimeLocal(TIME);
        try {
            zip.putNextEntry(entry);
            zip.write(content);
            zip.closeEntry();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
