package org.theoremeter.theory.symbolic.exact;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.hipparchus.fraction.BigFraction;
import org.theoremeter.theory.symbolic.Call;
import org.theoremeter.theory.symbolic.ElementaryFunction;
import org.theoremeter.theory.symbolic.Expression;
import org.theoremeter.theory.symbolic.Negation;
import org.theoremeter.theory.symbolic.Numeral;
import org.theoremeter.theory.symbolic.Operation;
import org.theoremeter.theory.symbolic.Operator;

/**
 * Writes polynomials as formulas; of one with complex generators, whose value is real, the real part.
 *
 * @param field the generators
 */
record Meaning(Field field) {
    Expression of(Polynomial polynomial) {
        List<Expression> terms = new ArrayList<>();
        polynomial.terms().forEach((monomial, coefficient) -> terms.add(term(monomial, coefficient)));
        return terms.stream()
                .reduce((a, b) -> new Operation(Operator.PLUS, a, b))
                .orElse(Expression.number(0));
    }

    static Expression number(BigFraction value) {
        Expression above = whole(value.getNumerator().abs());
        Expression size = value.getDenominator().equals(BigInteger.ONE)
                ? above
                : new Operation(Operator.DIVIDE, above, whole(value.getDenominator()));
        return value.signum() < 0 ? new Negation(size) : size;
    }

    private static Expression whole(BigInteger value) {
        return new Numeral(new BigDecimal(value));
    }

    private Expression term(Monomial monomial, BigFraction coefficient) {
        boolean negative = coefficient.signum() < 0;
        Expression product = number(coefficient.abs());
        Expression angle = Expression.number(0);
        boolean turned = false;
        long quarters = 0;
        for (int i = 0; i < monomial.length(); i++) {
            long exponent = monomial.exponent(i);
            Generator generator = field.generator(i);
            if (exponent == 0) {
                continue;
            }
            Expression power = number(new BigFraction(exponent, Monomial.UNIT));
            switch (generator.kind()) {
                case IMAGINARY -> quarters += exponent / Monomial.UNIT;
                case PHASE -> {
                    turned = true;
                    Expression part = new Operation(Operator.TIMES, power, generator.meaning());
                    angle = new Operation(Operator.PLUS, angle, part);
                }
                default -> {
                    Expression factor = exponent == Monomial.UNIT
                            ? generator.meaning()
                            : new Operation(Operator.POWER, generator.meaning(), power);
                    product = product.equals(Expression.number(1))
                            ? factor
                            : new Operation(Operator.TIMES, product, factor);
                }
            }
        }
        // Re(i e^{iθ}) = −sin θ.
        boolean odd = quarters % 2 != 0;
        if (odd && !turned) {
            return Expression.number(0);
        }
        if (turned) {
            ElementaryFunction part = odd ? ElementaryFunction.SIN : ElementaryFunction.COS;
            product = new Operation(Operator.TIMES, product, new Call(part, List.of(angle)));
        }
        return odd != negative ? new Negation(product) : product;
    }

    /** Writes a quotient. */
    Expression of(Quotient quotient) {
        Expression result = of(quotient.numerator());
        for (Map.Entry<Polynomial, Integer> divisor : quotient.divisors().entrySet()) {
            Expression below =
                    new Operation(Operator.POWER, of(divisor.getKey()), Expression.number(divisor.getValue()));
            result = new Operation(Operator.DIVIDE, result, below);
        }
        return result;
    }
}
