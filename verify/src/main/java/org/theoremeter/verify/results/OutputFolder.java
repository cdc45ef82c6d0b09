package org.theoremeter.verify.results;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The folder a run writes to, whole or not at all.
 *
 * <p>While it runs everything goes to {@code NAME.partial} beside it; {@link #complete()} puts that in the place of the
 * old folder. After an interruption the old folder is still there, and what was done is in {@code NAME.partial}.
 */
public final class OutputFolder {

    private static final String RECORD = "results.json";

    private final Path folder;
    private final Path partial;

    private OutputFolder(Path folder) {
        this.folder = folder;
        this.partial = folder.resolveSibling(folder.getFileName() + ".partial");
    }

    /**
     * Opens a folder for a run: checks that it may be replaced, and makes {@code NAME.partial} anew.
     *
     * @param folder the folder; it need not exist
     * @throws IOException if it cannot be written or holds something that is not a report; the message says so in one line
     */
    public static OutputFolder open(Path folder) throws IOException {
        Path absolute = folder.toAbsolutePath().normalize();
        if (absolute.getFileName() == null) {
            throw new IOException("found the output folder " + folder + ", accepted: a folder that can be replaced");
        }
        requireReplaceable(folder, absolute);
        OutputFolder output = new OutputFolder(absolute);
        requireReplaceable(output.partial, output.partial);
        try {
            delete(output.partial);
            Files.createDirectories(output.partial);
        } catch (IOException failure) {
            throw new IOException("the output folder " + folder + " cannot be written: " + reason(failure), failure);
        }
        return output;
    }

    private static void requireReplaceable(Path named, Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        if (!Files.isDirectory(folder)) {
            throw new IOException("the output folder " + named + " is a file, accepted: a folder");
        }
        if (!Files.isWritable(folder)) {
            throw new IOException("the output folder " + named + " cannot be written");
        }
        try (Stream<Path> entries = Files.list(folder)) {
            List<String> names =
                    entries.map(entry -> entry.getFileName().toString()).toList();
            if (!names.isEmpty() && !names.contains(RECORD) && !names.equals(List.of(RECORD + ".tmp"))) {
                throw new IOException("the output folder " + named
                        + " holds something that is not a report; accepted: a new folder, an empty one, or an earlier"
                        + " report");
            }
        }
    }

    /** Returns the folder to write to while the run lasts. */
    public Path partial() {
        return partial;
    }

    /** Returns where results.json goes while the run lasts. */
    public Path record() {
        return partial.resolve(RECORD);
    }

    /**
     * Puts what was written in the place of the old folder.
     *
     * @return the folder
     * @throws IOException if it cannot be moved; what was written then stays in {@code NAME.partial}
     */
    public Path complete() throws IOException {
        Path old = folder.resolveSibling(folder.getFileName() + ".old");
        delete(old);
        if (Files.exists(folder)) {
            Files.move(folder, old);
        }
        Files.move(partial, folder);
        delete(old);
        return folder;
    }

    private static String reason(IOException failure) {
        return failure instanceof AccessDeniedException ? "access denied" : failure.getMessage();
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> tree = Files.walk(folder)) {
            for (Path path : tree.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
