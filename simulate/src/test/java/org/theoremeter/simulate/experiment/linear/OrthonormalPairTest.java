package org.theoremeter.simulate.experiment.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.linear.RealVector;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.theoremeter.simulate.Networks;
import org.theoremeter.simulate.network.LinearRnn;

/** The plane of learning against projections in Hipparchus' arithmetic. */
class OrthonormalPairTest {

    /** Sums of a dozen products of numbers of order 1. */
    private static final double ROUNDING = 1e-14;

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 7, 12})
    void isOrthonormal(int size) {
        requireOrthonormal(OrthonormalPair.besideMean(size));
        requireOrthonormal(OrthonormalPair.of(Networks.random(size, 0.5, 1)));
        requireOrthonormal(OrthonormalPair.of(
                LinearRnn.aligned(Networks.random(size, 0.5, 1).weights())));
        requireOrthonormal(OrthonormalPair.of(LinearRnn.aligned(new double[size * size])));
    }

    private static void requireOrthonormal(OrthonormalPair pair) {
        RealVector first = new ArrayRealVector(pair.first());
        RealVector second = new ArrayRealVector(pair.second());
        assertThat(first.getNorm()).isCloseTo(1, within(ROUNDING));
        assertThat(second.getNorm()).isCloseTo(1, within(ROUNDING));
        assertThat(first.dotProduct(second)).isCloseTo(0, within(ROUNDING));
    }

    @Test
    void holdsReadInAndReadOut() {
        LinearRnn network = Networks.random(6, 0.5, 2);
        OrthonormalPair pair = OrthonormalPair.of(network);
        RealVector u = new ArrayRealVector(network.readIn());
        RealVector v = new ArrayRealVector(network.readOut());
        assertThat(u.dotProduct(new ArrayRealVector(pair.first()))).isCloseTo(u.getNorm(), within(ROUNDING));
        double x = v.dotProduct(new ArrayRealVector(pair.first()));
        double y = v.dotProduct(new ArrayRealVector(pair.second()));
        assertThat(y).isPositive();
        assertThat(Math.hypot(x, y)).isCloseTo(v.getNorm(), within(ROUNDING));
    }

    @Test
    void withOneVectorForBothHoldsTheCouplingsThatGrow() {
        LinearRnn network = LinearRnn.aligned(Networks.random(9, 0.5, 3).weights());
        OrthonormalPair pair = OrthonormalPair.of(network);
        RealMatrix w = Networks.matrix(network);
        RealVector u = new ArrayRealVector(network.readIn());
        // theory 2.3: d = (p − q)/|p − q|; the part along u vanishes of itself
        RealVector d = w.preMultiply(u).subtract(w.operate(u)).unitVector();
        assertThat(d.subtract(new ArrayRealVector(pair.second())).getNorm()).isLessThan(ROUNDING);
    }

    @Test
    void isNotLedAstrayByRoundingOnALine() {
        // W = 0.7 n nᵀ: p − q is rounding
        int size = 5;
        double[] weights = new double[size * size];
        OrthonormalPair.besideMean(size).add(new double[] {0.7, 0, 0, 0}, weights);
        assertThat(OrthonormalPair.of(LinearRnn.aligned(weights)).second())
                .containsExactly(OrthonormalPair.besideMean(size).second(), within(ROUNDING));
    }

    @Test
    void addsWhatItProjectsAndLeavesNothingOutside() {
        double[] plane = {0.3, -0.7, 1.1, 0.2};
        LinearRnn network = Networks.random(8, 0.4, 4);
        OrthonormalPair pair = OrthonormalPair.of(network);
        double outside = pair.outside(network);
        RealMatrix basis = Networks.matrix(new double[64]).createMatrix(8, 2);
        basis.setColumn(0, pair.first());
        basis.setColumn(1, pair.second());
        RealMatrix small = basis.transposeMultiply(Networks.matrix(network)).multiply(basis);
        assertThat(pair.project(network))
                .containsExactly(
                        new double[] {
                            small.getEntry(0, 0), small.getEntry(0, 1), small.getEntry(1, 0), small.getEntry(1, 1)
                        },
                        within(ROUNDING));
        RealMatrix rest =
                Networks.matrix(network).subtract(basis.multiply(small).multiplyTransposed(basis));
        assertThat(outside).isCloseTo(rest.getFrobeniusNorm(), within(ROUNDING)).isPositive();
        double[] before = pair.project(network);
        pair.add(plane, network.weights());
        double[] expected = new double[4];
        Arrays.setAll(expected, i -> before[i] + plane[i]);
        assertThat(pair.project(network)).containsExactly(expected, within(ROUNDING));
        assertThat(pair.outside(network)).isCloseTo(outside, within(ROUNDING));
    }
}
