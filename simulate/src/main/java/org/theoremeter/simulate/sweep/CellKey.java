package org.theoremeter.simulate.sweep;

import java.util.SortedMap;
import java.util.TreeMap;
import org.theoremeter.simulate.kernel.KernelChoice;

/**
 * Identifies an observation by everything that made it; equal keys mean equal observations.
 *
 * @param parts experiment, version, arguments, seed (if any are drawn), kernel and fingerprint of the code, by name
 */
record CellKey(SortedMap<String, String> parts) {

    /** The arithmetic of experiments that have no other. */
    private static final String OWN = "plain";

    static CellKey of(Cell cell, long rootSeed, KernelChoice kernel) {
        SortedMap<String, String> parts = new TreeMap<>();
        parts.put("experiment", cell.experiment().name());
        parts.put("version", Integer.toString(cell.experiment().version()));
        parts.put("kernel", cell.experiment().usesKernel() ? kernel.resolved().word() : OWN);
        parts.put("code", CodeFingerprint.of(cell.experiment().getClass()));
        if (cell.draws()) {
            parts.put("root-seed", Long.toString(rootSeed));
            parts.put("seed", Long.toString(cell.seedIndex().orElseThrow()));
        }
        cell.arguments().canonical().forEach((name, value) -> parts.put("argument." + name, value));
        return new CellKey(parts);
    }

    /** Returns the SHA-256 of the parts, each with its length in front so that no two lists of parts read alike. */
    String hash() {
        StringBuilder text = new StringBuilder();
        parts.forEach((name, value) -> text.append(name.length())
                .append(':')
                .append(name)
                .append(value.length())
                .append(':')
                .append(value));
        return CodeFingerprint.sha256(text.toString());
    }
}
