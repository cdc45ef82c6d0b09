package org.theoremeter.theory.symbolic.enclosure.integral;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.theoremeter.theory.symbolic.Call;
import org.theoremeter.theory.symbolic.Condition;
import org.theoremeter.theory.symbolic.Expression;
import org.theoremeter.theory.symbolic.Negation;
import org.theoremeter.theory.symbolic.Numeral;
import org.theoremeter.theory.symbolic.Operation;
import org.theoremeter.theory.symbolic.Operator;
import org.theoremeter.theory.symbolic.Piecewise;

/**
 * Writes a formula of x as one of the distance u from a place p, x = p + u or p − u.
 *
 * <p>Polynomials in it with decimal coefficients that vanish at p are expanded exactly, so that {@code 1 - x^2} becomes
 * {@code 2*u - u^2} to the left of 1 and shows how it vanishes.
 */
final class Shift {
    private static final int HIGHEST = 8;

    private final String variable;
    private final List<BigDecimal> place;
    private final Expression moved;

    private Shift(String variable, double place, boolean right) {
        this.variable = variable;
        this.place = List.of(new BigDecimal(place), right ? BigDecimal.ONE : BigDecimal.ONE.negate());
        Expression u = Expression.symbol(variable);
        this.moved = place == 0
                ? right ? u : new Negation(u)
                : new Operation(right ? Operator.PLUS : Operator.MINUS, numeral(new BigDecimal(place)), u);
    }

    /** Returns the formula of the distance, which takes the name of the variable. */
    static Expression of(Expression formula, String variable, double place, boolean right) {
        if (place == 0 && right) {
            return formula;
        }
        try {
            return new Shift(variable, place, right).shifted(formula);
        } catch (IllegalArgumentException coefficientLeavesTheDoubles) {
            return formula.substitute(Map.of(variable, new Shift(variable, place, right).moved));
        }
    }

    /** Writes out values of parameters as the exact decimals that their doubles are. */
    static Expression numeral(BigDecimal value) {
        Expression magnitude = new Numeral(value.abs());
        return value.signum() < 0 ? new Negation(magnitude) : magnitude;
    }

    private Expression shifted(Expression g) {
        if (!g.symbols().contains(variable)) {
            return g;
        }
        Optional<Expression> polynomial = polynomial(g)
                .filter(coefficients ->
                        coefficients.size() <= 2 || coefficients.get(0).signum() == 0)
                .map(this::written);
        if (polynomial.isPresent()) {
            return polynomial.get();
        }
        if (g instanceof Negation negation) {
            return new Negation(shifted(negation.operand()));
        }
        if (g instanceof Operation operation) {
            return new Operation(operation.operator(), shifted(operation.left()), shifted(operation.right()));
        }
        if (g instanceof Call call) {
            return new Call(
                    call.function(),
                    call.arguments().stream().map(this::shifted).toList());
        }
        if (g instanceof Piecewise piecewise) {
            List<Piecewise.Branch> branches = piecewise.branches().stream()
                    .map(branch -> new Piecewise.Branch(
                            new Condition(
                                    branch.condition().relation(),
                                    shifted(branch.condition().left()),
                                    shifted(branch.condition().right())),
                            shifted(branch.value())))
                    .toList();
            return new Piecewise(branches, shifted(piecewise.otherwise()));
        }
        return moved;
    }

    /** Returns the coefficients of a polynomial in u, or nothing where g is none or of too high a degree. */
    private Optional<List<BigDecimal>> polynomial(Expression g) {
        if (g instanceof Numeral numeral) {
            return Optional.of(List.of(numeral.value()));
        }
        if (g.equals(Expression.symbol(variable))) {
            return Optional.of(place);
        }
        if (g instanceof Negation negation) {
            return polynomial(negation.operand()).map(a -> product(a, List.of(BigDecimal.ONE.negate())));
        }
        if (!(g instanceof Operation operation)) {
            return Optional.empty();
        }
        if (operation.operator() == Operator.POWER) {
            return operation.right() instanceof Numeral exponent
                    ? polynomial(operation.left()).flatMap(a -> power(a, exponent.value()))
                    : Optional.empty();
        }
        return polynomial(operation.left())
                .flatMap(a -> polynomial(operation.right()).flatMap(b -> switch (operation.operator()) {
                    case PLUS -> Optional.of(sum(a, b));
                    case MINUS -> Optional.of(sum(a, product(b, List.of(BigDecimal.ONE.negate()))));
                    case TIMES -> Optional.of(product(a, b)).filter(c -> c.size() <= HIGHEST + 1);
                    default -> Optional.empty();
                }));
    }

    private static Optional<List<BigDecimal>> power(List<BigDecimal> a, BigDecimal exponent) {
        if (exponent.stripTrailingZeros().scale() > 0 || exponent.compareTo(BigDecimal.valueOf(HIGHEST)) > 0) {
            return Optional.empty();
        }
        List<BigDecimal> result = List.of(BigDecimal.ONE);
        for (int i = exponent.intValueExact(); i > 0; i--) {
            result = product(result, a);
            if (result.size() > HIGHEST + 1) {
                return Optional.empty();
            }
        }
        return Optional.of(result);
    }

    private static List<BigDecimal> sum(List<BigDecimal> a, List<BigDecimal> b) {
        List<BigDecimal> result = new ArrayList<>();
        for (int k = 0; k < Math.max(a.size(), b.size()); k++) {
            BigDecimal left = k < a.size() ? a.get(k) : BigDecimal.ZERO;
            result.add(k < b.size() ? left.add(b.get(k)) : left);
        }
        return result;
    }

    private static List<BigDecimal> product(List<BigDecimal> a, List<BigDecimal> b) {
        List<BigDecimal> result = new ArrayList<>();
        for (int k = 0; k < a.size() + b.size() - 1; k++) {
            BigDecimal total = BigDecimal.ZERO;
            for (int j = Math.max(0, k - b.size() + 1); j <= Math.min(k, a.size() - 1); j++) {
                total = total.add(a.get(j).multiply(b.get(k - j)));
            }
            result.add(total);
        }
        return result;
    }

    private Expression written(List<BigDecimal> coefficients) {
        Expression u = Expression.symbol(variable);
        Expression total = null;
        for (int k = 0; k < coefficients.size(); k++) {
            BigDecimal coefficient = coefficients.get(k);
            if (coefficient.signum() != 0) {
                Expression power = k == 1 ? u : new Operation(Operator.POWER, u, Expression.number(k));
                Expression factor = new Numeral(coefficient.abs());
                Expression term = k == 0
                        ? factor
                        : coefficient.abs().compareTo(BigDecimal.ONE) == 0
                                ? power
                                : new Operation(Operator.TIMES, factor, power);
                boolean negative = coefficient.signum() < 0;
                total = total == null
                        ? negative ? new Negation(term) : term
                        : new Operation(negative ? Operator.MINUS : Operator.PLUS, total, term);
            }
        }
        return total == null ? Expression.number(0) : total;
    }
}
