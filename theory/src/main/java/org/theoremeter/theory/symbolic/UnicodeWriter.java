package org.theoremeter.theory.symbolic;

import java.util.stream.Collectors;
import org.theoremeter.theory.text.SymbolName;

/**
 * Writes a formula on one line for a reader at a terminal: {@code 8·c⋆³}, {@code 1/(4·c²) − 1/(c + c⋆)²},
 * {@code √(1 + x²)·e^(−t)}.
 */
final class UnicodeWriter implements ExpressionVisitor<String> {
    private static final String SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";
    private static final String SUBSCRIPTS = "₀₁₂₃₄₅₆₇₈₉";
    private static final String MINUS = "−";
    private static final Expression HALF = new Operation(Operator.DIVIDE, Numeral.ONE, Tidy.number(2));

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
        String power = "10" + raised(text.substring(exponent + 1));
        return mantissa.equals("1") ? power : mantissa + "·" + power;
    }

    private static String raised(String digits) {
        return digits.chars()
                .mapToObj(c -> c == '-' ? "⁻" : String.valueOf(SUPERSCRIPTS.charAt(c - '0')))
                .collect(Collectors.joining());
    }

    @Override
    public String symbol(Symbol symbol) {
        SymbolName name = SymbolName.of(symbol.name());
        StringBuilder out = new StringBuilder(SymbolName.greekLetter(name.base()));
        boolean afterDigits = false;
        for (String index : name.indices()) {
            boolean digits = index.matches("[0-9]+");
            if (digits) {
                out.append(afterDigits ? "," : "").append(lowered(index));
            } else {
                out.append(SymbolName.isStar(index) ? index : "_" + SymbolName.greekLetter(index));
            }
            afterDigits = digits;
        }
        return out.toString();
    }

    private static String lowered(String digits) {
        return digits.chars()
                .mapToObj(c -> String.valueOf(SUBSCRIPTS.charAt(c - '0')))
                .collect(Collectors.joining());
    }

    @Override
    public String constant(Constant constant) {
        return "π";
    }

    @Override
    public String negation(Negation negation) {
        return MINUS + unsigned(negation.operand(), Precedence.PRODUCT);
    }

    @Override
    public String operation(Operation operation) {
        Expression left = operation.left();
        Expression right = operation.right();
        return switch (operation.operator()) {
            case PLUS -> write(left) + " + " + unsigned(right, Precedence.PRODUCT);
            case MINUS -> write(left) + " " + MINUS + " " + unsigned(right, Precedence.PRODUCT);
            case TIMES -> besideSlash(left, Precedence.PRODUCT) + "·" + factor(right);
            case DIVIDE -> besideSlash(left, Precedence.PRODUCT) + "/" + unsigned(right, Precedence.POWER);
            case POWER -> right.equals(HALF) ? root(left) : base(left) + exponent(right);
        };
    }

    /** A quotient to the left of a product or of another slash would be read with the wrong denominator. */
    private String besideSlash(Expression expression, Precedence atLeast) {
        return isQuotient(expression) ? bracketed(expression) : operand(expression, atLeast);
    }

    private static boolean isQuotient(Expression expression) {
        if (expression instanceof Negation negation) {
            return isQuotient(negation.operand());
        }
        return expression instanceof Operation operation && operation.operator() == Operator.DIVIDE;
    }

    private String factor(Expression expression) {
        return isQuotient(expression) ? bracketed(expression) : unsigned(expression, Precedence.PRODUCT);
    }

    /** Writes an operand that must not begin with a sign. */
    private String unsigned(Expression expression, Precedence atLeast) {
        String text = operand(expression, atLeast);
        return text.startsWith(MINUS) ? bracketed(expression) : text;
    }

    private String operand(Expression expression, Precedence atLeast) {
        return Precedence.of(expression).compareTo(atLeast) < 0 ? bracketed(expression) : write(expression);
    }

    private String bracketed(Expression expression) {
        return "(" + write(expression) + ")";
    }

    /** A root, an exponential or a mark above the line would swallow the exponent, or be swallowed by it. */
    private String base(Expression base) {
        boolean fenced = base instanceof Call call
                && switch (call.function()) {
                    case EXP, SQRT, TRANSPOSE, INVERSE -> false;
                    default -> true;
                };
        boolean closed = base instanceof Piecewise || fenced;
        return closed || isPlain(base) ? write(base) : bracketed(base);
    }

    private static boolean isPlain(Expression expression) {
        return expression instanceof Symbol
                || expression instanceof Constant
                || (expression instanceof Numeral numeral && numeral.toString().indexOf('e') < 0);
    }

    private String exponent(Expression exponent) {
        String text = write(exponent);
        if (text.matches(MINUS + "?[0-9]+")) {
            return raised(text.replace(MINUS, "-"));
        }
        return "^" + (isPlain(exponent) ? text : bracketed(exponent));
    }

    private String root(Expression of) {
        String text = write(of);
        boolean fenced = text.startsWith("|") && of instanceof Call;
        return "√" + (isPlain(of) || fenced ? text : bracketed(of));
    }

    @Override
    public String call(Call call) {
        Expression first = call.arguments().get(0);
        return switch (call.function()) {
            case EXP -> "e" + exponent(first);
            case SQRT -> root(first);
            case ABS -> absolute(write(first));
            case ASIN, ACOS, ATAN -> "arc" + call.function().text().substring(1) + arguments(call);
            case TRACE -> "tr" + arguments(call);
            case TRANSPOSE -> base(first) + "ᵀ";
            case INVERSE -> base(first) + "⁻¹";
            default -> call.function().text() + arguments(call);
        };
    }

    /** Bars inside bars could be paired in more than one way. */
    private static String absolute(String content) {
        return content.indexOf('|') < 0 ? "|" + content + "|" : "abs(" + content + ")";
    }

    private String arguments(Call call) {
        return call.arguments().stream().map(this::write).collect(Collectors.joining(", ", "(", ")"));
    }

    @Override
    public String piecewise(Piecewise piecewise) {
        return piecewise.branches().stream()
                .map(branch -> write(branch.value()) + " if " + condition(branch.condition()) + "; ")
                .collect(Collectors.joining("", "{", write(piecewise.otherwise()) + " otherwise}"));
    }

    private String condition(Condition condition) {
        return write(condition.left()) + " " + condition.relation().unicode() + " " + write(condition.right());
    }
}
