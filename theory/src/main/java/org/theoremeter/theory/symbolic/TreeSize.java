package org.theoremeter.theory.symbolic;

import java.util.Collection;
import java.util.List;

/**
 * Counts the nodes and levels of a tree, and gives up where nobody could work with it any more.
 *
 * <p>Trees share parts, so that one of more nodes than there are atoms is made in no time; what visits all its nodes never ends.
 */
public final class TreeSize implements ExpressionVisitor<Void> {
    /** The most nodes that a formula may have, or the entries of a matrix together. */
    public static final int LARGEST = 100_000;

    /** The most levels that a formula may have once names are replaced: of each the stack of a thread holds several frames. */
    public static final int DEEPEST = 1_000;

    private int nodes;
    private int depth;

    private TreeSize() {}

    /** The count went beyond the largest. */
    private static final class TooLarge extends RuntimeException {
        private static final long serialVersionUID = 1L;

        TooLarge() {
            super(null, null, false, false);
        }
    }

    /**
     * Tells whether an expression has at most {@value #LARGEST} nodes on at most {@value #DEEPEST} levels; of a larger one no
     * more are visited.
     */
    public static boolean isSmallEnough(Expression expression) {
        return areSmallEnough(List.of(expression));
    }

    /** Tells whether expressions have at most {@value #LARGEST} nodes together, on at most {@value #DEEPEST} levels. */
    public static boolean areSmallEnough(Collection<Expression> expressions) {
        TreeSize size = new TreeSize();
        try {
            expressions.forEach(size::below);
            return true;
        } catch (TooLarge tooLarge) {
            return false;
        }
    }

    /** Says in words what is too large. */
    public static String beyond() {
        return "more than " + LARGEST + " terms in all, or more than " + DEEPEST + " levels";
    }

    /**
     * Returns the expression if it is small enough.
     *
     * @throws ArithmeticException if it is not
     */
    public static Expression checked(Expression expression) {
        if (!isSmallEnough(expression)) {
            throw new ArithmeticException("a derivative has " + beyond());
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

    private Void below(Expression part) {
        depth++;
        if (depth > DEEPEST) {
            throw new TooLarge();
        }
        part.accept(this);
        depth--;
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
        return below(negation.operand());
    }

    @Override
    public Void operation(Operation operation) {
        count();
        below(operation.left());
        return below(operation.right());
    }

    @Override
    public Void call(Call call) {
        call.arguments().forEach(this::below);
        return count();
    }

    @Override
    public Void piecewise(Piecewise piecewise) {
        for (Piecewise.Branch branch : piecewise.branches()) {
            below(branch.condition().left());
            below(branch.condition().right());
            below(branch.value());
        }
        below(piecewise.otherwise());
        return count();
    }
}
