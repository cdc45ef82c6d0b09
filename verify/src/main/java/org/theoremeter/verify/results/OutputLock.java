package org.theoremeter.verify.results;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.UUID;

/** Keeps a folder for one run at a time, whatever names it has. */
final class OutputLock implements AutoCloseable {

    private final FileChannel channel;

    private OutputLock(FileChannel channel) {
        this.channel = channel;
    }

    /**
     * Takes a folder, which need not exist, unless another run has it.
     *
     * @param folder an absolute path whose parent exists
     * @throws IOException if there can be no lock
     */
    static Optional<OutputLock> take(Path folder) throws IOException {
        Path file = file(folder.getParent().toRealPath().resolve(folder.getFileName()));
        boolean there = Files.exists(file, LinkOption.NOFOLLOW_LINKS);
        if (there && !Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            throw new IOException("the lock " + file + " is no regular file, accepted: one, or none");
        }
        FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);
        FileLock lock;
        try {
            lock = channel.tryLock();
        } catch (OverlappingFileLockException sameProcess) {
            lock = null;
        } catch (IOException failure) {
            channel.close();
            throw failure;
        }
        if (lock == null) {
            channel.close();
            return Optional.empty();
        }
        return Optional.of(new OutputLock(channel));
    }

    /** The lock lies among the temporary files, out of the way of the user's own; it is empty and stays. */
    private static Path file(Path real) {
        String name = System.getProperty("user.name") + "\n" + real;
        String id =
                UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
        return Path.of(System.getProperty("java.io.tmpdir")).resolve("theoremeter-" + id + ".lock");
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
