package org.theoremeter.theory.symbolic;

/** How tightly the outermost node of an expression binds; the order of the constants is from loose to tight. */
public enum Precedence {
    SUM,
    PRODUCT,
    NEGATION,
    POWER,
    ATOM;

    /** Returns how tightly the outermost node of a formula binds. */
    public static Precedence of(Expression expression) {
        if (expression instanceof Negation) {
            return NEGATION;
        }
        return expression instanceof Operation operation ? of(operation.operator()) : ATOM;
    }

    /** Returns how tightly an operator binds. */
    public static Precedence of(Operator operator) {
        return switch (operator) {
            case PLUS, MINUS -> SUM;
            case TIMES, DIVIDE -> PRODUCT;
            case POWER -> POWER;
        };
    }
}
