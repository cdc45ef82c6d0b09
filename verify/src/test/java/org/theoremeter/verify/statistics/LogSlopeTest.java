package org.theoremeter.verify.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.apache.commons.math3.stat.regression.SimpleRegression;
import org.junit.jupiter.api.Test;

class LogSlopeTest {

    private static final double[] X = {0.01, 0.03, 0.04, 0.2};

    @Test
    void aPowerLawHasItsExponent() {
        double[] y = Arrays.stream(X).map(x -> 7 * Math.pow(x, -2.5)).toArray();
        assertThat(new LogSlope(X).of(y)).isCloseTo(-2.5, within(1e-13)); // rounding
    }

    @Test
    void agreesWithLeastSquaresOfCommonsMath() {
        double[] y = {3, 1, 4, 1.5};
        SimpleRegression regression = new SimpleRegression();
        for (int j = 0; j < X.length; j++) {
            regression.addData(Math.log(X[j]), Math.log(y[j]));
        }
        assertThat(new LogSlope(X).of(y)).isCloseTo(regression.getSlope(), within(1e-13)); // rounding
    }

    @Test
    void localSlopesGiveWhatTheCurveTheyBelongToGives() {
        double[] y = {3, 1, 4, 1.5};
        double[] between = new double[X.length - 1];
        for (int j = 0; j < between.length; j++) {
            between[j] = Math.log(y[j + 1] / y[j]) / Math.log(X[j + 1] / X[j]);
        }
        LogSlope fit = new LogSlope(X);
        assertThat(fit.ofLocalSlopes(between)).isCloseTo(fit.of(y), within(1e-13)); // rounding
    }

    @Test
    void theErrorBoundsWhatSmallChangesDo() {
        double[] y = {3, 1, 4, 1.5};
        double[] errors = {1e-6, 2e-6, 1e-6, 3e-6};
        LogSlope fit = new LogSlope(X);
        double bound = LogSlope.errorOf(fit.weights(), y, errors);
        double worst = 0;
        for (int signs = 0; signs < 16; signs++) {
            double[] moved = y.clone();
            for (int j = 0; j < 4; j++) {
                moved[j] += ((signs >> j & 1) == 1 ? 1 : -1) * errors[j];
            }
            worst = Math.max(worst, Math.abs(fit.of(moved) - fit.of(y)));
        }
        // first order: the bound is attained by one of the corners, up to second-order terms of relative size 1e-6
        assertThat(worst).isCloseTo(bound, within(1e-5 * bound));
    }

    @Test
    void theSlopeAtAnEndIsThatOfTheParabolaThere() {
        // ln y = 3 ξ + ξ²/2 is a parabola itself: its slope at ξ is 3 + ξ
        double[] y = Arrays.stream(X)
                .map(x -> Math.exp(3 * Math.log(x) + Math.pow(Math.log(x), 2) / 2))
                .toArray();
        LogSlope fit = new LogSlope(X);
        for (int point = 0; point < X.length; point++) {
            assertThat(LogSlope.of(fit.slopeAt(point), y)).isCloseTo(3 + Math.log(X[point]), within(1e-12)); // rounding
        }
    }

    @Test
    void hasNoSlopeThroughWhatIsNotPositive() {
        assertThat(new LogSlope(X).of(new double[] {1, 0, 1, 1})).isNaN();
        assertThat(new LogSlope(X).local(new double[] {-1, -2, -3, -4})).containsOnly(Double.NaN);
        assertThatThrownBy(() -> new LogSlope(new double[] {0, 1})).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new LogSlope(new double[] {2, 2})).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void saysHowStraightAsCommonsMathDoesAndNeverStraighterThanErrorsAllow() {
        double[] y = {3, 1, 4, 1.5};
        LogSlope fit = new LogSlope(X);
        assertThat(fit.rSquared(y, new double[4])).isCloseTo(rSquared(y), within(1e-13)); // rounding
        double[] errors = {0.02, 0.01, 0.03, 0.01};
        double bound = fit.rSquared(y, errors);
        double least = 1;
        for (int signs = 0; signs < 16; signs++) {
            double[] moved = y.clone();
            for (int j = 0; j < 4; j++) {
                moved[j] += ((signs >> j & 1) == 1 ? 1 : -1) * errors[j];
            }
            least = Math.min(least, rSquared(moved));
        }
        assertThat(bound).isLessThan(least);
        // a perfect line of which each end may be wrong by a factor: R² falls by what the errors are beside its spread
        double[] line = Arrays.stream(X).map(x -> x * x).toArray();
        double[] ends = {line[0] * (1 - Math.exp(-0.01)), 0, 0, line[3] * (1 - Math.exp(-0.01))};
        double mean = Arrays.stream(line).map(Math::log).average().orElseThrow();
        double spread = Math.sqrt(Arrays.stream(line)
                .map(value -> Math.pow(Math.log(value) - mean, 2))
                .sum());
        double wrong = Math.sqrt(2) * 0.01;
        assertThat(1 - fit.rSquared(line, ends))
                .isCloseTo(Math.pow(wrong / (spread - wrong), 2), within(1e-12)); // rounding
        assertThat(fit.rSquared(new double[] {2, 2, 2, 2}, new double[4])).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(fit.rSquared(y, y)).isEqualTo(Double.NEGATIVE_INFINITY);
    }

    private static double rSquared(double[] y) {
        SimpleRegression regression = new SimpleRegression();
        for (int j = 0; j < X.length; j++) {
            regression.addData(Math.log(X[j]), Math.log(y[j]));
        }
        return regression.getRSquare();
    }
}
