package org.theoremeter.simulate.experiment;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.theoremeter.theory.text.Quotation;

/** Names the units that a parameter or an observable may have; the list is closed. */
public enum Unit {
    /** No dimension. */
    ONE("1"),
    /** Thousandths of a second. */
    MILLISECOND("ms"),
    /** Seconds. */
    SECOND("s"),
    /** Steps of an iteration, such as the updates of gradient descent. */
    STEP("step"),
    /** Passes over the training set. */
    EPOCH("epoch"),
    /** Training time τ of the gradient flow (theory 0). */
    TAU("tau");

    private final String symbol;

    Unit(String symbol) {
        this.symbol = symbol;
    }

    /** Returns the symbol as it is written in claims and results, such as {@code ms}. */
    public String symbol() {
        return symbol;
    }

    /**
     * Finds the unit with a symbol.
     *
     * @throws IllegalArgumentException if no unit has this symbol; the message lists those there are
     */
    public static Unit parse(String symbol) {
        for (Unit unit : values()) {
            if (unit.symbol.equals(symbol)) {
                return unit;
            }
        }
        throw new IllegalArgumentException("unknown unit " + Quotation.of(symbol) + ", accepted: "
                + Arrays.stream(values()).map(Unit::symbol).collect(Collectors.joining(", ")));
    }
}
