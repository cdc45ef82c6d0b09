package org.theoremeter.simulate.mechanism;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ReferenceRuleTest {

    /** Sums of n² terms of modulus 1, for the n of these tests. */
    private static final double ROUNDING = 1e-11;

    /** A closed orbit round a centre (c, c), with radius 1: its two coordinates change places in turn. */
    private static double[][] circle(int times, double period, double centre) {
        double[][] states = new double[times][2];
        for (int t = 0; t < times; t++) {
            states[t][0] = centre + Math.cos(2 * Math.PI * t / period);
            states[t][1] = centre + 0.9 * Math.sin(2 * Math.PI * t / period);
        }
        return states;
    }

    /** Pearson's correlation, by its definition. */
    private static double pearson(double[] a, double[] b) {
        double meanA = Arrays.stream(a).average().orElseThrow();
        double meanB = Arrays.stream(b).average().orElseThrow();
        double product = 0;
        double squaresA = 0;
        double squaresB = 0;
        for (int i = 0; i < a.length; i++) {
            product += (a[i] - meanA) * (b[i] - meanB);
            squaresA += (a[i] - meanA) * (a[i] - meanA);
            squaresB += (b[i] - meanB) * (b[i] - meanB);
        }
        return product / Math.sqrt(squaresA * squaresB);
    }

    /** The published recipe word by word: all correlations, all n² coefficients of the transform, shifted. */
    private static double wordByWord(double[][] projected) {
        int n = projected.length;
        double[][] correlations = new double[n][n];
        for (int j = 0; j < n; j++) {
            for (int k = 0; k < n; k++) {
                correlations[j][k] = pearson(projected[j], projected[k]);
            }
        }
        double within = 0;
        double all = 0;
        for (int k = 0; k < n; k++) {
            for (int l = 0; l < n; l++) {
                double real = 0;
                double imaginary = 0;
                for (int s = 0; s < n; s++) {
                    for (int t = 0; t < n; t++) {
                        double angle = -2 * Math.PI * (k * s + l * t) / n;
                        real += correlations[s][t] * Math.cos(angle);
                        imaginary += correlations[s][t] * Math.sin(angle);
                    }
                }
                double power = real * real + imaginary * imaginary;
                int row = (k + n / 2) % n - n / 2;
                int column = (l + n / 2) % n - n / 2;
                all += power;
                within += row * row + column * column <= 9 ? power : 0;
            }
        }
        return within / all;
    }

    @Test
    void isThePublishedRecipe() {
        Random random = new Random(1);
        for (int n : new int[] {7, 18, 25}) {
            double[][] projected = new double[n][2];
            for (double[] state : projected) {
                state[0] = random.nextGaussian();
                state[1] = random.nextGaussian();
            }
            assertThat(ReferenceRule.ofProjected(projected).fraction())
                    .isCloseTo(wordByWord(projected), within(ROUNDING));
            for (double[] state : projected) {
                state[1] = -state[1];
            }
            assertThat(ReferenceRule.ofProjected(projected).fraction())
                    .isCloseTo(wordByWord(projected), within(ROUNDING));
        }
    }

    /** Pearson's correlation of two pairs of numbers is that of two points with two points: a straight line either way. */
    @Test
    void twoComponentsCorrelateByPlusOrMinusOne() {
        Random random = new Random(2);
        for (int i = 0; i < 100; i++) {
            double[] a = {random.nextGaussian(), random.nextGaussian()};
            double[] b = {random.nextGaussian(), random.nextGaussian()};
            assertThat(pearson(a, b)).isCloseTo(Math.signum((a[0] - a[1]) * (b[0] - b[1])), within(1e-12));
        }
    }

    /**
     * Round (1, 1) the first coordinate is now the larger, now the smaller one. With the second turned round the orbit goes
     * round (1, −1), where the first stays the larger one: every correlation is 1, all power lies at frequency 0.
     */
    @Test
    void theSignOfAComponentTurnsTheAnswer() {
        ReferenceRule rule = ReferenceRule.ofProjected(circle(360, 20, 1));
        assertThat(rule.isLimitCycle()).isTrue();
        assertThat(rule.fraction()).isLessThan(0.01);
        assertThat(rule.flipped()).isCloseTo(1, within(ROUNDING));
        assertThat(rule.dependsOnSign()).isTrue();
    }

    /** The same in a space of five dimensions, where the components have to be found: the answer has both signs. */
    @Test
    void theSameOrbitHasBothAnswersInANetwork() {
        double[][] plane = circle(360, 20, 1);
        double[][] states = new double[plane.length][];
        for (int t = 0; t < plane.length; t++) {
            double x = plane[t][0];
            double y = plane[t][1];
            states[t] = new double[] {0.6 * x, 0.8 * x, y, 0, 7};
        }
        // the centre projects on the components to (1, 1), up to their signs
        ReferenceRule rule = ReferenceRule.of(states);
        assertThat(rule.dependsOnSign()).isTrue();
    }

    /** A turn that takes longer than the run has all its power at low frequencies. */
    @Test
    void aLongCycleIsCalledASlowPoint() {
        assertThat(ReferenceRule.ofProjected(circle(360, 720, 0)).isLimitCycle())
                .isFalse();
    }

    @Test
    void refusesTooFewStates() {
        assertThatThrownBy(() -> ReferenceRule.of(new double[6][3]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("at least 7");
    }
}
