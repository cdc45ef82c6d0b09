package org.theoremeter.theory.critical;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
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

/**
 * The parts of a formula at whose zeros and extremes it may be narrow: arguments of functions, divisors, bases of powers,
 * and what case distinctions compare. A dip such as exp(−((x − m)/w)²) is missed by any grid, its argument is not.
 */
final class Parts implements ExpressionVisitor<Void> {
    private final Collection<String> names;
    private final Set<Expression> found = new LinkedHashSet<>();

    private Parts(Collection<String> names) {
        this.names = names;
    }

    /**
     * Collects.
     *
     * @param formula the formula
     * @param names the symbols that may vary
     * @return the parts that vary, outermost first
     */
    static List<Expression> of(Expression formula, Collection<String> names) {
        Parts parts = new Parts(names);
        formula.accept(parts);
        return List.copyOf(parts.found);
    }

    private void note(Expression part) {
        if (part.symbols().stream().anyMatch(names::contains)) {
            found.add(part);
        }
    }

    private void difference(Expression left, Expression right) {
        note(new Operation(Operator.MINUS, left, right));
        left.accept(this);
        right.accept(this);
    }

    @Override
    public Void numeral(Numeral numeral) {
        return null;
    }

    @Override
    public Void symbol(Symbol symbol) {
        return null;
    }

    @Override
    public Void constant(Constant constant) {
        return null;
    }

    @Override
    public Void negation(Negation negation) {
        return negation.operand().accept(this);
    }

    @Override
    public Void operation(Operation operation) {
        if (operation.operator() == Operator.POWER) {
            note(operation.left());
            note(operation.right());
        } else if (operation.operator() == Operator.DIVIDE) {
            note(operation.right());
        }
        operation.left().accept(this);
        return operation.right().accept(this);
    }

    @Override
    public Void call(Call call) {
        call.arguments().forEach(this::note);
        if (call.arguments().size() > 1) {
            difference(call.arguments().get(0), call.arguments().get(1));
        } else {
            call.arguments().get(0).accept(this);
        }
        return null;
    }

    @Override
    public Void piecewise(Piecewise piecewise) {
        for (Piecewise.Branch branch : piecewise.branches()) {
            difference(branch.condition().left(), branch.condition().right());
            note(branch.value());
            branch.value().accept(this);
        }
        note(piecewise.otherwise());
        return piecewise.otherwise().accept(this);
    }
}
