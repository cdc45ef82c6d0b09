package org.theoremeter.verify.results;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What made the results.
 *
 * @param version Theoremeter's version
 * @param commit the commit it was started from, or {@code unknown}
 * @param seed the root seed
 * @param profile the profile
 * @param kernel the kernel of the dense arithmetic
 * @param settings changes from the command line
 * @param jdk the Java runtime
 * @param libraries the versions of the libraries that numbers depend on
 * @param run what varies between runs
 */
@JsonPropertyOrder({"version", "commit", "seed", "profile", "kernel", "settings", "jdk", "libraries", "run"})
public record Provenance(
        String version,
        String commit,
        long seed,
        String profile,
        String kernel,
        Map<String, String> settings,
        String jdk,
        Map<String, String> libraries,
        Run run) {

    /** Copies the maps, keeping their order. */
    public Provenance {
        settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
        libraries = Collections.unmodifiableMap(new LinkedHashMap<>(libraries));
    }

    /** Returns this provenance with another run. */
    public Provenance with(Run other) {
        return new Provenance(version, commit, seed, profile, kernel, settings, jdk, libraries, other);
    }

    /**
     * What varies between runs of the same thing.
     *
     * @param started when it began, ISO 8601
     * @param finished when it ended, or empty while it runs
     * @param seconds how long it took
     * @param host the operating system and processor architecture
     * @param threads how many threads simulated
     * @param computed how many observations were computed
     * @param reused how many observations were reused
     */
    @JsonPropertyOrder({"started", "finished", "seconds", "host", "threads", "computed", "reused"})
    public record Run(
            String started, String finished, double seconds, String host, int threads, int computed, int reused) {}
}
