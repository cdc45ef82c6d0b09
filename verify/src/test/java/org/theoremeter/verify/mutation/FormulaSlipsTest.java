package org.theoremeter.verify.mutation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.theoremeter.theory.symbolic.Expression;
import org.theoremeter.verify.mutation.Slip.Sort;

class FormulaSlipsTest {

    private static List<Slip> slips(String formula) {
        return FormulaSlips.of(Expression.parse(formula));
    }

    private static Slip only(String formula) {
        List<Slip> slips = FormulaSlips.ofWhole(Expression.parse(formula)).stream()
                .filter(slip -> slip.sort() != Sort.SIGN)
                .toList();
        assertThat(slips).hasSize(1);
        return slips.get(0);
    }

    @Test
    void areFoundInTheOrderInWhichTheyAreRead() {
        assertThat(slips("-a/(2*b^3) + piecewise(x < 4, sin(5*x), 6) - pi*x^-7*10^(n/8)"))
                .extracting(slip -> slip.sort() + " " + slip.text())
                .containsExactly(
                        "SIGN -",
                        "NUMBER 2",
                        "EXPONENT 3",
                        "SIGN +",
                        "NUMBER 4",
                        "NUMBER 5",
                        "NUMBER 6",
                        "SIGN -",
                        "NUMBER pi",
                        "SIGN -",
                        "EXPONENT 7",
                        "NUMBER 10",
                        "NUMBER 8");
    }

    @Test
    void takeAFormulaWithHundredsOfNumbersByItsSymbols() {
        String terms = IntStream.range(0, 40)
                .mapToObj(k -> "%d*a*b^%d".formatted(k + 2, k + 3))
                .collect(Collectors.joining(" + "));
        List<Slip> slips = FormulaSlips.ofWhole(Expression.parse(terms));
        assertThat(slips)
                .extracting(slip -> slip.sort() + " " + slip.text())
                .containsExactly("NUMBER a", "NUMBER b", "NUMBER whole", "SIGN sign");
        // Σ (k + 2) over k = 0 … 39, and Σ (k + 2) 1.5^(k + 3)
        double byB = IntStream.range(0, 40)
                .mapToDouble(k -> (k + 2) * Math.pow(1.5, k + 3))
                .sum();
        double[] expected = {1.5 * 860, byB, 1.5 * 860};
        for (int i = 0; i < expected.length; i++) {
            Expression wrong = slips.get(i).scaled(new BigDecimal("0.5"));
            assertThat(wrong.evaluate(Map.of("a", 1.0, "b", 1.0))).isCloseTo(expected[i], withinPercentage(1e-10));
        }
        assertThat(slips.get(3).flipped().evaluate(Map.of("a", 1.0, "b", 1.0))).isEqualTo(-860);
    }

    @Test
    void changeOnePlaceAndLeaveTheOthers() {
        Expression formula = Expression.parse("1/(4*c^2) - 1/(c + 4)^2");
        assertThat(FormulaSlips.mutants(formula))
                .containsExactly(
                        Expression.parse("1.05/(4*c^2) - 1/(c + 4)^2"),
                        Expression.parse("1/(4.2*c^2) - 1/(c + 4)^2"),
                        Expression.parse("1/(4*c^2.5) - 1/(c + 4)^2"),
                        Expression.parse("1/(4*c^2) + 1/(c + 4)^2"),
                        Expression.parse("1/(4*c^2) - 1.05/(c + 4)^2"),
                        Expression.parse("1/(4*c^2) - 1/(c - 4)^2"),
                        Expression.parse("1/(4*c^2) - 1/(c + 4.2)^2"),
                        Expression.parse("1/(4*c^2) - 1/(c + 4)^2.5"));
    }

    @Test
    void aNumberIsWrongByAPartOfItselfAndZeroByThePart() {
        BigDecimal tenth = new BigDecimal("0.1");
        assertThat(only("3").scaled(tenth)).isEqualTo(Expression.parse("3.3"));
        assertThat(only("3").scaled(tenth.negate())).isEqualTo(Expression.parse("2.7"));
        assertThat(only("0").scaled(tenth.negate())).isEqualTo(Expression.parse("-0.1"));
        assertThat(only("2*x").scaled(tenth)).isEqualTo(Expression.parse("2.2*x"));
        assertThat(only("x/pi").scaled(tenth)).isEqualTo(Expression.parse("x/(1.1*pi)"));
    }

    @Test
    void aFormulaWithoutNumberOrSignIsWrongAsAWhole() {
        List<Slip> slips = FormulaSlips.ofWhole(Expression.parse("a*b"));
        assertThat(slips).extracting(Slip::text).containsExactly("sign", "whole");
        assertThat(slips.get(0).coarse()).containsExactly(Expression.parse("-(a*b)"));
        assertThat(slips.get(1).scaled(new BigDecimal("0.1"))).isEqualTo(Expression.parse("1.1*(a*b)"));
        assertThat(FormulaSlips.ofWhole(Expression.parse("0")))
                .as("the other sign of 0 is no slip")
                .extracting(Slip::text)
                .containsExactly("0");
    }

    @Test
    void aSmallWholeExponentIsWrongByAHalfAndOthersGraduallyToo() {
        Slip square = slips("x^2").get(0);
        assertThat(square.coarse()).containsExactly(Expression.parse("x^2.5"), Expression.parse("x^1.5"));
        assertThat(square.isGradual()).isFalse();
        assertThat(slips("x^1.5").get(0).isGradual()).isTrue();
        assertThat(slips("x^12").get(0).isGradual()).isTrue();
        assertThat(slips("x^1.5").get(0).scaled(new BigDecimal("0.1"))).isEqualTo(Expression.parse("x^1.65"));
    }
}
