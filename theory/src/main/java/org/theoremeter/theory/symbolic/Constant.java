package org.theoremeter.theory.symbolic;

import java.util.Map;
import java.util.Optional;

/** A named constant; {@code e} is none of them but an ordinary symbol. */
public enum Constant implements Expression {
    /** The ratio of a circle's circumference to its diameter, written {@code pi} or {@code π}. */
    PI;

    /** Returns the constant of that name. */
    static Optional<Constant> named(String name) {
        return name.equals("pi") || name.equals("\u03C0") ? Optional.of(PI) : Optional.empty();
    }

    @Override
    public double evaluate(Map<String, Double> values) {
        return Math.PI;
    }

    @Override
    public Expression derivative(String symbol) {
        return Numeral.ZERO;
    }

    @Override
    public Expression substitute(Map<String, Expression> replacements) {
        return this;
    }

    @Override
    public <R> R accept(ExpressionVisitor<R> visitor) {
        return visitor.constant(this);
    }

    @Override
    public String toString() {
        return "pi";
    }
}
