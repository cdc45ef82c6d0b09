package org.theoremeter.theory.symbolic.algebra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.theoremeter.theory.symbolic.Expression;
import org.theoremeter.theory.symbolic.algebra.numeric.Equality;
import org.theoremeter.theory.symbolic.region.Domain;
import org.theoremeter.theory.symbolic.region.Region;
import org.theoremeter.theory.symbolic.term.DefiniteIntegral;
import org.theoremeter.theory.symbolic.term.Term;

class AlgebraTest {
    private static final int POINTS = 64;
    private static final int FIRST_POINTS = 16;
    private static final double RELATIVE = 1e-10;
    /** Long enough on a busy machine; no test depends on its length. */
    private static final Algebra ALGEBRA = Algebra.withDefaults().with(Duration.ofMinutes(2));

    private static Term formula(String text) {
        return Term.formula(Expression.parse(text));
    }

    private static Term integral(String integrand, String variable, String from, String to) {
        return DefiniteIntegral.of(Expression.parse(integrand), variable, from, to);
    }

    /** Reads "a (0, 1); b [0, inf)". */
    private static Map<String, Domain> domains(String text) {
        Map<String, Domain> domains = new HashMap<>();
        Stream.of(text.split(";"))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .forEach(part -> {
                    int space = part.indexOf(' ');
                    domains.put(part.substring(0, space), Domain.parse(part.substring(space)));
                });
        return domains;
    }

    private static Equality compare(Term left, Term right, String domains) {
        return ALGEBRA.compare(left, right, Region.of(domains(domains)), POINTS, RELATIVE, true);
    }

    static Stream<Arguments> identities() {
        String unit = "a (0, 2); c (0, 1]; cstar (0, 1)";
        return Stream.of(
                Arguments.of(
                        integral("(a*exp(-c*t) - exp(-cstar*t))^2/2", "t", "0", "inf"),
                        formula("(a^2/(2*c) - 2*a/(c + cstar) + 1/(2*cstar))/2"),
                        unit),
                Arguments.of(integral("t^2*exp(-2*cstar*t)", "t", "0", "inf"), formula("1/(4*cstar^3)"), unit),
                Arguments.of(integral("t*exp(c*t)", "t", "-inf", "0"), formula("-1/c^2"), unit),
                Arguments.of(integral("exp(-c*t)", "t", "a", "inf"), formula("exp(-c*a)/c"), unit),
                Arguments.of(
                        integral("t^2*exp(-c*t)*sin(w*t)", "t", "0", "inf"),
                        formula("2*w*(3*c^2 - w^2)/(c^2 + w^2)^3"),
                        "c (0.1, 1); w (0, 3)"),
                Arguments.of(integral("sin(t)", "t", "0", "c"), formula("1 - cos(c)"), unit),
                // An absolute value and a sign, cut where they change over, and antiderivatives without jumps.
                Arguments.of(
                        integral("abs(t - a)*sign(t - a)", "t", "0", "1"), formula("(1 - a)^2/2 - a^2/2"), "a (0, 1)"),
                Arguments.of(integral("abs(t - a)", "t", "0", "1"), formula("(a^2 + (1 - a)^2)/2"), "a (0, 1)"),
                Arguments.of(integral("max(2*t, 1)", "t", "0", "1"), formula("5/4"), ""),
                Arguments.of(integral("1/(5 + 4*cos(t))", "t", "0", "2*pi"), formula("2*pi/3"), ""),
                Arguments.of(formula("sqrt(1 - 4*t*(1 - t))"), formula("abs(1 - 2*t)"), "t [0, 1]"),
                Arguments.of(
                        Term.derivative(Expression.parse("a^2/(4*c) - a/(c + cstar)"), "c", 1),
                        formula("a/(c + cstar)^2 - (a/(2*c))^2"),
                        unit),
                Arguments.of(formula("0.1 + 0.2"), formula("0.3"), ""),
                Arguments.of(formula("tanh(x)"), formula("1 - 2/(exp(2*x) + 1)"), "x (-inf, inf)"),
                Arguments.of(formula("sin(x)^2 + cos(x)^2 - 1"), formula("0"), "x (-inf, inf)"),
                Arguments.of(formula("ln(x*y)"), formula("ln(x) + ln(y)"), "x (0, inf); y (0, inf)"),
                Arguments.of(formula("sqrt(x^2)"), formula("x"), "x (0, inf)"),
                Arguments.of(formula("abs(x)"), formula("-x"), "x (-inf, 0)"),
                Arguments.of(formula("piecewise(x < 0, -x, x)"), formula("abs(x)"), "x (-1, 1)"),
                Arguments.of(formula("max(x, y) + min(x, y)"), formula("x + y"), "x (-1, 1); y (-1, 1)"),
                Arguments.of(
                        integral("piecewise(t < a, t, t < b, 1, 0)", "t", "0", "2"),
                        formula("a^2/2 + b - a"),
                        "a (0, 1); b (1, 2)"),
                Arguments.of(formula("sqrt((a + c)^2 + sqrt(a)*0)"), formula("a + c"), unit),
                Arguments.of(
                        formula("(sqrt(a) + sqrt(c))*(sqrt(a) - sqrt(c))*sqrt(a*c + 1)"),
                        formula("(a - c)*sqrt(a*c + 1)"),
                        unit),
                // Names that the algebra system knows as constants and functions.
                Arguments.of(formula("(E + I)*(E - I)"), formula("E^2 - I^2"), "E (0, 9); I (0, 9)"),
                Arguments.of(formula("(C + D)^2/N"), formula("(C^2 + 2*C*D + D^2)/N"), "C (0, 1); D (0, 1); N (1, 9)"));
    }

