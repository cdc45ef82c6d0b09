package org.theoremeter.verify.mutation;

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
import org.theoremeter.verify.mutation.Slip.Sort;

/** Finds every number, exponent and sign of a formula, in the order in which they are read. */
public final class FormulaSlips implements ExpressionVisitor<Void> {
    private static final BigDecimal TWENTIETH = new BigDecimal("0.05");

    /** Formulas that people write have fewer places where they may be wrong; those that are worked out have hundreds. */
    private static final int MANY = 60;

    private final List<Slip> slips = new ArrayList<>();
    /** Puts a changed part back into its place in the whole. */
    private UnaryOperator<Expression> place = UnaryOperator.identity();

    private boolean exponent;

    private FormulaSlips() {}

    /** Returns what stands in the formula. */
    public static List<Slip> of(Expression formula) {
        FormulaSlips finder = new FormulaSlips();
        formula.accept(finder);
        return List.copyOf(finder.slips);
    }

    /**
     * Returns what stands in the formula, and the formula itself as a whole: as a number where it has none, and as a sign
     * where it has none and is not 0, so that no formula is beyond doubt. In a formula with hundreds of numbers, such as a
     * gradient that has been worked out, none of them is anything of its own: what stands in it is each of its symbols, as
     * a number that may be too large wherever it stands, and the formula as a whole.
     */
    public static List<Slip> ofWhole(Expression formula) {
        List<Slip> slips = new ArrayList<>(of(formula));
        if (slips.size() > MANY) {
            slips.clear();
            formula.symbols().forEach(symbol -> slips.add(Slip.symbol(symbol, formula)));
            slips.add(Slip.whole(formula));
            slips.add(Slip.signOfWhole(formula));
            return slips;
        }
        if (slips.stream().noneMatch(slip -> slip.sort() == Sort.SIGN)
                && slips.stream().noneMatch(slip -> slip.part() == formula && slip.isZero())) {
            slips.add(Slip.signOfWhole(formula));
        }
        if (slips.stream().noneMatch(slip -> slip.sort() == Sort.NUMBER)) {
            slips.add(Slip.whole(formula));
        }
        return slips;
    }

    /**
     * Returns the formula with one small slip each: a number larger by a twentieth, an exponent by a half, the other sign; the
     * negated formula where there is nothing else.
     */
    static List<Expression> mutants(Expression formula) {
        List<Slip> slips = of(formula);
        return slips.isEmpty()
                ? List.of(new Negation(formula))
                : slips.stream().map(FormulaSlips::mutant).toList();
    }

    private static Expression mutant(Slip slip) {
        return switch (slip.sort()) {
            case NUMBER -> slip.scaled(TWENTIETH);
            case EXPONENT -> slip.shifted().get(0);
            case SIGN -> slip.flipped();
        };
    }

    private void within(Expression part, UnaryOperator<Expression> whole) {
        UnaryOperator<Expression> outer = place;
        place = changed -> outer.apply(whole.apply(changed));
        part.accept(this);
        place = outer;
    }

    @Override
    public Void numeral(Numeral numeral) {
        slips.add(exponent ? new Slip(Sort.EXPONENT, numeral.toString(), numeral, place) : Slip.number(numeral, place));
        return null;
    }

    @Override
    public Void symbol(Symbol symbol) {
        return null;
    }

    @Override
    public Void constant(Constant constant) {
        slips.add(Slip.number(constant, place));
        return null;
    }

    @Override
    public Void negation(Negation negation) {
        slips.add(new Slip(Sort.SIGN, "-", negation, place));
        within(negation.operand(), Negation::new);
        return null;
    }

    @Override
    public Void operation(Operation operation) {
        Operator operator = operation.operator();
        Expression left = operation.left();
        Expression right = operation.right();
        boolean outside = exponent;
        exponent = false;
        within(left, changed -> new Operation(operator, changed, right));
        if (operator == Operator.PLUS || operator == Operator.MINUS) {
            slips.add(new Slip(Sort.SIGN, operator == Operator.PLUS ? "+" : "-", operation, place));
        }
        exponent = operator == Operator.POWER && isNumber(right);
        within(right, changed -> new Operation(operator, left, changed));
        exponent = outside;
        return null;
    }

    private static boolean isNumber(Expression exponent) {
        return exponent instanceof Numeral
                || (exponent instanceof Negation negation && negation.operand() instanceof Numeral);
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
            within(condition.left(), changed -> {
                Condition other = new Condition(condition.relation(), changed, condition.right());
                return with(piecewise, index, new Piecewise.Branch(other, branch.value()));
            });
            within(condition.right(), changed -> {
                Condition other = new Condition(condition.relation(), condition.left(), changed);
                return with(piecewise, index, new Piecewise.Branch(other, branch.value()));
            });
            within(branch.value(), changed -> with(piecewise, index, new Piecewise.Branch(condition, changed)));
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
