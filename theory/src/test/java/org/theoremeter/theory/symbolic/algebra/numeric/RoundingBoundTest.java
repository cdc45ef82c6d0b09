package org.theoremeter.theory.symbolic.algebra.numeric;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.theoremeter.theory.symbolic.Expression;

class RoundingBoundTest {
    /** Its own rounding, some 10⁻³⁰ of the bound, is far below anything that double precision can show. */
    private static final MathContext EXACT = new MathContext(50);

    private static BigDecimal power(double base, int exponent) {
        BigDecimal product = new BigDecimal(base).pow(Math.abs(exponent));
        return exponent > 0 ? product : BigDecimal.ONE.divide(product, EXACT);
    }

    private static void assertBounds(double base, int exponent) {
        Bounded bounded = Expression.parse("x^" + exponent).accept(new RoundingBound(Map.of("x", base)));
        BigDecimal off = new BigDecimal(bounded.value()).subtract(power(base, exponent));
        assertThat(off.abs()).as("%s^%s", base, exponent).isLessThanOrEqualTo(new BigDecimal(bounded.error()));
    }

    @ParameterizedTest
    @ValueSource(ints = {-9, -8, -7, -6, -5, -4, -3, -2, -1, 1, 2, 3, 4, 5, 6, 7, 8, 9})
    void boundsTheErrorOfPowers(int exponent) {
        Random random = new Random(22);
        for (int i = 0; i < 2000; i++) {
            assertBounds(1 + random.nextDouble(), exponent);
            assertBounds(-Math.exp(15 * random.nextGaussian()), exponent);
        }
    }

    @Test
    void boundsTheErrorWhereProductsLeaveTheRangeOfTheirReciprocals() {
        Random random = new Random(23);
        for (int i = 0; i < 500; i++) {
            for (int exponent = -8; exponent < -1; exponent++) {
                // From 2^1020 to 2^1030 and from 2^-1023 to 2^-1013 the product overflows, or is subnormal.
                double large = Math.pow(2, (1020 + 10 * random.nextDouble()) / -exponent);
                double small = Math.pow(2, (-1023 + 10 * random.nextDouble()) / -exponent);
                assertBounds(large, exponent);
                assertBounds(small, exponent);
            }
        }
    }

    @Test
    void growsByAUnitAFactor() {
        for (int exponent = -8; exponent <= 8; exponent++) {
            Bounded bounded = Expression.parse("x^" + exponent).accept(new RoundingBound(Map.of("x", 1.3)));
            // A unit in the last place is at most 2⁻⁵² of a number; a loose bound would hide differences.
            assertThat(bounded.error()).isLessThanOrEqualTo((Math.abs(exponent) + 2) * 0x1p-52 * bounded.value());
        }
    }
}
