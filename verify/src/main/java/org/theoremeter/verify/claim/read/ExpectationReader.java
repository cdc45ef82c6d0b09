package org.theoremeter.verify.claim.read;

import java.util.List;
import org.theoremeter.verify.claim.Expectation;
import org.theoremeter.verify.claim.yaml.Fields;
import org.theoremeter.verify.judge.Verdict;

/** Reads {@code expect}: a known disagreement. */
final class ExpectationReader {

    private ExpectationReader() {}

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
