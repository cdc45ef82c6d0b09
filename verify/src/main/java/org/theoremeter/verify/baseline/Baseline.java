package org.theoremeter.verify.baseline;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.theoremeter.verify.results.ClaimResult;
import org.theoremeter.verify.results.Provenance;
import org.theoremeter.verify.results.Results;

/**
 * Results that later ones are compared with, and why they are the ones.
 *
 * @param schema the version of this format
 * @param history the reasons, newest first
 * @param provenance what made the results
 * @param claims the claims
 */
@JsonPropertyOrder({"schema", "history", "provenance", "claims"})
public record Baseline(String schema, List<Blessing> history, Provenance provenance, List<ClaimResult> claims) {

    /** The format this class writes and reads. */
    public static final String SCHEMA = "baseline/1";

    /**
     * Copies the lists.
     *
     * @throws IllegalArgumentException if two claims have one id
     */
    public Baseline {
        history = List.copyOf(history);
        claims = Results.distinct(claims);
    }

    /**
     * Why results became the baseline.
     *
     * @param reason the reason
     * @param date when, ISO 8601
     * @param version the version of Theoremeter that made the results
     * @param commit its commit
     * @param changes what had changed since the baseline before; all claims are new in the first
     */
    @JsonPropertyOrder({"reason", "date", "version", "commit", "changes"})
    public record Blessing(String reason, String date, String version, String commit, Counts changes) {}

    /**
     * Makes results the baseline.
     *
     * @param results the results of a run that has finished
     * @param reason the reason
     * @param date when, ISO 8601
     * @param before the baseline that is replaced
     * @param kept the claims of that baseline that stay in this one as they were
     * @param changes what changed since then
     * @throws IllegalArgumentException if there is no reason, the run has not finished, or it was in another profile than the
     *     claims that stay
     */
    public static Baseline of(
            Results results,
            String reason,
            String date,
            Optional<Baseline> before,
            List<ClaimResult> kept,
            Counts changes) {
        if (reason.isBlank()) {
            throw new IllegalArgumentException("found an empty reason, accepted: why these results are right");
        }
        if (!Snapshot.finished(results.provenance())) {
            throw new IllegalArgumentException("the run has not finished, accepted: results of one that has");
        }
        String profile = results.provenance().profile();
        if (!kept.isEmpty()) {
            before.map(baseline -> baseline.provenance().profile())
                    .filter(other -> !other.equals(profile))
                    .ifPresent(other -> {
                        throw new IllegalArgumentException("found results of the profile " + profile + " beside "
                                + kept.size() + " other claims of the baseline, which are of " + other
                                + ", accepted: the same profile, or --drop-others");
                    });
        }
        List<Blessing> history = new ArrayList<>();
        history.add(new Blessing(
                reason.strip(),
                date,
                results.provenance().version(),
                results.provenance().commit(),
                changes));
        before.ifPresent(baseline -> history.addAll(baseline.history()));
        return new Baseline(SCHEMA, history, results.provenance(), merged(results, before, kept));
    }

    /** Puts each claim where it was in the baseline, and new ones at the end. */
    private static List<ClaimResult> merged(Results results, Optional<Baseline> before, List<ClaimResult> kept) {
        if (kept.isEmpty()) {
            return results.claims();
        }
        Map<String, ClaimResult> claims = new LinkedHashMap<>();
        results.claims().forEach(claim -> claims.put(claim.id(), claim));
        List<ClaimResult> merged = new ArrayList<>();
        for (ClaimResult claim : before.map(Baseline::claims).orElse(List.of())) {
            ClaimResult anew = claims.remove(claim.id());
            if (anew != null || kept.contains(claim)) {
                merged.add(anew == null ? claim : anew);
            }
        }
        merged.addAll(claims.values());
        return merged;
    }
}
