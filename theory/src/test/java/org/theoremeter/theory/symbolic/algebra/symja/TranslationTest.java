package org.theoremeter.theory.symbolic.algebra.symja;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.matheclipse.core.expression.F;
import org.matheclipse.core.interfaces.IExpr;
import org.theoremeter.theory.symbolic.Expression;
import org.theoremeter.theory.symbolic.RandomExpressions;
import org.theoremeter.theory.symbolic.algebra.rewrite.ExactSize;

/** The algebra system as a second opinion on evaluation and differentiation. */
class TranslationTest {
    private static AlgebraSystem system;

    @BeforeAll
    static void open() {
        system = AlgebraSystem.open();
    }

    @Test
    void carriesFormulasThereAndBack() {
        Translation translation = new Translation();
        for (String text :
                new String[] {"x", "pi", "exp(x)", "x^y", "sin(x)", "2/3", "-(1/2)", "atan(x)", "min(x, y)"}) {
            Expression expression = Expression.parse(text);
            Optional<Expression> back = translation.back(system.evaluate(translation.translate(expression)));
            assertThat(back).map(Object::toString).hasValue(text);
        }
    }

    @Test
    void keepsDecimalsExact() {
        IExpr tenth = new Translation().translate(Expression.parse("0.1"));
        assertThat(system.evaluate(tenth)).isEqualTo(F.QQ(1, 10));
        assertThat(system.evaluate(new Translation().translate(Expression.parse("1.5e-3"))))
                .isEqualTo(F.QQ(3, 2000));
    }

    @Test
    void agreesOnTheValuesOfRandomFormulas() {
        RandomExpressions expressions = new RandomExpressions(8, false);
        Random random = new Random(9);
        int compared = 0;
        for (int i = 0; i < 400; i++) {
            Expression expression = expressions.next(3);
            Map<String, Double> values = Map.of("x", decimal(random), "y", decimal(random));
            Optional<Double> other = elsewhere(expression, values);
            double here = expression.evaluate(values);
            if (other.isPresent() && Math.abs(here) < 1e6) {
                compared++;
                // Cancellation inside a random formula may cost half of the digits.
                assertThat(here)
                        .as("%s at %s", expression, values)
                        .isCloseTo(other.get(), within(1e-8 * (1 + Math.abs(here))));
            }
        }
        // Most are defined at a random point.
        assertThat(compared).isGreaterThan(200);
    }

    private static double decimal(Random random) {
        return BigDecimal.valueOf(0.1 + 2 * random.nextDouble())
                .setScale(2, RoundingMode.HALF_UP)
                .doubleValue();
    }

    /** Evaluates exactly and rounds last; there is no value where it is not a finite real number. */
    private static Optional<Double> elsewhere(Expression expression, Map<String, Double> values) {
        Expression numbers = expression.substitute(
                Map.of("x", Expression.number(values.get("x")), "y", Expression.number(values.get("y"))));
        try {
            IExpr value = system.evaluate(F.N(new Translation().translate(numbers)));
            return value.isReal() && Double.isFinite(value.evalf()) ? Optional.of(value.evalf()) : Optional.empty();
        } catch (ExactSize.TooLarge tooLarge) {
            return Optional.empty();
        }
    }
}
