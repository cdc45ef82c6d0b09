package org.theoremeter.verify.baseline;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.theoremeter.verify.baseline.ClaimDifference.Presence;
import org.theoremeter.verify.results.ClaimResult;
import org.theoremeter.verify.results.Provenance;

/**
 * What changed between two runs, claim by claim.
 *
 * @param claims the claims, in the order of the first run, then the new ones
 * @param provenance what changed in how the results were made
 */
public record Difference(List<ClaimDifference> claims, List<Change> provenance) {

    /** Copies the lists. */
    public Difference {
        claims = List.copyOf(claims);
        provenance = List.copyOf(provenance);
    }

    /** Compares two runs. */
    public static Difference between(Snapshot before, Snapshot after) {
        Map<String, ClaimResult> is = byId(after.claims());
        Map<String, ClaimResult> was = byId(before.claims());
        List<ClaimDifference> claims = new ArrayList<>();
        was.forEach((id, claim) -> claims.add(
                is.containsKey(id) ? ClaimDifference.between(claim, is.get(id)) : ClaimDifference.gone(claim)));
        is.forEach((id, claim) -> {
            if (!was.containsKey(id)) {
                claims.add(ClaimDifference.added(claim));
            }
        });
        return new Difference(claims, provenance(before.provenance(), after.provenance()));
    }

    private static Map<String, ClaimResult> byId(List<ClaimResult> claims) {
        Map<String, ClaimResult> byId = new LinkedHashMap<>();
        claims.forEach(claim -> byId.put(claim.id(), claim));
        return byId;
    }

    private static List<Change> provenance(Provenance before, Provenance after) {
        List<Change> changes = new ArrayList<>();
        changes.addAll(Change.between("version", before.version(), after.version(), Weight.NOTED));
        changes.addAll(Change.between("commit", before.commit(), after.commit(), Weight.NOTED));
        changes.addAll(Change.between("seed", before.seed(), after.seed(), Weight.NOTED));
        changes.addAll(Change.between("profile", before.profile(), after.profile(), Weight.NOTED));
        changes.addAll(Change.between("kernel", before.kernel(), after.kernel(), Weight.NOTED));
        changes.addAll(Change.between("set", before.settings(), after.settings(), Weight.NOTED));
        changes.addAll(Change.between("jdk", before.jdk(), after.jdk(), Weight.NOTED));
        changes.addAll(Change.between("library", before.libraries(), after.libraries(), Weight.NOTED));
        changes.addAll(Change.between("run", end(before), end(after), Weight.NOTED));
        return changes;
    }

    private static String end(Provenance provenance) {
        return Snapshot.finished(provenance) ? "finished" : "not finished";
    }

    /** Returns whether something changed that calls for attention. */
    public boolean alarms() {
        return claims.stream().anyMatch(claim -> claim.weight().alarms());
    }

    /** Returns whether any claim changed, other than within errors. */
    public boolean anyClaimChanged() {
        return claims.stream().anyMatch(claim -> claim.weight() != Weight.WITHIN_ERROR);
    }

    /** Counts the claims. */
    public Counts counts() {
        return new Counts(
                count(Presence.KEPT, Weight.WORSE),
                count(Presence.KEPT, Weight.RESTATED),
                count(Presence.KEPT, Weight.NOTED),
                (int) claims.stream()
                        .filter(claim -> claim.presence() == Presence.NEW)
                        .count(),
                (int) claims.stream()
                        .filter(claim -> claim.presence() == Presence.GONE)
                        .count(),
                count(Presence.KEPT, Weight.WITHIN_ERROR));
    }

    private int count(Presence presence, Weight weight) {
        return (int) claims.stream()
                .filter(claim -> claim.presence() == presence && claim.weight() == weight)
                .count();
    }
}
