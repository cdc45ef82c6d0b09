package org.theoremeter.theory.symbolic;

/** Counts the nodes of a tree, and gives up where nobody could work with it any more. */
final class TreeSize implements ExpressionVisitor<Void> {
    private static final int LARGEST = 100_000;
    private int nodes;

    private TreeSize() {}

    /**
     * Returns the expression if it is small enough.
     *
     * @throws ArithmeticException if it has more than 100,000 nodes
     */
    static Expression checked(Expression expression) {
        expression.accept(new TreeSize());
        return expression;
    }

    private Void count() {
        nodes++;
        if (nodes > LARGEST) {
            throw new ArithmeticException("a derivative grew beyond " + LARGEST + " terms");
        }
        return null;
    }

    @Override
    public Void numeral(Numeral numeral) {
        return count();
    }

    @Override
    public Void symbol(Symbol symbol) {
        return count();
    }

    @Override
    public Void constant(Constant constant) {
        return count();
    }

    @Override
    public Void negation(Negation negation) {
        count();
        return negation.operand().accept(this);
    }

    @Override
    public Void operation(Operation operation) {
        count();
        operation.left().accept(this);
        return operation.right().accept(this);
    }

    @Override
    public Void call(Call call) {
        call.arguments().forEach(argument -> argument.accept(this));
        return count();
    }

    @Override
    public Void piecewise(Piecewise piecewise) {
        for (Piecewise.Branch branch : piecewise.branches()) {
            branch.condition().left().accept(this);
            branch.condition().right().accept(this);
            branch.value().accept(this);
        }
        piecewise.otherwise().accept(this);
        return count();
    }
}
