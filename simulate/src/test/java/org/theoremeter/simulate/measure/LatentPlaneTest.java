package org.theoremeter.simulate.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.theoremeter.simulate.network.RankKRnn;
import org.theoremeter.simulate.network.Readout;
import org.theoremeter.simulate.random.RandomStreams;

/**
 * Two units along the axes of a rotated frame, m = R, n = g Rᵀ: with y = R κ the field falls apart into −y + g tanh(y + b) for each of
 * the two, so that its fixed points are all pairs of those of one unit: 1, or 9 for g above 1 without a bias.
 */
class LatentPlaneTest {

    /** Newton's method ends within a few roundings where slopes are of order 1. */
    private static final double PLACE = 1e-12;

    private static LatentPlane pitchforks(double gain, double turn, double... biases) {
        double c = Math.cos(turn);
        double s = Math.sin(turn);
        // y_0 = c κ_0 − s κ_1, y_1 = s κ_0 + c κ_1; m holds a column of R a latent, n a row of g Rᵀ a latent
        return new LatentPlane(
                new double[][] {{c, s}, {-s, c}}, new double[][] {{gain * c, gain * s}, {-gain * s, gain * c}}, biases);
    }

    private static List<PlaneZeros.Zero> sorted(List<PlaneZeros.Zero> zeros) {
        return zeros.stream()
                .sorted(Comparator.comparingDouble(PlaneZeros.Zero::x).thenComparingDouble(PlaneZeros.Zero::y))
                .toList();
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.3, 0.7853981633974483, 1.2, 2.5})
    void findsTheNinePairsOfTwoPitchforksInAnyFrame(double turn) {
        double gain = 1.5;
        // y = g tanh y, a contraction from above
        double fork = gain;
        for (int i = 0; i < 200; i++) {
            fork = gain * Math.tanh(fork);
        }
        PlaneZeros found = pitchforks(gain, turn, 0, 0).zeros();
        assertThat(found.undecided()).isZero();
        List<PlaneZeros.Zero> expected = new ArrayList<>();
        for (double first : new double[] {-fork, 0, fork}) {
            for (double second : new double[] {-fork, 0, fork}) {
                expected.add(new PlaneZeros.Zero(
                        Math.cos(turn) * first + Math.sin(turn) * second,
                        -Math.sin(turn) * first + Math.cos(turn) * second));
            }
        }
        assertThat(found.zeros()).hasSize(9);
        for (PlaneZeros.Zero zero : expected) {
            assertThat(found.zeros()).anyMatch(other -> Math.hypot(other.x() - zero.x(), other.y() - zero.y()) < PLACE);
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.2, 0.9, 0.999})
    void belowThePitchforkThereIsOne(double gain) {
        PlaneZeros found = pitchforks(gain, 0.3, 0, 0).zeros();
        assertThat(found.undecided()).isZero();
        assertThat(found.zeros()).hasSize(1);
        assertThat(found.zeros().get(0).x()).isCloseTo(0, within(PLACE));
    }

    /** A unit with gain 2 has three fixed points for biases below b_c = √2 − artanh(1/√2), one above; here by one of the two. */
    @ParameterizedTest
    @ValueSource(doubles = {1e-6, 1e-3, 0.1})
    void aFoldTakesAwayAPairInEachRow(double by) {
        double critical = Math.sqrt(2) - Math.log(1 + Math.sqrt(2));
        PlaneZeros before = pitchforks(2, 0.3, critical - by, 0.2).zeros();
        assertThat(before.undecided()).isZero();
        assertThat(before.zeros()).hasSize(9);
        PlaneZeros after = pitchforks(2, 0.3, critical + by, 0.2).zeros();
        assertThat(after.undecided()).isZero();
        assertThat(after.zeros()).hasSize(3);
    }

    @Test
    void atTheFoldItIsNotDecided() {
        double critical = Math.sqrt(2) - Math.log(1 + Math.sqrt(2));
        assertThat(pitchforks(2, 0.3, critical, 0.2).zeros().undecided()).isPositive();
    }

    /** F = (1 − r²) (x, y) vanishes on the unit circle, for which no number of pieces is enough. */
    @Test
    void aCurveOfFixedPointsStaysUndecided() {
        PlaneField ring = new PlaneField() {
            @Override
            public void value(double x, double y, double[] value) {
                double pull = 1 - x * x - y * y;
                value[0] = pull * x;
                value[1] = pull * y;
            }

            @Override
            public void slopes(double x, double y, double h, double k, double[] middle, double[] radius) {
                double far = Math.max(Math.abs(x) + h, Math.abs(y) + k);
                double[] at = {1 - 3 * x * x - y * y, -2 * x * y, -2 * x * y, 1 - x * x - 3 * y * y};
                for (int entry = 0; entry < 4; entry++) {
                    middle[entry] = at[entry];
                    // second derivatives are at most 6 |x| + 2 |y| and the like
                    radius[entry] = 8 * far * (h + k);
                }
            }
        };
        PlaneZeros found = PlaneZeros.of(ring, 1e-15, 2, 3);
        assertThat(found.undecided()).isPositive();
        assertThat(found.zeros()).hasSizeLessThan(2);
    }

    /**
     * Two more routes on random fields: Newton's method from a grid of 1600 starts, and the indices of a field that points inwards
     * far out, Σ sign det DF = 1.
     */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void agreesWithNewtonFromAGridAndWithTheIndex(long seed) {
        RandomStreams streams = RandomStreams.of(seed);
        int units = 12;
        double[][] m = {scaled(streams, "m0", units), scaled(streams, "m1", units)};
        double[][] n = {streams.gaussians("n0", units), streams.gaussians("n1", units)};
        LatentPlane plane = new LatentPlane(m, n, scaled(streams, "b", units));
        PlaneZeros found = plane.zeros();
        assertThat(found.undecided()).isZero();
        double[] value = new double[2];
        double[] slopes = new double[4];
        double[] radius = new double[4];
        int index = 0;
        for (PlaneZeros.Zero zero : found.zeros()) {
            plane.value(zero.x(), zero.y(), value);
            assertThat(Math.hypot(value[0], value[1])).isLessThan(PLACE);
            plane.slopes(zero.x(), zero.y(), 0, 0, slopes, radius);
            index += (int) Math.signum(slopes[0] * slopes[3] - slopes[1] * slopes[2]);
        }
        assertThat(index).isEqualTo(1);
        List<PlaneZeros.Zero> others = new ArrayList<>();
        for (int start = 0; start < 1600; start++) {
            double x = (start % 40 - 19.5) / 2;
            double y = (start / 40 - 19.5) / 2;
            for (int i = 0; i < 50; i++) {
                plane.value(x, y, value);
                plane.slopes(x, y, 0, 0, slopes, radius);
                double determinant = slopes[0] * slopes[3] - slopes[1] * slopes[2];
                x -= (slopes[3] * value[0] - slopes[1] * value[1]) / determinant;
                y -= (slopes[0] * value[1] - slopes[2] * value[0]) / determinant;
            }
            double endX = x;
            double endY = y;
            plane.value(x, y, value);
            if (Math.hypot(value[0], value[1]) < PLACE
                    && others.stream().noneMatch(other -> Math.hypot(other.x() - endX, other.y() - endY) < 1e-6)) {
                others.add(new PlaneZeros.Zero(x, y));
            }
        }
        assertThat(sorted(others)).hasSameSizeAs(found.zeros());
        for (PlaneZeros.Zero zero : others) {
            assertThat(found.zeros()).anyMatch(one -> Math.hypot(one.x() - zero.x(), one.y() - zero.y()) < 1e-9);
        }
    }

    private static double[] scaled(RandomStreams streams, String name, int count) {
        double[] numbers = streams.gaussians(name, count);
        for (int i = 0; i < count; i++) {
            numbers[i] *= 3;
        }
        return numbers;
    }

    @Test
    void enclosesItsDerivativeOverABox() {
        LatentPlane plane = new LatentPlane(
                new double[][] {{2, -1, 0.5}, {0.3, 1, -2}},
                new double[][] {{1.5, 0.7, -1}, {1, -0.4, 2}},
                new double[] {0.3, -0.4, 0.1});
        double[] middle = new double[4];
        double[] radius = new double[4];
        double[] inside = new double[4];
        double[] value = new double[2];
        double[] further = new double[2];
        plane.slopes(0.2, -0.3, 0.5, 0.25, middle, radius);
        for (int i = 0; i <= 10; i++) {
            for (int j = 0; j <= 10; j++) {
                double x = 0.2 + 0.1 * (i - 5);
                double y = -0.3 + 0.05 * (j - 5);
                // central differences: h² times third derivatives of at most 100, and roundings of 1e-16/h
                double h = 1e-5;
                for (int axis = 0; axis < 2; axis++) {
                    plane.value(x + (axis == 0 ? h : 0), y + (axis == 1 ? h : 0), value);
                    plane.value(x - (axis == 0 ? h : 0), y - (axis == 1 ? h : 0), further);
                    for (int k = 0; k < 2; k++) {
                        inside[2 * k + axis] = (value[k] - further[k]) / (2 * h);
                    }
                }
                for (int entry = 0; entry < 4; entry++) {
                    assertThat(inside[entry]).isCloseTo(middle[entry], within(radius[entry] + 1e-8));
                }
            }
        }
        plane.slopes(0.7, -0.05, 0, 0, middle, radius);
        for (int entry = 0; entry < 4; entry++) {
            assertThat(inside[entry]).isCloseTo(middle[entry], within(1e-8));
        }
    }

    @Test
    void isThatOfANetworkOfRankTwoAlone() {
        RankKRnn one = new RankKRnn(2, 1, 0, 1, 0.5, Readout.LOGISTIC);
        assertThatThrownBy(() -> LatentPlane.of(one, new double[one.layout().size()]))
                .hasMessage("found rank 1, accepted: 2, a field of the plane");
        assertThatThrownBy(() -> new LatentPlane(new double[2][3], new double[2][4], new double[3]))
                .hasMessage("found 3 weights m and 4 weights n of latent 0, accepted: one of each a unit, 3");
    }
}
