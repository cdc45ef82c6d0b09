package org.theoremeter.simulate.training.run;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import java.util.zip.CRC32;

/**
 * Keeps the state of one training run in a file, whole or not at all, and finds it again: about once a second, until it
 * is removed because the result of the run is kept.
 *
 * <p>The file holds a mark, the settings, the state and a checksum; a file that is cut short, damaged or of another run is
 * refused by name, never gone on from.
 */
public final class Checkpoints {

    private static final int MARK = 0x746d6370;
    private static final int FORMAT = 1;
    private static final long INTERVAL = 1_000_000_000L;

    private final Path file;
    private final Map<String, String> run;
    private final LongSupplier clock;
    private long last;

    /**
     * Keeps the checkpoint of a run in a file.
     *
     * @param run what tells the run apart besides its plan, such as its seed
     */
    public Checkpoints(Path file, Map<String, String> run) {
        this(file, run, System::nanoTime);
    }

    Checkpoints(Path file, Map<String, String> run, LongSupplier clock) {
        this.file = file;
        this.run = Map.copyOf(run);
        this.clock = clock;
        last = clock.getAsLong();
    }

    /** Tells whether a second has passed since the last checkpoint, or since the start. */
    boolean due() {
        return clock.getAsLong() - last >= INTERVAL;
    }

    void keep(Checkpoint checkpoint) {
        Map<String, String> settings = new TreeMap<>(checkpoint.settings());
        settings.putAll(run);
        Path partial = file.resolveSibling(file.getFileName() + ".partial");
        try {
            if (file.getParent() != null) {
                Files.createDirectories(file.getParent());
            }
            Files.write(partial, bytes(checkpoint, settings));
            Files.move(partial, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException failure) {
            throw new CheckpointException(
                    file + ": the checkpoint cannot be written, accepted: a folder that can", failure);
        }
        last = clock.getAsLong();
    }

    /** Forgets the state that was kept, if any. */
    public void remove() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException failure) {
            throw new CheckpointException(file + ": the checkpoint of the finished run cannot be removed", failure);
        }
    }

    /**
     * Returns the checkpoint to go on from, if there is one.
     *
     * @throws CheckpointException if there is one that is damaged or of another run
     */
    Optional<Checkpoint> find(Map<String, String> plan, int parameters, int memories) {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        Map<String, String> wanted = new TreeMap<>(plan);
        wanted.putAll(run);
        Checkpoint found = read();
        if (!found.settings().equals(wanted)) {
            throw new CheckpointException(file + ": the checkpoint is of another run: "
                    + differences(found.settings(), wanted)
                    + "; accepted: the settings it was made with, another folder, or --fresh to begin anew");
        }
        boolean shaped = found.parameters().length == parameters
                && found.memory().length == memories
                && Arrays.stream(found.memory()).allMatch(store -> store.length == parameters)
                && Arrays.stream(found.history()).allMatch(column -> column.length == found.epoch());
        if (!shaped) {
            throw damaged();
        }
        return Optional.of(found);
    }

    private String differences(Map<String, String> found, Map<String, String> wanted) {
        Map<String, String> names = new TreeMap<>(found);
        names.putAll(wanted);
        List<String> different = names.keySet().stream()
                .filter(name -> !String.valueOf(found.get(name)).equals(String.valueOf(wanted.get(name))))
                .toList();
        // what the caller tells of a run is nearer to what a user set than the plan it made of it
        List<String> told = different.stream().filter(run::containsKey).toList();
        return (told.isEmpty() ? different : told)
                .stream()
                        .map(name -> name + " is " + found.get(name) + " there, " + wanted.get(name) + " here")
                        .collect(Collectors.joining("; "));
    }

    private CheckpointException damaged() {
        return new CheckpointException(file
                + ": found a checkpoint that is damaged or cut short, accepted: a whole one, or --fresh to begin anew");
    }

    private static byte[] bytes(Checkpoint checkpoint, Map<String, String> settings) throws IOException {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(content)) {
            out.writeInt(MARK);
            out.writeInt(FORMAT);
            out.writeInt(settings.size());
            for (Map.Entry<String, String> setting : settings.entrySet()) {
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
            CRC32 sum = new CRC32();
            sum.update(content.toByteArray());
            out.writeLong(sum.getValue());
        }
        return content.toByteArray();
    }

    private Checkpoint read() {
        try {
            byte[] bytes = Files.readAllBytes(file);
            CRC32 sum = new CRC32();
            int body = bytes.length - Long.BYTES;
            if (body < 0) {
                throw damaged();
            }
            sum.update(bytes, 0, body);
            try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
                if (in.readInt() != MARK || in.readInt() != FORMAT) {
                    throw damaged();
                }
                byte[] end = Arrays.copyOfRange(bytes, body, bytes.length);
                try (DataInputStream tail = new DataInputStream(new ByteArrayInputStream(end))) {
                    if (tail.readLong() != sum.getValue()) {
                        throw damaged();
                    }
                }
                Map<String, String> settings = new TreeMap<>();
                for (int left = in.readInt(); left > 0; left--) {
                    settings.put(text(in), text(in));
                }
                long epoch = in.readLong();
                double[] parameters = numbers(in);
                double[][] memory = new double[in.readInt()][];
                for (int i = 0; i < memory.length; i++) {
                    memory[i] = numbers(in);
                }
                double[][] history = {numbers(in), numbers(in), numbers(in), numbers(in)};
                return new Checkpoint(settings, epoch, parameters, memory, history);
            }
        } catch (IOException failure) {
            throw new CheckpointException(
                    file + ": found a checkpoint that cannot be read, accepted: a whole one, or --fresh", failure);
        }
    }

    private static void write(DataOutputStream out, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static String text(DataInputStream in) throws IOException {
        return new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8);
    }

    private static void write(DataOutputStream out, double[] numbers) throws IOException {
        out.writeInt(numbers.length);
        for (double number : numbers) {
            out.writeDouble(number);
        }
    }

    private static double[] numbers(DataInputStream in) throws IOException {
        double[] numbers = new double[in.readInt()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = in.readDouble();
        }
        return numbers;
    }
}
