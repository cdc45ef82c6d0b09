package org.theoremeter.theory.symbolic;

import java.util.stream.Collectors;
import org.theoremeter.theory.text.SymbolName;
import org.theoremeter.theory.text.TexLetters;

/** Writes a formula as TeX for math mode, with fractions, roots and powers of e as one would set them by hand. */
public final class TexWriter implements ExpressionVisitor<String> {
    String write(Expression expression) {
        return expression.accept(this);
    }

    @Override
    public String numeral(Numeral numeral) {
        String text = numeral.toString();
        int exponent = text.indexOf('e');
        if (exponent < 0) {
            return text;
        }
        String mantissa = text.substring(0, exponent);
        String power = "10^{" + text.substring(exponent + 1) + "}";
        return mantissa.equals("1") ? power : mantissa + " \\cdot " + power;
    }

    @Override
    public String symbol(Symbol symbol) {
        return symbolTex(symbol.name());
    }

    /** Returns a symbol's name as TeX, with its index and accents. */
    public static String symbolTex(String text) {
        SymbolName name = SymbolName.of(text);
        String base = SymbolName.greekTex(name.base()).orElseGet(() -> upright(name.base()));
        if (name.indices().isEmpty()) {
            return base;
        }
        return base
                + name.indices().stream()
                        .map(index -> SymbolName.isStar(index)
                                ? "\\star"
                                : SymbolName.greekTex(index).orElseGet(() -> upright(index)))
                        .collect(Collectors.joining(",", "_{", "}"));
    }

    private static String upright(String text) {
        long letters = text.codePoints()
                .filter(c -> Character.getType(c) != Character.NON_SPACING_MARK)
                .count();
        boolean variable = letters == 1 || text.matches("[0-9]+");
        String tex = TexLetters.math(text).orElse(text);
        return variable ? tex : "\\mathrm{" + tex + "}";
    }

    @Override
    public String constant(Constant constant) {
        return "\\pi";
    }

    @Override
    public String negation(Negation negation) {
        return "-" + signedOperand(negation.operand(), Precedence.NEGATION);
    }

    @Override
    public String operation(Operation operation) {
        Expression left = operation.left();
        Expression right = operation.right();
        return switch (operation.operator()) {
            case PLUS -> write(left) + " + " + signedOperand(right, Precedence.PRODUCT);
            case MINUS -> write(left) + " - " + signedOperand(right, Precedence.PRODUCT);
            case TIMES -> product(left, right);
            case DIVIDE -> "\\frac{" + write(left) + "}{" + write(right) + "}";
            case POWER -> powerBase(left) + "^{" + write(right) + "}";
        };
    }

    private String product(Expression left, Expression right) {
        String second = signedOperand(right, Precedence.NEGATION);
        boolean digits = Character.isDigit(second.charAt(0));
        return operand(left, Precedence.PRODUCT) + (digits ? " \\cdot " : " \\, ") + second;
    }

    /** A fraction, a root or an exponential carries a mark of its own, so that a power of it needs brackets too. */
    private String powerBase(Expression base) {
        boolean number = base instanceof Numeral numeral && numeral(numeral).indexOf('^') < 0;
        boolean plain = base instanceof Symbol || number || base instanceof Constant;
        boolean fenced = base instanceof Call call && call.function() == ElementaryFunction.ABS;
        return plain || fenced ? write(base) : bracketed(base);
    }

    private String signedOperand(Expression expression, Precedence atLeast) {
        return expression instanceof Negation ? bracketed(expression) : operand(expression, atLeast);
    }

    /** Writes an operand, in brackets if it binds too loosely; a fraction holds itself together. */
    private String operand(Expression expression, Precedence atLeast) {
        boolean fraction = expression instanceof Operation operation && operation.operator() == Operator.DIVIDE;
        boolean loose = Precedence.of(expression).compareTo(atLeast) < 0;
        return loose && !fraction ? bracketed(expression) : write(expression);
    }

    private String bracketed(Expression expression) {
        return "\\left(" + write(expression) + "\\right)";
    }

    @Override
    public String call(Call call) {
        Expression first = call.arguments().get(0);
        return switch (call.function()) {
            case EXP -> "e^{" + write(first) + "}";
            case SQRT -> "\\sqrt{" + write(first) + "}";
            case ABS -> "\\left|" + write(first) + "\\right|";
            case ASIN, ACOS, ATAN -> "\\arc" + call.function().text().substring(1) + arguments(call);
            case SIGN -> "\\operatorname{sign}" + arguments(call);
            case TRACE -> "\\operatorname{tr}" + arguments(call);
            case TRANSPOSE -> powerBase(first) + "^{\\top}";
            case INVERSE -> powerBase(first) + "^{-1}";
            default -> "\\" + call.function().text() + arguments(call);
        };
    }

    private String arguments(Call call) {
        return call.arguments().stream().map(this::write).collect(Collectors.joining(", ", "\\left(", "\\right)"));
    }

    @Override
    public String piecewise(Piecewise piecewise) {
        String cases = piecewise.branches().stream()
                .map(branch -> write(branch.value()) + " & " + condition(branch.condition()) + " \\\\ ")
                .collect(Collectors.joining());
        return "\\begin{cases} " + cases + write(piecewise.otherwise()) + " & \\text{otherwise} \\end{cases}";
    }

    private String condition(Condition condition) {
        return write(condition.left()) + " " + condition.relation().tex() + " " + write(condition.right());
    }
}
