package org.theoremeter.verify.calibration.formulas;

import java.util.List;
import java.util.function.Predicate;
import org.theoremeter.theory.evidence.Grade;
import org.theoremeter.verify.judge.Verdict;
import org.theoremeter.verify.statistics.Proportion;

/**
 * What came of the statements of a kind, all false or all true.
 *
 * @param kind the kind
 * @param truth whether they are true
 * @param trials what came of each, in the order of their numbers
 */
public record Tally(Falsehood kind, boolean truth, List<Tried> trials) {

    /**
     * A statement and what came of it.
     *
     * @param statement the statement
     * @param checked what the checkers said
     * @param seconds how long they took
     */
    public record Tried(Statement statement, Checked checked, double seconds) {}

    /** Copies the list. */
    public Tally {
        trials = List.copyOf(trials);
    }

    /** Returns how many would have passed wrongly where such a grade is required. */
    public Proportion wrongPasses(Grade required) {
        return count(tried -> tried.checked().wrongPass(tried.statement().truth(), required));
    }

    /** Returns how many failed wrongly. */
    public Proportion wrongFails() {
        return count(tried -> tried.checked().wrongFail(tried.statement().truth()));
    }

    /** Returns how many would have passed where such a grade is required. */
    public Proportion passes(Grade required) {
        return count(tried -> tried.checked().passes(required));
    }

    /** Returns how many got a verdict where agreement is enough. */
    public Proportion judged(Verdict verdict) {
        return count(tried -> tried.checked().verdicts().get(Grade.AGREED) == verdict);
    }

    /** Returns how many were refused when they were read; they count as errors too. */
    public Proportion refused() {
        return count(tried -> tried.checked().refused());
    }

    /** Returns the statements that were judged wrongly, where such a grade is required. */
    public List<Tried> survivors(Grade required) {
        return trials.stream()
                .filter(tried -> tried.checked().wrongPass(tried.statement().truth(), required)
                        || tried.checked().wrongFail(tried.statement().truth()))
                .toList();
    }

    private Proportion count(Predicate<Tried> counted) {
        return new Proportion((int) trials.stream().filter(counted).count(), trials.size());
    }
}
