package org.theoremeter.verify.calibration.formulas;

import org.theoremeter.theory.evidence.Grade;

/** What is known of a statement by construction. */
public enum Truth {
    /** It holds on its whole domain. */
    TRUE(Grade.PROVED),
    /** It is false, by less than the relative difference that counts as agreement: it may be enclosed, never proved. */
    CLOSE(Grade.ENCLOSED),
    /** It is false beyond that. */
    FALSE(Grade.UNDECIDED);

    private final Grade best;

    Truth(Grade best) {
        this.best = best;
    }

    /** Tells whether a grade says more of the statement than is so. */
    public boolean forbids(Grade grade) {
        return grade.reaches(Grade.AGREED) && grade.compareTo(best) < 0;
    }
}
