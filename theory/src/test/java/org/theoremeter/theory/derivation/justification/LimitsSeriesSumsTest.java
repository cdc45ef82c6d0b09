package org.theoremeter.theory.derivation.justification;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.theoremeter.theory.derivation.Definition;
import org.theoremeter.theory.derivation.Derivation;
import org.theoremeter.theory.derivation.DerivationChecker;
import org.theoremeter.theory.derivation.Step;
import org.theoremeter.theory.evidence.Grade;
import org.theoremeter.theory.evidence.Obligation;
import org.theoremeter.theory.symbolic.Condition;
import org.theoremeter.theory.symbolic.Endpoint;
import org.theoremeter.theory.symbolic.Expression;
import org.theoremeter.theory.symbolic.matrix.Matrix;
import org.theoremeter.theory.symbolic.numeric.Approximation;
import org.theoremeter.theory.symbolic.region.Domain;
import org.theoremeter.theory.symbolic.region.Region;
import org.theoremeter.theory.symbolic.term.Approach;
import org.theoremeter.theory.symbolic.term.InfiniteSum;
import org.theoremeter.theory.symbolic.term.LimitValue;

/** Limits, series and sums that seem to be what they are not, and those that are what they do not seem to be. */
class LimitsSeriesSumsTest {
    private static final DerivationChecker CHECKER =
            DerivationChecker.withDefaults().withPoints(8).withTolerance(1e-9).with(Duration.ofSeconds(5));

    private static Region region(String domain) {
        TreeMap<String, Domain> domains = new TreeMap<>();
        domains.put("x", Domain.parse(domain));
        domains.put("r", Domain.parse("(0.1, 0.9)"));
        domains.put("a", Domain.parse("positive"));
        domains.put("k", Domain.parse("integer [0, inf)"));
        return Region.of(domains);
    }

