package org.theoremeter.theory.symbolic.bytecode;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PowerTest {
    private static final double[] REMARKABLE = {
        0, -0.0, 1, -1, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, Double.NaN, Double.MIN_VALUE, -1e300, 1e-200
    };

    @Test
    void multipliesInAFixedOrder() {
        double x = 1.1;
        double square = x * x;
        double fourth = square * square;
        double[] powers = {
            x, square, x * square, fourth, x * fourth, square * fourth, x * (square * fourth), fourth * fourth
        };
        for (int i = 0; i < powers.length; i++) {
            assertThat(Power.of(x, i + 1)).isEqualTo(powers[i]);
            assertThat(Power.of(x, -(i + 1))).isEqualTo(1 / powers[i]);
        }
    }

    @Test
    void isExactWhereProductsAre() {
        assertThat(Power.of(-3, 5)).isEqualTo(-243);
        assertThat(Power.of(10, 8)).isEqualTo(1e8);
        // One correctly rounded division, as the decimal is.
        assertThat(Power.of(10, -8)).isEqualTo(1e-8);
    }

    @Test
    void treatsRemarkableBasesAsTheLibraryDoes() {
        for (double base : REMARKABLE) {
            for (int exponent = -9; exponent <= 9; exponent++) {
                assertThat(Double.doubleToLongBits(Power.of(base, exponent)))
                        .as("%s^%s", base, exponent)
                        .isEqualTo(Double.doubleToLongBits(Math.pow(base, exponent)));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            doubles = {0, -0.0, 0.5, 1.5, -2.5, 9, -9, 1e10, Double.NaN, Double.POSITIVE_INFINITY, 3.0000000000000004})
    void leavesOtherExponentsToTheLibrary(double exponent) {
        assertThat(Power.isProduct(exponent)).isFalse();
        for (double base : new double[] {0.3, 1.7, -1.3, 0, Double.NaN}) {
            assertThat(Double.doubleToLongBits(Power.of(base, exponent)))
                    .isEqualTo(Double.doubleToLongBits(Math.pow(base, exponent)));
        }
    }

    @Test
    void keepsTheErrorThatItPromises() {
        Random random = new Random(21);
        double unit = 0x1p-53;
        for (int i = 0; i < 10_000; i++) {
            double base = (random.nextBoolean() ? 1 : -1) * Math.exp(15 * random.nextGaussian());
            int factors = 1 + random.nextInt(8);
            // The terms of second order, n²u²/2, are beyond the tenth digit of the bound.
            BigDecimal most = BigDecimal.valueOf(factors * unit * (1 + 1e-10));
            BigDecimal exact = new BigDecimal(base).pow(factors);
            BigDecimal power = new BigDecimal(Power.of(base, factors));
            assertThat(power.subtract(exact).abs())
                    .as("%s^%s", base, factors)
                    .isLessThanOrEqualTo(exact.abs().multiply(most));
            // 1/p is off by as much as p times the exact power is off from one.
            BigDecimal reciprocal = new BigDecimal(Power.of(base, -factors));
            assertThat(reciprocal
                            .multiply(exact, MathContext.DECIMAL128)
                            .subtract(BigDecimal.ONE)
                            .abs())
                    .as("%s^-%s", base, factors)
                    .isLessThanOrEqualTo(most);
        }
    }
}
