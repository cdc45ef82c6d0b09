package org.theoremeter.simulate.sweep;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** Digests the code that computes observations, so that changed code never meets observations of the old. */
final class CodeFingerprint {

    private static final int BUFFER = 1 << 16;
    private static final Map<String, String> KNOWN = new ConcurrentHashMap<>();

    private CodeFingerprint() {}

    /**
     * Returns the SHA-256 of this module's jar or class folder, joined with that of the experiment's own when it comes
     * from elsewhere.
     */
    static String of(Class<?> experiment) {
        URL module = location(CodeFingerprint.class);
        URL other = location(experiment);
        String own = digest(module);
        // compared as text: URL.equals would ask the network
        return module.toString().equals(other.toString()) ? own : own + "+" + digest(other);
    }

    /** Returns the SHA-256 of a text in UTF-8, in hexadecimal. */
    static String sha256(String text) {
        return HexFormat.of().formatHex(digest().digest(text.getBytes(StandardCharsets.UTF_8)));
    }

    /** Returns the SHA-256 of a file, or of all files below a folder with their relative names, in hexadecimal. */
    static String of(Path root) {
        MessageDigest sha = digest();
        try (Stream<Path> walk = Files.walk(root)) {
            List<Path> files = walk.filter(Files::isRegularFile)
                    .sorted((a, b) -> name(root, a).compareTo(name(root, b)))
                    .toList();
            for (Path file : files) {
                sha.update((name(root, file) + '\0' + Files.size(file) + '\0').getBytes(StandardCharsets.UTF_8));
                try (InputStream in = Files.newInputStream(file)) {
                    byte[] buffer = new byte[BUFFER];
                    for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                        sha.update(buffer, 0, read);
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the code in " + root, e);
        }
        return HexFormat.of().formatHex(sha.digest());
    }

    private static String digest(URL location) {
        return KNOWN.computeIfAbsent(location.toString(), url -> {
            try {
                return of(Path.of(location.toURI()));
            } catch (URISyntaxException e) {
                throw new IllegalStateException("cannot find the code in " + url, e);
            }
        });
    }

    private static URL location(Class<?> type) {
        CodeSource source = type.getProtectionDomain().getCodeSource();
        if (source == null || source.getLocation() == null) {
            throw new IllegalStateException(
                    type.getName() + " does not say where it was loaded from, so its code cannot be digested");
        }
        return source.getLocation();
    }

    /** Names a file below the root with forward slashes on every system. */
    private static String name(Path root, Path file) {
        return root.relativize(file).toString().replace('\\', '/');
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
