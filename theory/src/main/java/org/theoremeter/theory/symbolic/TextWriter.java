package org.theoremeter.theory.symbolic;

/** Writes a formula in the grammar it is read in, with no more brackets than the same tree needs. */
final class TextWriter implements ExpressionVisitor<Void> {
    private final StringBuilder out = new StringBuilder();

    private TextWriter() {}

    static String write(Expression expression) {
        TextWriter writer = new TextWriter();
        expression.accept(writer);
        return writer.out.toString();
    }

    @Override
    public Void numeral(Numeral numeral) {
        return append(numeral.toString());
    }

    @Override
    public Void symbol(Symbol symbol) {
        return append(symbol.name());
    }

    @Override
    public Void constant(Constant constant) {
        return append(constant.toString());
    }

    @Override
    public Void negation(Negation negation) {
        out.append('-');
        return write(negation.operand(), Precedence.NEGATION);
    }

    @Override
    public Void operation(Operation operation) {
        Operator operator = operation.operator();
        switch (operator) {
            case PLUS, MINUS -> join(operation, Precedence.SUM, " " + operator.sign() + " ", Precedence.PRODUCT);
            case TIMES, DIVIDE -> join(operation, Precedence.PRODUCT, operator.sign(), Precedence.NEGATION);
            case POWER -> join(operation, Precedence.ATOM, operator.sign(), Precedence.NEGATION);
        }
        return null;
    }

    private void join(Operation operation, Precedence left, String sign, Precedence right) {
        write(operation.left(), left);
        out.append(sign);
        write(operation.right(), right);
    }

    @Override
    public Void call(Call call) {
        out.append(call.function().text());
        String before = "(";
        for (Expression argument : call.arguments()) {
            out.append(before);
            argument.accept(this);
            before = ", ";
        }
        return append(")");
    }

    @Override
    public Void piecewise(Piecewise piecewise) {
        out.append("piecewise(");
        for (Piecewise.Branch branch : piecewise.branches()) {
            Condition condition = branch.condition();
            condition.left().accept(this);
            out.append(' ').append(condition.relation().sign()).append(' ');
            condition.right().accept(this);
            out.append(", ");
            branch.value().accept(this);
            out.append(", ");
        }
        piecewise.otherwise().accept(this);
        return append(")");
    }

    /** Writes an operand, in brackets if it binds more loosely than its place demands. */
    private Void write(Expression expression, Precedence atLeast) {
        boolean bracket = Precedence.of(expression).compareTo(atLeast) < 0;
        out.append(bracket ? "(" : "");
        expression.accept(this);
        return append(bracket ? ")" : "");
    }

    private Void append(String text) {
        out.append(text);
        return null;
    }
}
