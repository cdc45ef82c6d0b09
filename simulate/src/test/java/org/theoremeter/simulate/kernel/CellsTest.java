package org.theoremeter.simulate.kernel;

import static org.theoremeter.simulate.kernel.Held.MARGIN;
import static org.theoremeter.simulate.kernel.Held.numbers;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every pass over cells against the formula of its Javadoc. All offsets differ, so that none can stand for another. */
class CellsTest {

    private static final int ROWS = 5;
    private static final int LANES = Kernel.LANES;
    private static final int COUNT = ROWS * LANES;

    /**
     * Roundings of a pass: fewer than ten operations on numbers below 4, and 3 or 4 units in the last place (6 or 8 roundings)
     * from each of at most four functions.
     */
    private static final double FEW = 4 * 10 + 4 * 8;

    @ParameterizedTest
    @EnumSource(Precision.class)
    void leaky(Precision precision) {
        double alpha = 0.3;
        Held.check(
                precision,
                FEW,
                (kernel, s) -> {
                    kernel.cells().leaky(s[0], 1, s[1], 2, s[2], 3, alpha, COUNT);
                    return 0;
                },
                s -> {
                    for (int i = 0; i < COUNT; i++) {
                        s[0][1 + i] = Math.tanh(s[0][1 + i]);
                        s[2][3 + i] = (1 - alpha) * s[1][2 + i] + alpha * s[0][1 + i];
                    }
                    return 0;
                },
                numbers(precision, 1, COUNT),
                numbers(precision, 2, COUNT),
                numbers(precision, 3, COUNT));
    }

    @ParameterizedTest
    @EnumSource(Precision.class)
    void leakyAdjoint(Precision precision) {
        double alpha = 0.3;
        Held.check(
                precision,
                FEW,
                (kernel, s) -> {
                    kernel.cells().leakyAdjoint(s[0], 1, s[1], 2, alpha, COUNT);
                    return 0;
                },
                s -> {
                    for (int i = 0; i < COUNT; i++) {
                        double p = s[0][1 + i];
                        s[0][1 + i] = alpha * (1 - p * p) * s[1][2 + i];
                        s[1][2 + i] *= 1 - alpha;
                    }
                    return 0;
                },
                numbers(precision, 1, COUNT),
                numbers(precision, 2, COUNT));
    }

    @ParameterizedTest
    @EnumSource(Precision.class)
    void rate(Precision precision) {
        double alpha = 0.4;
        double sigma = 0.7;
        Held.check(
                precision,
                FEW,
                (kernel, s) -> {
                    kernel.cells().rate(s[0], 1, s[1], 2, s[2], 3, s[3], 4, alpha, sigma, COUNT);
                    return 0;
                },
                s -> {
                    for (int i = 0; i < COUNT; i++) {
                        s[2][3 + i] = (1 - alpha) * s[1][2 + i] + alpha * s[0][1 + i];
                        s[3][4 + i] = Math.tanh(sigma * s[2][3 + i]) / sigma;
                    }
                    return 0;
                },
                numbers(precision, 1, COUNT),
                numbers(precision, 2, COUNT),
                numbers(precision, 3, COUNT),
                numbers(precision, 4, COUNT));
    }

    @ParameterizedTest
    @EnumSource(Precision.class)
    void rateAdjointAndTanhAdjoint(Precision precision) {
        double alpha = 0.4;
        double sigma = 0.7;
        Held.check(
                precision,
                FEW,
                (kernel, s) -> {
                    kernel.cells().rateAdjoint(s[0], 1, s[1], 2, alpha, COUNT);
                    kernel.cells().tanhAdjoint(s[2], 3, s[3], 4, sigma, s[4], MARGIN, COUNT);
                    return 0;
                },
                s -> {
                    for (int i = 0; i < COUNT; i++) {
                        s[0][1 + i] = alpha * s[1][2 + i];
                        s[1][2 + i] *= 1 - alpha;
                        double h = s[2][3 + i];
                        s[4][MARGIN + i] += (1 - sigma * sigma * h * h) * s[3][4 + i];
                    }
                    return 0;
                },
                numbers(precision, 1, COUNT),
                numbers(precision, 2, COUNT),
                numbers(precision, 3, COUNT),
                numbers(precision, 4, COUNT),
                numbers(precision, 5, COUNT));
    }

