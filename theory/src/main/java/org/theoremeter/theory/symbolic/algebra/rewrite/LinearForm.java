package org.theoremeter.theory.symbolic.algebra.rewrite;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.hipparchus.fraction.BigFraction;
import org.theoremeter.theory.symbolic.Condition;
import org.theoremeter.theory.symbolic.Expression;
import org.theoremeter.theory.symbolic.Negation;
import org.theoremeter.theory.symbolic.Numeral;
import org.theoremeter.theory.symbolic.Operation;
import org.theoremeter.theory.symbolic.Operator;

/**
 * A formula read as a linear form k₀ + Σ k_i a_i, where an atom a_i is a symbol or whatever is not linear.
 *
 * @param constant k₀
 * @param factors the k_i that are not zero, by the text of the atom
 * @param atoms the atoms by their text
 */
public record LinearForm(BigFraction constant, SortedMap<String, BigFraction> factors, Map<String, Expression> atoms) {
    public LinearForm {
        factors = Collections.unmodifiableSortedMap(new TreeMap<>(factors));
        atoms = Map.copyOf(atoms);
    }

    static LinearForm of(Expression expression) {
        if (expression instanceof Numeral numeral) {
            return constant(exact(numeral));
        }
        if (expression instanceof Negation negation) {
            return of(negation.operand()).times(BigFraction.MINUS_ONE);
        }
        if (expression instanceof Operation operation) {
            return of(operation).orElseGet(() -> atom(expression));
        }
        return atom(expression);
    }

    private static Optional<LinearForm> of(Operation operation) {
        LinearForm a = of(operation.left());
        LinearForm b = of(operation.right());
        if (operation.operator() == Operator.PLUS) {
            return Optional.of(a.plus(b));
        }
        if (operation.operator() == Operator.MINUS) {
            return Optional.of(a.plus(b.times(BigFraction.MINUS_ONE)));
        }
        if (operation.operator() == Operator.TIMES && a.factors.isEmpty()) {
            return Optional.of(b.times(a.constant));
        }
        if (operation.operator() == Operator.TIMES && b.factors.isEmpty()) {
            return Optional.of(a.times(b.constant));
        }
        boolean divided =
                operation.operator() == Operator.DIVIDE && b.factors.isEmpty() && !b.constant.equals(BigFraction.ZERO);
        return divided ? Optional.of(a.times(b.constant.reciprocal())) : Optional.empty();
    }

    static LinearForm constant(BigFraction value) {
        return new LinearForm(value, new TreeMap<>(), Map.of());
    }

    private static LinearForm atom(Expression expression) {
        String text = expression.toString();
        return new LinearForm(BigFraction.ZERO, new TreeMap<>(Map.of(text, BigFraction.ONE)), Map.of(text, expression));
    }

    /**
     * Solves an equation for a symbol that occurs in it by itself and nowhere else.
     *
     * @param symbols the symbols it may be solved for
     */
    public static Optional<Map<String, Expression>> solved(Condition equation, Set<String> symbols) {
        LinearForm form = of(equation.left()).plus(of(equation.right()).times(BigFraction.MINUS_ONE));
        for (String symbol : symbols) {
            BigFraction slope = form.factor(symbol);
            boolean alone = form.atoms.entrySet().stream()
                    .noneMatch(atom -> !atom.getKey().equals(symbol)
                            && atom.getValue().symbols().contains(symbol));
            if (!slope.isZero() && alone) {
                LinearForm rest = form.plus(atom(Expression.symbol(symbol)).times(slope.negate()));
                return Optional.of(
                        Map.of(symbol, rest.times(slope.reciprocal().negate()).expression()));
            }
        }
        return Optional.empty();
    }

    private Expression expression() {
        Expression sum = number(constant);
        for (Map.Entry<String, BigFraction> term : factors.entrySet()) {
            Expression product = new Operation(Operator.TIMES, number(term.getValue()), atoms.get(term.getKey()));
            sum = new Operation(Operator.PLUS, sum, product);
        }
        return sum;
    }

    private static Expression number(BigFraction value) {
        Expression above = new Numeral(new BigDecimal(value.getNumerator().abs()));
        Expression size = new Operation(Operator.DIVIDE, above, new Numeral(new BigDecimal(value.getDenominator())));
        return value.signum() < 0 ? new Negation(size) : size;
    }

    private static BigFraction exact(Numeral numeral) {
        BigInteger unscaled = numeral.value().unscaledValue();
        int scale = numeral.value().scale();
        BigInteger power = BigInteger.TEN.pow(Math.abs(scale));
        return scale >= 0 ? new BigFraction(unscaled, power) : new BigFraction(unscaled.multiply(power));
    }

    LinearForm plus(LinearForm other) {
        SortedMap<String, BigFraction> sum = new TreeMap<>(factors);
        other.factors.forEach((atom, factor) -> sum.merge(atom, factor, BigFraction::add));
        sum.values().removeIf(BigFraction.ZERO::equals);
        Map<String, Expression> both = new TreeMap<>(atoms);
        both.putAll(other.atoms);
        both.keySet().retainAll(sum.keySet());
        return new LinearForm(constant.add(other.constant), sum, both);
    }

    LinearForm times(BigFraction scale) {
        if (scale.equals(BigFraction.ZERO)) {
            return constant(BigFraction.ZERO);
        }
        SortedMap<String, BigFraction> scaled = new TreeMap<>();
        factors.forEach((atom, factor) -> scaled.put(atom, factor.multiply(scale)));
        return new LinearForm(constant.multiply(scale), scaled, atoms);
    }

    BigFraction factor(String atom) {
        return factors.getOrDefault(atom, BigFraction.ZERO);
    }
}
