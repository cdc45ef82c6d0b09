package org.theoremeter.simulate.arithmetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.LUDecomposition;
import org.hipparchus.linear.RealMatrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.theoremeter.simulate.Networks;

class InverseTest {

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 10, 31})
    void agreesWithLuDecomposition(int size) {
        double[][] rows = Networks.random(size, 1, 3).rows();
        // zeros on the diagonal, so that without exchanging rows the first pivot fails
        rows[0][0] = size == 1 ? 2 : 0;
        RealMatrix expected =
                new LUDecomposition(new Array2DRowRealMatrix(rows)).getSolver().getInverse();

        assertThat(new Inverse(size).invert(rows)).isTrue();

        // the condition number of these matrices is at most a few hundred
        double tolerance = 1e-12 * expected.getNorm1() * expected.getNorm1();
        for (int i = 0; i < size; i++) {
            assertThat(rows[i]).containsExactly(expected.getRow(i), within(tolerance));
        }
    }

    @Test
    void saysThatAMatrixIsSingular() {
        assertThat(new Inverse(2).invert(new double[][] {{1, 2}, {2, 4}})).isFalse();
        assertThat(new Inverse(2).invert(new double[][] {{Double.NaN, 1}, {1, 1}}))
                .isFalse();
    }
}
