package org.theoremeter.theory.evidence;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * All that was found out about a statement: an identity, or a step of a derivation.
 *
 * @param obligations what must hold, each with what was shown of it; at least one
 * @param points at how many points both sides were compared
 * @param worst the largest relative difference among them
 */
public record Evidence(List<Obligation> obligations, int points, double worst) {
    /**
     * Copies the list.
     *
     * @throws IllegalArgumentException if there is no obligation: what asks for nothing shows nothing
     */
    public Evidence {
        obligations = List.copyOf(obligations);
        if (obligations.isEmpty()) {
            throw new IllegalArgumentException("evidence without an obligation shows nothing");
        }
    }

    /** Returns evidence without numbers, of obligations alone. */
    public static Evidence of(List<Obligation> obligations) {
        return new Evidence(obligations, 0, 0);
    }

    /** Returns the grade of the whole: that of its weakest obligation. */
    public Grade grade() {
        return Grade.worst(obligations.stream().map(Obligation::grade).toList());
    }

    /** Returns the weakest obligation, the first of several. */
    public Obligation weakest() {
        return obligations.stream()
                .min(Comparator.comparing(Obligation::grade).reversed())
                .orElseThrow();
    }

    /** Returns how many obligations have which grade, from best to worst: {@code 2 proved, 1 agreed}. */
    public String counts() {
        return Grade.counts(obligations.stream().map(Obligation::grade).toList());
    }

    /** Returns the evidence with one more obligation. */
    public Evidence with(Obligation obligation) {
        List<Obligation> more = new ArrayList<>(obligations);
        more.add(obligation);
        return new Evidence(more, points, worst);
    }

    /** Returns both pieces of evidence as one. */
    public Evidence and(Evidence other) {
        List<Obligation> more = new ArrayList<>(obligations);
        more.addAll(other.obligations);
        return new Evidence(more, points + other.points, Math.max(worst, other.worst));
    }
}
