package org.theoremeter.verify.claim;

import java.util.List;
import org.theoremeter.verify.claim.yaml.Fields;
import org.theoremeter.verify.judge.Verdict;

/**
 * A known disagreement: the verdict a claim is expected to get, and why.
 *
 * @param verdict the expected verdict
 * @param because the reason, shown in every report
 */
public record Expectation(Verdict verdict, String because) {

    /** Reads the mapping {@code expect}. */
    static Expectation read(Fields fields) {
        List<String> words = List.of(Verdict.FAIL.text(), Verdict.INCONCLUSIVE.text());
        fields.need("verdict");
        Verdict verdict = Verdict.of(fields.takeChoice("verdict", words).orElseThrow());
        String because = fields.needText("because");
        fields.end();
        return new Expectation(verdict, because);
    }
}
