package org.theoremeter.simulate.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.theoremeter.simulate.arithmetic.Rows;

class LinearRnnTest {

    @Test
    void alignedNetworksHaveUnitReadInAndReadOut() {
        LinearRnn network = LinearRnn.aligned(new double[49]);
        assertThat(network.size()).isEqualTo(7);
        // seven squares of 1/√7
        assertThat(Rows.dot(network.readIn(), network.readOut())).isCloseTo(1, within(1e-15));
    }

    @Test
    void rowsAreRowByRow() {
        LinearRnn network = LinearRnn.aligned(new double[] {1, 2, 3, 4});
        assertThat(network.rows()).isDeepEqualTo(new double[][] {{1, 2}, {3, 4}});
    }

    @Test
    void refusesSizesThatDoNotMatch() {
        assertThatThrownBy(() -> new LinearRnn(new double[3], new double[2], new double[2]))
                .hasMessageContaining("W has 3");
        assertThatThrownBy(() -> LinearRnn.aligned(new double[5])).hasMessageContaining("W has 5");
    }
}
