package org.theoremeter.simulate.training.run;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.CRC32;

/**
 * What a checkpoint looks like as bytes: a mark, the version, the settings, the state and a checksum of all that.
 *
 * <p>Every length is held against what is left of the file before room is made for it.
 */
final class CheckpointFormat {

    private static final int MARK = 0x746d6370;
    private static final int VERSION = 2;
    private static final int SETTINGS_ROOM = 1 << 20;

    private CheckpointFormat() {}

    /** Says that bytes are no checkpoint that this program wrote. */
    static final class Damaged extends Exception {

        private static final long serialVersionUID = 1L;

        Damaged(String found) {
            super(found, null, false, false);
        }
    }

    /** Returns the most bytes that a checkpoint can have. */
    static long most(long parameters, long memories, long epochs) {
        return SETTINGS_ROOM + Double.BYTES * (parameters * (memories + 1) + History.COLUMNS * epochs);
    }

    static byte[] bytes(Checkpoint checkpoint) throws IOException {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(content)) {
            out.writeInt(MARK);
            out.writeInt(VERSION);
            out.writeInt(checkpoint.settings().size());
            for (Map.Entry<String, String> setting : new TreeMap<>(checkpoint.settings()).entrySet()) {
                write(out, setting.getKey());
                write(out, setting.getValue());
            }
            out.writeLong(checkpoint.epoch());
            write(out, checkpoint.parameters());
            out.writeInt(checkpoint.memory().length);
            for (double[] memory : checkpoint.memory()) {
                write(out, memory);
            }
            for (double[] column : checkpoint.history()) {
                write(out, column);
            }
            out.flush();
            out.writeLong(sum(content.toByteArray(), content.size()));
        }
        return content.toByteArray();
    }

    /**
     * Reads a checkpoint; whether it suits a run is for that run to say.
     *
     * @throws Damaged if it is none, or of another version
     */
    static Checkpoint read(byte[] bytes) throws Damaged {
        int body = bytes.length - Long.BYTES;
        if (body < 0 || ByteBuffer.wrap(bytes).getLong(body) != sum(bytes, body)) {
            throw damaged();
        }
        ByteBuffer in = ByteBuffer.wrap(bytes, 0, body);
        try {
            if (in.getInt() != MARK) {
                throw damaged();
            }
            int version = in.getInt();
            if (version != VERSION) {
                throw new Damaged("found a checkpoint of version " + version + ", accepted: version " + VERSION
                        + ", or --fresh to begin anew");
            }
            Checkpoint checkpoint = checkpoint(in);
            if (in.hasRemaining() || !isState(checkpoint)) {
                throw damaged();
            }
            return checkpoint;
        } catch (BufferUnderflowException cut) {
            throw damaged();
        }
    }

    private static Checkpoint checkpoint(ByteBuffer in) throws Damaged {
        Map<String, String> settings = new TreeMap<>();
        for (int left = count(in, 2 * Integer.BYTES); left > 0; left--) {
            if (settings.put(text(in), text(in)) != null) {
                throw damaged();
            }
        }
        long epoch = in.getLong();
        double[] parameters = numbers(in);
        double[][] memory = new double[count(in, Integer.BYTES)][];
        for (int i = 0; i < memory.length; i++) {
            memory[i] = numbers(in);
        }
        double[][] history = new double[History.COLUMNS][];
        for (int i = 0; i < History.COLUMNS; i++) {
            history[i] = numbers(in);
        }
        return new Checkpoint(settings, epoch, parameters, memory, history);
    }

    /** A run that went on with numbers that are none would have ended there. */
    private static boolean isState(Checkpoint checkpoint) {
        return checkpoint.isFinite()
                && Arrays.stream(checkpoint.history())
                        .flatMapToDouble(Arrays::stream)
                        .allMatch(Double::isFinite);
    }

    static Damaged damaged() {
        return new Damaged(
                "found a checkpoint that is damaged or cut short, accepted: a whole one, or --fresh to begin anew");
    }

    private static long sum(byte[] bytes, int length) {
        CRC32 sum = new CRC32();
        sum.update(bytes, 0, length);
        return sum.getValue();
    }

    private static int count(ByteBuffer in, int size) throws Damaged {
        int count = in.getInt();
        if (count < 0 || (long) count * size > in.remaining()) {
            throw damaged();
        }
        return count;
    }

    private static void write(DataOutputStream out, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static String text(ByteBuffer in) throws Damaged {
        byte[] bytes = new byte[count(in, 1)];
        in.get(bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static void write(DataOutputStream out, double[] numbers) throws IOException {
        out.writeInt(numbers.length);
        for (double number : numbers) {
            out.writeDouble(number);
        }
    }

    private static double[] numbers(ByteBuffer in) throws Damaged {
        double[] numbers = new double[count(in, Double.BYTES)];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = in.getDouble();
        }
        return numbers;
    }
}