    @ParameterizedTest
    @MethodSource("identities")
    void provesWhatIsTrue(Term left, Term right, String domains) {
        assertThat(compare(left, right, domains)).isInstanceOfSatisfying(Equality.Proved.class, proof -> {
            assertThat(proof.how()).contains(" is ");
            assertThat(proof.worst()).isLessThanOrEqualTo(RELATIVE);
            // Of terms that take long some of the points inside; edges come in addition where there are symbols.
            assertThat(proof.points()).isGreaterThanOrEqualTo(domains.isEmpty() ? 1 : FIRST_POINTS);
        });
    }

    @ParameterizedTest
    @MethodSource("identities")
    void refutesTheSameOffByAThousandth(Term left, Term right, String domains) {
        Expression wrong = Expression.parse("side*1.001 + (1 - abs(sign(side)))/1000")
                .substitute(Map.of("side", Expression.parse(right.toString())));
        assertThat(compare(left, Term.formula(wrong), domains))
                .isInstanceOfSatisfying(Equality.Refuted.class, refuted -> {
                    assertThat(refuted.left()).isEqualTo(left.evaluate(refuted.witness()));
                    assertThat(refuted.right()).isEqualTo(wrong.evaluate(refuted.witness()));
                    domains(domains).forEach((symbol, domain) -> {
                        Double value = refuted.witness().get(symbol);
                        assertThat(value == null || domain.contains(value)).isTrue();
                    });
                });
    }

    /** Definite integrals that Symja 3.0 gets silently wrong: left the integral, middle the truth, right its answer. */
    static Stream<Arguments> wrongIntegrals() {
        return Stream.of(
                Arguments.of(integral("x^2*sqrt(4 - x^2)/(2*pi)", "x", "-2", "2"), "1", "0", ""),
                Arguments.of(integral("1/(a + cos(x))", "x", "0", "2*pi"), "2*pi/sqrt(a^2 - 1)", "0", "a (1.5, 3)"),
                Arguments.of(integral("sqrt(1 - sin(x)^2)", "x", "0", "pi"), "2", "0", ""));
    }

    @ParameterizedTest
    @MethodSource("wrongIntegrals")
    void takesNoWrongIntegralForAProof(Term integral, String truth, String wrong, String domains) {
        assertThat(whyNotProved(compare(integral, formula(truth), domains))).contains("that the numbers confirm");
        assertThat(compare(integral, formula(wrong), domains)).isInstanceOf(Equality.Refuted.class);
    }

    /** Returns why there is no proof of what agrees, or is enclosed at best. */
    private static String whyNotProved(Equality equality) {
        return equality instanceof Equality.Enclosed enclosed
                ? enclosed.how()
                : ((Equality.Agreed) equality).whyNotProved();
    }

    @Test
    void neverProvesADivergentIntegral() {
        // The algebra system says −2, by the antiderivative across the pole.
        assertThat(compare(integral("1/x^2", "x", "-1", "1"), formula("-2"), ""))
                .isInstanceOf(Equality.Undecided.class);
        // The formal value n!/μ^(n+1) exists, the integral only where μ > 0.
        assertThat(compare(integral("exp(-c*t)", "t", "0", "inf"), formula("1/c"), "c (-1, 1)"))
                .isInstanceOf(Equality.Undecided.class);
    }

