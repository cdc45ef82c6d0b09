package org.theoremeter.verify.results;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * The folder a run writes to, whole or not at all.
 *
 * <p>While it runs everything goes to {@code NAME.partial} beside it; {@link #complete()} puts that in the place of the
 * old folder. After an interruption the old folder is still there, and what was done is in {@code NAME.partial}. Only
 * one run at a time may write to a folder, and only what is recognised as a report is ever replaced.
 */
public final class OutputFolder implements AutoCloseable {

    private static final String RECORD = "results.json";
    private static final String FIGURES = "figures";
    private static final String SCRATCH = RECORD + ".tmp";

    /** What a report consists of; a folder with anything else in it is somebody's own. */
    private static final Set<String> OURS =
            Set.of(RECORD, SCRATCH, "report.md", "junit.xml", "table.tex", "derivations.tex", "index.html", FIGURES);

    private final Path folder;
    private final Path partial;
    private final FileChannel channel;

    private OutputFolder(Path folder, FileChannel channel) {
        this.folder = folder;
        this.partial = beside(folder, ".partial");
        this.channel = channel;
    }

    /**
     * Opens a folder for a run: checks that it may be replaced, and makes {@code NAME.partial} anew.
     *
     * @param folder the folder; it need not exist
     * @throws IOException if it cannot be written, holds something that is not a report, or another run writes to it; the
     *     message says so in one line
     */
    public static OutputFolder open(Path folder) throws IOException {
        Path absolute = folder.toAbsolutePath().normalize();
        if (absolute.getFileName() == null) {
            throw new IOException("found the output folder " + folder + ", accepted: a folder that can be replaced");
        }
        requireReplaceable(folder, absolute);
        requireReplaceable(beside(folder.normalize(), ".partial"), beside(absolute, ".partial"));
        try {
            Files.createDirectories(absolute.getParent());
            OutputFolder output = locked(folder, absolute);
            try {
                delete(output.partial);
                Files.createDirectories(output.partial);
                return output;
            } catch (IOException failure) {
                output.close();
                throw failure;
            }
        } catch (Busy busy) {
            throw busy;
        } catch (IOException failure) {
            throw new IOException("the output folder " + folder + " cannot be written: " + reason(failure), failure);
        }
    }

    private static OutputFolder locked(Path named, Path absolute) throws IOException {
        FileChannel channel = FileChannel.open(lockFile(absolute), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock;
        try {
            lock = channel.tryLock();
        } catch (OverlappingFileLockException sameProcess) {
            lock = null;
        }
        if (lock == null) {
            channel.close();
            throw new Busy("another run writes to the output folder " + named + ", accepted: another folder (--out)");
        }
        return new OutputFolder(absolute, channel);
    }

    /** The lock lies among the temporary files, out of the way of the user's own; it is empty and stays. */
    private static Path lockFile(Path absolute) {
        String name = System.getProperty("user.name") + "\n" + absolute;
        String id =
                UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
        return Path.of(System.getProperty("java.io.tmpdir")).resolve("theoremeter-" + id + ".lock");
    }

    private static void requireReplaceable(Path named, Path folder) throws IOException {
        if (Files.isSymbolicLink(folder)) {
            throw new IOException("the output folder " + named + " is a symbolic link, accepted: a folder");
        }
        if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
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
            boolean ours = OURS.containsAll(names) && isRecord(folder, names) && onlyFigures(folder.resolve(FIGURES));
            if (!names.isEmpty() && !ours) {
                throw new IOException("the output folder " + named
                        + " holds something that is not a report; accepted: a new folder, an empty one, or an earlier"
                        + " report");
            }
        }
    }

    private static boolean onlyFigures(Path figures) throws IOException {
        if (!Files.exists(figures, LinkOption.NOFOLLOW_LINKS)) {
            return true;
        }
        if (!Files.isDirectory(figures, LinkOption.NOFOLLOW_LINKS)) {
            return false;
        }
        try (Stream<Path> entries = Files.list(figures)) {
            return entries.allMatch(entry -> entry.getFileName().toString().endsWith(".svg")
                    && Files.isRegularFile(entry, LinkOption.NOFOLLOW_LINKS));
        }
    }

    private static boolean isRecord(Path folder, List<String> names) throws IOException {
        if (!names.contains(RECORD)) {
            return names.equals(List.of(SCRATCH));
        }
        byte[] beginning;
        try (InputStream stream = Files.newInputStream(folder.resolve(RECORD))) {
            beginning = stream.readNBytes(100);
        }
        return new String(beginning, StandardCharsets.UTF_8).matches("(?s)\\{\\s*\"schema\"\\s*:\\s*\"results/.*");
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
        requireReplaceable(folder, folder);
        Path old = null;
        if (Files.exists(folder)) {
            old = Files.createTempDirectory(folder.getParent(), folder.getFileName() + ".old")
                    .resolve("report");
            Files.move(folder, old);
        }
        Files.move(partial, folder);
        if (old != null) {
            delete(old.getParent());
        }
        return folder;
    }

    /** Lets other runs write to the folder. */
    @Override
    public void close() throws IOException {
        channel.close();
    }

    private static Path beside(Path folder, String suffix) {
        return folder.resolveSibling(folder.getFileName() + suffix);
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

    /** Says that another run holds the folder. */
    private static final class Busy extends IOException {

        private static final long serialVersionUID = 1L;

        Busy(String message) {
            super(message);
        }
    }
}