    @ParameterizedTest
    @EnumSource(Precision.class)
    void piecewise(Precision precision) {
        Held.check(
                precision,
                FEW,
                (kernel, s) -> {
                    kernel.cells().piecewise(s[0], 1, s[1], 2, s[2], 3, s[3], 4, s[4], MARGIN, ROWS);
                    return 0;
                },
                s -> {
                    for (int i = 0; i < COUNT; i++) {
                        s[3][4 + i] = s[1][2 + i / LANES] * s[2][3 + i] + s[0][1 + i];
                        s[4][MARGIN + i] = Math.max(s[3][4 + i], 0);
                    }
                    return 0;
                },
                numbers(precision, 1, COUNT),
                numbers(precision, 2, ROWS),
                numbers(precision, 3, COUNT),
                numbers(precision, 4, COUNT),
                numbers(precision, 5, COUNT));
    }

    @ParameterizedTest
    @EnumSource(Precision.class)
    void piecewiseAdjoint(Precision precision) {
        Held.check(
                precision,
                // sums of seventeen numbers, below 40 in all
                17 * 40,
                (kernel, s) -> {
                    kernel.cells().piecewiseAdjoint(s[0], 1, s[1], 2, s[2], 3, s[3], 4, s[4], MARGIN, ROWS);
                    return 0;
                },
                s -> {
                    for (int i = 0; i < COUNT; i++) {
                        s[0][1 + i] = s[3][4 + i];
                        s[4][MARGIN + i / LANES] += s[3][4 + i] * s[2][3 + i];
                        s[3][4 + i] *= s[1][2 + i / LANES];
                    }
                    return 0;
                },
                numbers(precision, 1, COUNT),
                numbers(precision, 2, ROWS),
                numbers(precision, 3, COUNT),
                numbers(precision, 4, COUNT),
                numbers(precision, 5, ROWS));
    }

    @ParameterizedTest
    @EnumSource(Precision.class)
    void rectifierAndItsAdjoint(Precision precision) {
        double[] states = numbers(precision, 1, COUNT);
        // at zero, of either sign, the slope is 0
        states[10] = 0.0;
        states[11] = -0.0;
        Held.check(
                precision,
                FEW,
                (kernel, s) -> {
                    kernel.cells().rectifier(s[0], 1, s[1], 2, COUNT);
                    kernel.cells().rectifierAdjoint(s[0], 1, s[2], 3, s[3], 4, COUNT);
                    return 0;
                },
                s -> {
                    for (int i = 0; i < COUNT; i++) {
                        double z = s[0][1 + i];
                        s[1][2 + i] = Math.max(z, 0);
                        s[3][4 + i] += z > 0 ? s[2][3 + i] : 0;
                    }
                    return 0;
                },
                states,
                numbers(precision, 2, COUNT),
                numbers(precision, 3, COUNT),
                numbers(precision, 4, COUNT));
    }

    @ParameterizedTest
    @EnumSource(Precision.class)
    void lstm(Precision precision) {
        Held.check(
                precision,
                FEW,
                (kernel, s) -> {
                    kernel.cells().lstm(s[0], 1, s[1], 2, s[2], 3, s[3], 4, s[4], MARGIN, COUNT);
                    return 0;
                },
                s -> {
                    for (int i = 0; i < COUNT; i++) {
                        double in = replace(s[0], 1 + i, false);
                        double forget = replace(s[0], 1 + COUNT + i, false);
                        double candidate = replace(s[0], 1 + 2 * COUNT + i, true);
                        double out = replace(s[0], 1 + 3 * COUNT + i, false);
                        s[2][3 + i] = forget * s[1][2 + i] + in * candidate;
                        s[3][4 + i] = Math.tanh(s[2][3 + i]);
                        s[4][MARGIN + i] = out * s[3][4 + i];
                    }
                    return 0;
                },
                numbers(precision, 1, 4 * COUNT),
                numbers(precision, 2, COUNT),
                numbers(precision, 3, COUNT),
                numbers(precision, 4, COUNT),
                numbers(precision, 5, COUNT));
    }

