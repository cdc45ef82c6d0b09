package org.theoremeter.simulate.kernel;

import static org.theoremeter.simulate.kernel.Held.numbers;

import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Updates of numbers of which there is no multiple of sixteen, nor of four. */
class UpdatesTest {

    private static final int COUNT = 37;

    @ParameterizedTest
    @EnumSource(Precision.class)
    void clearsScalesAndSumsSquares(Precision precision) {
        double factor = Held.round(precision, 0.3);
        for (int extra = 0; extra < 4; extra++) {
            Held.check(
                    precision,
                    // in double precision throughout, so this is small in single precision
                    precision == Precision.DOUBLE ? 50 * 2.25 * 50 : 1,
                    (kernel, s) -> {
                        kernel.updates().clear(s[0]);
                        kernel.updates().scale(s[1], 0.3);
                        return kernel.updates().sumOfSquares(s[2]);
                    },
                    s -> {
                        Arrays.fill(s[0], 0);
                        double sum = 0;
                        for (int i = 0; i < s[1].length; i++) {
                            s[1][i] *= factor;
                            sum += s[2][i] * s[2][i];
                        }
                        return sum;
                    },
                    numbers(precision, 1, COUNT + extra),
                    numbers(precision, 2, COUNT + extra),
                    numbers(precision, 3, COUNT + extra));
        }
    }

    @ParameterizedTest
    @EnumSource(Precision.class)
    void momentum(Precision precision) {
        Held.check(
                precision,
                // three steps of six operations on numbers below 8
                3 * 6 * 8,
                (kernel, s) -> {
                    for (int step = 0; step < 3; step++) {
                        kernel.updates().momentum(s[0], s[1], s[2], 0.1, 0.9, 0.01);
                    }
                    return 0;
                },
                s -> {
                    for (int step = 0; step < 3; step++) {
                        for (int i = 0; i < s[0].length; i++) {
                            double g = s[2][i] + 0.01 * s[0][i];
                            s[1][i] = 0.9 * s[1][i] + g;
                            s[0][i] -= 0.1 * s[1][i];
                        }
                    }
                    return 0;
                },
                numbers(precision, 1, COUNT),
                numbers(precision, 2, COUNT),
                numbers(precision, 3, COUNT));
    }

    @ParameterizedTest
    @EnumSource(Precision.class)
    void adam(Precision precision) {
        Held.check(
                precision,
                // four steps of fifteen operations; rates of some 0.1, and 1 − β₂ᵗ from its rounded parts
                4 * 15 * 4,
                (kernel, s) -> {
                    for (int t = 1; t <= 4; t++) {
                        kernel.updates().adam(s[0], s[1], s[2], s[3], 0.1, 0.9, 0.99, 0.001, 0.01, t);
                    }
                    return 0;
                },
                s -> {
                    for (int t = 1; t <= 4; t++) {
                        for (int i = 0; i < s[0].length; i++) {
                            double g = s[3][i] + 0.01 * s[0][i];
                            s[1][i] = 0.9 * s[1][i] + 0.1 * g;
                            s[2][i] = 0.99 * s[2][i] + (1 - 0.99) * g * g;
                            double m = s[1][i] / (1 - Math.pow(0.9, t));
                            double square = s[2][i] / (1 - Math.pow(0.99, t));
                            s[0][i] -= 0.1 * m / (Math.sqrt(square) + 0.001);
                        }
                    }
                    return 0;
                },
                numbers(precision, 1, COUNT),
                new double[COUNT + 2 * Held.MARGIN],
                new double[COUNT + 2 * Held.MARGIN],
                numbers(precision, 2, COUNT));
    }
}
