package org.theoremeter.theory.symbolic.algebra.symja;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.matheclipse.core.expression.F;
import org.matheclipse.core.expression.S;
import org.matheclipse.core.interfaces.IExpr;
import org.theoremeter.theory.symbolic.Endpoint;
import org.theoremeter.theory.symbolic.Expression;
import org.theoremeter.theory.symbolic.algebra.Algebra;
import org.theoremeter.theory.symbolic.algebra.numeric.Equality;
import org.theoremeter.theory.symbolic.region.Domain;
import org.theoremeter.theory.symbolic.region.Region;
import org.theoremeter.theory.symbolic.term.Approach;
import org.theoremeter.theory.symbolic.term.DefiniteIntegral;
import org.theoremeter.theory.symbolic.term.LimitValue;
import org.theoremeter.theory.symbolic.term.TaylorPolynomial;
import org.theoremeter.theory.symbolic.term.Term;

/**
 * What Symja 3.0 answers wrongly is asked of it here, is confirmed to be wrong still, and is refused; the truth is proved.
 * A test that fails at "is wrong still" says that a newer Symja has learnt something.
 */
class KnownWrongAnswersTest {
    private static final Algebra ALGEBRA = Algebra.withDefaults().with(Duration.ofMinutes(2));
    private static final Region REGION = region(Map.of("x", "(1.1, 2)", "a", "(1.1, 3)"));

    private static Region region(Map<String, String> domains) {
        Map<String, Domain> parsed = new HashMap<>();
        domains.forEach((name, domain) -> parsed.put(name, Domain.parse(domain)));
        return Region.of(parsed);
    }

    private static Equality compare(Term left, Term right) {
        return ALGEBRA.compare(left, right, REGION, 64, 1e-10, true);
    }

    /** Taylor polynomials of order 3, by hand or from tables; the right one as a formula in x, where it is short. */
    @ParameterizedTest
    @CsvSource({
        // Bernoulli's numbers: B0 = 1, B1 = −1/2, B2 = 1/6, B3 = 0.
        "x/(exp(x) - 1),   0, 1 - x/2 + x^2/12",
        "x/sin(x),         0, 1 + x^2/6",
        // (1 + h)⁻¹ times the series of the numerator at 1, h = x − 1.
        "sin(x)/x,         1, sin(1) + (cos(1) - sin(1))*(x - 1) + (sin(1)/2 - cos(1))*(x - 1)^2"
                + " + (5*cos(1)/6 - sin(1)/2)*(x - 1)^3",
        "sinh(x)/x,        1, sinh(1) + (cosh(1) - sinh(1))*(x - 1) + (3*sinh(1)/2 - cosh(1))*(x - 1)^2"
                + " + (7*cosh(1)/6 - 3*sinh(1)/2)*(x - 1)^3",
        "exp(a*x)/(1 + x), 1, exp(a)*(1/2 + (a/2 - 1/4)*(x - 1) + (a^2/4 - a/4 + 1/8)*(x - 1)^2"
                + " + (a^3/12 - a^2/8 + a/8 - 1/16)*(x - 1)^3)"
    })
    void refusesWrongSeries(String of, String at, String truth) {
        Term series = new TaylorPolynomial(Expression.parse(of), "x", Expression.parse(at), 3, Approach.ABOVE);
        Expression wrong = symja(of, at);

        assertThat(compare(series, Term.formula(Expression.parse(truth)))).isInstanceOf(Equality.Proved.class);
        assertThat(compare(series, Term.formula(wrong)))
                .as("is wrong still: %s", wrong)
                .isInstanceOf(Equality.Refuted.class);
    }

    /** What Symja says of more of them; the truth is then the comparison with high precision alone. */
    @ParameterizedTest
    @ValueSource(strings = {"(1 - cos(x))/x^2", "ln(1 + x)/x", "(exp(x) - 1 - x)/x^2", "exp(x^2)/(2 + x)"})
    void refusesMoreWrongSeries(String of) {
        Term series = new TaylorPolynomial(Expression.parse(of), "x", Expression.number(1), 3, Approach.ABOVE);

        assertThat(compare(series, Term.formula(symja(of, "1"))))
                .as("is wrong still")
                .isInstanceOf(Equality.Refuted.class);
    }

