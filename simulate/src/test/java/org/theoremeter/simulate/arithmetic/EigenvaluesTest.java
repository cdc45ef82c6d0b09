package org.theoremeter.simulate.arithmetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.hipparchus.complex.Complex;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.EigenDecompositionNonSymmetric;
import org.hipparchus.linear.EigenDecompositionSymmetric;
import org.hipparchus.linear.LUDecomposition;
import org.hipparchus.linear.RealMatrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.theoremeter.simulate.Networks;
import org.theoremeter.simulate.random.RandomStreams;

class EigenvaluesTest {

    /**
     * Backward error of a few roundings for matrices of norm about 2 and condition numbers of eigenvalues below 100.
     */
    private static final double ROUNDING = 1e-12;

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 7, 20, 50})
    void agreesWithHipparchusOnRandomMatrices(int size) {
        double[][] rows = Networks.random(size, 1, 11).rows();
        Eigenvalues eigenvalues = Eigenvalues.of(rows);
        Complex[] others = new EigenDecompositionNonSymmetric(new Array2DRowRealMatrix(rows), 2.3e-16).getEigenvalues();
        assertThat(eigenvalues.size()).isEqualTo(size);
        for (int i = 0; i < size; i++) {
            Complex mine = new Complex(eigenvalues.real(i), eigenvalues.imaginary(i));
            double nearest = Arrays.stream(others)
                    .mapToDouble(other -> other.subtract(mine).norm())
                    .min()
                    .orElseThrow();
            assertThat(nearest).isLessThan(ROUNDING);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 5, 20, 48})
    void agreesWithTheSymmetricDecomposition(int size) {
        RealMatrix random =
                new Array2DRowRealMatrix(Networks.random(size, 0.1, 2).rows());
        RealMatrix symmetric = random.add(random.transpose()).scalarAdd(0.9 / size);
        double[] expected = new EigenDecompositionSymmetric(symmetric).getEigenvalues();
        Arrays.sort(expected);
        Eigenvalues eigenvalues = Eigenvalues.of(symmetric.getData());
        double[] found = new double[size];
        for (int i = 0; i < size; i++) {
            found[i] = eigenvalues.real(i);
            assertThat(eigenvalues.imaginary(i)).isCloseTo(0, within(1e-7));
        }
        Arrays.sort(found);
        assertThat(found).containsExactly(expected, within(ROUNDING));
    }

    @Test
    void knowsTheRootsOfACompanionMatrix() {
        // (x − 1)(x − 2)(x² + 1) = x⁴ − 3x³ + 3x² − 3x + 2
        double[][] companion = {{3, -3, 3, -2}, {1, 0, 0, 0}, {0, 1, 0, 0}, {0, 0, 1, 0}};
        Eigenvalues eigenvalues = Eigenvalues.of(companion);
        for (Complex root : new Complex[] {new Complex(1), new Complex(2), Complex.I, Complex.MINUS_I}) {
            double nearest = Double.POSITIVE_INFINITY;
            for (int i = 0; i < 4; i++) {
                nearest = Math.min(
                        nearest,
                        root.subtract(new Complex(eigenvalues.real(i), eigenvalues.imaginary(i)))
                                .norm());
            }
            assertThat(nearest).isLessThan(ROUNDING);
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 1e-19, 1e-18, 1e-17, 1e-16, 1e-15})
    void readsALowRankMatrixWithRoundingInIt(double noise) {
        // here a Schur form without a floor fails, and a careless reading takes 0.06 and 0 for a pair 0.03 ± 0.03i
        for (int size : new int[] {20, 48, 100}) {
            double[][] rows = new double[size][];
            for (int i = 0; i < size; i++) {
                rows[i] = RandomStreams.of(size).gaussians("noise" + i, size);
                for (int j = 0; j < size; j++) {
                    rows[i][j] = 0.06 / size + noise * rows[i][j];
                }
            }
            Eigenvalues eigenvalues = Eigenvalues.of(rows);
            int large = 0;
            for (int i = 0; i < size; i++) {
                // the noise moves no eigenvalue further than its norm, at most 2.1 √N of an entry
                if (eigenvalues.modulus(i) > 1e-12) {
                    large++;
                    assertThat(eigenvalues.real(i)).isCloseTo(0.06, within(1e-13));
                    assertThat(eigenvalues.imaginary(i)).isZero();
                }
            }
            assertThat(large).isEqualTo(1);
        }
    }

    @Test
    void tellsTwoCloseRealEigenvaluesFromAPair() {
        for (double apart : new double[] {1e-3, 1e-5, 1e-7}) {
            // [[1, d], [d, 1]] has 1 ± d and [[1, −d], [d, 1]] has 1 ± di
            Eigenvalues real = Eigenvalues.of(new double[][] {{1, apart}, {apart, 1}});
            assertThat(Math.abs(real.real(0) - real.real(1))).isCloseTo(2 * apart, within(1e-15));
            assertThat(real.imaginary(0)).isZero();
            Eigenvalues pair = Eigenvalues.of(new double[][] {{1, -apart}, {apart, 1}});
            assertThat(pair.real(0)).isEqualTo(pair.real(1)).isEqualTo(1);
            assertThat(Math.abs(pair.imaginary(0))).isCloseTo(apart, within(1e-15));
        }
    }

    @Test
    void keepsTraceAndDeterminant() {
        RealMatrix matrix = Networks.matrix(Networks.chain(12, 3, 0.2, 4));
        Eigenvalues eigenvalues = Eigenvalues.of(matrix.getData());
        Complex sum = Complex.ZERO;
        Complex product = Complex.ONE;
        for (int i = 0; i < 12; i++) {
            Complex eigenvalue = new Complex(eigenvalues.real(i), eigenvalues.imaginary(i));
            sum = sum.add(eigenvalue);
            product = product.multiply(eigenvalue);
        }
        // norm 3.5, so that rounding is 1e-15 and 3.5¹² times 1e-16 in the product
        assertThat(sum.getReal()).isCloseTo(matrix.getTrace(), within(1e-13));
        assertThat(product.getReal()).isCloseTo(new LUDecomposition(matrix).getDeterminant(), within(1e-8));
    }

    @Test
    void refusesWhatIsNotFinite() {
        assertThatThrownBy(() -> Eigenvalues.of(new double[][] {{Double.NaN}}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("not finite");
    }
}
