package org.theoremeter.simulate.sweep;

import java.util.SortedMap;
import java.util.TreeMap;
import org.theoremeter.simulate.kernel.KernelChoice;

/**
 * Identifies an observation by everything that made it; equal keys mean equal observations.
 *
 * @param parts experiment, version, ingredients, arguments, seed (if any are drawn), kernel and fingerprint of the code, by name
 */
record RunKey(SortedMap<String, String> parts) {

    /** The arithmetic of experiments that have no other. */
    private static final String OWN = "plain";

    private static final String SEED = "seed";

    static RunKey of(Run run, long rootSeed, KernelChoice kernel) {
        SortedMap<String, String> parts = new TreeMap<>();
        parts.put("experiment", run.experiment().name());
        parts.put("version", Integer.toString(run.experiment().version()));
        parts.put("kernel", run.experiment().usesKernel() ? kernel.resolved().word() : OWN);
        parts.put("code", CodeFingerprint.of(run.experiment().getClass()));
        if (run.draws()) {
            parts.put("root-seed", Long.toString(rootSeed));
            parts.put(SEED, Long.toString(run.seedIndex().orElseThrow()));
        }
        run.experiment().ingredients().forEach((name, value) -> parts.put("ingredient." + name, value));
        run.arguments().canonical().forEach((name, value) -> parts.put("argument." + name, value));
        return new RunKey(parts);
    }

    /** Returns the key of a run that differs from this one in its seed alone. */
    RunKey withSeedOf(Run run) {
        if (!parts.containsKey(SEED)) {
            return this;
        }
        SortedMap<String, String> others = new TreeMap<>(parts);
        others.put(SEED, Long.toString(run.seedIndex().orElseThrow()));
        return new RunKey(others);
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
