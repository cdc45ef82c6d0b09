package org.theoremeter.verify.claim.formula;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.theoremeter.theory.symbolic.Expression;

/**
 * Whether a formula changes with what is observed, tried over many sizes of it and of everything else.
 *
 * @param formula over observables and other symbols
 * @param observables the symbols that are observed
 */
public record Dependent(Expression formula, Set<String> observables) {

    private static final List<Double> TRIED = List.of(1e-9, 1e-6, 1e-3, 0.03, 0.3, 0.7, 1.1, 2.0, 7.0, 1e3, 1e6, -0.6);

    /** Returns whether the formula changed anywhere it was tried. */
    public boolean ever() {
        return formula.symbols().stream()
                .filter(observables::contains)
                .anyMatch(symbol -> TRIED.stream().anyMatch(others -> varies(symbol, others)));
    }

    private boolean varies(String symbol, double others) {
        Map<String, Double> values = new HashMap<>();
        formula.symbols().forEach(name -> values.put(name, others));
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (double value : TRIED) {
            values.put(symbol, value);
            double there = formula.evaluate(values);
            if (Double.isFinite(there)) {
                low = Math.min(low, there);
                high = Math.max(high, there);
            }
        }
        return high - low > 1e-9 * Math.max(Math.abs(low), Math.abs(high));
    }
}
