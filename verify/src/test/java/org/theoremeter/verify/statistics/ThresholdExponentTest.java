package org.theoremeter.verify.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.theoremeter.verify.statistics.ThresholdExponent.Direction.CONTROL;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.apache.commons.math3.distribution.TDistribution;
import org.apache.commons.math3.random.RandomGenerator;
import org.apache.commons.math3.random.Well19937c;
import org.apache.commons.math3.stat.regression.SimpleRegression;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ThresholdExponentTest {

    private static final double[] X =
            IntStream.range(0, 9).mapToDouble(i -> 0.375 * i).toArray();
    private static final double[] Y = {1.1801, 0.9347, 0.6453, 0.3508, 0.1909, -0.075, -0.0698, 0.0434, -0.4234};
    private static final double[] ERRORS =
            IntStream.range(0, 9).mapToDouble(i -> 0.05 + 0.02 * i).toArray();
    private static final double[] QUARTER =
            Arrays.stream(ERRORS).map(error -> error / 4).toArray();

    private static double[] exact(int n) {
        return new double[n];
    }

    /** The published exponents (STM, Fig. 4) from the published critical delays, to the digits given. */
    @ParameterizedTest
    @CsvSource({
        "Tstar_NL_ms, 30, -2.7215, 0.0685, 0.983",
        "Tstar_SP_ms, 25, -4.0535, 0.1031, 0.985",
        "Tstar_SP_ms, 30, -4.78, 0.17, 0.964"
    })
    void theOrdinaryRegressionGivesThePublishedExponents(
            String column, int largest, double slope, double error, double rSquared) {
        LogRegression regression = LogRegression.of(
                Arrays.copyOf(PublishedCounts.DELAYS.numbers(column), largest),
                Arrays.copyOf(PublishedCounts.rates(), largest));
        assertThat(regression.points()).isEqualTo(largest);
        assertThat(regression.slope()).isCloseTo(slope, within(Math.abs(slope) > 4.5 ? 0.005 : 5e-5));
        assertThat(regression.error()).isCloseTo(error, within(error > 0.15 ? 0.005 : 5e-5));
        assertThat(regression.rSquared()).isCloseTo(rSquared, within(5e-4));
    }

    /** Pearson's data with York's weights, both coordinates in error: York, Can. J. Phys. 44 (1966) 1079; scipy 1.17.1 odr agrees. */
    @Test
    void errorsInBothCoordinatesGiveTheLineOfYork() {
        double[] x = {0, 0.9, 1.8, 2.6, 3.3, 4.4, 5.2, 6.1, 6.5, 7.4};
        double[] y = {5.9, 5.4, 4.4, 4.6, 3.5, 3.7, 2.8, 2.8, 2.4, 1.5};
        double[] xErrors = DoubleStream.of(1000, 1000, 500, 800, 200, 80, 60, 20, 1.8, 1)
                .map(weight -> 1 / Math.sqrt(weight))
                .toArray();
        double[] yErrors = DoubleStream.of(1, 1.8, 4, 8, 20, 20, 70, 70, 100, 500)
                .map(weight -> 1 / Math.sqrt(weight))
                .toArray();
        // χ² = 11.8663 of 8 degrees of freedom: York's line itself has no scatter, so errors large enough to need none
        double wide = 2;
        ErrorLine line = ErrorLine.fit(x, scaled(xErrors, wide), y, scaled(yErrors, wide), 0.95);
        assertThat(line.scatter()).isZero();
        assertThat(line.slope()).isCloseTo(-0.480533407, within(5e-9));
        assertThat(line.intercept()).isCloseTo(5.47991022, within(5e-8));
        assertThat(line.misfit()).isCloseTo(11.866353196 / 8 / (wide * wide), within(1e-8));
        ErrorLine turned = ErrorLine.fit(y, scaled(yErrors, wide), x, scaled(xErrors, wide), 0.95);
        assertThat(1 / turned.slope()).as("the axes are alike").isCloseTo(line.slope(), within(1e-8));
        assertThat(1 / turned.lower()).isCloseTo(line.upper(), within(1e-7));
        assertThat(1 / turned.upper()).isCloseTo(line.lower(), within(1e-7));
    }

    private static double[] scaled(double[] values, double by) {
        return Arrays.stream(values).map(value -> by * value).toArray();
    }

    @Test
    void withoutErrorsTheLineIsOrdinaryRegressionAndItsIntervalThatOfStudent() {
        SimpleRegression regression = new SimpleRegression();
        IntStream.range(0, X.length).forEach(i -> regression.addData(X[i], Y[i]));
        ErrorLine line = ErrorLine.fit(X, exact(9), Y, exact(9), 0.95);
        double half = new TDistribution(7).inverseCumulativeProbability(0.975) * regression.getSlopeStdErr();
        double search = 1e-8; // of the search for the slope
        assertThat(line.slope()).isCloseTo(regression.getSlope(), within(search));
        assertThat(line.intercept()).isCloseTo(regression.getIntercept(), within(search));
        assertThat(line.upper()).isCloseTo(regression.getSlope() + half, within(search));
        assertThat(line.lower()).isCloseTo(regression.getSlope() - half, within(search));
        assertThat(line.scatter()).isCloseTo(Math.sqrt(regression.getMeanSquareError()), within(search));
        assertThat(line.misfit()).isInfinite();
    }

    /** Against numpy 2.4.6: polyfit with weights 1/√(σ² + τ²), unscaled covariance, τ by scipy 1.17.1 brentq. */
    @Test
    void scatterBeyondTheErrorsIsFoundAndWeighsIn() {
        ErrorLine line = ErrorLine.fit(X, exact(9), Y, QUARTER, 0.95);
        double digits = 1e-7; // of the search
        assertThat(line.scatter()).isCloseTo(0.15603977825, within(digits));
        assertThat(line.slope()).isCloseTo(-0.4890707, within(digits));
        assertThat(line.intercept()).isCloseTo(1.04161586, within(digits));
        assertThat(line.misfit()).isCloseTo(21.874971405846388, within(1e-6));
        assertThat(line.lower()).isCloseTo(-0.6195185208152894, within(digits));
    }

    /** Against numpy 2.4.6: polyfit of degree 2 with weights, its covariance scaled by χ²/dof, scipy 1.17.1 stats.t. */
    @Test
    void aBendHasTheIntervalOfTheWeightedParabola() {
        Bend bend = Bend.of(X, Y, ERRORS, 0.95);
        assertThat(bend.quadratic()).isCloseTo(0.11658581, within(1e-8));
        assertThat(bend.lower()).isCloseTo(0.031107147006909405, within(1e-9));
        assertThat(bend.upper()).isCloseTo(0.20206447908412412, within(1e-9));
        assertThat(bend.seen()).isTrue();
        assertThat(bend.slopeAtLeast()).isCloseTo(-0.48743042 - 2 * 0.11658581 * 1.5, within(5e-8));
        assertThat(bend.slopeAtLargest()).isCloseTo(-0.48743042 + 2 * 0.11658581 * 1.5, within(5e-8));
        Bend scattered = Bend.of(X, Y, QUARTER, 0.95);
        double half = new TDistribution(6).inverseCumulativeProbability(0.975) * 0.05099711023460462;
        assertThat(scattered.quadratic()).isCloseTo(0.1170442, within(1e-7));
        assertThat(scattered.upper() - scattered.quadratic()).isCloseTo(half, within(1e-7));
    }

    @Test
    void aBendWithinTheStatedErrorsIsNoneBeyondThem() {
        double[] wide = Arrays.stream(ERRORS).map(error -> 4 * error).toArray();
        Bend bend = Bend.of(X, Y, wide, 0.95);
        assertThat(bend.seen()).as("the points scatter less than that").isTrue();
        assertThat(bend.beyondErrors()).isFalse();
        assertThat(Bend.of(X, Y, Arrays.stream(ERRORS).map(error -> error / 2).toArray(), 0.95)
                        .beyondErrors())
                .isTrue();
    }

    /**
     * Straight lines with noise of unknown size: of 1,000, the 90 % intervals of slope and bend leave the truth out in 100 ± 9.5, so
     * that a count outside of 65 … 135 has a probability below 3e-4.
     */
    @Test
    void intervalsCoverTheTruthAsOftenAsTheySay() {
        RandomGenerator random = new Well19937c(20_250_612);
        int slopes = 0;
        int bends = 0;
        for (int trial = 0; trial < 1000; trial++) {
            double[] y = IntStream.range(0, 9)
                    .mapToDouble(i -> 2 - 0.4 * X[i] + 0.3 * ERRORS[i] * random.nextGaussian())
                    .toArray();
            ErrorLine line = ErrorLine.fit(X, exact(9), y, ERRORS, 0.9);
            slopes += line.lower() > -0.4 || line.upper() < -0.4 ? 1 : 0;
            bends += Bend.of(X, y, ERRORS, 0.9).seen() ? 1 : 0;
        }
        assertThat(slopes).isBetween(65, 135);
        assertThat(bends).isBetween(65, 135);
    }

    private static List<ThresholdExponent.Point> points(double exponent, double... controls) {
        List<ThresholdExponent.Point> points = new ArrayList<>();
        for (int i = 0; i < controls.length; i++) {
            // alternately two per cent above and below
            double value = 5 * Math.pow(controls[i], -1 / exponent) * (i % 2 == 0 ? 1.02 : 0.98);
            points.add(new ThresholdExponent.Point(
                    controls[i], new Threshold.Estimate(value, value / 1.05, value * 1.05, 2, 1, 1, "")));
        }
        return points;
    }

    @Test
    void theExponentHasTheUnitOfNeitherAxis() {
        List<ThresholdExponent.Point> points = points(3, 0.001, 0.003, 0.01, 0.04, 0.1);
        List<ThresholdExponent.Point> other = points.stream()
                .map(point -> new ThresholdExponent.Point(
                        7 * point.control(),
                        new Threshold.Estimate(
                                0.1 * point.threshold().value(),
                                0.1 * point.threshold().lower(),
                                0.1 * point.threshold().upper(),
                                2,
                                1,
                                1,
                                "")))
                .toList();
        ThresholdExponent law = ThresholdExponent.of(points, CONTROL, 0.95);
        ThresholdExponent scaled = ThresholdExponent.of(other, CONTROL, 0.95);
        assertThat(law.ordinary().slope()).isBetween(-3.1, -2.9);
        assertThat(scaled.ordinary().slope()).isCloseTo(law.ordinary().slope(), within(1e-12)); // rounding
        assertThat(scaled.line().orElseThrow().lower())
                .isCloseTo(law.line().orElseThrow().lower(), within(1e-8)); // of the search
        assertThat(scaled.bend().orElseThrow().quadratic())
                .isCloseTo(law.bend().orElseThrow().quadratic(), within(1e-10)); // rounding
        double[] interval = CONTROL.exponents(
                law.line().orElseThrow().lower(), law.line().orElseThrow().upper());
        assertThat(interval[0]).isLessThan(3).isPositive();
        assertThat(interval[1]).isGreaterThan(3);
    }

    @Test
    void anExactLawIsFoundExactly() {
        List<ThresholdExponent.Point> points = new ArrayList<>();
        for (double control : new double[] {1, 2, 4, 8, 16}) {
            double value = Math.pow(control, -0.5);
            points.add(new ThresholdExponent.Point(control, new Threshold.Estimate(value, value, value, 2, 1, 1, "")));
        }
        ThresholdExponent law = ThresholdExponent.of(points, CONTROL, 0.95);
        assertThat(law.ordinary().slope()).isCloseTo(-2, within(1e-12)); // rounding
        assertThat(law.line().orElseThrow().slope()).isCloseTo(-0.5, within(1e-9)); // of the search
        assertThat(law.bend().orElseThrow().quadratic()).isCloseTo(0, within(1e-10)); // rounding
    }

    @Test
    void theErrorOfALogarithmIsWhatItsIntervalReachesOverTheQuantile() {
        double lower = Math.exp(1.8);
        double upper = Math.exp(2.4);
        assertThat(new Threshold.Estimate(8, lower, upper, 2, 1, 1, "").logError())
                .isCloseTo(0.15, within(1e-12)); // rounding
        assertThat(new Threshold.Estimate(8, 0, upper, 2, 1, 1, "").logError()).isNaN();
        assertThat(new Threshold.Estimate(8, lower, Double.POSITIVE_INFINITY, 2, 1, 1, "").logError())
                .isNaN();
    }

    @Test
    void openIntervalsDoNotWeighIn() {
        List<ThresholdExponent.Point> points = new ArrayList<>(points(3, 0.001, 0.003, 0.01, 0.04, 0.1));
        points.set(
                4,
                new ThresholdExponent.Point(
                        0.1, new Threshold.Estimate(10, Double.NEGATIVE_INFINITY, 20, 2, 1, 1, "")));
        ThresholdExponent law = ThresholdExponent.of(points, CONTROL, 0.95);
        assertThat(law.ordinary().points()).isEqualTo(5);
        assertThat(law.weighted()).isEqualTo(4);
        assertThat(law.line()).isPresent();
        points.set(3, new ThresholdExponent.Point(0.04, new Threshold.Estimate(10, -1, 20, 2, 1, 1, "")));
        points.set(2, new ThresholdExponent.Point(0.01, new Threshold.Estimate(12, -1, 20, 2, 1, 1, "")));
        assertThat(ThresholdExponent.of(points, CONTROL, 0.95).line()).isEmpty();
    }

    @Test
    void aSlopeThatMayBeZeroLeavesTheExponentOpen() {
        assertThat(CONTROL.exponents(-0.5, -0.25)).containsExactly(2, 4);
        assertThat(CONTROL.exponents(-0.5, 0.1)).containsExactly(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
    }

    @Test
    void oneOrTwoPointsAreRefused() {
        assertThat(ThresholdExponent.obstacle(points(3, 0.1))).contains("1 threshold, at least 3 needed");
        assertThat(ThresholdExponent.obstacle(points(3, 0.1, 0.2))).contains("2 thresholds, at least 3 needed");
        assertThat(ThresholdExponent.obstacle(points(3, 0.1, 0.2, 0.3))).isEmpty();
        assertThatThrownBy(() -> ThresholdExponent.of(points(3, 0.1, 0.2), CONTROL, 0.95))
                .hasMessageContaining("at least 3 needed");
        assertThatThrownBy(() -> LogRegression.of(new double[] {1, 2}, new double[] {1, 2}))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Bend.of(new double[] {1, 2, 3}, new double[] {1, 2, 4}, exact(3), 0.95))
                .hasMessageContaining("at least 4 points");
        assertThatThrownBy(() -> LogRegression.of(new double[] {1, 2, -3}, new double[] {1, 2, 3}))
                .hasMessageContaining("(-3.0, 3.0)");
    }
}
