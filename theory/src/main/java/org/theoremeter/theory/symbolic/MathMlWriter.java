package org.theoremeter.theory.symbolic;

import java.util.stream.Collectors;
import org.theoremeter.theory.text.SymbolName;

/** Writes a formula as presentation MathML; only ASCII comes out, so that it fits any page. */
public final class MathMlWriter implements ExpressionVisitor<String> {
    private static final String TIMES = "<mo>&#x22C5;</mo>";
    private static final String APPLY = "<mo>&#x2061;</mo>";

    String write(Expression expression) {
        return expression.accept(this);
    }

    @Override
    public String numeral(Numeral numeral) {
        return "<mn>" + numeral + "</mn>";
    }

    @Override
    public String symbol(Symbol symbol) {
        return symbolMathMl(symbol.name());
    }

    /** Returns a symbol's name as MathML, with its index and accents. */
    public static String symbolMathMl(String text) {
        SymbolName name = SymbolName.of(text);
        String base = identifier(SymbolName.greekLetter(name.base()));
        if (name.indices().isEmpty()) {
            return base;
        }
        String below = name.indices().stream()
                .map(index ->
                        index.matches("[0-9]+") ? "<mn>" + index + "</mn>" : identifier(SymbolName.greekLetter(index)))
                .collect(Collectors.joining("<mo>,</mo>"));
        return "<msub>" + base + row(below) + "</msub>";
    }

    private static String identifier(String text) {
        return "<mi>" + ascii(text) + "</mi>";
    }

    /** Letters are all that a name can hold, so nothing but those beyond ASCII has to be escaped. */
    private static String ascii(String text) {
        StringBuilder out = new StringBuilder();
        text.codePoints()
                .forEach(c -> out.append(c < 128 ? Character.toString(c) : "&#x" + Integer.toHexString(c) + ";"));
        return out.toString();
    }

    /** Groups MathML as one part. */
    public static String row(String content) {
        return "<mrow>" + content + "</mrow>";
    }

    @Override
    public String constant(Constant constant) {
        return "<mi>&#x3c0;</mi>";
    }

    @Override
    public String negation(Negation negation) {
        return row("<mo>&#x2212;</mo>" + signedOperand(negation.operand(), Precedence.NEGATION));
    }

    @Override
    public String operation(Operation operation) {
        Expression left = operation.left();
        Expression right = operation.right();
        return switch (operation.operator()) {
            case PLUS -> row(write(left) + "<mo>+</mo>" + signedOperand(right, Precedence.PRODUCT));
            case MINUS -> row(write(left) + "<mo>&#x2212;</mo>" + signedOperand(right, Precedence.PRODUCT));
            case TIMES -> row(operand(left, Precedence.PRODUCT) + TIMES + signedOperand(right, Precedence.NEGATION));
            case DIVIDE -> "<mfrac>" + write(left) + write(right) + "</mfrac>";
            case POWER -> "<msup>" + powerBase(left) + write(right) + "</msup>";
        };
    }

    private String powerBase(Expression base) {
        boolean plain = base instanceof Symbol || base instanceof Numeral || base instanceof Constant;
        return plain ? write(base) : bracketed(write(base));
    }

    private String signedOperand(Expression expression, Precedence atLeast) {
        return expression instanceof Negation ? bracketed(write(expression)) : operand(expression, atLeast);
    }

    private String operand(Expression expression, Precedence atLeast) {
        boolean fraction = expression instanceof Operation operation && operation.operator() == Operator.DIVIDE;
        boolean loose = Precedence.of(expression).compareTo(atLeast) < 0;
        return loose && !fraction ? bracketed(write(expression)) : write(expression);
    }

    /** Puts MathML in brackets. */
    public static String bracketed(String content) {
        return row("<mo>(</mo>" + content + "<mo>)</mo>");
    }

    @Override
    public String call(Call call) {
        // Each argument is written once: twice would take 2ⁿ times as long for n functions in one another.
        Expression first = call.arguments().get(0);
        return switch (call.function()) {
            case EXP -> "<msup><mi>e</mi>" + write(first) + "</msup>";
            case SQRT -> "<msqrt>" + write(first) + "</msqrt>";
            case ABS -> row("<mo>|</mo>" + write(first) + "<mo>|</mo>");
            case TRANSPOSE -> "<msup>" + powerBase(first) + "<mo>&#x22A4;</mo></msup>";
            case INVERSE -> "<msup>" + powerBase(first) + "<mrow><mo>&#x2212;</mo><mn>1</mn></mrow></msup>";
            default -> row("<mi>" + call.function().text() + "</mi>" + APPLY + bracketed(arguments(call)));
        };
    }

    private String arguments(Call call) {
        return call.arguments().stream().map(this::write).collect(Collectors.joining("<mo>,</mo>"));
    }

    @Override
    public String piecewise(Piecewise piecewise) {
        String rows = piecewise.branches().stream()
                .map(branch -> tableRow(branch.value(), condition(branch.condition())))
                .collect(Collectors.joining());
        String last = tableRow(piecewise.otherwise(), "<mtext>otherwise</mtext>");
        return row("<mo>{</mo><mtable>" + rows + last + "</mtable>");
    }

    private String tableRow(Expression value, String where) {
        return "<mtr><mtd>" + write(value) + "</mtd><mtd>" + where + "</mtd></mtr>";
    }

    private String condition(Condition condition) {
        return row(
                write(condition.left()) + "<mo>" + condition.relation().mathMl() + "</mo>" + write(condition.right()));
    }
}
