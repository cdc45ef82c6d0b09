package org.theoremeter.theory.symbolic.matrix;

import java.math.BigDecimal;
import java.util.Map;
import java.util.function.Supplier;
import org.theoremeter.theory.symbolic.Call;
import org.theoremeter.theory.symbolic.Condition;
import org.theoremeter.theory.symbolic.Constant;
import org.theoremeter.theory.symbolic.Expression;
import org.theoremeter.theory.symbolic.ExpressionVisitor;
import org.theoremeter.theory.symbolic.Negation;
import org.theoremeter.theory.symbolic.Numeral;
import org.theoremeter.theory.symbolic.Operation;
import org.theoremeter.theory.symbolic.Piecewise;
import org.theoremeter.theory.symbolic.Symbol;
import org.theoremeter.theory.symbolic.Tidy;
import org.theoremeter.theory.symbolic.TreeSize;

/**
 * Reads a formula whose names may stand for matrices: {@code M*P + P*transpose(M) + u*transpose(u)}.
 *
 * <p>Products keep their order; a single formula scales a matrix; a square matrix may be raised to a whole power. A name
 * that stands for nothing stays a symbol.
 */
public final class MatrixFormula implements ExpressionVisitor<Matrix> {
    private static final int HIGHEST_POWER = 12;

    private final Map<String, Matrix> bindings;

    private MatrixFormula(Map<String, Matrix> bindings) {
        this.bindings = bindings;
    }

    /**
     * Replaces names by what they stand for, and carries the operations out.
     *
     * @param formula the formula
     * @param bindings what names stand for
     * @return the matrix, of one row and one column for a formula of numbers
     * @throws IllegalArgumentException if an operation is not defined on matrices of these sizes, or what comes out is too large
     */
    public static Matrix evaluate(Expression formula, Map<String, Matrix> bindings) {
        return formula.accept(new MatrixFormula(bindings));
    }

    @Override
    public Matrix numeral(Numeral numeral) {
        return Matrix.of(numeral);
    }

    @Override
    public Matrix symbol(Symbol symbol) {
        Matrix bound = bindings.get(symbol.name());
        return bound == null ? Matrix.of(symbol) : bound;
    }

    @Override
    public Matrix constant(Constant constant) {
        return Matrix.of(constant);
    }

    @Override
    public Matrix negation(Negation negation) {
        Matrix operand = negation.operand().accept(this);
        return operand.isScalar() ? Matrix.of(new Negation(operand.scalar())) : operand.map(Tidy::negated);
    }

    @Override
    public Matrix operation(Operation operation) {
        Matrix left = operation.left().accept(this);
        Matrix right = operation.right().accept(this);
        if (left.isScalar() && right.isScalar()) {
            // As it stands, so that the formula is checked as it was written.
            return Matrix.of(new Operation(operation.operator(), left.scalar(), right.scalar()));
        }
        Matrix result = switch (operation.operator()) {
            case PLUS -> left.plus(right);
            case MINUS -> left.minus(right);
            case TIMES -> left.times(right);
            case DIVIDE -> left.over(right.scalar());
            case POWER -> power(left, right.scalar());
        };
        return small(
                result,
                () -> "what '" + operation.operator().sign() + "' makes of " + left.shape() + " and " + right.shape());
    }

    /** Products, powers and inverses would soon have more terms than anything can read. */
    private static Matrix small(Matrix result, Supplier<String> what) {
        if (!TreeSize.areSmallEnough(result.entries())) {
            throw new IllegalArgumentException(
                    "found " + what.get() + " with " + TreeSize.beyond() + ", accepted: a smaller one");
        }
        return result;
    }

    private static Matrix power(Matrix base, Expression exponent) {
        if (!(exponent instanceof Numeral numeral)
                || numeral.value().stripTrailingZeros().scale() > 0
                || numeral.value().compareTo(BigDecimal.valueOf(HIGHEST_POWER)) > 0) {
            throw new IllegalArgumentException("found " + base.shape() + " to the power " + exponent
                    + ", accepted: a whole number from 0 to " + HIGHEST_POWER);
        }
        if (base.height() != base.width()) {
            throw new IllegalArgumentException("found a power of " + base.shape() + ", accepted: a square matrix");
        }
        Matrix result = Matrix.identity(base.height());
        for (int i = 0; i < numeral.value().intValue(); i++) {
            int reached = i + 1;
            result = small(result.times(base), () -> base.shape() + " to the power " + reached);
        }
        return result;
    }

    @Override
    public Matrix call(Call call) {
        Matrix first = call.arguments().get(0).accept(this);
        return switch (call.function()) {
            case TRANSPOSE -> first.transpose();
            case TRACE -> Matrix.of(first.trace());
            case DET -> small(Matrix.of(first.determinant()), () -> "the determinant of " + first.shape());
            case INVERSE -> small(first.inverse(), () -> "the inverse of " + first.shape());
            default ->
                Matrix.of(new Call(
                        call.function(),
                        call.arguments().stream()
                                .map(argument -> argument.accept(this).scalar())
                                .toList()));
        };
    }

    @Override
    public Matrix piecewise(Piecewise piecewise) {
        return Matrix.of(new Piecewise(
                piecewise.branches().stream()
                        .map(branch -> new Piecewise.Branch(
                                new Condition(
                                        branch.condition().relation(),
                                        branch.condition().left().accept(this).scalar(),
                                        branch.condition().right().accept(this).scalar()),
                                branch.value().accept(this).scalar()))
                        .toList(),
                piecewise.otherwise().accept(this).scalar()));
    }
}
