package org.theoremeter.simulate.file;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * Puts files in their place whole or not at all: whoever reads there finds the old content or the new one, also after a crash.
 *
 * <p>The new content is first written beside the file, under its name and a suffix, and then renamed in one step. Only where the
 * file system cannot rename in one step, the old file is removed first.
 */
public final class AtomicFile {

    /** Gives a file another name in one step, in the place of what has that name. */
    @FunctionalInterface
    interface Renaming {

        /**
         * Renames a file.
         *
         * @throws AtomicMoveNotSupportedException if that takes more than one step here
         */
        void rename(Path from, Path to) throws IOException;
    }

    /** Writes the content of a file that nobody else sees yet. */
    @FunctionalInterface
    public interface Writing {

        /**
         * Makes a file, which is not there yet, and writes it to its end.
         *
         * @throws IOException if it cannot be written
         */
        void writeTo(Path scratch) throws IOException;
    }

    private static final Renaming IN_ONE_STEP =
            (from, to) -> Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);

    private AtomicFile() {}

    /**
     * Writes a file; no link is followed beside it.
     *
     * @param suffix added to the name while it is written; what has that name is lost
     * @throws IOException if it cannot be written, or something else than a regular file is in its place; the old file then
     *     stays as it was, and what was begun is removed
     */
    public static void replace(Path file, String suffix, byte[] content) throws IOException {
        replace(file, suffix, content, IN_ONE_STEP);
    }

    static void replace(Path file, String suffix, byte[] content, Renaming renaming) throws IOException {
        replace(
                file,
                suffix,
                scratch -> Files.write(scratch, content, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                renaming);
    }

    /**
     * Writes a file that need not fit into memory; no link is followed beside it.
     *
     * @param suffix added to the name while it is written; what has that name is lost
     * @param content writes it; what it throws is thrown here
     * @throws IOException if it cannot be written, or something else than a regular file is in its place; the old file then
     *     stays as it was, and what was begun is removed
     */
    public static void replace(Path file, String suffix, Writing content) throws IOException {
        replace(file, suffix, content, IN_ONE_STEP);
    }

    private static void replace(Path file, String suffix, Writing content, Renaming renaming) throws IOException {
        if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            RegularFile.require(file);
        }
        Path scratch = file.resolveSibling(file.getFileName() + suffix);
        Files.deleteIfExists(scratch);
        boolean done = false;
        try {
            content.writeTo(scratch);
            rename(scratch, file, renaming);
            done = true;
        } finally {
            if (!done) {
                Files.deleteIfExists(scratch);
            }
        }
    }

    private static void rename(Path scratch, Path file, Renaming renaming) throws IOException {
        try {
            renaming.rename(scratch, file);
        } catch (AtomicMoveNotSupportedException inNoStep) {
            Files.move(scratch, file, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /**
     * Moves a finished file to a place, which may be on another file system.
     *
     * @param suffix added to the name of the place while the file is copied there, if it has to be
     * @throws IOException if it cannot be moved; what was in the place then stays as it was
     */
    public static void move(Path finished, Path place, String suffix) throws IOException {
        move(finished, place, suffix, IN_ONE_STEP);
    }

    static void move(Path finished, Path place, String suffix, Renaming renaming) throws IOException {
        try {
            renaming.rename(finished, place);
        } catch (AtomicMoveNotSupportedException elsewhere) {
            replace(place, suffix, Files.readAllBytes(finished));
            Files.delete(finished);
        }
    }
}
