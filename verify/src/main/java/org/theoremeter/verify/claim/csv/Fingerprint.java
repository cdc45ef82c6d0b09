package org.theoremeter.verify.claim.csv;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** The SHA-256 of rows as they are read, header first. */
final class Fingerprint {

    private final MessageDigest sha;
    private boolean started;

    Fingerprint() {
        try {
            sha = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    void add(List<String> row) {
        if (started) {
            sha.update((byte) '\n');
        }
        started = true;
        sha.update(String.join("\u0000", row).getBytes(StandardCharsets.UTF_8));
    }

    /** Ends the reading. */
    String text() {
        return HexFormat.of().formatHex(sha.digest());
    }
}
