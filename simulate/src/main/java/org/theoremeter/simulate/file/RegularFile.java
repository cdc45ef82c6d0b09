package org.theoremeter.simulate.file;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * Reads regular files: no folder, pipe, socket or device, of which some never end and some never begin.
 *
 * <p>Every fault is an {@link IOException} whose message says in one line what was found, without the path.
 */
public final class RegularFile {

    private static final long MEGABYTE = 1 << 20;

    private RegularFile() {}

    /**
     * Requires a regular file; a symbolic link to one is one.
     *
     * @throws IOException if there is none, or something else
     */
    public static void require(Path file) throws IOException {
        require(file, "a file");
    }

    /**
     * Requires a regular file; a symbolic link to one is one.
     *
     * @param accepted what kind of file, for messages
     * @throws IOException if there is none, or something else
     */
    public static void require(Path file, String accepted) throws IOException {
        if (Files.isDirectory(file)) {
            throw new IOException("is a folder, accepted: " + accepted);
        }
        if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            throw new IOException("no such file");
        }
        if (!Files.exists(file)) {
            throw new IOException("is a symbolic link to nothing, accepted: " + accepted);
        }
        if (!Files.isRegularFile(file)) {
            throw new IOException("is a pipe, a device or a socket, accepted: " + accepted);
        }
    }

    /**
     * Reads a whole file.
     *
     * @param most the most bytes that are accepted
     * @throws IOException if it is no regular file, is larger, or cannot be read
     */
    public static byte[] read(Path file, long most) throws IOException {
        require(file);
        try {
            long size = Files.size(file);
            if (size > most) {
                throw tooLarge(size, most);
            }
            try (InputStream in = Files.newInputStream(file)) {
                return bounded(in, (int) size, most);
            }
        } catch (FileSystemException failure) {
            throw new IOException("cannot be read: " + reason(failure), failure);
        }
    }

    /** Some files say that they are empty and are not, such as those of /proc. */
    private static byte[] bounded(InputStream in, int size, long most) throws IOException {
        byte[] content = in.readNBytes(size);
        byte[] rest = in.readNBytes((int) Math.min(MEGABYTE, most - content.length + 1));
        if (rest.length == 0) {
            return content;
        }
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        whole.writeBytes(content);
        while (rest.length > 0) {
            whole.writeBytes(rest);
            if (whole.size() > most) {
                throw tooLarge(whole.size(), most);
            }
            rest = in.readNBytes((int) Math.min(MEGABYTE, most - whole.size() + 1));
        }
        return whole.toByteArray();
    }

    private static IOException tooLarge(long size, long most) {
        return new IOException("found a file of " + shown(size) + ", accepted: at most " + shown(most));
    }

    private static String shown(long bytes) {
        return bytes < MEGABYTE ? bytes + " bytes" : (bytes + MEGABYTE - 1) / MEGABYTE + " MB";
    }

    /** Returns why an operation on a file failed, in words without the path. */
    public static String reason(IOException failure) {
        if (failure instanceof AccessDeniedException) {
            return "access denied";
        }
        if (failure instanceof FileAlreadyExistsException) {
            return "a file is where a folder should be";
        }
        if (failure instanceof NoSuchFileException) {
            return "no such file or folder";
        }
        if (failure instanceof FileSystemException known && known.getReason() != null) {
            return known.getReason();
        }
        String message = failure.getMessage();
        return message == null
                ? failure.getClass().getSimpleName()
                : message.lines().findFirst().orElse("");
    }
}
