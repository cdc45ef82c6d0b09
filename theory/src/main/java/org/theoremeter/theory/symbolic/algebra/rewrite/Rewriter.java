package org.theoremeter.theory.symbolic.algebra.rewrite;

import java.util.ArrayList;
import java.util.List;
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

/**
 * Rebuilds a formula part by part; what extends it says which parts become something else.
 *
 * <p>Without that, the result equals the formula.
 */
public abstract class Rewriter implements ExpressionVisitor<Expression> {
    /** Creates a rewriter that changes nothing. */
    protected Rewriter() {}

    /** Returns what a condition becomes: both its sides are rewritten. */
    protected final Condition rewritten(Condition condition) {
        return new Condition(
                condition.relation(),
                condition.left().accept(this),
                condition.right().accept(this));
    }

    /** Returns what the arguments of a function become. */
    protected final List<Expression> arguments(Call call) {
        return call.arguments().stream().map(argument -> argument.accept(this)).toList();
    }

    @Override
    public Expression numeral(Numeral numeral) {
        return numeral;
    }

    @Override
    public Expression symbol(Symbol symbol) {
        return symbol;
    }

    @Override
    public Expression constant(Constant constant) {
        return constant;
    }

    @Override
    public Expression negation(Negation negation) {
        return new Negation(negation.operand().accept(this));
    }

    @Override
    public Expression operation(Operation operation) {
        return new Operation(
                operation.operator(),
                operation.left().accept(this),
                operation.right().accept(this));
    }

    @Override
    public Expression call(Call call) {
        return new Call(call.function(), arguments(call));
    }

    @Override
    public Expression piecewise(Piecewise piecewise) {
        List<Piecewise.Branch> branches = new ArrayList<>();
        for (Piecewise.Branch branch : piecewise.branches()) {
            branches.add(new Piecewise.Branch(
                    rewritten(branch.condition()), branch.value().accept(this)));
        }
        return new Piecewise(branches, piecewise.otherwise().accept(this));
    }
}
