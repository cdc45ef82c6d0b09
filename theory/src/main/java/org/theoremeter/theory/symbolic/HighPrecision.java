package org.theoremeter.theory.symbolic;

import java.util.HashMap;
import java.util.Map;
import org.hipparchus.dfp.Dfp;
import org.hipparchus.dfp.DfpField;

/** Evaluates formulas with 150 digits at one point. */
final class HighPrecision {
    private static final int DIGITS = 150;
    /** The library's field keeps flags of the last operation, so threads must not share one. */
    private static final ThreadLocal<DfpField> FIELD = ThreadLocal.withInitial(() -> new DfpField(DIGITS));

    private final Map<String, Dfp> values;

    private HighPrecision(Map<String, Dfp> values) {
        this.values = values;
    }

    /** Takes the values as exact. */
    static HighPrecision at(Map<String, Double> values) {
        Map<String, Dfp> exact = new HashMap<>();
        values.forEach((name, value) -> exact.put(name, FIELD.get().newDfp(value)));
        return new HighPrecision(exact);
    }

    /** Returns the point with another value for one symbol. */
    HighPrecision with(String symbol, Dfp value) {
        Map<String, Dfp> changed = new HashMap<>(values);
        changed.put(symbol, value);
        return new HighPrecision(changed);
    }

    Dfp number(String decimal) {
        return FIELD.get().newDfp(decimal);
    }

    Dfp evaluate(Expression expression) {
        return FieldEvaluation.of(expression, values, FIELD.get().getOne());
    }
}