    @Test
    void takesNoIntegralOnTrust() {
        // True, but nobody except the algebra system says so.
        assertThat(whyNotProved(compare(integral("exp(-t^2)", "t", "-inf", "inf"), formula("sqrt(pi)"), "")))
                .contains("the algebra system alone says so");
    }

    @Test
    void doesNotProveConvergenceFromSamplesAlone() {
        // The integral diverges on a sliver of the domain that no sample point hits.
        assertThat(compare(integral("exp(-c*t)", "t", "0", "inf"), formula("1/c"), "c (-1e-7, 1)"))
                .isInstanceOf(Equality.Agreed.class);
    }

    @Test
    void provesWhatLiesBeyondDoublesWhereItIsDefined() {
        assertThat(compare(formula("ln(exp(-x))"), formula("-x"), "x (700, 900)"))
                .isInstanceOf(Equality.Proved.class);
        assertThat(compare(formula("exp(a) - exp(a)"), formula("0"), "a (720, 900)"))
                .isInstanceOf(Equality.Proved.class);
    }

    @Test
    void doesNotPassWhatIsUndefined() {
        assertThat(compare(formula("ln(x^2)"), formula("2*ln(x)"), "x (-1, 1)"))
                .isInstanceOfSatisfying(
                        Equality.Undecided.class,
                        undecided -> assertThat(undecided.why())
                                .contains("not finite")
                                .contains("x=-"));
        assertThat(compare(formula("sqrt(-1 - x^2)"), formula("sqrt(-1 - x^2)"), "x (-1, 1)"))
                .isInstanceOf(Equality.Undecided.class);
    }

    @Test
    void doesNotTakeCancellationForADifference() {
        // Near x = 0 the left side has lost all its digits; the bound on its rounding error says so.
        assertThat(compare(formula("(1 - cos(x))/x^2"), formula("2*(sin(x/2)/x)^2"), "x (0, 1)"))
                .isInstanceOfAny(Equality.Proved.class, Equality.Agreed.class);
        assertThat(compare(formula("(1 - cos(x))/x^2"), formula("2.002*(sin(x/2)/x)^2"), "x (0, 1)"))
                .isInstanceOf(Equality.Refuted.class);
    }

    @Test
    void stopsAtNumbersUnlessAskedToProve() {
        assertThat(ALGEBRA.compare(
                        formula("x + x"), formula("2*x"), Region.of(domains("x (0, 1)")), POINTS, RELATIVE, false))
                .isInstanceOf(Equality.Agreed.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "exp(-(9^9^9^9))*x + x | x | too large",
                "x + 0*2^(2^30 - y) | x | too large",
                "((a + b + 1)*(a + b)/9)^50*9/((a + b + 1)*(a + b)/9)^49 | (a + b + 1)*(a + b) | too large",
                "piecewise(x^2 == x, x^2, x) | x | neither implied nor excluded",
            })
    void saysWhyItDoesNotProve(String left, String right, String why) {
        String domains = "x (-1, 1); y (1073741823, 1073741824); a (0, 1); b (0, 1)";
        assertThat(whyNotProved(compare(formula(left), formula(right), domains)))
                .contains(why);
    }

    @Test
    void givesTheSameAnswersOnFourThreadsAsOnOne() throws Exception {
        List<Equality> alone = all();
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Future<List<Equality>>> futures = IntStream.range(0, 4)
                    .mapToObj(i -> threads.submit(AlgebraTest::all))
                    .toList();
            for (Future<List<Equality>> future : futures) {
                assertThat(future.get()).isEqualTo(alone);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private static List<Equality> all() {
        return identities()
                .map(Arguments::get)
                .map(side -> compare((Term) side[0], (Term) side[1], (String) side[2]))
                .toList();
    }

    @Test
    void refusesWhatItCannotCompare() {
        Term x = formula("x");
        assertThatThrownBy(() -> compare(x, formula("y"), "x (0, 1)")).hasMessageContaining("'y' has no domain");
        assertThatThrownBy(() -> ALGEBRA.compare(x, x, Region.of(domains("x (0, 1)")), 0, RELATIVE, true))
                .hasMessageContaining("0 points");
        assertThatThrownBy(() -> ALGEBRA.compare(x, x, Region.of(domains("x (0, 1)")), 1, 0, true))
                .hasMessageContaining("tolerance 0.0");
        assertThatThrownBy(() -> ALGEBRA.with(Duration.ZERO)).hasMessageContaining("positive");
    }
}
