package org.theoremeter.simulate.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.hipparchus.analysis.integration.gauss.GaussIntegratorFactory;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.linear.RealVector;
import org.hipparchus.linear.SingularValueDecomposition;
import org.junit.jupiter.api.Test;
import org.theoremeter.simulate.Networks;
import org.theoremeter.simulate.network.LinearRnn;

/** Moments and their slopes against powers of the matrix, differences, and the response itself (theory 1.11). */
class ResponseMomentsTest {

    private static final int SIZE = 5;
    private static final double GAIN = 0.7;
    private static final int COUNT = 4;

    /** Step of central differences, near the cube root of rounding. */
    private static final double STEP = 1e-5;

    private static double[] moments(LinearRnn network) {
        RealMatrix weights = Networks.matrix(network);
        RealVector state = new ArrayRealVector(network.readIn());
        RealVector out = new ArrayRealVector(network.readOut());
        double[] moments = new double[COUNT + 1];
        for (int k = 0; k <= COUNT; k++) {
            moments[k] = out.dotProduct(state);
            state = weights.operate(state);
        }
        return moments;
    }

    private static LinearRnn network() {
        LinearRnn network = Networks.random(SIZE, GAIN, 5);
        for (int i = 0; i < SIZE; i++) {
            network.readOut()[i] *= 3;
        }
        return network;
    }

    @Test
    void momentsAreThoseOfThePowersOfTheMatrix() {
        ResponseMoments moments = ResponseMoments.of(network(), GAIN, COUNT);
        double[] expected = moments(network());
        for (int k = 0; k <= COUNT; k++) {
            assertThat(moments.moment(k)).isCloseTo(expected[k], within(1e-13)); // rounding
        }
    }

    @Test
    void theLeastChangeIsThatOfThePseudoinverseOfTheSlopes() {
        LinearRnn network = network();
        double[] wanted = {0.2, -0.4, 0.3, 0.5, -0.1};
        double[][] slopes = new double[COUNT][SIZE * SIZE];
        for (int i = 0; i < SIZE * SIZE; i++) {
            double weight = network.weights()[i];
            network.weights()[i] = weight + STEP;
            double[] above = moments(network);
            network.weights()[i] = weight - STEP;
            double[] below = moments(network);
            network.weights()[i] = weight;
            for (int k = 1; k <= COUNT; k++) {
                slopes[k - 1][i] = (above[k] - below[k]) / (2 * STEP);
            }
        }
        double[] present = moments(network);
        double[] lack = new double[COUNT];
        for (int k = 1; k <= COUNT; k++) {
            lack[k - 1] = wanted[k] - present[k];
        }
        RealVector change = new SingularValueDecomposition(new Array2DRowRealMatrix(slopes))
                .getSolver()
                .solve(new ArrayRealVector(lack));
        ResponseMoments.Bounded found = ResponseMoments.of(network, GAIN, COUNT).leastChange(wanted);
        // the square of the step
        assertThat(found.value()).isCloseTo(change.getNorm(), within(1e-7 * change.getNorm()));
        assertThat(found.error()).isBetween(0.0, 1e-10);
    }

    @Test
    void theLeastChangeDependsOnNoScale() {
        double[] wanted = {0.2, -0.4, 0.3, 0.5, -0.1};
        double one =
                ResponseMoments.of(network(), GAIN, COUNT).leastChange(wanted).value();
        double other =
                ResponseMoments.of(network(), 0.4, COUNT).leastChange(wanted).value();
        assertThat(other).isCloseTo(one, within(1e-10 * one)); // rounding, by the condition of the products
    }

    @Test
    void theChangeOfFlowIsThatOfTheKernelInDiscreteTime() {
        LinearRnn network = network();
        double[] wanted = {0.2, -0.4, 0.3, 0.5, -0.1};
        // in steps of 1 the response is the moments
        double[] errors = new double[COUNT + 1];
        for (int k = 1; k <= COUNT; k++) {
            errors[k] = moments(network)[k] - wanted[k];
        }
        TangentKernel.FrozenLoss frozen =
                TangentKernel.of(network, 1, COUNT + 1).frozenLoss(errors);
        ResponseMoments moments = ResponseMoments.of(network, GAIN, COUNT);
        for (double time : new double[] {0, 0.01, 1, 100}) {
            ResponseMoments.Bounded change = moments.changeAfter(wanted, time);
            assertThat(change.value()).isCloseTo(frozen.weightChange(time), within(1e-10 + 10 * change.error()));
            assertThat(change.error()).isLessThan(1e-8);
        }
        // in the end all of the least change
        double least = moments.leastChange(wanted).value();
        assertThat(moments.changeAfter(wanted, 1e9).value()).isCloseTo(least, within(1e-6 * least));
    }

    @Test
    void theTraceIsTheIntegralOfTheSquaredSlopesOfTheResponse() {
        LinearRnn network = Networks.random(3, 0.4, 6);
        int last = 40;
        double integral = 0;
        // what lies beyond is below e^{−2·0.4·last}; Gauss of 20 points on each unit of time is at rounding
        var rule = new GaussIntegratorFactory().legendre(20);
        for (int start = 0; start < last; start++) {
            int from = start;
            integral += rule.integrate(x -> squaredSlope(network, from + (x + 1) / 2)) / 2;
        }
        ResponseMoments.Bounded trace = ResponseMoments.of(network, 0.4, 40).kernelTrace();
        assertThat(trace.value()).isCloseTo(integral, within(1e-9 * integral + trace.error()));
        assertThat(trace.error()).isLessThan(1e-6 * integral);
        ResponseMoments.Bounded shorter = ResponseMoments.of(network, 0.4, 10).kernelTrace();
        assertThat(Math.abs(shorter.value() - integral)).isLessThan(shorter.error());
        assertThat(shorter.error()).isLessThan(0.2 * integral);
    }

    /** |∂f(t)/∂W|², of which the upper right block of the exponential of ((Mᵀ, v uᵀ), (0, Mᵀ)) holds the slope. */
    private static double squaredSlope(LinearRnn network, double time) {
        int size = network.size();
        RealMatrix generator = Networks.matrix(network)
                .subtract(MatrixUtils.createRealIdentityMatrix(size))
                .transpose();
        RealMatrix block = new Array2DRowRealMatrix(2 * size, 2 * size);
        block.setSubMatrix(generator.getData(), 0, 0);
        block.setSubMatrix(generator.getData(), size, size);
        block.setSubMatrix(
                new ArrayRealVector(network.readOut())
                        .outerProduct(new ArrayRealVector(network.readIn()))
                        .getData(),
                0,
                size);
        RealMatrix power = MatrixUtils.matrixExponential(block.scalarMultiply(time));
        double norm = power.getSubMatrix(0, size - 1, size, 2 * size - 1).getFrobeniusNorm();
        return norm * norm;
    }

    @Test
    void whatCannotBeHadIsNotGiven() {
        // of two neurons the third moment follows from those before: no change of the weights gives it another slope
        // alone
        LinearRnn nilpotent = new LinearRnn(new double[] {0, 0, 0, 0}, new double[] {1, 0}, new double[] {1, 0});
        assertThat(ResponseMoments.of(nilpotent, 1, 2)
                        .leastChange(new double[] {1, 1, 1})
                        .exists())
                .isFalse();
        LinearRnn expanding = new LinearRnn(new double[] {1.5, 0, 0, 0}, new double[] {1, 0}, new double[] {1, 0});
        assertThat(ResponseMoments.of(expanding, 1, 9).kernelTrace().exists()).isFalse();
    }
}
