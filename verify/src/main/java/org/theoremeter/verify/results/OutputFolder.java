package org.theoremeter.verify.results;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.theoremeter.simulate.file.AtomicFile;
import org.theoremeter.simulate.file.RegularFile;

/**
 * The folder a run writes to, whole or not at all.
 *
 * <p>While it runs everything goes to {@code NAME.partial} beside it; {@link #complete()} puts that in the place of the
 * old folder. After an interruption the old folder is still there, and what was done is in {@code NAME.partial}. Only
 * one run at a time may write to a folder, and only what is recognised as a report is ever replaced.
 *
 * <p>A folder that cannot be moved, such as one that is mounted, gets what is new file by file: results.json first, before
 * which nothing is removed that could not be made of it. Where nothing can be written beside it, it is {@code NAME/partial}.
 */
public final class OutputFolder implements AutoCloseable {

    private final Path folder;
    private final Path partial;
    private final OutputLock lock;

    private OutputFolder(Path folder, Path partial, OutputLock lock) {
        this.folder = folder;
        this.partial = partial;
        this.lock = lock;
    }

    /**
     * Opens a folder for a run: checks that it may be replaced, and makes {@code NAME.partial} anew.
     *
     * @param folder the folder; it need not exist
     * @throws IOException if it cannot be written, holds something that is not a report, or another run writes to it; the
     *     message says so in one line
     */
    public static OutputFolder open(Path folder) throws IOException {
        return open(folder, OutputFolder::isApart);
    }

    /**
     * Opens a folder for a run.
     *
     * @param apart tells whether nothing that is beside a folder can be moved to its place
     */
    static OutputFolder open(Path folder, Predicate<Path> apart) throws IOException {
        Path absolute = folder.toAbsolutePath().normalize();
        if (absolute.getFileName() == null) {
            throw new IOException("found the output folder " + folder + ", accepted: a folder that can be replaced");
        }
        ReportFolder.requireReplaceable(folder, absolute);
        boolean within = apart.test(absolute);
        Path partial = within ? absolute.resolve(ReportFolder.WITHIN) : beside(absolute, ".partial");
        ReportFolder.requireReplaceable(
                within ? folder.resolve(ReportFolder.WITHIN) : beside(folder.normalize(), ".partial"), partial);
        Optional<OutputLock> lock;
        try {
            Files.createDirectories(absolute.getParent());
            lock = OutputLock.take(absolute);
        } catch (IOException failure) {
            throw unwritable(folder, failure);
        }
        OutputFolder output = new OutputFolder(
                absolute,
                partial,
                lock.orElseThrow(() -> new IOException(
                        "another run writes to the output folder " + folder + ", accepted: another folder (--out)")));
        try {
            output.restore();
            ReportFolder.delete(partial);
            Files.createDirectories(partial);
            return output;
        } catch (IOException failure) {
            output.close();
            throw unwritable(folder, failure);
        }
    }

    private static IOException unwritable(Path folder, IOException failure) {
        return new IOException(
                "the output folder " + folder + " cannot be written: " + RegularFile.reason(failure), failure);
    }

    /** Tells whether a folder is there and nothing that is beside it can be moved to its place. */
    private static boolean isApart(Path folder) {
        try {
            return Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)
                    && (!Files.isWritable(folder.getParent())
                            || !Files.getFileStore(folder).equals(Files.getFileStore(folder.getParent())));
        } catch (IOException unknown) {
            return false;
        }
    }

    /** Puts back the old folder if a run was killed after it had taken it away and before the new one was there. */
    private void restore() throws IOException {
        if (Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        try (Stream<Path> beside = Files.list(folder.getParent())) {
            List<Path> old = beside.filter(
                            path -> path.getFileName().toString().startsWith(folder.getFileName() + ".old"))
                    .map(path -> path.resolve("report"))
                    .filter(path -> Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS))
                    .sorted(Comparator.comparingLong(path -> path.toFile().lastModified()))
                    .toList();
            for (Path report : old) {
                if (ReportFolder.isReport(report) && Files.notExists(folder)) {
                    Files.move(report, folder);
                    Files.delete(report.getParent());
                }
            }
        }
    }

    /** Returns the folder to write to while the run lasts. */
    public Path partial() {
        return partial;
    }

    /** Returns where results.json goes in the end. */
    public Path record() {
        return partial.resolve(ReportFolder.RECORD);
    }

    /** Returns where verdicts go, line by line, while the run lasts. */
    public Path lines() {
        return partial.resolve(ReportFolder.LINES);
    }

    /**
     * Puts what was written in the place of the old folder.
     *
     * @return the folder
     * @throws IOException if it cannot be moved; what was written then stays in {@code NAME.partial}
     */
    public Path complete() throws IOException {
        ReportFolder.requireReplaceable(folder, folder);
        Files.deleteIfExists(lines());
        if (Files.notExists(folder, LinkOption.NOFOLLOW_LINKS)) {
            Files.move(partial, folder);
        } else if (partial.startsWith(folder) || !exchange()) {
            replaceFiles();
        }
        return folder;
    }

    /** Moves the old folder away and the new one to its place; returns whether the old one could be moved. */
    private boolean exchange() throws IOException {
        Path old = Files.createTempDirectory(folder.getParent(), folder.getFileName() + ".old")
                .resolve("report");
        try {
            Files.move(folder, old, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileSystemException mounted) {
            Files.delete(old.getParent());
            return false;
        }
        try {
            Files.move(partial, folder, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException failure) {
            Files.move(old, folder, StandardCopyOption.ATOMIC_MOVE);
            Files.delete(old.getParent());
            throw failure;
        }
        ReportFolder.delete(old.getParent());
        return true;
    }

    /** Never leaves a page beside results that it does not show. */
    private void replaceFiles() throws IOException {
        for (Path old : entries(folder)) {
            if (!old.equals(partial) && !old.getFileName().toString().equals(ReportFolder.RECORD)) {
                ReportFolder.delete(old);
            }
        }
        AtomicFile.move(record(), folder.resolve(ReportFolder.RECORD), ".tmp");
        for (Path entry : entries(partial)) {
            Path place = folder.resolve(entry.getFileName());
            if (Files.isDirectory(entry)) {
                Files.createDirectory(place);
                for (Path figure : entries(entry)) {
                    AtomicFile.move(figure, place.resolve(figure.getFileName()), ".tmp");
                }
            } else {
                AtomicFile.move(entry, place, ".tmp");
            }
        }
        ReportFolder.delete(partial);
    }

    private static List<Path> entries(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.toList();
        }
    }

    /** Lets other runs write to the folder. */
    @Override
    public void close() throws IOException {
        lock.close();
    }

    private static Path beside(Path folder, String suffix) {
        return folder.resolveSibling(folder.getFileName() + suffix);
    }
}
