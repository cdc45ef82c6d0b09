package org.theoremeter.verify.derivation;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.theoremeter.theory.symbolic.Call;
import org.theoremeter.theory.symbolic.Condition;
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
 * All formulas that differ from one by a single slip: a constant larger by a twentieth, an exponent shifted by one, a sign
 * flipped.
 */
final class FormulaMutants implements ExpressionVisitor<Void> {
    private static final BigDecimal TWENTIETH = new BigDecimal("0.05");

    private final List<Expression> mutants = new ArrayList<>();
    /** Puts a changed part back into its place in the whole. */
    private UnaryOperator<Expression> place = UnaryOperator.identity();

    private FormulaMutants() {}

    static List<Expression> of(Expression expression) {
        FormulaMutants collector = new FormulaMutants();
        expression.accept(collector);
        // A formula without numbers and signs can still be wrong by a sign.
        if (collector.mutants.isEmpty()) {
            collector.mutants.add(new Negation(expression));
        }
        return collector.mutants;
    }

    private void add(Expression changed) {
        mutants.add(place.apply(changed));
    }

    private void within(Expression part, UnaryOperator<Expression> whole) {
        UnaryOperator<Expression> outer = place;
        place = changed -> outer.apply(whole.apply(changed));
        part.accept(this);
        place = outer;
    }

    @Override
    public Void numeral(Numeral numeral) {
        BigDecimal value = numeral.value();
        add(new Numeral(value.signum() == 0 ? TWENTIETH : value.multiply(BigDecimal.ONE.add(TWENTIETH))));
        return null;
    }

    @Override
    public Void symbol(Symbol symbol) {
        return null;
    }

    @Override
    public Void constant(Constant constant) {
        add(new Operation(Operator.TIMES, new Numeral(BigDecimal.ONE.add(TWENTIETH)), constant));
        return null;
    }

    @Override
    public Void negation(Negation negation) {
        add(negation.operand());
        within(negation.operand(), Negation::new);
        return null;
    }

    @Override
    public Void operation(Operation operation) {
        Operator operator = operation.operator();
        Expression left = operation.left();
        Expression right = operation.right();
        if (operator == Operator.PLUS || operator == Operator.MINUS) {
            add(new Operation(operator == Operator.PLUS ? Operator.MINUS : Operator.PLUS, left, right));
        }
        within(left, changed -> new Operation(operator, changed, right));
        if (operator == Operator.POWER && right instanceof Numeral exponent) {
            add(new Operation(operator, left, new Numeral(exponent.value().add(BigDecimal.ONE))));
        } else {
            within(right, changed -> new Operation(operator, left, changed));
        }
        return null;
    }

    @Override
    public Void call(Call call) {
        for (int i = 0; i < call.arguments().size(); i++) {
            int index = i;
            within(call.arguments().get(i), changed -> {
                List<Expression> arguments = new ArrayList<>(call.arguments());
                arguments.set(index, changed);
                return new Call(call.function(), arguments);
            });
        }
        return null;
    }

    @Override
    public Void piecewise(Piecewise piecewise) {
        for (int i = 0; i < piecewise.branches().size(); i++) {
            int index = i;
            Piecewise.Branch branch = piecewise.branches().get(i);
            Condition condition = branch.condition();
            within(branch.value(), changed -> with(piecewise, index, new Piecewise.Branch(condition, changed)));
            within(
                    condition.left(),
                    changed -> with(
                            piecewise,
                            index,
                            new Piecewise.Branch(
                                    new Condition(condition.relation(), changed, condition.right()), branch.value())));
            within(
                    condition.right(),
                    changed -> with(
                            piecewise,
                            index,
                            new Piecewise.Branch(
                                    new Condition(condition.relation(), condition.left(), changed), branch.value())));
        }
        within(piecewise.otherwise(), changed -> new Piecewise(piecewise.branches(), changed));
        return null;
    }

    private static Piecewise with(Piecewise piecewise, int index, Piecewise.Branch branch) {
        List<Piecewise.Branch> branches = new ArrayList<>(piecewise.branches());
        branches.set(index, branch);
        return new Piecewise(branches, piecewise.otherwise());
    }
}
