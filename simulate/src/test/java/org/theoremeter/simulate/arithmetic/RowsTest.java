package org.theoremeter.simulate.arithmetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.RealMatrix;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.theoremeter.simulate.random.RandomStreams;

/** The kernels against Hipparchus, at sizes around every unrolling. */
class RowsTest {

    /** Sums of up to 131 products of numbers of order 1: rounding stays far below. */
    private static final double ROUNDING = 1e-13;

    private final RandomStreams streams = RandomStreams.of(5);

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 7, 8, 33})
    void multipliesByTheTranspose(int size) {
        double[][] rows = random("rows", size, size + 2);
        double[] x = streams.gaussians("x", size);
        double[] y = new double[size + 2];

        Rows.transposedTimes(rows, x, y);

        double[] expected = new Array2DRowRealMatrix(rows).preMultiply(x);
        assertThat(y).containsExactly(expected, within(ROUNDING));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 7})
    void multipliesSeveralVectorsAtOnce(int count) {
        for (int size : new int[] {1, 2, 5, 63, 64, 65, 130}) {
            double[][] rows = random("rows", size, size);
            double[][] x = random("x", count + 2, size);
            double[][] y = random("y", count + 3, size);
            double[] untouched = y[count + 1].clone();
            RealMatrix expected = new Array2DRowRealMatrix(x).multiply(new Array2DRowRealMatrix(rows));

            Rows.transposedTimes(x, 2, rows, y, 1, count);

            for (int a = 0; a < count; a++) {
                assertThat(y[1 + a]).containsExactly(expected.getRow(2 + a), within(ROUNDING));
            }
            assertThat(y[count + 1]).isEqualTo(untouched);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 63, 64, 65, 131})
    void addsOuterProducts(int count) {
        for (int size : new int[] {1, 2, 3, 6}) {
            double[][] p = random("p", count, size);
            double[][] h = random("h", count + 3, size);
            double[][] sum = random("g", size, size);
            RealMatrix expected = new Array2DRowRealMatrix(sum)
                    .add(new Array2DRowRealMatrix(p)
                            .transpose()
                            .multiply(new Array2DRowRealMatrix(h).getSubMatrix(3, count + 2, 0, size - 1)));

            Rows.addOuterProducts(p, h, 3, count, sum);

            for (int i = 0; i < size; i++) {
                assertThat(sum[i]).containsExactly(expected.getRow(i), within(ROUNDING));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4, 6, 17})
    void sumsInnerProducts(int size) {
        double[] x = streams.gaussians("x", size);
        double[] y = streams.gaussians("y", size);
        double expected = 0;
        for (int i = 0; i < size; i++) {
            expected += x[i] * y[i];
        }
        assertThat(Rows.dot(x, y)).isCloseTo(expected, within(ROUNDING));
        assertThat(Rows.norm(x)).isCloseTo(new ArrayRealVector(x).getNorm(), within(ROUNDING));
    }

    private double[][] random(String name, int rows, int columns) {
        double[][] matrix = new double[rows][];
        for (int i = 0; i < rows; i++) {
            matrix[i] = streams.gaussians(name + i, columns);
        }
        return matrix;
    }
}
