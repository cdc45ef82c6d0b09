package org.theoremeter.theory.symbolic.numeric;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.HashMap;
import java.util.Map;
import org.hipparchus.dfp.Dfp;
import org.hipparchus.dfp.DfpField;
import org.theoremeter.theory.symbolic.Expression;

/** Evaluates formulas with many digits at one point. */
public final class HighPrecision {
    /** As many as anything here asks for. */
    public static final int MOST_DIGITS = 150;
    /** The library counts digits in groups of four. */
    private static final int SPARE = 4;
    /** The library's fields keep flags of the last operation, so threads must not share one. */
    private static final ThreadLocal<Map<Integer, DfpField>> FIELDS = ThreadLocal.withInitial(HashMap::new);

    private final DfpField field;
    private final Map<String, Dfp> values;

    private HighPrecision(DfpField field, Map<String, Dfp> values) {
        this.field = field;
        this.values = values;
    }

    /** Takes the values as exact. */
    public static HighPrecision at(Map<String, Double> values, int digits) {
        DfpField field = FIELDS.get().computeIfAbsent(digits, DfpField::new);
        Map<String, Dfp> exact = new HashMap<>();
        values.forEach((name, value) -> exact.put(name, field.newDfp(value)));
        return new HighPrecision(field, exact);
    }

    /** Returns the point with another value for one symbol. */
    public HighPrecision with(String symbol, Dfp value) {
        Map<String, Dfp> changed = new HashMap<>(values);
        changed.put(symbol, value);
        return new HighPrecision(field, changed);
    }

    /** Reads a decimal; the library reads one of more digits than it keeps as a thousand times as large. */
    public Dfp number(String decimal) {
        BigDecimal rounded = new BigDecimal(decimal).round(new MathContext(field.getRadixDigits() * SPARE - SPARE));
        return field.newDfp(rounded.unscaledValue().toString() + "e" + -rounded.scale());
    }

    /** Evaluates a formula at the point. */
    public Dfp evaluate(Expression expression) {
        return FieldEvaluation.of(expression, values, field.getOne());
    }
}
