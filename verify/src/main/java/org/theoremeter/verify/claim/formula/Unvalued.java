package org.theoremeter.verify.claim.formula;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.theoremeter.theory.symbolic.Call;
import org.theoremeter.theory.symbolic.Constant;
import org.theoremeter.theory.symbolic.Expression;
import org.theoremeter.theory.symbolic.ExpressionVisitor;
import org.theoremeter.theory.symbolic.Negation;
import org.theoremeter.theory.symbolic.Numeral;
import org.theoremeter.theory.symbolic.Operation;
import org.theoremeter.theory.symbolic.Operator;
import org.theoremeter.theory.symbolic.Piecewise;
import org.theoremeter.theory.symbolic.Symbol;
import org.theoremeter.theory.text.Quotation;

/**
 * Finds a part of a formula that has no finite value whatever its symbols stand for, such as {@code 1/0}, {@code ln(-1)}
 * or {@code 10^(10^10)}; a visit returns the value of a part without symbols.
 */
final class Unvalued implements ExpressionVisitor<OptionalDouble> {

    private String first;

    private Unvalued() {}

    /** Says what is wrong with the innermost such part, the leftmost if there are several. */
    static Optional<String> fault(Expression formula) {
        Unvalued visitor = new Unvalued();
        formula.accept(visitor);
        return Optional.ofNullable(visitor.first);
    }

    @Override
    public OptionalDouble numeral(Numeral numeral) {
        return OptionalDouble.of(numeral.evaluate(Map.of()));
    }

    @Override
    public OptionalDouble symbol(Symbol symbol) {
        return OptionalDouble.empty();
    }

    @Override
    public OptionalDouble constant(Constant constant) {
        return OptionalDouble.of(constant.evaluate(Map.of()));
    }

    @Override
    public OptionalDouble negation(Negation negation) {
        OptionalDouble operand = negation.operand().accept(this);
        return operand.isPresent() ? OptionalDouble.of(-operand.getAsDouble()) : operand;
    }

    @Override
    public OptionalDouble operation(Operation operation) {
        OptionalDouble left = operation.left().accept(this);
        OptionalDouble right = operation.right().accept(this);
        if (operation.operator() == Operator.DIVIDE && right.isPresent() && right.getAsDouble() == 0) {
            tell("the divisor " + Quotation.of(operation.right().toString()) + " is 0");
            return right;
        }
        if (left.isPresent() && right.isPresent()) {
            return valued(operation, operation.operator().apply(left.getAsDouble(), right.getAsDouble()));
        }
        return OptionalDouble.empty();
    }

    @Override
    public OptionalDouble call(Call call) {
        boolean constant = true;
        for (Expression argument : call.arguments()) {
            constant &= argument.accept(this).isPresent();
        }
        return constant ? valued(call, call.evaluate(Map.of())) : OptionalDouble.empty();
    }

    /** A branch that is never taken needs no value, and which one is taken depends on symbols as a rule. */
    @Override
    public OptionalDouble piecewise(Piecewise piecewise) {
        return OptionalDouble.empty();
    }

    private OptionalDouble valued(Expression part, double value) {
        if (!Double.isFinite(value)) {
            tell(Quotation.of(part.toString()) + " has no finite value that double precision can hold");
        }
        return OptionalDouble.of(value);
    }

    private void tell(String fault) {
        first = first == null ? fault : first;
    }
}
