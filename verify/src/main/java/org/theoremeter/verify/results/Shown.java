package org.theoremeter.verify.results;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.theoremeter.theory.evidence.Grade;
import org.theoremeter.verify.results.ComparisonResult.ObligationResult;

/** Says how well identities and derivations are shown: how many steps and obligations have which grade of evidence. */
public final class Shown {

    private Shown() {}

    /** Returns the grade of an identity, or the grades of the steps of a derivation; empty for any other claim. */
    public static List<Grade> grades(ClaimResult claim) {
        return claim.comparisons().stream()
                .map(ComparisonResult::grade)
                .filter(Objects::nonNull)
                .map(Grade::of)
                .toList();
    }

    /** Returns what the claim comes to, as {@code proved} or {@code 5 steps: 4 proved, 1 cited}; empty where nothing does. */
    public static String line(ClaimResult claim) {
        List<Grade> grades = grades(claim);
        if (grades.isEmpty() || !claim.description().kind().equals("derivation")) {
            return grades.isEmpty() ? "" : Grade.worst(grades).text();
        }
        return counted("step", grades);
    }

    /** Returns how many obligations have which grade, as {@code 12 obligations: 9 proved, 3 agreed}; empty if there is none. */
    public static String obligations(List<ClaimResult> claims) {
        List<Grade> grades = claims.stream()
                .flatMap(claim -> claim.comparisons().stream())
                .flatMap(comparison -> obligations(comparison))
                .map(ObligationResult::grade)
                .map(Grade::of)
                .toList();
        return grades.isEmpty() ? "" : counted("obligation", grades);
    }

    /** Tells whether one grade, as results write it, is worse than another. */
    public static boolean worse(String before, String after) {
        return !Grade.of(after).reaches(Grade.of(before));
    }

    private static Stream<ObligationResult> obligations(ComparisonResult comparison) {
        return comparison.obligations() == null ? Stream.empty() : comparison.obligations().stream();
    }

    private static String counted(String noun, List<Grade> grades) {
        return grades.size() + " " + noun + (grades.size() == 1 ? ": " : "s: ") + Grade.counts(grades);
    }
}
