package org.theoremeter.theory.symbolic;

import java.math.BigDecimal;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** Draws expressions in x and y over the whole grammar; the same seed gives the same expressions. */
public final class RandomExpressions {
    private final Random random;
    private final boolean piecewise;

    public RandomExpressions(long seed, boolean piecewise) {
        this.random = new Random(seed);
        this.piecewise = piecewise;
    }

    public Expression next(int depth) {
        if (depth == 0) {
            return leaf();
        }
        return switch (random.nextInt(piecewise ? 8 : 7)) {
            case 0 -> leaf();
            case 1 -> new Negation(next(depth - 1));
            case 2, 3, 4 -> operation(depth);
            case 5, 6 -> call(depth);
            default -> new Piecewise(branches(depth), next(depth - 1));
        };
    }

    private List<Piecewise.Branch> branches(int depth) {
        return Stream.generate(() -> new Piecewise.Branch(
                        new Condition(pick(Relation.values()), next(depth - 1), next(depth - 1)), next(depth - 1)))
                .limit(1 + random.nextInt(2))
                .toList();
    }

    private Expression leaf() {
        return switch (random.nextInt(5)) {
            case 0, 1 -> new Symbol("x");
            case 2 -> new Symbol("y");
            case 3 -> Constant.PI;
            default -> new Numeral(BigDecimal.valueOf(random.nextInt(400), 2));
        };
    }

    private Expression operation(int depth) {
        Operator operator = pick(Operator.values());
        boolean wholePower = operator == Operator.POWER && random.nextBoolean();
        return new Operation(operator, next(depth - 1), wholePower ? wholeNumber() : next(depth - 1));
    }

    /** Draws an exponent, more often than not one for which a power is a product. */
    private Expression wholeNumber() {
        Expression number = new Numeral(BigDecimal.valueOf(random.nextInt(11)));
        return random.nextBoolean() ? number : new Negation(number);
    }

    private Expression call(int depth) {
        ElementaryFunction function = pick(ElementaryFunction.values());
        return new Call(
                function, function.arity() == 1 ? List.of(next(depth - 1)) : List.of(next(depth - 1), next(depth - 1)));
    }

    private <T> T pick(T[] values) {
        return values[random.nextInt(values.length)];
    }
}
