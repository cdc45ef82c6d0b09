package org.theoremeter.verify.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.theoremeter.theory.evidence.Evidence;
import org.theoremeter.theory.evidence.Grade;
import org.theoremeter.theory.evidence.Obligation;

class EvidenceJudgeTest {

    private static final String EQUAL = "both sides are equal";

    private static Evidence evidence(Grade... grades) {
        List<Obligation> obligations = List.of(grades).stream()
                .map(grade -> new Obligation("what is " + grade.text() + " holds", grade, "found of it"))
                .toList();
        return new Evidence(obligations, 64, 2e-14);
    }

    private static Judgement judge(Grade required, Grade... grades) {
        return new EvidenceJudge(required).judge(evidence(grades));
    }

    @ParameterizedTest
    @CsvSource({
        "PROVED,   PASS,         PASS,         PASS",
        "ENCLOSED, INCONCLUSIVE, PASS,         PASS",
        "AGREED,   INCONCLUSIVE, INCONCLUSIVE, PASS",
    })
    void eachGradePassesWhereNoBetterOneIsRequired(
            Grade shown, Verdict ofProof, Verdict ofEnclosure, Verdict ofAgreement) {
        assertThat(judge(Grade.PROVED, shown).verdict()).isEqualTo(ofProof);
        assertThat(judge(Grade.ENCLOSED, shown).verdict()).isEqualTo(ofEnclosure);
        assertThat(judge(Grade.AGREED, shown).verdict()).isEqualTo(ofAgreement);
    }

    @ParameterizedTest
    @EnumSource(
            value = Grade.class,
            names = {"PROVED", "ENCLOSED", "AGREED"})
    void whatIsCitedPassesWhatIsUndecidedIsLeftOpenWhatIsRefutedFails(Grade required) {
        assertThat(judge(required, Grade.CITED).verdict()).isEqualTo(Verdict.PASS);
        assertThat(judge(required, Grade.UNDECIDED).verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(judge(required, Grade.REFUTED).verdict()).isEqualTo(Verdict.FAIL);
    }

    @Test
    void theObligationThatComesOutWorstDecidesAndIsNamed() {
        Judgement judgement = judge(Grade.PROVED, Grade.PROVED, Grade.CITED, Grade.AGREED);
        assertThat(judgement.verdict())
                .as("what is cited does not cover for what is only agreed")
                .isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(judgement.message())
                .isEqualTo("agreed at 64 points to 2.000e-14; not proved: what is agreed holds: found of it;"
                        + " 3 obligations: 1 proved, 1 agreed, 1 cited; the claim requires proved");
        assertThat(judge(Grade.AGREED, Grade.PROVED, Grade.CITED, Grade.AGREED).message())
                .startsWith("cited, taken on trust: what is cited holds");
        assertThat(judge(Grade.AGREED, Grade.UNDECIDED, Grade.REFUTED, Grade.UNDECIDED))
                .matches(failed -> failed.verdict() == Verdict.FAIL)
                .matches(failed -> failed.message()
                        .equals("what is refuted holds: found of it; 3 obligations: 2 undecided, 1 refuted"));
    }

    @Test
    void theMessageSaysWhatWasShownAndNoMore() {
        assertThat(judge(Grade.AGREED, Grade.PROVED).message())
                .isEqualTo("proved (found of it), agreed at 64 points to 2.000e-14");
        assertThat(judge(Grade.AGREED, Grade.ENCLOSED).message())
                .isEqualTo("enclosed: found of it, agreed at 64 points to 2.000e-14");
        assertThat(judge(Grade.AGREED, Grade.AGREED).message())
                .isEqualTo("agreed at 64 points to 2.000e-14; not proved: found of it");
        assertThat(judge(Grade.AGREED, Grade.UNDECIDED).message()).isEqualTo("undecided: found of it");
        assertThat(new EvidenceJudge(Grade.PROVED)
                        .judge(Evidence.of(List.of(Obligation.proved(EQUAL, "the same"))))
                        .message())
                .as("no numbers were compared, so none is boasted of")
                .isEqualTo("proved (the same)");
    }

    @Test
    void nothingPassesOnPointsThatWereNotComparedOrDifferByWhatIsNotFinite() {
        EvidenceJudge judge = new EvidenceJudge(Grade.AGREED);
        assertThat(judge.judge(Evidence.of(List.of(Obligation.agreed(EQUAL, "at no point"))))
                        .verdict())
                .isEqualTo(Verdict.INCONCLUSIVE);
        for (double worst : new double[] {Double.NaN, Double.POSITIVE_INFINITY}) {
            assertThat(judge.judge(new Evidence(List.of(Obligation.proved(EQUAL, "the same")), 64, worst))
                            .verdict())
                    .isEqualTo(Verdict.INCONCLUSIVE);
            assertThat(judge.judge(new Evidence(List.of(Obligation.refuted(EQUAL, "at x = 1")), 64, worst))
                            .verdict())
                    .as("what is refuted stays refuted")
                    .isEqualTo(Verdict.FAIL);
        }
        Obligation cited = new Obligation("the source says so", Grade.CITED, "a book");
        assertThat(judge.judge(Evidence.of(List.of(Obligation.agreed(EQUAL, "at no point"), cited)))
                        .verdict())
                .as("nor beside what is cited")
                .isEqualTo(Verdict.INCONCLUSIVE);
    }

    @ParameterizedTest
    @EnumSource(
            value = Grade.class,
            names = {"CITED", "UNDECIDED", "REFUTED"})
    void nobodyMayRequireLessThanAgreement(Grade required) {
        assertThatThrownBy(() -> new EvidenceJudge(required))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("found " + required.text());
    }
}
