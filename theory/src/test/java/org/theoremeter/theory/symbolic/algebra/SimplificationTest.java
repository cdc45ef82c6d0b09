package org.theoremeter.theory.symbolic.algebra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.theoremeter.theory.symbolic.Expression;
import org.theoremeter.theory.symbolic.algebra.numeric.Equality;
import org.theoremeter.theory.symbolic.algebra.symja.Solutions;
import org.theoremeter.theory.symbolic.region.Domain;
import org.theoremeter.theory.symbolic.region.Region;

class SimplificationTest {
    private static Region positive(Expression expression) {
        Map<String, Domain> domains = new TreeMap<>();
        expression.symbols().forEach(symbol -> domains.put(symbol, Domain.parse("(0, 2)")));
        return Region.of(domains);
    }

    private static Simplification simple(String text) {
        Expression expression = Expression.parse(text);
        return Simplification.of(expression, positive(expression));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "2/(1/(2*c^3) - 1/(4*c^3)) ; 8*c^3",
                "(x^2 - 1)/(x - 1) ; 1 + x",
                "a^2 + 2*a*b + b^2 - (a + b)^2 ; 0",
                "24*c^2*c/(8*c^3) ; 3",
                "sin(x)^2 + cos(x)^2 ; 1",
                "c ; c",
            })
    void findsTheShortFormulaAndProvesIt(String text, String expected) {
        Simplification found = simple(text);
        assertThat(found.formula()).isEqualTo(Expression.parse(expected));
        assertThat(found.equality()).isInstanceOf(Equality.Proved.class);
    }

    /** Written out, the eighth power of a sum whose terms cancel would be beyond exact arithmetic. */
    @Test
    void reducesFromTheInsideWhatIsTooLargeToExpand() {
        String sum = "((a + a)^2 + (b - b)^2 + (c + c)^2)";
        String large = "1/(" + sum + "^4*" + sum + "^4)";
        assertThat(new Reduction(positive(Expression.parse(large)), 8, 1e-10).of(Expression.parse(large)))
                .isNotEqualTo(Expression.parse(large));
        Simplification found = simple(large);
        // ((2a)² + (2c)²)⁸ = 4⁸ (a² + c²)⁸
        assertThat(found.formula()).isEqualTo(Expression.parse("1/(65536*(a^2 + c^2)^8)"));
        assertThat(found.equality()).isInstanceOf(Equality.Proved.class);
    }

    /** √(x²) is x only for positive x. */
    @Test
    void heedsTheDomain() {
        Expression root = Expression.parse("sqrt(x^2)");
        assertThat(simple("sqrt(x^2)").formula()).isEqualTo(Expression.parse("x"));
        Simplification both = Simplification.of(root, Region.of(Map.of("x", Domain.parse("(-1, 1)"))));
        assertThat(both.formula().evaluate(Map.of("x", -0.5))).isEqualTo(0.5);
    }

    @Test
    void keepsWhatTheAlgebraSystemCannotRead() {
        String text = "piecewise(x < 1, x + x, 3)";
        assertThat(simple(text).formula()).isEqualTo(Expression.parse("piecewise(x < 1, 2*x, 3)"));
    }

    @Test
    void saysSoWhereAFormulaIsNotDefined() {
        Simplification found = simple("ln(-x)");
        assertThat(found.equality()).isInstanceOf(Equality.Undecided.class);
    }

    @Test
    void wantsADomainForEverySymbol() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Simplification.of(Expression.parse("x + y"), positive(Expression.parse("x"))))
                .withMessageContaining("'y'");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "1/(16*(c^6 + 3*c^4*w^2 + 3*c^2*w^4 + w^6)) ; 1/(4*(c^2 + w^2)^(3/2))",
                "a^2/b^4 ; a/b^2",
                // its root has no sign in the region
                "(a^2 - 2*a*b + b^2)/4 ; sqrt((a^2 - 2*a*b + b^2)/4)",
                // it has factors, 1 + 2c + 2c² and 1 − 2c + 2c², but two roots are no simpler than one
                "1 + 4*c^4 ; sqrt(1 + 4*c^4)",
                "9/4 ; 3/2",
            })
    void drawsRoots(String radicand, String root) {
        Expression expression = Expression.parse(radicand);
        assertThat(SquareRoot.of(expression, positive(expression))).isEqualTo(Expression.parse(root));
    }

    /** The root of a square is positive, also where its base is negative. */
    @Test
    void drawsRootsWithTheRightSign() {
        Expression square = Expression.parse("(x - 3)^2");
        assertThat(SquareRoot.of(square, positive(square)).evaluate(Map.of("x", 1.0)))
                .isEqualTo(2);
    }

    @Test
    void solvesQuotientsOfPolynomials() {
        List<Map<String, Expression>> roots =
                Solutions.of(List.of(Expression.parse("1/(4*c^2) - 1/(c + d)^2")), List.of("c"));
        // c + d = ±2c
        assertThat(roots)
                .containsExactlyInAnyOrder(Map.of("c", Expression.parse("d")), Map.of("c", Expression.parse("-(d/3)")));
        assertThat(Solutions.of(
                        List.of(Expression.parse("x + y - a"), Expression.parse("x - y - b")), List.of("x", "y")))
                .containsExactly(Map.of("x", Expression.parse("(a + b)/2"), "y", Expression.parse("(a - b)/2")));
        assertThat(Solutions.of(List.of(Expression.parse("exp(x) - 2")), List.of("x")))
                .isEmpty();
    }
}
