package org.theoremeter.simulate.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicFileTest {

    private static final byte[] NEW = "new".getBytes(StandardCharsets.UTF_8);

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void name() {
        file = folder.resolve("file");
    }

    /** As on a file system that cannot rename in one step, or from one file system to another. */
    private static void inNoStep(Path from, Path to) throws IOException {
        throw new AtomicMoveNotSupportedException(from.toString(), to.toString(), "more than one step");
    }

    private static void full(Path from, Path to) throws IOException {
        throw new FileSystemException(to.toString(), null, "no space left");
    }

    @Test
    void aFileIsMadeAndReplacedAndNothingStaysBesideIt() throws IOException {
        AtomicFile.replace(file, ".tmp", "old".getBytes(StandardCharsets.UTF_8));
        assertThat(file).hasContent("old");
        AtomicFile.replace(file, ".tmp", NEW);
        assertThat(file).hasContent("new");
        assertThat(entries()).containsExactly("file");
    }

    @Test
    void theOldFileIsWholeUntilTheNewOneIsWrittenWhole() throws IOException {
        Files.writeString(file, "old");
        AtomicReference<String> seen = new AtomicReference<>();
        AtomicFile.replace(file, ".tmp", NEW, (from, to) -> {
            seen.set(Files.readString(file) + ", " + Files.readString(folder.resolve("file.tmp")));
            Files.delete(file);
            Files.move(from, to);
        });
        assertThat(seen.get()).isEqualTo("old, new");
    }

    @Test
    void theOldFileStaysAsItWasWhenWritingFails() throws IOException {
        Files.writeString(file, "old");
        assertThatIOException()
                .isThrownBy(() -> AtomicFile.replace(file, ".tmp", NEW, AtomicFileTest::full))
                .withMessageContaining("no space left");
        assertThat(file).hasContent("old");
        assertThat(entries()).containsExactly("file");
    }

    @Test
    void withoutARenameInOneStepTheFileIsReplacedAllTheSame() throws IOException {
        Files.writeString(file, "old");
        AtomicFile.replace(file, ".tmp", NEW, AtomicFileTest::inNoStep);
        assertThat(file).hasContent("new");
        assertThat(entries()).containsExactly("file");
    }

    @Test
    void whatACrashLeftBesideTheFileIsOverwritten() throws IOException {
        Files.writeString(file, "old");
        Files.writeString(folder.resolve("file.tmp"), "half of");
        AtomicFile.replace(file, ".tmp", NEW);
        assertThat(file).hasContent("new");
        assertThat(entries()).containsExactly("file");
    }

    @Test
    void aLinkBesideTheFileIsNotFollowed() throws IOException {
        Path mine = Files.writeString(folder.resolve("mine"), "mine");
        Files.createSymbolicLink(folder.resolve("file.tmp"), mine);
        AtomicFile.replace(file, ".tmp", NEW);
        assertThat(mine).hasContent("mine");
        assertThat(Files.isSymbolicLink(file)).isFalse();
    }

    @Test
    void aFolderIsNotReplaced() throws IOException {
        Files.createDirectory(file);
        assertThatIOException()
                .isThrownBy(() -> AtomicFile.replace(file, ".tmp", NEW))
                .withMessage("is a folder, accepted: a file");
        assertThat(file).isEmptyDirectory();
        assertThat(entries()).containsExactly("file");
    }

    @Test
    void theFileMayBeReadByWhomeverAnyNewFileMayBe() throws IOException {
        assumeThat(folder.getFileSystem().supportedFileAttributeViews()).contains("posix");
        Path plain = Files.write(folder.resolve("plain"), NEW);
        AtomicFile.replace(file, ".tmp", NEW);
        assertThat(Files.getPosixFilePermissions(file)).isEqualTo(Files.getPosixFilePermissions(plain));
    }

    @Test
    void aFinishedFileIsMovedInTheOldOnesPlace() throws IOException {
        Path finished = Files.write(folder.resolve("finished"), NEW);
        Files.writeString(file, "old");
        AtomicFile.move(finished, file, ".tmp");
        assertThat(file).hasContent("new");
        assertThat(entries()).containsExactly("file");
    }

    @Test
    void fromAnotherFileSystemAFinishedFileIsCopiedBesideItsPlaceFirst() throws IOException {
        Path finished = Files.write(folder.resolve("finished"), NEW);
        Files.writeString(file, "old");
        AtomicFile.move(finished, file, ".tmp", AtomicFileTest::inNoStep);
        assertThat(file).hasContent("new");
        assertThat(entries()).containsExactly("file");
    }

    @Test
    void aFinishedFileThatCannotBeMovedIsNotLost() throws IOException {
        Path finished = Files.write(folder.resolve("finished"), NEW);
        Files.writeString(file, "old");
        assertThatIOException().isThrownBy(() -> AtomicFile.move(finished, file, ".tmp", AtomicFileTest::full));
        assertThat(file).hasContent("old");
        assertThat(finished).hasContent("new");
    }

    private List<String> entries() throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.map(entry -> entry.getFileName().toString()).sorted().toList();
        }
    }
}
