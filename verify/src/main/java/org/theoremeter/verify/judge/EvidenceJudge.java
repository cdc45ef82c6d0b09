package org.theoremeter.verify.judge;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.theoremeter.theory.evidence.Evidence;
import org.theoremeter.theory.evidence.Grade;
import org.theoremeter.theory.evidence.Obligation;

/**
 * Judges what was shown of an identity, or of a step of a derivation, against what the claim requires: every obligation must
 * reach the required grade, or be cited.
 */
public final class EvidenceJudge {

    private final Grade required;

    /**
     * Creates a judge.
     *
     * @param required the lowest grade that is enough: proved, enclosed or agreed
     * @throws IllegalArgumentException if it is none of these
     */
    public EvidenceJudge(Grade required) {
        if (!required.reaches(Grade.AGREED)) {
            throw new IllegalArgumentException(
                    "found " + required.text() + " to be required, accepted: proved, enclosed or agreed");
        }
        this.required = required;
    }

    /** Judges evidence: the obligation that comes out worst decides. */
    public Judgement judge(Evidence evidence) {
        Obligation deciding = deciding(evidence);
        Verdict verdict = verdict(deciding.grade());
        if (verdict == Verdict.PASS && !Double.isFinite(evidence.worst())) {
            return Judgement.open("undecided: the sides differ by what is not finite");
        }
        if (verdict == Verdict.PASS && evidence.points() == 0 && restsOnPoints(evidence)) {
            return Judgement.open("undecided: nothing was compared: " + deciding.how());
        }
        List<String> parts = new ArrayList<>();
        parts.add(shown(deciding, evidence));
        if (evidence.obligations().size() > 1) {
            parts.add(evidence.obligations().size() + " obligations: " + evidence.counts());
        }
        if (verdict == Verdict.INCONCLUSIVE && deciding.grade() != Grade.UNDECIDED) {
            parts.add("the claim requires " + required.text());
        }
        return new Judgement(verdict, Optional.empty(), String.join("; ", parts), OptionalInt.empty());
    }

    private static boolean restsOnPoints(Evidence evidence) {
        return evidence.obligations().stream().anyMatch(each -> each.grade() == Grade.AGREED);
    }

    private Obligation deciding(Evidence evidence) {
        return evidence.obligations().stream()
                .min(Comparator.<Obligation, Verdict>comparing(each -> verdict(each.grade()))
                        .thenComparing(Obligation::grade)
                        .reversed())
                .orElseThrow();
    }

    private Verdict verdict(Grade grade) {
        return switch (grade) {
            case REFUTED -> Verdict.FAIL;
            case UNDECIDED -> Verdict.INCONCLUSIVE;
            case CITED -> Verdict.PASS;
            default -> grade.reaches(required) ? Verdict.PASS : Verdict.INCONCLUSIVE;
        };
    }

    /** Says what was shown of the obligation that decides, and never more. */
    private static String shown(Obligation deciding, Evidence evidence) {
        String what = evidence.obligations().size() == 1 ? "" : deciding.statement() + ": ";
        String numbers = evidence.points() + " points to " + Figures.of(evidence.worst());
        String compared = evidence.points() == 0 ? "" : ", agreed at " + numbers;
        return switch (deciding.grade()) {
            case PROVED -> "proved (" + what + deciding.how() + ")" + compared;
            case ENCLOSED -> "enclosed: " + what + deciding.how() + compared;
            case AGREED -> "agreed at " + numbers + "; not proved: " + what + deciding.how();
            case CITED -> "cited, taken on trust: " + what + deciding.how();
            case UNDECIDED -> Grade.inFront(deciding.grade().text(), ": ", what + deciding.how());
            case REFUTED -> what + deciding.how();
        };
    }
}
