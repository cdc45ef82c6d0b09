package org.theoremeter.theory.symbolic;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Stream;
import org.theoremeter.theory.symbolic.matrix.MatrixFormula;
import org.theoremeter.theory.text.Nearest;

/**
 * The closed list of functions that a formula may call.
 *
 * <p>The last four act on matrices where a {@link MatrixFormula} reads the formula; elsewhere symbols are numbers, which
 * are matrices of one row and one column.
 *
 * <p>Each constant carries its names, its value and its derivative, the latter as a formula in {@code x} (and
 * {@code y}) so that it can be read off and checked.
 */
public enum ElementaryFunction {
    /** Exponential. */
    EXP("exp", Math::exp, "exp(x)"),
    /** Natural logarithm, also read as {@code log}. */
    LN("ln", Math::log, "1/x", "log"),
    /** Square root. */
    SQRT("sqrt", Math::sqrt, "1/(2*sqrt(x))"),
    /** Absolute value. */
    ABS("abs", Math::abs, "sign(x)"),
    /** Sine. */
    SIN("sin", Math::sin, "cos(x)"),
    /** Cosine. */
    COS("cos", Math::cos, "-sin(x)"),
    /** Tangent. */
    TAN("tan", Math::tan, "1/cos(x)^2"),
    /** Hyperbolic sine. */
    SINH("sinh", Math::sinh, "cosh(x)"),
    /** Hyperbolic cosine. */
    COSH("cosh", Math::cosh, "sinh(x)"),
    /** Hyperbolic tangent. */
    TANH("tanh", Math::tanh, "1/cosh(x)^2"),
    /** Inverse sine. */
    ASIN("asin", Math::asin, "1/sqrt(1 - x^2)", "arcsin"),
    /** Inverse cosine. */
    ACOS("acos", Math::acos, "-1/sqrt(1 - x^2)", "arccos"),
    /** Inverse tangent. */
    ATAN("atan", Math::atan, "1/(1 + x^2)", "arctan"),
    /** The smaller of two. */
    MIN("min", Math::min, "piecewise(x <= y, 1, 0)", "piecewise(x <= y, 0, 1)"),
    /** The larger of two. */
    MAX("max", Math::max, "piecewise(x >= y, 1, 0)", "piecewise(x >= y, 0, 1)"),
    /** The sign: −1, 0 or 1. */
    SIGN("sign", Math::signum, "0"),
    /** The transpose of a matrix; a number is its own. */
    TRANSPOSE("transpose", x -> x, "1"),
    /** The trace of a matrix; a number is its own. */
    TRACE("trace", x -> x, "1"),
    /** The determinant of a matrix; a number is its own. */
    DET("det", x -> x, "1"),
    /** The inverse of a matrix; of a number its reciprocal. */
    INVERSE("inverse", x -> 1 / x, "-1/x^2");

    private final String text;
    private final int arity;
    private final DoubleBinaryOperator value;
    private final List<String> slopes;
    private final List<String> aliases;

    ElementaryFunction(String text, DoubleUnaryOperator value, String slope, String... aliases) {
        this.text = text;
        this.arity = 1;
        this.value = (x, y) -> value.applyAsDouble(x);
        this.slopes = List.of(slope);
        this.aliases = List.of(aliases);
    }

    ElementaryFunction(String text, DoubleBinaryOperator value, String slopeInX, String slopeInY) {
        this.text = text;
        this.arity = 2;
        this.value = value;
        this.slopes = List.of(slopeInX, slopeInY);
        this.aliases = List.of();
    }

    /** Returns the name under which a formula is printed. */
    public String text() {
        return text;
    }

    /** Returns how many arguments the function takes. */
    public int arity() {
        return arity;
    }

    /**
     * Applies the function.
     *
     * @param x the first argument
     * @param y the second argument, ignored by a function of one
     * @return the value, in double precision; NaN outside the function's domain
     */
    public double apply(double x, double y) {
        return value.applyAsDouble(x, y);
    }

    /** Returns the name of the method of {@link Math} that computes the function. */
    String javaName() {
        return switch (this) {
            case LN -> "log";
            case SIGN -> "signum";
            default -> text;
        };
    }

    /**
     * Finds a function by one of its names; a leading capital is read too, as in {@code Sin[x]}.
     *
     * @param name the name
     * @return the function, if the list has it
     */
    public static Optional<ElementaryFunction> named(String name) {
        String plain = plain(name);
        return Arrays.stream(values())
                .filter(function -> function.text.equals(plain) || function.aliases.contains(plain))
                .findFirst();
    }

    /** Says which functions there are, the one first that an unknown name was probably meant to be. */
    static String hint(String name) {
        List<String> names = Stream.concat(
                        Arrays.stream(values()).map(ElementaryFunction::text), Stream.of("piecewise"))
                .sorted()
                .toList();
        String list = String.join(", ", names);
        return Nearest.to(name.toLowerCase(Locale.ROOT), names)
                .map(nearest -> "'" + nearest + "'; the functions are " + list)
                .orElse("one of the functions " + list + "; a product is written " + name + "*(…)");
    }

    /** Returns a function's name as this list spells it: {@code ArcSin} and {@code Sin} lose their capitals. */
    private static String plain(String name) {
        if (name.startsWith("Arc")) {
            return name.toLowerCase(Locale.ROOT);
        }
        return name.isEmpty() ? name : name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
    }

    /** Returns the derivative of a call by the chain rule. */
    Expression derivative(List<Expression> arguments, List<Expression> derivatives) {
        Expression total = Numeral.ZERO;
        for (int i = 0; i < arity; i++) {
            Expression slope = ParsedSlopes.of(this, i, arguments);
            total = Tidy.sum(total, Tidy.product(slope, derivatives.get(i)));
        }
        return total;
    }

    /** Returns the text of the partial derivative by argument {@code index}, in {@code x} and {@code y}. */
    String slope(int index) {
        return slopes.get(index);
    }
}
