package org.theoremeter.theory.symbolic;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** The partial derivatives of the elementary functions, read once when the first call is differentiated. */
final class ParsedSlopes {
    private static final Map<ElementaryFunction, List<Expression>> READ = read();

    private ParsedSlopes() {}

    private static Map<ElementaryFunction, List<Expression>> read() {
        Map<ElementaryFunction, List<Expression>> slopes = new EnumMap<>(ElementaryFunction.class);
        for (ElementaryFunction function : ElementaryFunction.values()) {
            slopes.put(
                    function,
                    IntStream.range(0, function.arity())
                            .mapToObj(i -> Expression.parse(function.slope(i)))
                            .toList());
        }
        return slopes;
    }

    /** Returns the partial derivative by argument {@code index}, at the given arguments. */
    static Expression of(ElementaryFunction function, int index, List<Expression> arguments) {
        Expression y = arguments.get(arguments.size() - 1);
        return READ.get(function).get(index).substitute(Map.of("x", arguments.get(0), "y", y));
    }
}
