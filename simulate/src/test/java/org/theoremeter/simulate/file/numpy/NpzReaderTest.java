package org.theoremeter.simulate.file.numpy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class NpzReaderTest {

    private static final long MOST = 1000;
    private static final double[] SIX = {1, -0.0, Double.MIN_VALUE, 4e300, Math.PI, -6};

    private static byte[] good() {
        return new NpzWriter()
                .text("about", "{\"σ\": \"𝜏\"}")
                .array("W", NumpyArray.Type.FLOAT64, new NumpyArray(List.of(2, 3), SIX))
                .array("b", NumpyArray.Type.FLOAT32, new NumpyArray(List.of(2), new double[] {0.5, 0.1f}))
                .array("none", NumpyArray.Type.FLOAT64, new NumpyArray(List.of(4, 0), new double[0]))
                .array("one", NumpyArray.Type.FLOAT64, new NumpyArray(List.of(), new double[] {7}))
                .bytes();
    }

    private static Map<String, NumpyArray> read(byte[] bytes) throws IOException {
        return NpzReader.read(bytes, Set.of("about"), MOST);
    }

    @Test
    void readsWhatIsWritten() throws IOException {
        Map<String, NumpyArray> arrays = read(good());
        assertThat(arrays.keySet()).containsExactly("W", "b", "none", "one");
        assertThat(arrays.get("W").shape()).containsExactly(2, 3);
        assertThat(arrays.get("W").values()).containsExactly(SIX);
        assertThat(arrays.get("b").values()).containsExactly(0.5, 0.1f);
        assertThat(arrays.get("none").shape()).containsExactly(4, 0);
        assertThat(arrays.get("one").shape()).isEmpty();
        assertThat(good()).isEqualTo(good());
    }

    @Test
    void readsCompressedFilesAndColumnsFirst() throws IOException {
        byte[] columns = npy("<f8", "True", "(2, 3)", doubles(1, 4, 2, 5, 3, 6));
        assertThat(read(zip("W.npy", columns)).get("W").values()).containsExactly(1, 2, 3, 4, 5, 6);
        byte[] vector = npy("<f8", "True", "(3,)", doubles(1, 2, 3));
        assertThat(read(zip("v.npy", vector)).get("v").values()).containsExactly(1, 2, 3);
    }

    record Fault(String name, byte[] bytes, String... said) {

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Fault> faults() throws IOException {
        byte[] one = doubles(1);
        byte[] longest = npy("<f8", "False", "(1,)", one);
        ByteBuffer.wrap(longest).order(ByteOrder.LITTLE_ENDIAN).putShort(8, (short) 0xffff);
        byte[] second = npy("<f8", "False", "(1,)", one);
        second[6] = 2;
        return Stream.of(
                new Fault("empty", new byte[0], "no zip", "numpy.savez"),
                new Fault("text", "no weights at all, only a text".getBytes(StandardCharsets.UTF_8), "no zip"),
                new Fault(
                        "bigEndian",
                        zip("W.npy", npy(">f8", "False", "(1,)", one)),
                        "W: found the type '>f8'",
                        "'<f8'"),
                new Fault("whole", zip("W.npy", npy("<i8", "False", "(1,)", one)), "W: found the type '<i8'"),
                new Fault("objects", zip("W.npy", npy("|O", "False", "(1,)", one)), "W: found the type '|O'"),
                new Fault("half", zip("W.npy", npy("<f2", "False", "(4,)", one)), "W: found the type '<f2'"),
                new Fault("record", zip("W.npy", npy("[", "False", "(1,)", one)), "W: found"),
                new Fault(
                        "short",
                        zip("W.npy", npy("<f8", "False", "(2,)", one)),
                        "W: found more or fewer bytes",
                        "(2,)"),
                new Fault(
                        "long", zip("W.npy", npy("<f8", "False", "()", doubles(1, 2))), "W: found more or fewer bytes"),
                new Fault(
                        "huge", zip("W.npy", npy("<f8", "False", "(99999, 99999)", one)), "(99999, 99999)", "no more"),
                new Fault(
                        "overflowing",
                        zip("W.npy", npy("<f8", "False", "(4294967296, 4294967296)", one)),
                        "W: found the shape",
                        "no more numbers"),
                new Fault(
                        "digits",
                        zip("W.npy", npy("<f8", "False", "(99999999999999999999,)", one)),
                        "W: found the shape"),
                new Fault("apart", zip("W.npy", npy("<f8", "False", "(1 1,)", one)), "W: found the shape"),
                new Fault("deep", zip("W.npy", npy("<f8", "False", "(1,1,1,1,1,1,1,1,1)", one)), "W: found the shape"),
                new Fault("negative", zip("W.npy", npy("<f8", "False", "(-1,)", one)), "W: found a header"),
                new Fault("longHeader", zip("W.npy", longest), "W: found a header that is cut short"),
                new Fault("second", zip("W.npy", second), "W: found no .npy of version 1.0"),
                new Fault("noArray", zip("W.npy", one), "W: found no .npy"),
                new Fault("otherName", zip("W.txt", longest), "found the entry 'W.txt'", ".npy"),
                new Fault("bomb", zip("W.npy", new byte[1 << 24]), "W: found no .npy"),
                new Fault("bombAfter", zip("W.npy", bomb("<f8", "(1,)")), "W: found more or fewer bytes"),
                new Fault("bombSkipped", zip("about.npy", bomb("<U1", "()")), "about: found more than"),
                new Fault("behindOtherBytes", behind("MZ and whatever".getBytes(StandardCharsets.UTF_8)), "damaged"),
                new Fault("many", many(), "more than 64 entries"),
                new Fault(
                        "noNumbers", zip("about.npy", one, "W.npy", npy("<U1", "False", "()", new byte[4])), "'<U1'"));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void refusesInOneLine(Fault fault) {
        assertThatThrownBy(() -> read(fault.bytes()))
                .isInstanceOf(IOException.class)
                .message()
                .contains(fault.said())
                .contains("accepted: ")
                .doesNotContain("\n");
    }

    @Test
    void arraysShareTheRoom() throws IOException {
        byte[] two =
                zip("a.npy", npy("<f8", "False", "(1,)", doubles(1)), "b.npy", npy("<f8", "False", "(1,)", doubles(2)));
        assertThat(NpzReader.read(two, Set.of(), 2)).hasSize(2);
        assertThatThrownBy(() -> NpzReader.read(two, Set.of(), 1)).hasMessageContaining("b: found the shape (1,)");
    }

    @Test
    void everyFileThatIsCutShortIsRefused() {
        byte[] whole = good();
        for (int length = 0; length < whole.length; length++) {
            byte[] cut = Arrays.copyOf(whole, length);
            assertThatThrownBy(() -> read(cut)).as("%d bytes", length).isInstanceOf(IOException.class);
        }
    }

    /** Any bytes anywhere: an array that is read all the same is one that was written, in value or in name. */
    @Test
    void mutatedFilesAreRefusedOrRead() throws IOException {
        byte[] whole = good();
        Random random = new Random(5);
        int refused = 0;
        int rounds = 3000;
        for (int i = 0; i < rounds; i++) {
            byte[] mutated = whole.clone();
            for (int k = random.nextInt(4); k >= 0; k--) {
                mutated[random.nextInt(mutated.length)] = (byte) random.nextInt();
            }
            try {
                read(mutated)
                        .values()
                        .forEach(array -> assertThat(array.values()).hasSizeLessThan((int) MOST));
            } catch (IOException fault) {
                refused++;
                assertThat(fault.getMessage()).contains("accepted: ");
            }
        }
        // all numbers and headers have a checksum; what may change unseen is only in the directory at the end
        assertThat(refused).isGreaterThan(rounds / 2);
    }

    private static byte[] doubles(double... values) {
        ByteBuffer bytes = ByteBuffer.allocate(values.length * Double.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        Arrays.stream(values).forEach(bytes::putDouble);
        return bytes.array();
    }

    private static byte[] npy(String type, String columns, String shape, byte[] numbers) {
        String header = "{'descr': '" + type + "', 'fortran_order': " + columns + ", 'shape': " + shape + ", }   \n";
        return ByteBuffer.allocate(NpzWriter.MAGIC.length + 2 + header.length() + numbers.length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(NpzWriter.MAGIC)
                .putShort((short) header.length())
                .put(header.getBytes(StandardCharsets.US_ASCII))
                .put(numbers)
                .array();
    }

    /** An array whose numbers go on for 16 MB of zeros, which compress to almost nothing. */
    private static byte[] bomb(String type, String shape) {
        return npy(type, "False", shape, new byte[1 << 24]);
    }

    /** A zip whose entries are where only its directory would find them. */
    private static byte[] behind(byte[] before) {
        byte[] good = good();
        return ByteBuffer.allocate(before.length + good.length)
                .put(before)
                .put(good)
                .array();
    }

    private static byte[] many() throws IOException {
        Object[] entries = new Object[130];
        for (int i = 0; i < entries.length; i += 2) {
            entries[i] = "a" + i + ".npy";
            entries[i + 1] = npy("<f8", "False", "()", doubles(i));
        }
        return zip(entries);
    }

    /** A compressed zip of names and contents. */
    private static byte[] zip(Object... entries) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(bytes)) {
            for (int i = 0; i < entries.length; i += 2) {
                out.putNextEntry(new ZipEntry((String) entries[i]));
                out.write((byte[]) entries[i + 1]);
                out.closeEntry();
            }
        }
        return bytes.toByteArray();
    }
}