    private static double replace(double[] numbers, int at, boolean tanh) {
        numbers[at] = tanh ? Math.tanh(numbers[at]) : 1 / (1 + Math.exp(-numbers[at]));
        return numbers[at];
    }

    @ParameterizedTest
    @EnumSource(Precision.class)
    void lstmAdjoint(Precision precision) {
        Held.check(
                precision,
                // products of up to five numbers of at most 1.5, the gates' not being confined to (0, 1) here
                20 * Math.pow(1.5, 6),
                (kernel, s) -> {
                    kernel.cells().lstmAdjoint(s[0], 1, s[1], 2, s[2], 3, s[3], 4, s[4], MARGIN, COUNT);
                    return 0;
                },
                s -> {
                    for (int i = 0; i < COUNT; i++) {
                        double in = s[0][1 + i];
                        double forget = s[0][1 + COUNT + i];
                        double candidate = s[0][1 + 2 * COUNT + i];
                        double out = s[0][1 + 3 * COUNT + i];
                        double q = s[2][3 + i];
                        double byHidden = s[3][4 + i];
                        // h = σ(o) q and c′ = σ(f) c + σ(i) tanh(g), by the chain rule
                        double byCell = s[4][MARGIN + i] + byHidden * out * (1 - q * q);
                        s[0][1 + i] = byCell * candidate * in * (1 - in);
                        s[0][1 + COUNT + i] = byCell * s[1][2 + i] * forget * (1 - forget);
                        s[0][1 + 2 * COUNT + i] = byCell * in * (1 - candidate * candidate);
                        s[0][1 + 3 * COUNT + i] = byHidden * q * out * (1 - out);
                        s[4][MARGIN + i] = byCell * forget;
                    }
                    return 0;
                },
                numbers(precision, 1, 4 * COUNT),
                numbers(precision, 2, COUNT),
                numbers(precision, 3, COUNT),
                numbers(precision, 4, COUNT),
                numbers(precision, 5, COUNT));
    }

    @ParameterizedTest
    @EnumSource(Precision.class)
    void error(Precision precision) {
        double factor = 0.03;
        for (boolean logistic : new boolean[] {true, false}) {
            Held.check(
                    precision,
                    // the sum: 80 terms below 1.5 · 3², each rounded a few times, in double precision as a whole
                    COUNT * 1.5 * 9 * 4,
                    (kernel, s) -> kernel.cells().error(s[0], 1, s[1], 2, s[2], 3, factor, logistic, s[3], 4, COUNT),
                    s -> {
                        double sum = 0;
                        for (int i = 0; i < COUNT; i++) {
                            double o = s[0][1 + i];
                            double miss = o - s[1][2 + i];
                            sum += s[2][3 + i] * miss * miss;
                            s[3][4 + i] = 2 * factor * s[2][3 + i] * miss * (logistic ? o * (1 - o) : 1);
                        }
                        return sum;
                    },
                    numbers(precision, 1, COUNT),
                    numbers(precision, 2, COUNT),
                    numbers(precision, 3, COUNT),
                    numbers(precision, 4, COUNT));
        }
    }

    @ParameterizedTest
    @EnumSource(Precision.class)
    void changeOfTheLanesThatCount(Precision precision) {
        double factor = 0.2;
        double[] mask = new double[LANES];
        for (int s = 0; s < LANES; s += 3) {
            mask[s] = 1;
        }
        Held.check(
                precision,
                COUNT * 9 * 4,
                (kernel, s) -> kernel.cells().change(s[0], 1, s[1], 2, s[2], factor, s[3], 4, COUNT),
                s -> {
                    double sum = 0;
                    for (int i = 0; i < COUNT; i++) {
                        double difference = s[1][2 + i] - s[0][1 + i];
                        if (i % LANES % 3 == 0) {
                            sum += difference * difference;
                            s[3][4 + i] += 2 * factor * difference;
                        }
                    }
                    return sum;
                },
                numbers(precision, 1, COUNT),
                numbers(precision, 2, COUNT),
                mask,
                numbers(precision, 3, COUNT));
    }
}
