package org.theoremeter.verify.junit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.theoremeter.theory.text.Quotation;
import org.theoremeter.verify.claim.source.ClaimException;
import org.theoremeter.verify.claim.source.Position;
import org.theoremeter.verify.claim.yaml.YamlNode;
import org.theoremeter.verify.claim.yaml.YamlReader;

/**
 * A claim file of the class path.
 *
 * @param name its path below the folder of the claims
 * @param path the file to read and to name in messages: the source where one has the same bytes, below the working
 *     directory if it can be written so
 */
record ClaimFile(String name, Path path) {

    private static final List<String> SOURCES = List.of("src/test/resources", "src/main/resources");

    /** How far above the class path a project may begin: {@code build/resources/test} is three levels deep. */
    private static final int LEVELS = 3;

    /**
     * Finds all claim files, in the order of their names.
     *
     * @param folder a folder of the class path
     */
    static List<ClaimFile> under(String folder) {
        List<ClaimFile> files = new ArrayList<>();
        try {
            for (URL url : Collections.list(loader().getResources(folder))) {
                if (url.getProtocol().equals("file")) {
                    Path root = Path.of(url.toURI());
                    try (Stream<Path> tree = Files.walk(root)) {
                        tree.filter(Files::isRegularFile)
                                .filter(file -> file.toString().matches(".*\\.ya?ml"))
                                .sorted()
                                .forEach(file -> files.add(of(folder, root, file)));
                    }
                }
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(
                    "the folder " + Quotation.of(folder) + " of the class path cannot be read", failure);
        } catch (URISyntaxException fault) {
            throw new IllegalStateException("the class path has a folder that no path names", fault);
        }
        return List.copyOf(files);
    }

    /** The loader by which JUnit found the tests. */
    private static ClassLoader loader() {
        return Optional.ofNullable(Thread.currentThread().getContextClassLoader())
                .orElse(ClaimFile.class.getClassLoader());
    }

    private static ClaimFile of(String folder, Path root, Path file) {
        Path below = root.relativize(file);
        Path absolute =
                source(folder, root, below).orElse(file).toAbsolutePath().normalize();
        Path here = Path.of("").toAbsolutePath();
        return new ClaimFile(below.toString(), absolute.startsWith(here) ? here.relativize(absolute) : absolute);
    }

    /** Finds the file that the build copied to the class path: the one that a reader of the message will change. */
    private static Optional<Path> source(String folder, Path root, Path below) {
        Path above = root;
        int levels = LEVELS + Path.of(folder).getNameCount();
        for (int level = 0; level < levels && above.getParent() != null; level++) {
            above = above.getParent();
            for (String sources : SOURCES) {
                Path source = above.resolve(sources).resolve(folder).resolve(below);
                if (Files.isRegularFile(source) && same(source, root.resolve(below))) {
                    return Optional.of(source);
                }
            }
        }
        return Optional.empty();
    }

    private static boolean same(Path source, Path copy) {
        try {
            return Files.mismatch(source, copy) < 0;
        } catch (IOException unreadable) {
            return false;
        }
    }

    /**
     * Reads the claims as YAML.
     *
     * @throws ClaimException if the file cannot be read or is refused
     */
    List<YamlNode> documents() {
        return YamlReader.read(path);
    }

    /** Returns the file as a place for editors to jump to. */
    URI uri() {
        return path.toUri();
    }

    /** Returns a line of the file as a place for editors to jump to. */
    URI uri(Position position) {
        return URI.create(uri() + "?line=" + position.line() + "&column=" + position.column());
    }
}
