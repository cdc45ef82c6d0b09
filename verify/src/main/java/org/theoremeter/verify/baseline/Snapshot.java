package org.theoremeter.verify.baseline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.theoremeter.verify.results.ClaimResult;
import org.theoremeter.verify.results.Provenance;
import org.theoremeter.verify.results.Results;
import org.theoremeter.verify.results.ResultsFile;

/**
 * One side of a comparison: what a run found, as its results or as a baseline have it.
 *
 * @param provenance what made it
 * @param claims the claims, no two of one name
 */
public record Snapshot(Provenance provenance, List<ClaimResult> claims) {

    /** Copies the list. */
    public Snapshot {
        claims = List.copyOf(claims);
    }

    /** Takes results. */
    public static Snapshot of(Results results) {
        return new Snapshot(results.provenance(), results.claims());
    }

    /** Takes a baseline. */
    public static Snapshot of(Baseline baseline) {
        return new Snapshot(baseline.provenance(), baseline.claims());
    }

    /**
     * Reads a results.json, a results.jsonl that a stopped run left, a report folder that holds either, or a baseline.
     *
     * @throws IOException if it is none of these; the message says in one line what was found, without the path
     */
    public static Snapshot read(Path path) throws IOException {
        Path file = record(path);
        boolean baseline =
                !file.toString().endsWith(".jsonl") && BaselineFile.schema(file).startsWith("baseline/");
        return baseline ? of(BaselineFile.read(file)) : of(ResultsFile.read(file));
    }

    /**
     * Returns the file that a path means: of a report folder its results.json or else its results.jsonl, of a file itself.
     *
     * @throws IOException if there is none
     */
    public static Path record(Path path) throws IOException {
        Path whole = path.resolve("results.json");
        Path lines = path.resolve("results.jsonl");
        Path file = !Files.isDirectory(path) ? path : Files.exists(whole) || !Files.exists(lines) ? whole : lines;
        if (!Files.exists(file)) {
            throw new IOException(
                    Files.isDirectory(path)
                            ? "a folder without results.json, accepted: a report folder"
                            : "no such file or folder");
        }
        return file;
    }

    /**
     * Returns the part of this baseline that a run can be compared with: the claims that the run was asked for; where the two
     * profiles differ, without those that the run's profile left out.
     */
    public Snapshot asFarAs(Snapshot run) {
        return about(run.comparable(this));
    }

    /** Returns the part of this run that is compared with a baseline: all; if profiles differ, without what its own left out. */
    public Snapshot against(Snapshot baseline) {
        return about(comparable(baseline));
    }

    /** Returns all but some claims. */
    public Snapshot without(List<ClaimResult> left) {
        return new Snapshot(
                provenance,
                claims.stream().filter(claim -> !left.contains(claim)).toList());
    }

    private Set<String> comparable(Snapshot baseline) {
        boolean alike = Objects.equals(provenance.profile(), baseline.provenance.profile());
        return claims.stream()
                .filter(claim -> alike || claim.ran())
                .map(ClaimResult::id)
                .collect(Collectors.toSet());
    }

    private Snapshot about(Set<String> ids) {
        return new Snapshot(
                provenance,
                claims.stream().filter(claim -> ids.contains(claim.id())).toList());
    }

    static boolean finished(Provenance provenance) {
        return provenance.run().finished() != null
                && !provenance.run().finished().isEmpty();
    }
}
