package org.theoremeter.theory.symbolic;

/**
 * Reads an {@link Expression} by the kind of its outermost node.
 *
 * @param <R> what a visit returns
 */
public interface ExpressionVisitor<R> {
    /** Visits a number. */
    R numeral(Numeral numeral);

    /** Visits a symbol. */
    R symbol(Symbol symbol);

    /** Visits a named constant. */
    R constant(Constant constant);

    /** Visits a unary minus. */
    R negation(Negation negation);

    /** Visits a sum, difference, product, quotient or power. */
    R operation(Operation operation);

    /** Visits the application of a function. */
    R call(Call call);

    /** Visits a case distinction. */
    R piecewise(Piecewise piecewise);
}
