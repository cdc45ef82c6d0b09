package org.theoremeter.verify.claim.formula;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.theoremeter.theory.symbolic.Condition;

/**
 * Whether a condition can both hold and fail, tried over many sizes of what is observed.
 *
 * @param condition over observables and other symbols
 * @param observables the symbols that are observed
 */
public record Decisive(Condition condition, Set<String> observables) {

    private static final int DECADES = 12;
    private static final int A_DECADE = 40;
    private static final double[] OTHERS = {1, 1e-3, 0.1, 0.3, 0.7, 2, 7, 50, 1e3, -0.6};
    private static final Pattern NUMBER = Pattern.compile("[0-9]+(?:\\.[0-9]+)?(?:[eE][-+]?[0-9]+)?");

    /** Returns whether the condition came out the same wherever it was tried. */
    public boolean never() {
        List<Double> sizes = sizes();
        boolean held = false;
        boolean failed = false;
        for (double others : OTHERS) {
            Map<String, Double> values = new HashMap<>();
            condition.symbols().forEach(symbol -> values.put(symbol, others));
            for (String symbol : condition.symbols()) {
                if (observables.contains(symbol)) {
                    for (double size : sizes) {
                        values.put(symbol, size);
                        boolean holds = condition.holds(values);
                        held |= holds;
                        failed |= !holds;
                        if (held && failed) {
                            return false;
                        }
                    }
                    values.put(symbol, others);
                }
            }
        }
        return true;
    }

    /** Returns 0, the numbers that the condition names, and sizes over many decades, with both signs. */
    private List<Double> sizes() {
        List<Double> sizes = new ArrayList<>(List.of(0.0));
        Matcher numbers = NUMBER.matcher(condition.toString());
        while (numbers.find()) {
            both(Double.parseDouble(numbers.group()), sizes);
        }
        for (int step = -DECADES * A_DECADE; step <= DECADES * A_DECADE; step++) {
            both(Math.pow(10, (double) step / A_DECADE), sizes);
        }
        return sizes;
    }

    private static void both(double size, List<Double> sizes) {
        sizes.add(size);
        sizes.add(-size);
    }
}
