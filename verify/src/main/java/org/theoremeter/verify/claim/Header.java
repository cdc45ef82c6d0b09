package org.theoremeter.verify.claim;

import java.util.Optional;
import org.theoremeter.verify.claim.source.Position;

/**
 * What claims of every kind carry.
 *
 * @param id the claim's name, {@code [a-z0-9-]+(.[a-z0-9-]+)*}
 * @param kind its kind
 * @param title one sentence
 * @param source where it comes from
 * @param standing how sure theory is of it
 * @param falsified what would falsify it, in words
 * @param given its free symbols
 * @param judge how strictly it is judged
 * @param expect a known disagreement
 * @param exempt which numbers of the prediction it need not notice
 * @param skipped whether the chosen profile leaves it out
 * @param position where the claim begins
 */
public record Header(
        String id,
        Kind kind,
        String title,
        Source source,
        Standing standing,
        String falsified,
        Given given,
        JudgeSettings judge,
        Optional<Expectation> expect,
        Exemptions exempt,
        boolean skipped,
        Position position) {

    /** Returns this header with another judge. */
    Header with(JudgeSettings otherJudge) {
        return new Header(
                id, kind, title, source, standing, falsified, given, otherJudge, expect, exempt, skipped, position);
    }

    /**
     * Where a claim comes from.
     *
     * @param paper the paper, such as {@code arXiv:2503.18754}, or empty
     * @param theory the section of docs/theory.md, such as {@code 1.2}, or empty
     */
    public record Source(String paper, String theory) {}
}
