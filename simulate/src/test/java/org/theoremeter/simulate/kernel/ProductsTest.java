package org.theoremeter.simulate.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.theoremeter.simulate.kernel.Held.MARGIN;
import static org.theoremeter.simulate.kernel.Held.numbers;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class ProductsTest {

    private static final int LANES = Kernel.LANES;

    /** All remainders of blocks of eight, six, five, four, three and two rows, and of columns. */
    private static final int[] ROWS = {1, 2, 3, 4, 5, 6, 7, 8, 9, 11, 12, 13, 16, 17};

    static Stream<Arguments> shapes() {
        Stream.Builder<Arguments> shapes = Stream.builder();
        for (Precision precision : Precision.values()) {
            for (int rows : ROWS) {
                for (int inner : new int[] {1, 2, 3, 18}) {
                    shapes.add(Arguments.of(precision, rows, inner));
                }
            }
        }
        return shapes.build();
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void addsTheProductOfAMatrixAndAPanel(Precision precision, int rows, int inner) {
        int stride = inner + 3;
        // inner + 1 roundings of sums of terms below 1.5²
        double roundings = (inner + 1) * (inner + 1) * 2.25;
        Held.check(
                precision,
                roundings,
                (kernel, s) -> {
                    Held.product(kernel, s[0], 3, stride, rows, inner, s[1], MARGIN, s[2], 1);
                    return 0;
                },
                s -> {
                    for (int i = 0; i < rows; i++) {
                        for (int lane = 0; lane < LANES; lane++) {
                            for (int k = 0; k < inner; k++) {
                                s[2][1 + i * LANES + lane] +=
                                        s[0][3 + i * stride + k] * s[1][MARGIN + k * LANES + lane];
                            }
                        }
                    }
                    return 0;
                },
                numbers(precision, 1, rows * stride),
                numbers(precision, 2, inner * LANES),
                numbers(precision, 3, rows * LANES));
    }

    @ParameterizedTest
    @EnumSource(Precision.class)
    void sumsAProductInTheOrderOfItsColumns(Precision precision) {
        int rows = 13;
        int inner = 19;
        Kernel kernel = KernelChoice.VECTOR.kernel(precision);
        Store m = store(kernel, numbers(precision, 1, rows * inner));
        Store x = store(kernel, numbers(precision, 2, inner * LANES));
        Store y = store(kernel, numbers(precision, 3, rows * LANES));
        double[] expected = y.copy(0, y.length());
        for (int i = 0; i < rows; i++) {
            for (int s = 0; s < LANES; s++) {
                for (int k = 0; k < inner; k++) {
                    int at = i * LANES + s;
                    expected[at] = fma(precision, m.get(i * inner + k), x.get(k * LANES + s), expected[at]);
                }
            }
        }
        Held.product(kernel, m, 0, inner, rows, inner, x, 0, y, 0);
        assertThat(y.copy(0, y.length())).containsExactly(expected);
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void addsOuterProductsOverStepsAndLanes(Precision precision, int rows, int columns) {
        int steps = 3;
        int stride = columns + 2;
        int estep = (rows + 1) * LANES;
        int xstep = (columns + 2) * LANES;
        // 48 terms, each rounded at most 3 + 4 + 1 times on its way
        double roundings = (LANES * steps + 1) * 2.25 * 8;
        Held.check(
                precision,
                roundings,
                (kernel, s) -> {
                    // a larger call before leaves its numbers in whatever the kernel keeps
                    kernel.products().outer(s[0], 0, estep, rows, s[1], 0, xstep, columns, steps, s[3], 0, stride);
                    kernel.products()
                            .outer(s[0], 2, estep, rows, s[1], MARGIN, xstep, columns, steps - 1, s[2], 1, stride);
                    return 0;
                },
                s -> {
                    outer(s[0], 0, estep, rows, s[1], 0, xstep, columns, steps, s[3], 0, stride);
                    outer(s[0], 2, estep, rows, s[1], MARGIN, xstep, columns, steps - 1, s[2], 1, stride);
                    return 0;
                },
                numbers(precision, 1, steps * estep),
                numbers(precision, 2, steps * xstep),
                numbers(precision, 3, rows * stride),
                numbers(precision, 4, rows * stride));
    }

    private static void outer(
            double[] e,
            int eo,
            int estep,
            int rows,
            double[] x,
            int xo,
            int xstep,
            int columns,
            int steps,
            double[] g,
            int go,
            int stride) {
        for (int i = 0; i < rows; i++) {
            for (int k = 0; k < columns; k++) {
                for (int t = 0; t < steps; t++) {
                    for (int s = 0; s < LANES; s++) {
                        g[go + i * stride + k] += e[eo + t * estep + i * LANES + s] * x[xo + t * xstep + k * LANES + s];
                    }
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Precision.class)
    void sumsOuterProductsOverStepsThenAddsLanesInHalves(Precision precision) {
        int rows = 6;
        int columns = 5;
        int steps = 7;
        for (KernelChoice choice : new KernelChoice[] {KernelChoice.PLAIN, KernelChoice.VECTOR}) {
            Kernel kernel = choice.kernel(precision);
            Store e = store(kernel, numbers(precision, 1, steps * rows * LANES));
            Store x = store(kernel, numbers(precision, 2, steps * columns * LANES));
            Store g = store(kernel, numbers(precision, 3, rows * columns));
            double[] expected = g.copy(0, g.length());
            for (int i = 0; i < rows; i++) {
                for (int k = 0; k < columns; k++) {
                    double[] lanes = new double[LANES];
                    for (int t = 0; t < steps; t++) {
                        for (int s = 0; s < LANES; s++) {
                            double left = e.get((t * rows + i) * LANES + s);
                            double right = x.get((t * columns + k) * LANES + s);
                            lanes[s] = fma(precision, left, right, lanes[s]);
                        }
                    }
                    int at = i * columns + k;
                    expected[at] = Held.round(precision, expected[at] + inHalves(precision, lanes));
                }
            }
            kernel.products().outer(e, 0, rows * LANES, rows, x, 0, columns * LANES, columns, steps, g, 0, columns);
            assertThat(g.copy(0, g.length())).as(choice.word()).containsExactly(expected);
        }
    }

    @ParameterizedTest
    @EnumSource(Precision.class)
    void multipliesVectorsLaneByLaneThenAddsInHalves(Precision precision) {
        int count = 7 * LANES;
        for (KernelChoice choice : new KernelChoice[] {KernelChoice.PLAIN, KernelChoice.VECTOR}) {
            Kernel kernel = choice.kernel(precision);
            Store x = store(kernel, numbers(precision, 1, count));
            Store y = store(kernel, numbers(precision, 2, count));
            double[] lanes = new double[LANES];
            for (int i = 0; i < count; i++) {
                lanes[i % LANES] = fma(precision, x.get(3 + i), y.get(MARGIN + i), lanes[i % LANES]);
            }
            assertThat(kernel.products().dot(x, 3, y, MARGIN, count))
                    .as(choice.word())
                    .isEqualTo(inHalves(precision, lanes));
        }
    }

    private static double inHalves(Precision precision, double[] lanes) {
        double[] left = lanes.clone();
        for (int half = LANES / 2; half > 0; half /= 2) {
            for (int s = 0; s < half; s++) {
                left[s] = Held.round(precision, left[s] + left[s + half]);
            }
        }
        return left[0];
    }

    @ParameterizedTest
    @EnumSource(Precision.class)
    void transposesMatricesWithStrides(Precision precision) {
        int rows = 7;
        int columns = 10;
        Held.check(
                precision,
                0,
                (kernel, s) -> {
                    kernel.products().transpose(s[0], 3, columns + 2, rows, columns, s[1], 4, rows + 1);
                    return 0;
                },
                s -> {
                    for (int i = 0; i < rows; i++) {
                        for (int k = 0; k < columns; k++) {
                            s[1][4 + k * (rows + 1) + i] = s[0][3 + i * (columns + 2) + k];
                        }
                    }
                    return 0;
                },
                numbers(precision, 1, rows * (columns + 2)),
                numbers(precision, 2, columns * (rows + 1)));
    }

    @ParameterizedTest
    @EnumSource(Precision.class)
    void addsMultiplesCopiesAndClearsAnyNumberOfNumbers(Precision precision) {
        double factor = Held.round(precision, -0.7);
        for (int count = 0; count <= 2 * LANES + 1; count++) {
            int n = count;
            Held.check(
                    precision,
                    3,
                    (kernel, s) -> {
                        kernel.products().addScaled(-0.7, s[0], 3, s[1], 1, n);
                        kernel.products().copy(s[0], 2, s[2], MARGIN, n);
                        kernel.products().zero(s[3], MARGIN, n);
                        return 0;
                    },
                    s -> {
                        for (int i = 0; i < n; i++) {
                            s[1][1 + i] += factor * s[0][3 + i];
                            s[2][MARGIN + i] = s[0][2 + i];
                            s[3][MARGIN + i] = 0;
                        }
                        return 0;
                    },
                    numbers(precision, 1, n),
                    numbers(precision, 2, n),
                    numbers(precision, 3, n),
                    numbers(precision, 4, n));
        }
    }

    @Test
    void compiledAndInterpretedGiveTheSameBits() {
        for (Precision precision : Precision.values()) {
            Kernel kernel = KernelChoice.VECTOR.kernel(precision);
            Store m = store(kernel, numbers(precision, 1, 21 * 18));
            Store x = store(kernel, numbers(precision, 2, 21 * LANES));
            double[] first = null;
            for (int call = 0; call < 1000; call++) {
                Store y = kernel.allocate(21 * LANES);
                Held.product(kernel, m, 0, 18, 21, 18, x, 0, y, 0);
                Store g = kernel.allocate(21 * 21);
                kernel.products().outer(y, 0, 0, 21, x, 0, 0, 21, 1, g, 0, 21);
                double[] found = g.copy(0, g.length());
                if (first == null) {
                    first = found;
                }
                assertThat(found).isEqualTo(first);
            }
        }
    }

    private static double fma(Precision precision, double a, double b, double c) {
        return precision == Precision.DOUBLE ? Math.fma(a, b, c) : Math.fma((float) a, (float) b, (float) c);
    }

    private static Store store(Kernel kernel, double[] numbers) {
        Store store = kernel.allocate(numbers.length);
        store.set(0, numbers);
        return store;
    }
}
