package org.theoremeter.theory.symbolic.enclosure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.theoremeter.theory.symbolic.Call;
import org.theoremeter.theory.symbolic.Constant;
import org.theoremeter.theory.symbolic.ElementaryFunction;
import org.theoremeter.theory.symbolic.Expression;
import org.theoremeter.theory.symbolic.ExpressionVisitor;
import org.theoremeter.theory.symbolic.Negation;
import org.theoremeter.theory.symbolic.Numeral;
import org.theoremeter.theory.symbolic.Operation;
import org.theoremeter.theory.symbolic.Piecewise;
import org.theoremeter.theory.symbolic.Relation;
import org.theoremeter.theory.symbolic.Symbol;
import org.theoremeter.theory.text.Quotation;

/** Formulas written out as a list of operations, each on earlier ones; what occurs twice is computed once. */
final class Program implements ExpressionVisitor<Integer> {
    /** What an operation does. */
    enum Kind {
        NUMBER,
        PI,
        VARIABLE,
        NEGATE,
        ADD,
        SUBTRACT,
        MULTIPLY,
        DIVIDE,
        POWER,
        FUNCTION,
        MINIMUM,
        MAXIMUM,
        CASES
    }

    /**
     * An operation.
     *
     * @param kind what it does
     * @param function the function, of a {@link Kind#FUNCTION}
     * @param number the number, of a {@link Kind#NUMBER}
     * @param operands the places of its operands; of {@link Kind#CASES} three a branch (left, right, value) and the
     *     otherwise; of a {@link Kind#VARIABLE} its index
     * @param relations of {@link Kind#CASES} the comparison of each branch
     * @param whole whether it takes whole values only
     */
    record Step(
            Kind kind,
            ElementaryFunction function,
            Numeral number,
            List<Integer> operands,
            List<Relation> relations,
            boolean whole) {}

    private final List<String> variables;
    private final Set<String> integers;
    private final List<Step> steps = new ArrayList<>();
    private final Map<Step, Integer> places = new HashMap<>();
    private final IdentityHashMap<Expression, Integer> seen = new IdentityHashMap<>();

    Program(List<String> variables, Set<String> integers) {
        this.variables = variables;
        this.integers = integers;
    }

    /** Writes out a formula and returns the place of its value. */
    int append(Expression expression) {
        Integer known = seen.get(expression);
        if (known != null) {
            return known;
        }
        int place = expression.accept(this);
        seen.put(expression, place);
        return place;
    }

    List<Step> steps() {
        return List.copyOf(steps);
    }

    private int step(Kind kind, ElementaryFunction function, List<Integer> operands, boolean whole) {
        return place(new Step(kind, function, null, operands, List.of(), whole));
    }

    private int place(Step step) {
        Integer known = places.get(step);
        if (known != null) {
            return known;
        }
        steps.add(step);
        places.put(step, steps.size() - 1);
        return steps.size() - 1;
    }

    private boolean isWhole(int place) {
        return steps.get(place).whole();
    }

    @Override
    public Integer numeral(Numeral numeral) {
        boolean whole = numeral.value().stripTrailingZeros().scale() <= 0;
        return place(new Step(Kind.NUMBER, null, numeral, List.of(), List.of(), whole));
    }

    @Override
    public Integer symbol(Symbol symbol) {
        int index = variables.indexOf(symbol.name());
        if (index < 0) {
            throw new IllegalArgumentException(
                    "undefined symbol " + Quotation.of(symbol.name()) + ", defined are " + variables);
        }
        return step(Kind.VARIABLE, null, List.of(index), integers.contains(symbol.name()));
    }

    @Override
    public Integer constant(Constant constant) {
        return step(Kind.PI, null, List.of(), false);
    }

    @Override
    public Integer negation(Negation negation) {
        int operand = append(negation.operand());
        return step(Kind.NEGATE, null, List.of(operand), isWhole(operand));
    }

    @Override
    public Integer operation(Operation operation) {
        int a = append(operation.left());
        int b = append(operation.right());
        boolean whole = isWhole(a) && isWhole(b);
        return switch (operation.operator()) {
            case PLUS -> step(Kind.ADD, null, List.of(a, b), whole);
            case MINUS -> step(Kind.SUBTRACT, null, List.of(a, b), whole);
            case TIMES -> a == b ? square(a, whole) : step(Kind.MULTIPLY, null, List.of(a, b), whole);
            case DIVIDE -> step(Kind.DIVIDE, null, List.of(a, b), false);
            case POWER -> step(Kind.POWER, null, List.of(a, b), false);
        };
    }

    /** A product of a formula with itself is not negative. */
    private int square(int a, boolean whole) {
        int two = append(Expression.number(2));
        return step(Kind.POWER, null, List.of(a, two), whole);
    }

    @Override
    public Integer call(Call call) {
        int x = append(call.arguments().get(0));
        if (call.function().arity() == 1) {
            return step(Kind.FUNCTION, call.function(), List.of(x), false);
        }
        int y = append(call.arguments().get(1));
        Kind kind = call.function() == ElementaryFunction.MIN ? Kind.MINIMUM : Kind.MAXIMUM;
        return step(kind, null, List.of(x, y), isWhole(x) && isWhole(y));
    }

    @Override
    public Integer piecewise(Piecewise piecewise) {
        List<Integer> operands = new ArrayList<>();
        List<Relation> relations = new ArrayList<>();
        for (Piecewise.Branch branch : piecewise.branches()) {
            operands.add(append(branch.condition().left()));
            operands.add(append(branch.condition().right()));
            operands.add(append(branch.value()));
            relations.add(branch.condition().relation());
        }
        operands.add(append(piecewise.otherwise()));
        return place(new Step(Kind.CASES, null, null, operands, relations, false));
    }
}
