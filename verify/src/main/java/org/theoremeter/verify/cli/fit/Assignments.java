package org.theoremeter.verify.cli.fit;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.theoremeter.theory.text.Nearest;
import org.theoremeter.theory.text.Quotation;
import org.theoremeter.verify.cli.terminal.BadInput;

/** Options that say something of an outcome, {@code OUTCOME=VALUE}. */
final class Assignments {

    private Assignments() {}

    /**
     * Splits each at its last equals sign, as the name of a column may have one.
     *
     * @param option what they were given to
     * @param example a value
     * @param accepted the outcomes there are
     */
    static Map<String, String> of(String option, String example, List<String> texts, List<String> accepted) {
        Map<String, String> assignments = new LinkedHashMap<>();
        for (String text : texts) {
            int equals = text.lastIndexOf('=');
            if (equals < 0) {
                throw new BadInput(option + ": found " + Quotation.of(text) + ", accepted: such as " + accepted.get(0)
                        + "=" + example);
            }
            String outcome = text.substring(0, equals);
            if (!accepted.contains(outcome)) {
                throw new BadInput(option + ": found the outcome " + Quotation.of(outcome) + ", "
                        + Nearest.hint(outcome, accepted));
            }
            if (assignments.put(outcome, text.substring(equals + 1)) != null) {
                throw new BadInput(option + ": found the outcome " + Quotation.of(outcome) + " twice, accepted: once");
            }
        }
        return assignments;
    }
}
