package org.theoremeter.verify.results;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A whole run.
 *
 * @param schema the version of this format
 * @param provenance what made it
 * @param summary counts of verdicts
 * @param claims the claims, in the order in which they were asked for
 */
@JsonPropertyOrder({"schema", "provenance", "summary", "claims"})
public record Results(String schema, Provenance provenance, Summary summary, List<ClaimResult> claims) {

    /** The format this class writes and reads. */
    public static final String SCHEMA = "results/1";

    /**
     * Copies the list.
     *
     * @throws IllegalArgumentException if two claims have one id
     */
    public Results {
        claims = distinct(claims);
    }

    /**
     * Returns a copy of claims.
     *
     * @throws IllegalArgumentException if two of them have one id
     */
    public static List<ClaimResult> distinct(List<ClaimResult> claims) {
        Set<String> ids = new HashSet<>();
        for (ClaimResult claim : claims) {
            if (!ids.add(claim.id())) {
                throw new IllegalArgumentException("found the claim '" + claim.id() + "' twice, accepted: once");
            }
        }
        return List.copyOf(claims);
    }

    /** Makes the record of a run, counting its verdicts. */
    public static Results of(Provenance provenance, List<ClaimResult> claims) {
        return new Results(SCHEMA, provenance, Summary.of(claims), claims);
    }

    /** Returns these results with another provenance, as when the run has ended. */
    public Results with(Provenance other) {
        return new Results(schema, other, summary, claims);
    }
}
