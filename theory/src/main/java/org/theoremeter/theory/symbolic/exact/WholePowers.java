package org.theoremeter.theory.symbolic.exact;

import java.math.BigInteger;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hipparchus.fraction.BigFraction;
import org.theoremeter.theory.symbolic.Constant;
import org.theoremeter.theory.symbolic.Expression;
import org.theoremeter.theory.symbolic.Operation;
import org.theoremeter.theory.symbolic.Operator;
import org.theoremeter.theory.symbolic.Symbol;
import org.theoremeter.theory.symbolic.region.Region;

/** Powers whose exponents are whole numbers throughout, so that the base may be negative: (c f g)^k = c^k f^k g^k. */
final class WholePowers {
    private final NormalForm form;
    private final Field field;
    private final Region region;
    private final Map<List<Object>, Integer> known = new HashMap<>();

    WholePowers(NormalForm form, Region region) {
        this.form = form;
        this.field = form.field();
        this.region = region;
    }

    /** Returns a power, or nothing if its exponent may be other than whole. */
    Optional<Quotient> of(Quotient base, Quotient exponent) {
        if (base.isZero() || !exponent.isPolynomial() || !isWhole(exponent.numerator())) {
            return Optional.empty();
        }
        Quotient result = of(base.numerator(), exponent);
        for (Map.Entry<Polynomial, Integer> divisor : base.divisors().entrySet()) {
            Quotient times = exponent.times(new BigFraction(-divisor.getValue()));
            result = field.times(result, of(divisor.getKey(), times));
        }
        return Optional.of(result);
    }

    private boolean isWhole(Polynomial exponent) {
        return exponent.terms().entrySet().stream()
                .allMatch(term -> term.getValue().getDenominator().equals(BigInteger.ONE) && isWhole(term.getKey()));
    }

    private boolean isWhole(Monomial monomial) {
        for (int i = 0; i < monomial.length(); i++) {
            long exponent = monomial.exponent(i);
            if (exponent != 0
                    && (exponent < 0 || exponent % Monomial.UNIT != 0 || !isWholeSymbol(field.generator(i)))) {
                return false;
            }
        }
        return true;
    }

    private boolean isWholeSymbol(Generator generator) {
        return generator.meaning() instanceof Symbol symbol
                && region.domains().containsKey(symbol.name())
                && region.domains().get(symbol.name()).integer();
    }

    private Quotient of(Polynomial base, Quotient exponent) {
        Monomial common = field.commonMonomial(base);
        Quotient result = Quotient.ONE;
        for (int i = 0; i < common.length(); i++) {
            long times = common.exponent(i);
            if (times == 0 || times % Monomial.UNIT != 0 || field.generator(i).isComplex()) {
                common = common.with(i, 0);
            } else {
                Quotient scaled = exponent.times(new BigFraction(times / Monomial.UNIT));
                result = field.times(result, ofFactor(Polynomial.generator(i), scaled));
            }
        }
        Polynomial rest = base.times(common.inverse());
        BigFraction number = rest.content();
        if (number.signum() < 0) {
            Quotient turns = field.times(form.constant(Constant.PI), exponent);
            result = field.times(result, form.exponentials().phase(turns));
        }
        result = field.times(result, ofFactor(Polynomial.constant(number.abs()), exponent));
        return field.times(result, ofFactor(rest.times(number.reciprocal()), exponent));
    }

    private Quotient ofFactor(Polynomial factor, Quotient exponent) {
        if (form.signs().of(factor) > 0) {
            Quotient logarithm = form.powers().logarithm(Quotient.of(factor));
            return form.exponentials().exponential(field.times(exponent, logarithm));
        }
        Quotient result = Quotient.ONE;
        for (Map.Entry<Monomial, BigFraction> term :
                exponent.numerator().terms().entrySet()) {
            int times = term.getValue().getNumeratorAsInt();
            Quotient power = term.getKey().isOne()
                    ? Quotient.of(factor)
                    : Quotient.of(Polynomial.generator(generator(factor, term.getKey())));
            result = field.times(result, field.power(power, times));
        }
        return result;
    }

    private int generator(Polynomial factor, Monomial exponent) {
        return known.computeIfAbsent(List.<Object>of(factor, exponent), unknown -> {
            Meaning meaning = new Meaning(field);
            Expression power = new Operation(
                    Operator.POWER, meaning.of(factor), meaning.of(Polynomial.term(exponent, BigFraction.ONE)));
            return field.add(Generator.Kind.OPAQUE, power, Quotient.of(factor));
        });
    }
}
