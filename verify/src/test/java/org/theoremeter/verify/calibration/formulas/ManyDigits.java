package org.theoremeter.verify.calibration.formulas;

import java.util.HashMap;
import java.util.Map;
import org.hipparchus.dfp.Dfp;
import org.hipparchus.dfp.DfpField;
import org.theoremeter.theory.symbolic.Expression;
import org.theoremeter.theory.symbolic.numeric.FieldEvaluation;

/** Evaluates formulas with a hundred digits, by a way that no checker takes. */
final class ManyDigits {

    private static final int DIGITS = 100;

    private final Dfp one = new DfpField(DIGITS).getOne();
    private final Map<String, Dfp> point = new HashMap<>();

    /** Takes each value as the formula it is written as. */
    ManyDigits(Map<String, String> at) {
        at.forEach((symbol, value) -> point.put(symbol, of(value)));
    }

    Dfp of(String formula) {
        return of(Expression.parse(formula));
    }

    Dfp of(Expression formula) {
        return FieldEvaluation.of(formula, point, one);
    }

    double value(String symbol) {
        return point.get(symbol).toDouble();
    }

    /** Returns the difference relative to the larger of two numbers, infinite where one is undefined. */
    static double relative(Dfp a, Dfp b) {
        if (a.isNaN() || b.isNaN() || a.isInfinite() || b.isInfinite()) {
            return Double.POSITIVE_INFINITY;
        }
        Dfp larger = a.abs().greaterThan(b.abs()) ? a.abs() : b.abs();
        return larger.isZero() ? 0 : a.subtract(b).abs().divide(larger).toDouble();
    }
}
