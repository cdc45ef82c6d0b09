package org.theoremeter.simulate.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.theoremeter.simulate.network.SequenceRnn;

class SequenceGradientTest {

    private static final int NEURONS = 5;
    private static final int INPUTS = 3;
    private static final int OUTPUTS = 2;

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 6})
    void lossIsThatOfTheMatrixPowers(int length) {
        SequenceRnn network = network(1);
        double[][][] correlations = correlations(length, 2);
        SequenceGradient gradient = new SequenceGradient(NEURONS, correlations);
        gradient.evaluate(network);
        double expected = 0;
        for (int i = 1; i <= length; i++) {
            RealMatrix response = matrix(network.readOut())
                    .multiply(matrix(network.recurrent()).power(length - i))
                    .multiply(matrix(network.readIn()));
            expected += Math.pow(response.subtract(matrix(correlations[i - 1])).getFrobeniusNorm(), 2) / 2;
        }
        // rounding of sums of some hundred products of order 1
        assertThat(gradient.loss()).isCloseTo(expected, within(1e-12 * expected));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 6})
    void everyEntryAgreesWithCentralDifferences(int length) {
        SequenceRnn network = network(3);
        SequenceGradient gradient = new SequenceGradient(NEURONS, correlations(length, 4));
        double[] state = new double[network.dimension()];
        double[] slope = state.clone();
        network.gather(state);
        gradient.evaluate(network);
        gradient.all().gather(slope);
        double step = 1e-3;
        for (int i = 0; i < state.length; i++) {
            double near = loss(gradient, state, i, step) - loss(gradient, state, i, -step);
            double far = loss(gradient, state, i, 2 * step) - loss(gradient, state, i, -2 * step);
            // fourth order: step⁴ times a derivative of order 1e2 at most, and rounding 1e-15·loss/step
            assertThat((8 * near - far) / (12 * step)).as("entry %d", i).isCloseTo(slope[i], within(1e-9));
        }
        // at one input W_h plays no part; beyond, it does
        assertThat(matrix(gradient.byRecurrent()).getFrobeniusNorm() > 0.01).isEqualTo(length > 1);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4})
    void noChoiceOfBasisOfTheNeuronsMatters(int length) {
        SequenceRnn network = network(5);
        SequenceGradient gradient = new SequenceGradient(NEURONS, correlations(length, 6));
        gradient.evaluate(network);
        RealMatrix in =
                matrix(gradient.byReadIn()).multiply(matrix(network.readIn()).transpose());
        RealMatrix left = matrix(gradient.byRecurrent())
                .multiply(matrix(network.recurrent()).transpose());
        RealMatrix right = matrix(network.recurrent()).transpose().multiply(matrix(gradient.byRecurrent()));
        RealMatrix out = matrix(network.readOut()).transpose().multiply(matrix(gradient.byReadOut()));
        // E is the same after W_x → X W_x, W_h → X W_h X⁻¹, W_y → W_y X⁻¹; rounding of sums over N
        assertThat(in.add(left).subtract(right).subtract(out).getFrobeniusNorm())
                .isLessThan(1e-13 * in.getFrobeniusNorm());
    }

    @Test
    void aWorkspaceForgetsWhatItEvaluatedBefore() {
        SequenceGradient used = new SequenceGradient(NEURONS, correlations(4, 7));
        SequenceGradient fresh = new SequenceGradient(NEURONS, correlations(4, 7));
        used.evaluate(network(8));
        used.evaluate(network(9));
        fresh.evaluate(network(9));
        assertThat(used.loss()).isEqualTo(fresh.loss());
        assertThat(used.byReadIn()).isDeepEqualTo(fresh.byReadIn());
        assertThat(used.byRecurrent()).isDeepEqualTo(fresh.byRecurrent());
        assertThat(used.byReadOut()).isDeepEqualTo(fresh.byReadOut());
    }

    @Test
    void refusesShapesThatDiffer() {
        assertThatThrownBy(() -> new SequenceGradient(2, new double[0][][])).hasMessageContaining("T ≥ 1");
        assertThatThrownBy(() -> new SequenceGradient(2, new double[][][] {{{1, 2}}, {{1}}}))
                .hasMessageContaining("columns");
        assertThatThrownBy(() -> new SequenceGradient(2, new double[][][] {{{1}}, {{1}, {2}}}))
                .hasMessageContaining("rows");
        assertThatThrownBy(() -> new SequenceRnn(new double[2][3], new double[2][2], new double[1][3]))
                .hasMessageContaining("Q × N");
        assertThatThrownBy(() -> new SequenceRnn(new double[3][3], new double[2][2], new double[1][2]))
                .hasMessageContaining("N × P");
    }

    private static double loss(SequenceGradient gradient, double[] state, int entry, double step) {
        double[] moved = state.clone();
        moved[entry] += step;
        SequenceRnn network = SequenceRnn.zero(NEURONS, INPUTS, OUTPUTS);
        network.scatter(moved);
        gradient.evaluate(network);
        return gradient.loss();
    }

    private static SequenceRnn network(long seed) {
        SequenceRnn network = SequenceRnn.zero(NEURONS, INPUTS, OUTPUTS);
        Random random = new Random(seed);
        double[] state = new double[network.dimension()];
        for (int i = 0; i < state.length; i++) {
            state[i] = random.nextGaussian() / 2;
        }
        network.scatter(state);
        return network;
    }

    private static double[][][] correlations(int length, long seed) {
        Random random = new Random(seed);
        double[][][] all = new double[length][OUTPUTS][INPUTS];
        for (double[][] one : all) {
            for (double[] row : one) {
                for (int p = 0; p < row.length; p++) {
                    row[p] = random.nextGaussian();
                }
            }
        }
        return all;
    }

    private static RealMatrix matrix(double[][] rows) {
        return MatrixUtils.createRealMatrix(rows);
    }
}