    private static Expression symja(String of, String at) {
        AlgebraSystem system = AlgebraSystem.open();
        Translation translation = new Translation();
        IExpr formula = translation.translate(Expression.parse(of));
        IExpr point = F.List(translation.named("x"), F.ZZ(Integer.parseInt(at)), F.C3);
        IExpr series = system.evaluate(F.unaryAST1(S.Normal, F.binaryAST2(S.Series, formula, point)));
        return translation.back(series).orElseThrow();
    }

    /** Limits of 0/0 and of 0 · ∞ with symbols, of which Symja says that they are indeterminate. */
    @ParameterizedTest
    @CsvSource({"(x^2 - a^2)/(x - a), a, 2*a", "x*ln(1 + a/x), inf, a"})
    void findsLimitsThatAreCalledIndeterminate(String of, String at, String truth) {
        AlgebraSystem system = AlgebraSystem.open();
        Translation translation = new Translation();
        IExpr place = at.equals("inf") ? F.CInfinity : translation.translate(Expression.parse(at));
        IExpr rule = F.Rule(translation.named("x"), place);
        Term limit = new LimitValue(Expression.parse(of), "x", Endpoint.parse(at), Approach.ABOVE);

        assertThat(system.evaluate(F.binaryAST2(S.Limit, translation.translate(Expression.parse(of)), rule)))
                .as("is wrong still")
                .isEqualTo(S.Indeterminate);
        assertThat(compare(limit, Term.formula(Expression.parse(truth)))).isInstanceOf(Equality.Proved.class);
        assertThat(compare(limit, Term.formula(Expression.parse(truth + "*1.001"))))
                .isInstanceOf(Equality.Refuted.class);
    }

    @Test
    void refusesTheIntegralAcrossAPole() {
        AlgebraSystem system = AlgebraSystem.open();
        Translation translation = new Translation();
        IExpr range = F.List(translation.named("x"), F.CN1, F.C1);
        IExpr answer = system.evaluate(F.Integrate(translation.translate(Expression.parse("1/x^2")), range));
        Term integral = DefiniteIntegral.of(Expression.parse("1/x^2"), "x", "-1", "1");

        assertThat(answer).as("is wrong still").isEqualTo(F.CN2);
        assertThat(compare(integral, Term.formula(Expression.number(-2)))).isInstanceOf(Equality.Undecided.class);
    }

    /** {@code PossibleZeroQ} denies that this is zero; we never ask it. */
    @Test
    void provesTheZeroThatThePossibleZeroTestMisses() {
        AlgebraSystem system = AlgebraSystem.open();
        Translation translation = new Translation();
        IExpr zero = translation.translate(Expression.parse("tanh(x) - (1 - 2/(exp(2*x) + 1))"));

        assertThat(system.evaluate(F.unaryAST1(S.PossibleZeroQ, zero)).isTrue())
                .as("is wrong still")
                .isFalse();
        assertThat(compare(
                        Term.formula(Expression.parse("tanh(x)")),
                        Term.formula(Expression.parse("1 - 2/(exp(2*x) + 1)"))))
                .isInstanceOf(Equality.Proved.class);
    }

    /** Where Symja's parser would read a product, a pattern, a built-in function or another number. */
    @ParameterizedTest
    @CsvSource({
        "1.5e-3*x,                 0.0015*x,              -3 + 1.5*2.718281828459045*x",
        "beta*gamma,               gamma*beta,            beta + gamma",
        "x1^2 - x_1^2,             (x1 - x_1)*(x1 + x_1), 0",
        "sigmaSquared*zeta/zeta,   sigmaSquared,          sigmaSquared^2"
    })
    void readsNumbersAndNamesAsAReaderDoes(String text, String same, String other) {
        Map<String, String> domains = new HashMap<>();
        List.of("x", "beta", "gamma", "x1", "x_1", "sigmaSquared", "zeta")
                .forEach(name -> domains.put(name, "(1.1, 2)"));

        assertThat(ALGEBRA.compare(formula(text), formula(same), region(domains), 64, 1e-12, true))
                .isInstanceOf(Equality.Proved.class);
        assertThat(ALGEBRA.compare(formula(text), formula(other), region(domains), 64, 1e-12, true))
                .isInstanceOf(Equality.Refuted.class);
    }

    private static Term formula(String text) {
        return Term.formula(Expression.parse(text));
    }
}
