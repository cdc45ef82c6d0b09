package org.theoremeter.theory.lowrank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Holds loss and slopes against two other routes: quadrature of the impulse response, and differences of the loss. */
class VisibleLossTest {
    private static final double CSTAR = 0.4;
    private static final double OMEGASTAR = 1.3;

    /** Visible overlaps as one array: A row by row, b, k, d. */
    private static double[] overlaps(int rank, long seed) {
        Random random = new Random(seed);
        return IntStream.range(0, rank * rank + 2 * rank + 1)
                .mapToDouble(i -> 0.4 * random.nextGaussian() / Math.sqrt(rank))
                .toArray();
    }

    private static VisibleLoss loss(int rank, double[] x, Filter target) {
        double[][] a = new double[rank][rank];
        for (int i = 0; i < rank; i++) {
            System.arraycopy(x, i * rank, a[i], 0, rank);
        }
        double[] b = Arrays.copyOfRange(x, rank * rank, rank * rank + rank);
        double[] k = Arrays.copyOfRange(x, rank * rank + rank, rank * rank + 2 * rank);
        return new VisibleLoss(a, b, k, x[x.length - 1], target);
    }

    /** Where the slope by each entry of {@link #overlaps} stands in S. */
    private static double[] slopes(int rank, VisibleLoss loss) {
        double[][] s = loss.slopes();
        return Overlap.ofRank(rank).stream()
                .filter(Overlap::visible)
                .mapToDouble(overlap -> s[overlap.row()][overlap.column()])
                .toArray();
    }

    private static Filter target(boolean oscillator) {
        return oscillator ? Filter.oscillator(CSTAR, OMEGASTAR) : Filter.integrator(CSTAR);
    }

    @ParameterizedTest
    @CsvSource({"1, false", "1, true", "2, false", "2, true", "3, false", "3, true"})
    void slopesAreTheDifferencesOfTheLoss(int rank, boolean oscillator) {
        double[] x = overlaps(rank, 7 + rank);
        double[] slopes = slopes(rank, loss(rank, x, target(oscillator)));
        assertThat(slopes).hasSize(x.length);
        for (int i = 0; i < x.length; i++) {
            double step = 1e-5;
            double[] above = x.clone();
            double[] below = x.clone();
            above[i] += step;
            below[i] -= step;
            double difference = (loss(rank, above, target(oscillator)).loss()
                            - loss(rank, below, target(oscillator)).loss())
                    / (2 * step);
            // truncation step² times third derivatives of about 10, rounding 1e-16/step
            assertThat(slopes[i]).as("entry " + i).isCloseTo(difference, within(1e-8));
        }
    }

    /**
     * f = e^{−t}(d + kᵀ Φ b) with Φ by its power series, and ∂f/∂A_ij = e^{−t} Σ over the places of A in each power; the
     * integrals by Simpson's rule.
     */
    @ParameterizedTest
    @CsvSource({"1, false", "2, true", "3, true"})
    void lossAndSlopesAreTheQuadratureOfTheImpulseResponse(int rank, boolean oscillator) {
        double[] x = overlaps(rank, 20 + rank);
        VisibleLoss found = loss(rank, x, target(oscillator));
        double[] slopes = slopes(rank, found);
        DoubleUnaryOperator target = t -> Math.exp(-CSTAR * t) * (oscillator ? Math.cos(OMEGASTAR * t) : 1);
        int intervals = 6000;
        double step = 0.01;
        double loss = 0;
        double[] integrals = new double[x.length];
        Response response = new Response(rank, x, step);
        for (int i = 0; i <= intervals; i++) {
            double weight = step / 3 * (i == 0 || i == intervals ? 1 : i % 2 == 0 ? 2 : 4);
            double error = response.value() - target.applyAsDouble(i * step);
            loss += weight * error * error / 2;
            for (int j = 0; j < x.length; j++) {
                integrals[j] += weight * error * response.slope(j);
            }
            response.advance();
        }
        // Simpson: step⁴/180 times fourth derivatives of about 100; the tail beyond t = 60 is e^{−0.8·60}
        assertThat(found.loss()).isCloseTo(loss, within(1e-8));
        assertThat(slopes).containsExactly(integrals, within(1e-8));
    }

    /**
     * The states q, z and ∂z/∂A_ij, ∂z/∂b_i of the realisation, moved on by the Taylor polynomial of the exponential; linear
     * in the state, so that nothing is shared with Gramians.
     */
    private static final class Response {
        private static final int TERMS = 12;

        private final int rank;
        private final double[] x;
        private final double step;
        private double[] state;

        Response(int rank, double[] x, double step) {
            this.rank = rank;
            this.x = x;
            this.step = step;
            this.state = new double[1 + rank * (1 + rank * rank + rank)];
            state[0] = 1;
        }

        private double k(int i) {
            return x[rank * rank + rank + i];
        }

        double value() {
            double sum = x[x.length - 1] * state[0];
            for (int i = 0; i < rank; i++) {
                sum += k(i) * state[1 + i];
            }
            return sum;
        }

