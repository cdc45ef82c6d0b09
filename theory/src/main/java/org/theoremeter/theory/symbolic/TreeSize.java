package org.theoremeter.theory.symbolic;

/** Counts the nodes of a tree, and gives up where nobody could work with it any more. */
public final class TreeSize implements ExpressionVisitor<Void> {
    /** The most nodes that a formula may have. */
    public static final int LARGEST = 100_000;

    private int nodes;

    private TreeSize() {}

    /** The count went beyond the largest. */
    private static final class TooLarge extends RuntimeException {
        private static final long serialVersionUID = 1L;

        TooLarge() {
            super(null, null, false, false);
        }
    }

    /** Tells whether an expression has at most {@value #LARGEST} nodes; of a larger one no more are visited. */
    public static boolean isSmallEnough(Expression expression) {
        try {
            expression.accept(new TreeSize());
            return true;
        } catch (TooLarge tooLarge) {
            return false;
        }
    }

    /**
     * Returns the expression if it is small enough.
     *
     * @throws ArithmeticException if it has more than 100,000 nodes
     */
    static Expression checked(Expression expression) {
        if (!isSmallEnough(expression)) {
            throw new ArithmeticException("a derivative grew beyond " + LARGEST + " terms");
        }
        return expression;
    }

    private Void count() {
        nodes++;
        if (nodes > LARGEST) {
            throw new TooLarge();
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
