package org.theoremeter.verify.mutation;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.theoremeter.theory.symbolic.Constant;
import org.theoremeter.theory.symbolic.Expression;
import org.theoremeter.theory.symbolic.Negation;
import org.theoremeter.theory.symbolic.Numeral;
import org.theoremeter.theory.symbolic.Operation;
import org.theoremeter.theory.symbolic.Operator;

/**
 * A place in a formula where it may be wrong.
 *
 * @param sort what stands there
 * @param text what stands there as written in formulas: {@code 2}, {@code pi}, {@code -}, {@code cstar}; {@code whole} or
 *     {@code sign} for the formula itself
 * @param part what stands there
 * @param place puts another part there, which makes another formula
 */
public record Slip(Sort sort, String text, Expression part, UnaryOperator<Expression> place) {

    private static final String WHOLE = "whole";
    private static final String SIGN_OF_WHOLE = "sign";
    private static final BigDecimal HALF = new BigDecimal("0.5");
    private static final BigDecimal LARGEST_SMALL = BigDecimal.TEN;

    /** What may be wrong. */
    public enum Sort {
        /** A number, or a formula without any as a whole: it may be too large or too small. */
        NUMBER,
        /** A number to whose power something is raised. */
        EXPONENT,
        /** A plus or a minus, or a formula without any as a whole. */
        SIGN
    }

    /** Returns whether this is a formula itself, not what stands in it. */
    public boolean isOfWhole() {
        return text.equals(WHOLE) || text.equals(SIGN_OF_WHOLE);
    }

    /** Returns whether an error of any size is possible: an exponent that is a small whole number is wrong by a half or more. */
    public boolean isGradual() {
        boolean smallWhole = part instanceof Numeral numeral
                && numeral.value().compareTo(LARGEST_SMALL) < 0
                && numeral.value().stripTrailingZeros().scale() <= 0;
        return sort == Sort.NUMBER || (sort == Sort.EXPONENT && !smallWhole);
    }

    /**
     * Returns the formula with a number too large.
     *
     * @param relative by how much of the number, more than −1; by how much at all where it is 0
     */
    public Expression scaled(BigDecimal relative) {
        BigDecimal factor = BigDecimal.ONE.add(relative);
        if (!(part instanceof Numeral numeral)) {
            return place.apply(new Operation(Operator.TIMES, new Numeral(factor), part));
        }
        return place.apply(
                numeral.value().signum() == 0
                        ? Expression.number(relative.doubleValue())
                        : new Numeral(numeral.value().multiply(factor)));
    }

    /** Returns the formulas with an exponent too large and too small by a half. */
    public List<Expression> shifted() {
        return Stream.of(HALF, HALF.negate())
                .map(shift -> ((Numeral) part).value().add(shift))
                .map(exponent -> place.apply(Expression.number(exponent.doubleValue())))
                .toList();
    }

    /** Returns the formula with the other sign. */
    public Expression flipped() {
        if (text.equals(SIGN_OF_WHOLE)) {
            return place.apply(new Negation(part));
        }
        if (part instanceof Negation negation) {
            return place.apply(negation.operand());
        }
        Operation sum = (Operation) part;
        Operator other = sum.operator() == Operator.PLUS ? Operator.MINUS : Operator.PLUS;
        return place.apply(new Operation(other, sum.left(), sum.right()));
    }

    /** Returns the wrong formulas that are made whatever the size of the error: both exponents, or the other sign. */
    public List<Expression> coarse() {
        return switch (sort) {
            case NUMBER -> List.of();
            case EXPONENT -> shifted();
            case SIGN -> List.of(flipped());
        };
    }

    /** A symbol wherever it stands in a formula. */
    static Slip symbol(String name, Expression formula) {
        Expression symbol = Expression.symbol(name);
        return new Slip(Sort.NUMBER, name, symbol, other -> formula.substitute(Map.of(name, other)));
    }

    static Slip whole(Expression formula) {
        return new Slip(Sort.NUMBER, WHOLE, formula, UnaryOperator.identity());
    }

    static Slip signOfWhole(Expression formula) {
        return new Slip(Sort.SIGN, SIGN_OF_WHOLE, formula, UnaryOperator.identity());
    }

    boolean isZero() {
        return part instanceof Numeral numeral && numeral.value().signum() == 0;
    }

    static Slip number(Expression part, UnaryOperator<Expression> place) {
        return new Slip(Sort.NUMBER, part instanceof Constant ? "pi" : part.toString(), part, place);
    }
}
