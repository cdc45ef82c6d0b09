package org.theoremeter.verify.calibration.formulas;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.theoremeter.theory.evidence.Evidence;
import org.theoremeter.theory.evidence.Grade;
import org.theoremeter.verify.judge.EvidenceJudge;
import org.theoremeter.verify.judge.Judgement;
import org.theoremeter.verify.judge.Verdict;

/**
 * What the checkers said of a statement.
 *
 * @param verdicts the verdict for each grade that a claim may require
 * @param refused whether it was refused when it was read, as when it divides by zero; the verdicts are ERROR then
 * @param message the evidence where agreement is enough, in words
 */
public record Checked(Map<Grade, Verdict> verdicts, boolean refused, String message) {

    /** The grades that a claim may require, from the most to the least. */
    public static final List<Grade> REQUIREMENTS = List.of(Grade.PROVED, Grade.ENCLOSED, Grade.AGREED);

    /** Copies the map. */
    public Checked {
        verdicts = Map.copyOf(verdicts);
    }

    /** Returns what the judge of evidence makes of it under each requirement. */
    static Checked of(Evidence evidence) {
        Map<Grade, Verdict> verdicts = new EnumMap<>(Grade.class);
        String message = "";
        for (Grade required : REQUIREMENTS) {
            Judgement judgement = new EvidenceJudge(required).judge(evidence);
            verdicts.put(required, judgement.verdict());
            message = judgement.message();
        }
        return new Checked(verdicts, false, message);
    }

    /** Returns a verdict that does not depend on what is required. */
    static Checked of(Verdict verdict, String message) {
        return always(verdict, false, message);
    }

    /** Returns that it was refused. */
    static Checked refused(String message) {
        return always(Verdict.ERROR, true, message);
    }

    private static Checked always(Verdict verdict, boolean refused, String message) {
        Map<Grade, Verdict> verdicts = new EnumMap<>(Grade.class);
        REQUIREMENTS.forEach(required -> verdicts.put(required, verdict));
        return new Checked(verdicts, refused, message);
    }

    /** Tells whether it passes where such a grade is required. */
    public boolean passes(Grade required) {
        return verdicts.get(required) == Verdict.PASS;
    }

    /** Tells whether it passes wrongly where such a grade is required, the truth being what it is. */
    public boolean wrongPass(Truth truth, Grade required) {
        return passes(required) && truth.forbids(required);
    }

    /** Tells whether it fails although it is true. */
    public boolean wrongFail(Truth truth) {
        return truth == Truth.TRUE && verdicts.containsValue(Verdict.FAIL);
    }
}
