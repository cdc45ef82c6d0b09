package org.theoremeter.theory.derivation;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.theoremeter.theory.symbolic.Call;
import org.theoremeter.theory.symbolic.ElementaryFunction;
import org.theoremeter.theory.symbolic.Expression;
import org.theoremeter.theory.symbolic.Negation;
import org.theoremeter.theory.symbolic.Operation;
import org.theoremeter.theory.symbolic.Operator;
import org.theoremeter.theory.symbolic.Piecewise;
import org.theoremeter.theory.symbolic.enclosure.Box;
import org.theoremeter.theory.symbolic.enclosure.Enclosures;
import org.theoremeter.theory.symbolic.region.Region;

/**
 * Finds divisors that surely vanish somewhere in a region, before any step is checked: at a point where they are exactly 0, or
 * in a box on which they change their sign. What is merely small is none; neither is what vanishes at an edge that is left out.
 */
public final class Divisors {
    private static final long BUDGET = 30_000;

    private final Region region;
    private final Map<Expression, Optional<Vanishing>> known = new HashMap<>();

    /** Prepares to look for zeros in a region; the search remembers divisors it has seen. */
    public Divisors(Region region) {
        this.region = region;
    }

    /**
     * A divisor that vanishes.
     *
     * @param divisor the divisor
     * @param place where it does: a point, or a box that holds one
     */
    public record Vanishing(Expression divisor, Box place) {
        @Override
        public String toString() {
            return "the divisor '" + divisor + "' " + (place.size() == 0 ? "is 0" : "vanishes at " + place);
        }
    }

    /**
     * Looks through a formula.
     *
     * @param expression the formula, names replaced
     * @return the first divisor that surely vanishes, if one does
     * @throws IllegalArgumentException if a symbol of a divisor has no domain
     */
    public Optional<Vanishing> vanishing(Expression expression) {
        Set<Expression> divisors = new LinkedHashSet<>();
        collect(expression, divisors);
        return divisors.stream()
                .flatMap(divisor -> known.computeIfAbsent(divisor, this::search).stream())
                .findFirst();
    }

    private Optional<Vanishing> search(Expression divisor) {
        return Enclosures.in(region)
                .withBudget(BUDGET)
                .nowhereZero(divisor)
                .witness()
                .map(place -> new Vanishing(divisor, place));
    }

    private static void collect(Expression expression, Set<Expression> divisors) {
        if (expression instanceof Negation negation) {
            collect(negation.operand(), divisors);
        } else if (expression instanceof Operation operation) {
            collect(operation.left(), divisors);
            collect(operation.right(), divisors);
            if (operation.operator() == Operator.DIVIDE) {
                factors(operation.right(), divisors);
            } else if (operation.operator() == Operator.POWER && operation.right() instanceof Negation) {
                factors(operation.left(), divisors);
            }
        } else if (expression instanceof Call call) {
            call.arguments().forEach(argument -> collect(argument, divisors));
            if (call.function() == ElementaryFunction.INVERSE) {
                factors(call.arguments().get(0), divisors);
            }
        }
        // Branches of a case distinction may divide by what vanishes elsewhere; the numbers see those.
    }

    /** Takes a product apart, and a power to its base. */
    private static void factors(Expression divisor, Set<Expression> divisors) {
        if (divisor instanceof Negation negation) {
            factors(negation.operand(), divisors);
        } else if (divisor instanceof Operation operation && operation.operator() == Operator.TIMES) {
            factors(operation.left(), divisors);
            factors(operation.right(), divisors);
        } else if (divisor instanceof Operation operation && operation.operator() == Operator.POWER) {
            factors(operation.left(), divisors);
        } else if (divisor instanceof Operation operation && operation.operator() == Operator.DIVIDE) {
            factors(operation.left(), divisors);
        } else if (!(divisor instanceof Piecewise)) {
            divisors.add(divisor);
        }
    }
}
