package org.theoremeter.verify.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Changes files between two commands. */
final class TextFile {

    private TextFile() {}

    /** Writes another text wherever the file has the one, which it must. */
    static void replace(Path file, String written, String instead) throws IOException {
        String text = Files.readString(file);
        assertThat(text).contains(written);
        Files.writeString(file, text.replace(written, instead));
    }
}
