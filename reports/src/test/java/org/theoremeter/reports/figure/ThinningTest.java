package org.theoremeter.reports.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

class ThinningTest {

    private static final double WIDTH = 600;

    @Test
    void aStraightLineIsTwoPoints() {
        assertThat(keep(1000, x -> 300 - x / 2)).containsExactly(0, 999);
    }

    @Test
    void cornersStay() {
        assertThat(keep(601, x -> x < 200 ? 0 : x < 400 ? x - 200 : 200)).containsExactly(0, 200, 400, 600);
    }

    @Test
    void aLineOfOneOrTwoPointsStays() {
        assertThat(keep(1, x -> 1)).containsExactly(0);
        assertThat(keep(2, x -> x)).containsExactly(0, 1);
    }

    /** The points left out lie beside the line through those kept, by less than anyone sees: a tenth of a pixel. */
    @Test
    void aSmoothCurveLooksTheSame() {
        DoubleUnaryOperator curve = x -> 300 * Math.exp(-x / 80) * (1 + 0.3 * Math.sin(x / 15));
        int[] kept = keep(1000, curve);

        assertThat(kept).hasSizeLessThan(200);
        for (int i = 0; i < 1000; i++) {
            double x = WIDTH * i / 999;
            int after = 1;
            while (kept[after] < i) {
                after++;
            }
            double x0 = WIDTH * kept[after - 1] / 999;
            double x1 = WIDTH * kept[after] / 999;
            double chord = curve.applyAsDouble(x0)
                    + (x - x0) / (x1 - x0) * (curve.applyAsDouble(x1) - curve.applyAsDouble(x0));
            // the curve is nowhere steeper than 8, so that a vertical difference is at most 8 times the distance to the
            // chord
            assertThat(Math.abs(chord - curve.applyAsDouble(x))).isLessThan(8 * 0.1);
        }
    }

    @Test
    void noiseIsBoundedToFourHundredPointsAndKeepsItsExtremes() {
        for (int n : new int[] {1000, 4001, 100_000}) {
            Random random = new Random(20260101);
            double[] noise = random.doubles(n, 0, 300).toArray();
            noise[n / 3] = -50;
            noise[n / 2] = 350;
            double[] x = new double[n];
            for (int i = 0; i < n; i++) {
                x[i] = WIDTH * i / (n - 1);
            }
            int[] kept = Thinning.keep(x, noise);

            assertThat(kept)
                    .hasSizeBetween(100, 400)
                    .contains(0, n / 3, n / 2, n - 1)
                    .isSorted();
        }
    }

    @Test
    void pointsThatComeBackAreKept() {
        // a loop that ends where it began: the chord has no length
        double[] x = {0, 100, 100, 0, 0};
        double[] y = {0, 0, 100, 100, 0};

        assertThat(Thinning.keep(x, y)).containsExactly(0, 1, 2, 3, 4);
    }

    private static int[] keep(int n, DoubleUnaryOperator curve) {
        double[] x = new double[n];
        double[] y = new double[n];
        for (int i = 0; i < n; i++) {
            x[i] = n == 1 ? 0 : WIDTH * i / (n - 1);
            y[i] = curve.applyAsDouble(x[i]);
        }
        return Thinning.keep(x, y);
    }
}