    /** Whether numbers leave the step standing; they may refute it, or not decide. */
    private static boolean agrees(String from, String to, Region region, Justification because) {
        Derivation derivation = Derivation.in(region)
                .define(new Definition("start", "", Matrix.of(Expression.parse(from)), ""))
                .then(new Step(
                        "end", "", Matrix.of(Expression.parse("start")), Matrix.of(Expression.parse(to)), because));
        return CHECKER.agrees(derivation, 0);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                // From one side only, where the domain has two.
                "sign(x); 1; 0; '(-inf, inf)'",
                "piecewise(x < 1, x, x + 1); 2; 1; '(0, 2)'",
                "atan(1/x); pi/2; 0; '(-1, 1)'",
                "abs(x - 1)/(x - 1); 1; 1; '(0, 2)'",
                // In step with powers of 10 or 2, or with nothing.
                "cos(2*pi*ln(x)/ln(10)); 1; 0; '(0, 1)'",
                "cos(2*pi*ln(x)/ln(2)); 1; 0; '(0, 1)'",
                "1 + sin(1/x); 1; 0; '(0, 1)'",
                "cos(2*pi*x); 1; inf; positive",
                "cos(pi*x); 1; inf; 'integer [0, inf)'",
                "cos(2*pi*x/3); 1; inf; 'integer [0, inf)'",
                // Too slow to be read off.
                "1/ln(x); 0.0145; inf; '(2, inf)'",
                // Orders that cancel: 1/7! and 1/8!.
                "(sinh(x) - x - x^3/6 - x^5/120)/x^7; 0; 0; '(0, 1)'",
                // It turns only far out.
                "x/(x + 1e25); 0; inf; positive"
            })
    void doesNotBlessAWrongLimit(String from, String to, String at, String domain) {
        assertThat(agrees(from, to, region(domain), new LimitTaken("x", Endpoint.parse(at))))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "sign(x); 1; 0; positive",
                "sign(x); -1; 0; '(-1, 0)'",
                "sin(x)/x; 1; 0; '(-inf, inf)'",
                "piecewise(x < 1, x, x + 1); 1; 1; '(0, 1)'",
                "x*cos(2*pi*ln(x)/ln(10)); 0; 0; '(0, 1)'",
                "sqrt(x); 0; 0; '(0, 1)'",
                "1 + x^x; 2; 0; '(0, 1)'",
                "tanh(x); 1; inf; positive",
                "cos(2*pi*x); 1; inf; 'integer [0, inf)'",
                "(sinh(x) - x - x^3/6 - x^5/120)/x^7; 1/5040; 0; '(0, 1)'",
                "(x^2 - a^2)/(x - a); 2*a; a; positive"
            })
    void takesLimitsThatAreThere(String from, String to, String at, String domain) {
        assertThat(agrees(from, to, region(domain), new LimitTaken("x", Endpoint.parse(at))))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "abs(x); x; 1; '(-inf, inf)'",
                "exp(x) + max(x, 0)^2; 1 + x; 2; '(-1, 1)'",
                "exp(x) + x*sign(x); 1 + x + x; 1; '(-1, 1)'",
                "piecewise(x < 0, sin(x), 7); x; 1; '(-1, 1)'",
                "max(x, 0); x; 1; '(-inf, inf)'",
                "sqrt(x^2); x; 1; '(-inf, inf)'",
                "sqrt(x^2 + x^4); x; 1; '(-inf, inf)'",
                "abs(x)^3; x^3; 3; '(-inf, inf)'",
                "x^2*sqrt(x); 0; 3; positive",
                "x + x^2*sin(2*pi*ln(x)/ln(10)); x; 2; '(0, 1)'"
            })
    void doesNotBlessASeriesOfWhatIsNotSmooth(String from, String to, int order, String domain) {
        Expanded series = new Expanded("x", Expression.number(0), order);

        assertThat(agrees(from, to, region(domain), series)).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "abs(x); x; 1; positive",
                "sqrt(x^2 + x^4); x; 1; positive",
                "abs(x)^3; 0*x; 2; '(-inf, inf)'",
                "exp(x) + min(2*x, x); 1 + x + x; 1; '(0, 1)'",
                "exp(x) + x*sign(x); 1 + x + x; 1; '(0, 1)'",
                "exp(x) + max(x, 0)^2; 1 + x; 1; '(-1, 1)'",
                "piecewise(x < 0.3, sin(x), 7); x; 2; '(-1, 1)'",
                "exp(x); 1 + x + x^2/2; 2; '(-inf, inf)'",
                "x/(exp(x) - 1); 1 - x/2 + x^2/12; 3; '(0, 2)'"
            })
    void takesSeriesOfWhatIsSmoothOnEverySide(String from, String to, int order, String domain) {
        Expanded series = new Expanded("x", Expression.number(0), order);

        assertThat(agrees(from, to, region(domain), series)).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                // A late bump, which is 1 by Poisson's sum up to exp(-2 pi^2 25).
                "0.5^k + exp(-(k - 300)^2/50)/sqrt(50*pi); 2",
                "0.5^k + exp(-(k - 100000)^2/50)/sqrt(50*pi); 2",
                "0.5^k + exp(-(k - 500)^2); 2",
                "0.5^k + piecewise(k < 90, 0, r^(k - 90)); 2",
                "r^k*cos(pi*k/2); 1/(1 - r^2)",
                "(1 + r)^k; -1/r",
                "1/(k + 1); 20",
                "1/((k + 1)*ln(k + 2)); 3"
            })
    void doesNotBlessAWrongSum(String from, String to) {
        assertThat(agrees(from, to, region("positive"), new Summed("k", 0))).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "0.5^k + exp(-(k - 300)^2/50)/sqrt(50*pi); 3",
                "piecewise(k < 30, 0, r^(k - 30)); 1/(1 - r)",
                "r^k*cos(pi*k/2); 1/(1 + r^2)",
                "r^k*sin(pi*k/8); r*sin(pi/8)/(1 - 2*r*cos(pi/8) + r^2)",
                "k*r^k; r/(1 - r)^2",
                "(r^k - 0.3^k)^2; 1/(1 - r^2) - 2/(1 - 0.3*r) + 1/(1 - 0.09)",
                "piecewise(k < 7, 1, 0); 7"
            })
    void takesSumsWhoseRestIsBounded(String from, String to) {
        assertThat(agrees(from, to, region("positive"), new Summed("k", 0))).isTrue();
    }

    @Test
    void boundsTheErrorOfASumByItsRest() {
        InfiniteSum sum = new InfiniteSum(Expression.parse("k^2*r^k"), "k", 0);

        Approximation found = sum.approximation(Map.of("r", 0.5));

        // Σ k² rᵏ = r (1 + r)/(1 − r)³ = 6 at r = 1/2.
        assertThat(Math.abs(found.value() - 6)).isLessThanOrEqualTo(found.error());
        assertThat(found.error()).isLessThan(1e-12);
        assertThat(sum.approximation(Map.of("r", 1.0)).value()).isNaN();
    }

    @Test
    void readsALimitFromItsOwnSide() {
        Expression sign = Expression.parse("sign(x)");
        Endpoint zero = Endpoint.parse("0");

        assertThat(new LimitValue(sign, "x", zero, Approach.ABOVE).evaluate(Map.of()))
                .isEqualTo(1);
        assertThat(new LimitValue(sign, "x", zero, Approach.BELOW).evaluate(Map.of()))
                .isEqualTo(-1);
    }

    @Test
    void takesOnlyTheSideThatAssumptionsLeave() {
        Region apart = region("positive").assuming(Condition.parse("x > a"));
        List<String> sides = new LimitTaken("x", Endpoint.parse("a"))
                .equations(Matrix.of(Expression.parse("x")), Matrix.of(Expression.parse("a")), apart).stream()
                        .map(Equation::what)
                        .toList();

        assertThat(sides).containsExactly("");
    }

    @Test
    void saysWhatMustHoldBesideTheValue() {
        Region line = region("(-inf, inf)");
        Matrix root = Matrix.of(Expression.parse("abs(x)*sqrt(abs(x))"));
        Matrix zero = Matrix.of(Expression.parse("0"));

        assertThat(grades(LimitSides.obligations(new LimitTaken("x", Endpoint.parse("2")), region("(0, 1)"))))
                .containsExactly(Grade.UNDECIDED);
        assertThat(grades(LimitSides.obligations(new LimitTaken("x", Endpoint.parse("0")), line)))
                .containsExactly(Grade.PROVED);
        assertThat(grades(SeriesSmoothness.obligations(new Expanded("x", Expression.number(0), 1), root, zero, line)))
                .containsExactly(Grade.AGREED, Grade.AGREED);
        assertThat(grades(SeriesSmoothness.obligations(new Expanded("x", Expression.number(0), 2), root, zero, line)))
                .doesNotContain(Grade.AGREED, Grade.PROVED);
        assertThat(grades(TailBounds.obligations(
                        new Summed("k", 0), Matrix.of(Expression.parse("r^k")), region("positive"))))
                .containsExactly(Grade.ENCLOSED);
        assertThat(grades(TailBounds.obligations(
                        new Summed("k", 0), Matrix.of(Expression.parse("(1 + r)^k")), region("positive"))))
                .containsExactly(Grade.AGREED);
    }

    private static List<Grade> grades(List<Obligation> obligations) {
        return obligations.stream().map(Obligation::grade).toList();
    }
}
