package org.theoremeter.theory.symbolic.enclosure.integral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.theoremeter.theory.symbolic.Expression;
import org.theoremeter.theory.symbolic.bytecode.CompiledFunction;
import org.theoremeter.theory.symbolic.enclosure.Box;
import org.theoremeter.theory.symbolic.region.Domain;

class TailTest {
    private static final int TERMS = 100_000;

    private static Optional<Tail> whole(String formula, double from) {
        return Tail.ofWhole(Expression.parse(formula), "k", from, Box.of(new TreeMap<>()));
    }

    private static double added(String formula, double from) {
        CompiledFunction term = Expression.parse(formula).compile(List.of("k"));
        double sum = 0;
        for (int i = 0; i < TERMS; i++) {
            double value = Math.abs(term.value(new double[] {from + i}));
            sum += Double.isNaN(value) ? 0 : value;
        }
        return sum;
    }

    /** The last column is how much larger than the sum of the first 100,000 terms the bound may be. */
    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            exp(-k/3);                         7;    1.001
            k^2*exp(-k/3);                     30;   1.5
            0.7^k*cos(k);                      5;    2
            (-1)^k*k/2^k;                      10;   1.1
            (-0.9)^k*(1 - 1/k);                10;   1.2
            1/k^2;                             10;   1.1
            1/(k^2 + 1);                       10;   1.1
            1/(k^2 - 5*k);                     20;   1.6
            (2*k + 1)/(k^4 + k + 1);           10;   1.2
            sin(1/k)/k;                        10;   1.1
            sin(k/3)/k*sin(k/5)/k;             10;   4
            exp(-(k - 3)^2/50);                20;   2
            exp(-k^2 + 3*k);                   10;   1.01
            exp(-k*(2 + sin(k)));              3;    10
            exp(-k + sin(k));                  3;    6
            exp(-sqrt(k));                     100;  3
            k^3*exp(k)*exp(-2*k);              300;  1.1
            exp(k)/(1 + exp(k)^2);             5;    1.1
            1/cosh(k/4)^2;                     5;    1.2
            k/sinh(k/4);                       20;   1.6
            1 - tanh(k/2);                     5;    1.1
            1 - 1/(1 + exp(-k));               5;    1.1
            ln(1 + exp(-k));                   5;    1.1
            tanh(exp(-k/2))*atan(k);           9;    1.3
            ln(k)/k^2;                         50;   10
            piecewise(k < 3, 1, exp(-k));      5;    1.1
            exp(-2*ln(k))*max(sin(k), 0.3);    10;   5
            1/(k*sqrt(k + 1));                 10;   1.1
            sqrt(exp(-k))*(1 + k);             30;   1.3
            k^(-k);                            5;    1.2
            """)
    void aSumLiesBelowItsBoundAndNotFarBelow(String formula, double from, double factor) {
        double sum = added(formula, from);
        assertThat(whole(formula, from))
                .get()
                .extracting(Tail::sum)
                .satisfies(bound -> assertThat((double) bound).isBetween(sum, factor * sum));
    }

    /** Integrals known in closed form: e^{-3}, 1/2 (5² + 2·5 + 2) e^{-5}…, 1/10, and π/2 − atan 10. */
    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            exp(-k);              3;   0.049787068367863944;  1.0001
            k^2*exp(-k);          5;   0.24930403896616233;   1.4
            1/k^2;                10;  0.1;                   1.0001
            1/(1 + k^2);          10;  0.09966865249116204;   1.02
            1/k^1.5;              4;   1;                     1.0001
            """)
    void anIntegralLiesBelowItsBoundAndNotFarBelow(String formula, double from, double exact, double factor) {
        Tail tail = Tail.of(Expression.parse(formula), "k", from, Map.of()).orElseThrow();
        assertThat(tail.integral()).isBetween(exact * (1 - 1e-15), factor * exact);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            1/k
            sin(k)/k
            exp(-1/k)
            1/ln(k)
            exp(k - k)
            exp(sin(k))
            k*exp(-ln(k))
            exp(-k)/(1 - tanh(k))
            1/sqrt(k)
            (-1)^k
            """)
    void whatDoesNotDecayHasNoBound(String formula) {
        assertThat(whole(formula, 10).map(Tail::sum).filter(Double::isFinite)).isEmpty();
        assertThat(whole(formula, 10).map(Tail::integral).filter(Double::isFinite))
                .isEmpty();
    }

    @Test
    void whatIsNotSurelyDefinedHasNoBound() {
        assertThat(whole("exp(-k)/(k - 30)", 10)).isEmpty();
        assertThat(whole("exp(-k)*sqrt(30 - k)", 10)).isEmpty();
        assertThat(Tail.of(Expression.parse("(-0.5)^k"), "k", 2, Map.of())).isEmpty();
    }

    @Test
    void aBoundHoldsForAllParametersOfABox() {
        TreeMap<String, Domain> domains = new TreeMap<>();
        domains.put("c", Domain.parse("[1, 2]"));
        domains.put("r", Domain.parse("(-0.5, 0.5)"));
        Tail tail =
                Tail.ofWhole(Expression.parse("c*r^k"), "k", 4, Box.of(domains)).orElseThrow();
        // 2 (1/2)⁴ · 2
        assertThat(tail.sum()).isBetween(0.25, 0.2500001);
    }

    @Test
    void aTailStartsAtAPositiveNumber() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Tail.of(Expression.parse("exp(-k)"), "k", 0, Map.of()))
                .withMessageContaining("0.0");
    }
}
