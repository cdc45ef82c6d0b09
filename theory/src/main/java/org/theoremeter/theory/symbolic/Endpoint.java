package org.theoremeter.theory.symbolic;

import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.theoremeter.theory.symbolic.grammar.FormulaException;

/** Where an integral begins or ends, or what a symbol goes to: an expression, or infinity. */
public sealed interface Endpoint {
    /** How infinity is written. */
    String INFINITY = "inf";

    /** The two infinite ends. */
    enum Infinite implements Endpoint {
        /** −∞. */
        MINUS,
        /** +∞. */
        PLUS;

        @Override
        public SortedSet<String> symbols() {
            return new TreeSet<>();
        }

        @Override
        public double evaluate(Map<String, Double> values) {
            return this == PLUS ? Double.POSITIVE_INFINITY : Double.NEGATIVE_INFINITY;
        }

        @Override
        public String toTex() {
            return this == PLUS ? "\\infty" : "-\\infty";
        }

        @Override
        public String toMathMl() {
            return this == PLUS ? "<mi>&#x221E;</mi>" : "<mrow><mo>-</mo><mi>&#x221E;</mi></mrow>";
        }

        @Override
        public String toString() {
            return this == PLUS ? INFINITY : "-" + INFINITY;
        }
    }

    /**
     * A finite limit.
     *
     * @param at where the integral begins or ends
     */
    record Finite(Expression at) implements Endpoint {
        @Override
        public SortedSet<String> symbols() {
            return at.symbols();
        }

        @Override
        public double evaluate(Map<String, Double> values) {
            return at.evaluate(values);
        }

        @Override
        public String toTex() {
            return at.toTex();
        }

        @Override
        public String toMathMl() {
            return at.toMathMl();
        }

        @Override
        public String toString() {
            return at.toString();
        }
    }

    /** Returns the limit on one line in Unicode, for reading in a terminal. */
    default String toUnicode() {
        if (this instanceof Finite finite) {
            return finite.at().toUnicode();
        }
        return this == Infinite.PLUS ? "∞" : "−∞";
    }

    /** Returns the limit with a change made to its formula, if it has one. */
    default Endpoint map(UnaryOperator<Expression> change) {
        return this instanceof Finite finite ? new Finite(change.apply(finite.at())) : this;
    }

    /**
     * Reads a limit.
     *
     * @param text a formula, {@code inf} or {@code -inf}
     * @return the limit
     * @throws FormulaException if it is neither
     */
    static Endpoint parse(String text) {
        String trimmed = text.strip();
        if (trimmed.equals(INFINITY) || trimmed.equals("+" + INFINITY)) {
            return Infinite.PLUS;
        }
        return trimmed.equals("-" + INFINITY) ? Infinite.MINUS : new Finite(Expression.parse(text));
    }

    /** Returns the free symbols. */
    SortedSet<String> symbols();

    /**
     * Evaluates the limit.
     *
     * @throws IllegalArgumentException if a free symbol has no value
     */
    double evaluate(Map<String, Double> values);

    /** Returns the limit as TeX for math mode. */
    String toTex();

    /** Returns the limit as presentation MathML, without the {@code math} element around it. */
    String toMathMl();
}
