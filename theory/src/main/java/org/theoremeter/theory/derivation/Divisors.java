package org.theoremeter.theory.derivation;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.hipparchus.fraction.BigFraction;
import org.theoremeter.theory.evidence.Obligation;
import org.theoremeter.theory.symbolic.Call;
import org.theoremeter.theory.symbolic.ElementaryFunction;
import org.theoremeter.theory.symbolic.Expression;
import org.theoremeter.theory.symbolic.Matrix;
import org.theoremeter.theory.symbolic.Negation;
import org.theoremeter.theory.symbolic.Operation;
import org.theoremeter.theory.symbolic.Operator;
import org.theoremeter.theory.symbolic.Piecewise;
import org.theoremeter.theory.symbolic.Region;

/**
 * Looks for divisors that vanish somewhere in a region: by a change of sign between points, or by going downhill from the
 * smallest value found. A divisor that vanishes at an edge that is left out is none.
 *
 * <p>What double precision takes for a zero may be a small number, or one that underflows: such a divisor is suspected only,
 * and a zero is certain where the value without rounding is 0 or many digits show a change of sign.
 */
public final class Divisors {
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
     * @param point where it does
     * @param certain whether it does for certain, or is only too small there to tell
     */
    public record Vanishing(Expression divisor, Map<String, Double> point, boolean certain) {
        @Override
        public String toString() {
            return "the divisor '" + divisor + "' "
                    + (point.isEmpty() ? "is 0" : (certain ? "vanishes at " : "may vanish near ") + point);
        }
    }

    /**
     * Looks through a formula for a divisor that vanishes for certain.
     *
     * @param expression the formula, names replaced
     * @return the first such divisor, if there is one
     * @throws IllegalArgumentException if a symbol of a divisor has no domain
     */
    public Optional<Vanishing> vanishing(Expression expression) {
        return suspected(expression).stream().filter(Vanishing::certain).findFirst();
    }

    /**
     * Looks through a formula for divisors that vanish, or may.
     *
     * @param expression the formula, names replaced
     * @return these divisors, each with one point; empty if there is none
     * @throws IllegalArgumentException if a symbol of a divisor has no domain
     */
    public List<Vanishing> suspected(Expression expression) {
        Set<Expression> divisors = new LinkedHashSet<>();
        collect(expression, divisors);
        return divisors.stream()
                .flatMap(divisor -> known.computeIfAbsent(divisor, this::search).stream())
                .toList();
    }

    /** Returns what must still be shown of the divisors of two sides: of each that may vanish, that it does not. */
    List<Obligation> obligations(Matrix from, Matrix to) {
        return Stream.of(from, to)
                .flatMap(matrix -> matrix.entries().stream())
                .flatMap(entry -> suspected(entry).stream())
                .distinct()
                .map(Divisors::obligation)
                .toList();
    }

    private static Obligation obligation(Vanishing found) {
        String statement = "the divisor '" + found.divisor() + "' vanishes nowhere";
        return found.certain()
                ? Obligation.refuted(statement, found.toString())
                : Obligation.undecided(statement, found + ": double precision does not tell it from 0 there");
    }

    private Optional<Vanishing> search(Expression divisor) {
        if (divisor.symbols().isEmpty()) {
            return ExactValue.of(divisor, Map.of())
                    .filter(BigFraction::isZero)
                    .map(zero -> new Vanishing(divisor, Map.of(), true));
        }
        Region about = region.about(divisor.symbols());
        CertainZero zero = new CertainZero(divisor, about);
        return new ZeroSearch(divisor, about)
                .suspect()
                .map(suspect -> zero.near(suspect.point())
                        .or(() -> zero.between(suspect.positive(), suspect.negative()))
                        .map(point -> new Vanishing(divisor, point, true))
                        .orElse(new Vanishing(divisor, suspect.point(), false)));
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
