package org.theoremeter.theory.symbolic;

import java.util.List;
import org.theoremeter.theory.symbolic.bytecode.Power;

/** The five operators on two operands, each with its value and its rule of differentiation. */
public enum Operator {
    /** a + b. */
    PLUS("+") {
        @Override
        public double apply(double left, double right) {
            return left + right;
        }

        @Override
        Expression derivative(Expression a, Expression b, Expression da, Expression db) {
            return Tidy.sum(da, db);
        }
    },
    /** a − b. */
    MINUS("-") {
        @Override
        public double apply(double left, double right) {
            return left - right;
        }

        @Override
        Expression derivative(Expression a, Expression b, Expression da, Expression db) {
            return Tidy.difference(da, db);
        }
    },
    /** a b. */
    TIMES("*") {
        @Override
        public double apply(double left, double right) {
            return left * right;
        }

        @Override
        Expression derivative(Expression a, Expression b, Expression da, Expression db) {
            return Tidy.sum(Tidy.product(da, b), Tidy.product(a, db));
        }
    },
    /** a / b. */
    DIVIDE("/") {
        @Override
        public double apply(double left, double right) {
            return left / right;
        }

        @Override
        Expression derivative(Expression a, Expression b, Expression da, Expression db) {
            Expression ofLeft = Tidy.quotient(da, b);
            Expression ofRight = Tidy.quotient(Tidy.product(a, db), Tidy.power(b, Tidy.number(2)));
            return Tidy.difference(ofLeft, ofRight);
        }
    },
    /** a to the power b, by the rule of {@link Power}. */
    POWER("^") {
        @Override
        public double apply(double left, double right) {
            return Power.of(left, right);
        }

        @Override
        Expression derivative(Expression a, Expression b, Expression da, Expression db) {
            // Apart, so that neither a constant exponent brings ln a in, nor a constant base a/a.
            Expression ofBase = Tidy.product(Tidy.product(b, Tidy.power(a, Tidy.difference(b, Numeral.ONE))), da);
            Expression logarithm = new Call(ElementaryFunction.LN, List.of(a));
            Expression ofExponent = Tidy.product(Tidy.product(Tidy.power(a, b), logarithm), db);
            return Tidy.sum(ofBase, ofExponent);
        }
    };

    private final String sign;

    Operator(String sign) {
        this.sign = sign;
    }

    /** Returns the character that stands for the operator in a formula. */
    public String sign() {
        return sign;
    }

    /**
     * Applies the operator.
     *
     * @return the value, in double precision
     */
    public abstract double apply(double left, double right);

    /** Returns the derivative of {@code a op b} from both operands and their derivatives. */
    abstract Expression derivative(Expression a, Expression b, Expression da, Expression db);
}
