package org.theoremeter.theory.symbolic;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.theoremeter.theory.symbolic.bytecode.CompiledFunction;
import org.theoremeter.theory.symbolic.grammar.FormulaException;

/**
 * A formula as an immutable tree.
 *
 * <p>Numbers are exact decimals, so that {@code 0.1} is one tenth wherever exact arithmetic is done; evaluation is
 * in double precision. Two expressions are equal when their trees are. The text of {@code toString()} reads back
 * to an equal tree as long as it keeps the limits of {@link #parse}.
 *
 * <pre>{@code
 * Expression flow = Expression.parse("1/(4*c^2) - 1/(c + cstar)^2");
 * flow.evaluate(Map.of("c", 1.0, "cstar", 0.1));
 * flow.derivative("c").toTex();
 * }</pre>
 */
public sealed interface Expression permits Numeral, Symbol, Constant, Negation, Operation, Call, Piecewise {

    /**
     * Reads a formula.
     *
     * <p>Numbers ({@code 2}, {@code .5}, {@code 1.5e-3}), names of Unicode letters (then also digits, {@code _},
     * {@code ⋆} and subscript digits), {@code + - * / ^} with {@code -x^2 = -(x^2)} and {@code ^} to the right,
     * {@code piecewise(condition, value, …, otherwise)} with conditions {@code < <= > >= ==}, the functions of
     * {@link ElementaryFunction}, and the constant {@code pi}.
     *
     * @param text at most 10,000 characters, whose tree is at most 200 deep
     * @return the tree
     * @throws FormulaException if the text is not a formula; it names the first offending character
     */
    static Expression parse(String text) {
        return FormulaReader.read(text);
    }

    /**
     * Makes a number, exactly the shortest decimal that prints as {@code value}.
     *
     * @param value a finite number
     * @return the number, negated if negative
     * @throws IllegalArgumentException if {@code value} is infinite or not a number
     */
    static Expression number(double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("a number in a formula must be finite, found " + value);
        }
        return Numeral.signed(new BigDecimal(Double.toString(value)));
    }

    /**
     * Makes a symbol.
     *
     * @param name a name as {@link #parse} reads it, neither a function nor a constant
     * @return the symbol
     * @throws IllegalArgumentException if {@code name} is not such a name
     */
    static Expression symbol(String name) {
        return new Symbol(name);
    }

    /** Returns the free symbols, in the order of their names. */
    default SortedSet<String> symbols() {
        SortedSet<String> names = new TreeSet<>();
        accept(new SymbolCollector(names));
        return names;
    }

    /**
     * Evaluates in double precision.
     *
     * @param values a value for every free symbol; others are ignored
     * @return the value; infinite or NaN where the formula is undefined or overflows
     * @throws IllegalArgumentException if a free symbol has no value; it names the symbol
     */
    double evaluate(Map<String, Double> values);

    /**
     * Differentiates, and tidies the result lightly (zeros, ones and exact constants).
     *
     * <p>At a kink of {@code abs}, {@code sign}, {@code min}, {@code max} and {@code piecewise} the derivative is that
     * of the branch which evaluation takes there, and 0 for {@code abs}.
     *
     * @param symbol the name of the variable
     * @return the derivative
     */
    Expression derivative(String symbol);

    /**
     * Replaces symbols by expressions, all at once.
     *
     * @param replacements what stands for each symbol; others stay
     * @return the new expression
     */
    Expression substitute(Map<String, Expression> replacements);

    /**
     * Compiles to a fast function with the same values, bit for bit, as {@link #evaluate}.
     *
     * <p>This takes some tenths of a millisecond, for code that the virtual machine then optimises as it would Java.
     *
     * @param arguments the names of its arguments in order
     * @return the function
     * @throws IllegalArgumentException if a free symbol is not among the arguments, or an argument is named twice
     */
    default CompiledFunction compile(List<String> arguments) {
        return CompiledExpression.of(this, arguments);
    }

    /**
     * Returns the formula on one line for a reader at a terminal, such as {@code 8·c⋆³} or {@code √(1 + x²)·e^(−t)}.
     *
     * <p>It is not meant to be read back; {@code toString()} is.
     */
    default String toUnicode() {
        return new UnicodeWriter().write(this);
    }

    /** Returns the formula as TeX for math mode. */
    default String toTex() {
        return new TexWriter().write(this);
    }

    /** Returns the formula as presentation MathML, without the {@code math} element around it. */
    default String toMathMl() {
        return new MathMlWriter().write(this);
    }

    /**
     * Calls the method of the visitor for this kind of node.
     *
     * @param visitor the visitor
     * @param <R> what the visitor returns
     * @return what the visitor returned
     */
    <R> R accept(ExpressionVisitor<R> visitor);
}
