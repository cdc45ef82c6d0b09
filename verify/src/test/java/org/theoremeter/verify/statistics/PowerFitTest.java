package org.theoremeter.verify.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PowerFitTest {

    private static final double[] X =
            IntStream.range(0, 11).mapToDouble(i -> Math.scalb(1.0, i)).toArray();

    private static double[] all(double value) {
        double[] values = new double[X.length];
        Arrays.fill(values, value);
        return values;
    }

    private static double[] law(double exponent) {
        return Arrays.stream(X).map(x -> 3 * Math.pow(x, exponent)).toArray();
    }

    @Test
    void anExactLawIsFound() {
        PowerFit fit = PowerFit.of(X, law(-2), all(1e-9), 0.9);
        assertThat(fit.exponent()).isCloseTo(-2, within(1e-8));
        assertThat(fit.scatter()).isZero();
        assertThat(fit.upper() - fit.lower()).isLessThan(1e-8);
    }

    /** Most of these values lie below their errors, and half of those are negative. */
    @Test
    void theIntervalHoldsTheExponentAsOftenAsItSays() {
        Random random = new Random(1);
        int held = 0;
        int tries = 400;
        for (int i = 0; i < tries; i++) {
            double[] y = Arrays.stream(law(-2))
                    .map(value -> value + 0.01 * random.nextGaussian())
                    .toArray();
            PowerFit fit = PowerFit.of(X, y, all(0.01), 0.9);
            held += fit.lower() <= -2 && fit.upper() >= -2 ? 1 : 0;
        }
        // 360 ± 6 at the nominal level; Student's quantile with stated errors errs on the safe side
        assertThat(held).isGreaterThanOrEqualTo(342);
    }

    /** Zeros with an error of 1e-9, where the law says 1e-5 and more: only a scatter as large as the law explains them. */
    @Test
    void zerosThatDoNotFitWidenTheInterval() {
        double[] y = law(-2);
        Arrays.fill(y, 8, 11, 0);
        PowerFit fit = PowerFit.of(X, y, all(1e-9), 0.9);
        assertThat(fit.upper() - fit.lower()).isGreaterThan(0.3);
        assertThat(fit.scatter()).isGreaterThan(0.1);
    }

    @Test
    void whatIsNoPointIsRefused() {
        assertThatThrownBy(() -> PowerFit.of(X, law(1), all(0), 0.9)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> PowerFit.of(new double[] {1, 2}, new double[2], new double[] {1, 1}, 0.9))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
