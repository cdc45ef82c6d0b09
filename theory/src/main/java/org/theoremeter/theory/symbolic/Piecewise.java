package org.theoremeter.theory.symbolic;

import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * A case distinction: the value of the first branch whose condition holds.
 *
 * <p>It is NaN when a condition that has to be decided compares with NaN, so that an undefined condition never turns
 * into a defined value.
 *
 * @param branches at least one branch, in order
 * @param otherwise the value where no condition holds
 */
public record Piecewise(List<Branch> branches, Expression otherwise) implements Expression {
    private static final String NAME = "piecewise";

    /**
     * Makes a case distinction.
     *
     * @throws IllegalArgumentException if there is no branch
     */
    public Piecewise {
        branches = List.copyOf(branches);
        if (branches.isEmpty()) {
            throw new IllegalArgumentException("piecewise needs at least one condition");
        }
    }

    /** Tells whether formulas write a case distinction with that name. */
    static boolean isName(String name) {
        return name.equals(NAME) || name.equals("Piecewise");
    }

    @Override
    public double evaluate(Map<String, Double> values) {
        for (Branch branch : branches) {
            double left = branch.condition().left().evaluate(values);
            double right = branch.condition().right().evaluate(values);
            if (Double.isNaN(left) || Double.isNaN(right)) {
                return Double.NaN;
            }
            if (branch.condition().relation().holds(left, right)) {
                return branch.value().evaluate(values);
            }
        }
        return otherwise.evaluate(values);
    }

    @Override
    public Expression derivative(String symbol) {
        return withValues(value -> value.derivative(symbol));
    }

    @Override
    public Expression substitute(Map<String, Expression> replacements) {
        List<Branch> replaced = branches.stream()
                .map(branch -> new Branch(
                        branch.condition().substitute(replacements),
                        branch.value().substitute(replacements)))
                .toList();
        return new Piecewise(replaced, otherwise.substitute(replacements));
    }

    private Expression withValues(UnaryOperator<Expression> change) {
        List<Branch> changed = branches.stream()
                .map(branch -> new Branch(branch.condition(), change.apply(branch.value())))
                .toList();
        return new Piecewise(changed, change.apply(otherwise));
    }

    @Override
    public <R> R accept(ExpressionVisitor<R> visitor) {
        return visitor.piecewise(this);
    }

    @Override
    public String toString() {
        return TextWriter.write(this);
    }

    /**
     * A value and where it holds.
     *
     * @param condition the condition
     * @param value the value where it holds
     */
    public record Branch(Condition condition, Expression value) {}
}