        double slope(int index) {
            int inputs = rank * rank + rank;
            if (index == x.length - 1) {
                return state[0];
            }
            if (index >= inputs) {
                return state[1 + index - inputs];
            }
            double sum = 0;
            for (int i = 0; i < rank; i++) {
                sum += k(i) * state[1 + rank * (1 + index) + i];
            }
            return sum;
        }

        void advance() {
            double[] term = state.clone();
            double[] sum = state.clone();
            for (int n = 1; n <= TERMS; n++) {
                term = rate(term);
                for (int i = 0; i < term.length; i++) {
                    term[i] *= step / n;
                    sum[i] += term[i];
                }
            }
            state = sum;
        }

        private double[] rate(double[] s) {
            double[] rate = new double[s.length];
            rate[0] = -s[0];
            int blocks = 1 + rank * rank + rank;
            for (int block = 0; block < blocks; block++) {
                for (int i = 0; i < rank; i++) {
                    int at = 1 + rank * block + i;
                    rate[at] = -s[at];
                    for (int j = 0; j < rank; j++) {
                        rate[at] += x[i * rank + j] * s[1 + rank * block + j];
                    }
                }
            }
            for (int i = 0; i < rank; i++) {
                rate[1 + i] += x[rank * rank + i] * s[0];
                for (int j = 0; j < rank; j++) {
                    rate[1 + rank * (1 + i * rank + j) + i] += s[1 + j];
                }
                rate[1 + rank * (1 + rank * rank + i) + i] += s[0];
            }
            return rate;
        }
    }

    /** The closed form at rank one, theory 5.1, also where A is singular. */
    @ParameterizedTest
    @CsvSource({"0", "0.3", "-2", "0.9"})
    void lossOfRankOneHasAClosedForm(double a) {
        double b = 0.7;
        double k = -0.4;
        double d = 0.3;
        double p = k * b;
        double expected = (d * d / 2
                        + d * p / (2 - a)
                        + p * p / (2 * (1 - a) * (2 - a))
                        - 2 * d / (1 + CSTAR)
                        - 2 * p / ((1 + CSTAR) * (1 + CSTAR - a))
                        + 1 / (2 * CSTAR))
                / 2;
        VisibleLoss loss =
                new VisibleLoss(new double[][] {{a}}, new double[] {b}, new double[] {k}, d, Filter.integrator(CSTAR));
        // a few roundings of terms of order 1
        assertThat(loss.loss()).isCloseTo(expected, within(1e-14));
    }

    /** The criterion of Routh and Hurwitz against matrices whose eigenvalues are known: similar to triangular ones. */
    @Test
    void existsWhereEveryEigenvalueOfAIsBelowOne() {
        Random random = new Random(3);
        for (int rank = 1; rank <= 3; rank++) {
            int stable = 0;
            for (int draw = 0; draw < 200; draw++) {
                double[] eigenvalues = IntStream.range(0, rank)
                        .mapToDouble(i -> 1 + 1.5 * (random.nextDouble() - 0.7))
                        .toArray();
                double[][] a = similar(eigenvalues, random);
                double[] ones = new double[rank];
                Arrays.fill(ones, 1);
                boolean expected = IntStream.range(0, rank).allMatch(i -> eigenvalues[i] < 1);
                stable += expected ? 1 : 0;
                double loss = new VisibleLoss(a, ones, ones, 1, Filter.integrator(CSTAR)).loss();
                assertThat(Double.isFinite(loss)).isEqualTo(expected);
            }
            assertThat(stable).isBetween(20, 180);
        }
    }

    /** A pair 1 + x ± iy beside a real eigenvalue. */
    @ParameterizedTest
    @CsvSource({"-0.01, true", "0.01, false"})
    void seesAPairLeaveTheStableSide(double offset, boolean stable) {
        double[][] a = {{1 + offset, -2, 0.3}, {2, 1 + offset, -0.4}, {0, 0, -1}};
        double[] ones = {1, 1, 1};
        double loss = new VisibleLoss(a, ones, ones, 1, Filter.integrator(CSTAR)).loss();
        assertThat(Double.isFinite(loss)).isEqualTo(stable);
    }

    /** Products of elementary rotations of an upper triangular matrix. */
    private static double[][] similar(double[] eigenvalues, Random random) {
        int size = eigenvalues.length;
        double[][] a = new double[size][size];
        for (int i = 0; i < size; i++) {
            a[i][i] = eigenvalues[i];
            for (int j = i + 1; j < size; j++) {
                a[i][j] = random.nextGaussian();
            }
        }
        for (int i = 0; i < size; i++) {
            for (int j = i + 1; j < size; j++) {
                double angle = random.nextDouble() * 6;
                double cos = Math.cos(angle);
                double sin = Math.sin(angle);
                for (int k = 0; k < size; k++) {
                    double x = a[i][k];
                    a[i][k] = cos * x + sin * a[j][k];
                    a[j][k] = cos * a[j][k] - sin * x;
                }
                for (int k = 0; k < size; k++) {
                    double x = a[k][i];
                    a[k][i] = cos * x + sin * a[k][j];
                    a[k][j] = cos * a[k][j] - sin * x;
                }
            }
        }
        return a;
    }
}
