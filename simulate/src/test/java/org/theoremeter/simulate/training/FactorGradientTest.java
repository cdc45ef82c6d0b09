package org.theoremeter.simulate.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.theoremeter.simulate.arithmetic.Rows;
import org.theoremeter.simulate.network.LowRankRnn;
import org.theoremeter.simulate.network.Target;

/** Holds the two gradients by factors against each other and against differences of the loss. */
class FactorGradientTest {

    private static LowRankRnn network(int size, int rank, long seed) {
        Random random = new Random(seed);
        double[][] columns = new double[2 * rank + 2][size];
        for (double[] column : columns) {
            for (int i = 0; i < size; i++) {
                column[i] = random.nextGaussian() / Math.sqrt(size);
            }
        }
        return LowRankRnn.of(columns);
    }

    private static Target target(boolean oscillator) {
        return oscillator ? Target.oscillator(0.3, 1.2) : Target.integrator(0.2);
    }

    private static double[] flat(FactorGradient gradient) {
        double[][] columns = gradient.byColumns();
        double[] flat = new double[columns.length * columns[0].length];
        for (int c = 0; c < columns.length; c++) {
            System.arraycopy(columns[c], 0, flat, c * columns[c].length, columns[c].length);
        }
        return flat;
    }

    /** Products with vectors and the N × N weights: what a slip in Woodbury's identity would show. */
    @ParameterizedTest
    @CsvSource({"8, 1, false", "8, 2, true", "9, 3, false", "30, 3, true", "200, 2, true"})
    void productsWithVectorsGiveTheGradientOfTheFullWeights(int size, int rank, boolean oscillator) {
        LowRankRnn network = network(size, rank, 10 + size + rank);
        FactorGradient full = new ChainRuleGradient(size, rank, target(oscillator));
        FactorGradient fast = new WoodburyGradient(size, rank, target(oscillator));
        assertThat(full.evaluate(network)).isTrue();
        assertThat(fast.evaluate(network)).isTrue();
        // sums of some hundred terms, each of some hundred products, and an inverse: a few hundred roundings
        assertThat(fast.loss()).isCloseTo(full.loss(), within(1e-13));
        double[] expected = flat(full);
        double[] difference = flat(fast);
        Rows.add(-1, expected, difference);
        assertThat(Rows.norm(difference)).isLessThan(1e-12 * Rows.norm(expected));
        assertThat(Rows.norm(expected)).isGreaterThan(0.01);
    }

    @ParameterizedTest
    @CsvSource({"1, true", "2, false", "3, true"})
    void everyEntryIsTheDifferenceOfTheLoss(int rank, boolean oscillator) {
        int size = 9;
        LowRankRnn network = network(size, rank, 70 + rank);
        for (FactorGradient gradient : new FactorGradient[] {
            new ChainRuleGradient(size, rank, target(oscillator)), new WoodburyGradient(size, rank, target(oscillator))
        }) {
            gradient.evaluate(network);
            double[] analytic = flat(gradient);
            double[][] columns = network.columns();
            double step = 1e-5;
            for (int c = 0; c < columns.length; c++) {
                for (int i = 0; i < size; i++) {
                    double value = columns[c][i];
                    columns[c][i] = value + step;
                    gradient.evaluate(network);
                    double above = gradient.loss();
                    columns[c][i] = value - step;
                    gradient.evaluate(network);
                    double below = gradient.loss();
                    columns[c][i] = value;
                    // truncation step² times third derivatives of about 10, rounding 1e-14/step
                    assertThat((above - below) / (2 * step)).isCloseTo(analytic[c * size + i], within(1e-8));
                }
            }
        }
    }

    @Test
    void bothRefuseAnUnstableNetwork() {
        LowRankRnn network = network(12, 1, 5);
        double[] left = network.left()[0];
        double square = Rows.dot(left, left);
        for (int i = 0; i < left.length; i++) {
            network.right()[0][i] = 1.2 * left[i] / square;
        }
        // W = m nᵀ has the eigenvalue nᵀm = 1.2
        assertThat(new ChainRuleGradient(12, 1, target(false)).evaluate(network))
                .isFalse();
        assertThat(new WoodburyGradient(12, 1, target(false)).evaluate(network)).isFalse();
    }

    @Test
    void aNetworkWithoutInputHasTheLossOfNoOutput() {
        LowRankRnn network = network(12, 2, 6);
        Arrays.fill(network.readIn(), 0);
        WoodburyGradient gradient = new WoodburyGradient(12, 2, Target.integrator(0.2));
        assertThat(gradient.evaluate(network)).isTrue();
        // ½ ∫ e^{−2 c⋆ t} dt = 1/(4 c⋆); terms end at 1e-9 of the response, squared
        assertThat(gradient.loss()).isCloseTo(1 / (4 * 0.2), within(1e-14));
        assertThat(gradient.byColumns()[0]).containsOnly(0);
    }

    @Test
    void allocatesNothingOnceWarm() {
        LowRankRnn network = network(40, 2, 9);
        WoodburyGradient gradient = new WoodburyGradient(40, 2, target(true));
        for (int i = 0; i < 3000; i++) {
            gradient.evaluate(network);
        }
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getThreadAllocatedBytes(Thread.currentThread().getId());
        int calls = 3000;
        for (int i = 0; i < calls; i++) {
            gradient.evaluate(network);
        }
        long allocated = threads.getThreadAllocatedBytes(Thread.currentThread().getId()) - before;
        // less than a byte a call: what remains is the measurement itself
        assertThat(allocated).isLessThan(calls);
    }

    @Test
    void networksOfOtherShapesAreRefused() {
        double[][] one = {{1, 2}};
        assertThatThrownBy(() -> new LowRankRnn(one, new double[][] {{1}}, new double[2], new double[2]))
                .hasMessageContaining("m has 1 and n 1 columns");
        assertThatThrownBy(() -> new LowRankRnn(new double[0][], new double[0][], new double[2], new double[2]))
                .hasMessageContaining("R at least 1");
    }

    @Test
    void theWeightsAreTheProductOfTheFactors() {
        LowRankRnn network = LowRankRnn.of(new double[][] {{1, 2}, {3, 5}, {7, 11}, {13, 17}, {0, 1}, {1, 0}});
        double[] weights = new double[4];
        network.writeWeights(weights);
        // m₁ n₁ᵀ + m₂ n₂ᵀ with m₁ = (1, 2), m₂ = (3, 5), n₁ = (7, 11), n₂ = (13, 17)
        assertThat(weights).containsExactly(7 + 39, 11 + 51, 14 + 65, 22 + 85);
        assertThat(network.copy().columns()).isDeepEqualTo(network.columns());
    }
}
