package org.theoremeter.verify.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.math3.distribution.TDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class LeastSquaresThresholdTest {

    /** Rounding of the published delays, to six decimals of a millisecond, and of the programs to 1e-8 of the delay. */
    private static final double PUBLISHED = 5e-6;

    @ParameterizedTest
    @CsvSource({"SATURATION, NL, Tstar_NL_ms", "LOGISTIC, SP, Tstar_SP_ms"})
    void givesEveryPublishedCriticalDelayFromThePublishedStart(ThresholdModel model, String outcome, String column) {
        double[] published = PublishedCounts.DELAYS.numbers(column);
        double[] rates = PublishedCounts.rates();
        assertThat(rates).hasSize(30);
        for (int i = 0; i < rates.length; i++) {
            Threshold threshold =
                    LeastSquaresThreshold.fit(model, PublishedCounts.counts(outcome, rates[i]), 0.1, 0.1, 0.95);
            assertThat(threshold).isInstanceOf(Threshold.Estimate.class);
            assertThat(((Threshold.Estimate) threshold).value())
                    .as("lr = " + rates[i])
                    .isCloseTo(published[i], within(PUBLISHED));
        }
    }

    @Test
    void tellsThatOneOfThePublishedDelaysIsALocalMinimum() {
        double[] rates = PublishedCounts.rates();
        double[] remarked = Arrays.stream(rates)
                .filter(rate -> LeastSquaresThreshold.fit(
                                        ThresholdModel.SATURATION, PublishedCounts.counts("NL", rate), 0.1, 0.1, 0.95)
                                instanceof Threshold.Estimate found
                        && !found.remark().isEmpty())
                .toArray();
        assertThat(remarked).containsExactly(rates[1]);
        BinomialCounts counts = PublishedCounts.counts("NL", rates[1]);
        Threshold.Estimate local =
                (Threshold.Estimate) LeastSquaresThreshold.fit(ThresholdModel.SATURATION, counts, 0.1, 0.1, 0.95);
        Threshold.Estimate lower =
                (Threshold.Estimate) LeastSquaresThreshold.fit(ThresholdModel.SATURATION, counts, 38, 0.006, 0.95);
        assertThat(local.remark()).contains("a local minimum", "0.06956 against 0.06971", "at 38.65");
        assertThat(lower.value()).isCloseTo(38.65, within(0.005)); // the digits of the remark
        assertThat(lower.misfit()).isLessThan(local.misfit());
        Threshold.Estimate lowest =
                (Threshold.Estimate) LeastSquaresThreshold.fit(ThresholdModel.SATURATION, counts, 0.95);
        assertThat(lowest.value()).isCloseTo(lower.value(), within(1e-4)); // of the searches
    }

    /** The sum of squares on a grid of T₀ and k that knows nothing of the search. */
    private static double lowestOnAGrid(ThresholdModel model, double[] x, double[] fractions) {
        double best = Double.POSITIVE_INFINITY;
        for (double t = x[0]; t < x[x.length - 1]; t += 2) {
            for (double k = 2e-4; k < 1; k *= 1.15) {
                for (int sign : model == ThresholdModel.LOGISTIC ? new int[] {-1, 1} : new int[] {1}) {
                    double sum = 0;
                    for (int i = 0; i < x.length; i++) {
                        double off = fractions[i] - model.fraction(x[i], t, sign * k);
                        sum += off * off;
                    }
                    best = Math.min(best, sum);
                }
            }
        }
        return best;
    }

    @ParameterizedTest
    @CsvSource({"SATURATION, NL", "LOGISTIC, SP", "LOGISTIC, NL", "LOGISTIC, LC"})
    void noPointOfAGridIsLowerThanTheLowestMinimum(ThresholdModel model, String outcome) {
        int compared = 0;
        for (double rate : PublishedCounts.rates()) {
            BinomialCounts counts = PublishedCounts.counts(outcome, rate);
            double[] x =
                    IntStream.range(0, counts.size()).mapToDouble(counts::x).toArray();
            double[] fractions = IntStream.range(0, counts.size())
                    .mapToDouble(counts::fraction)
                    .toArray();
            if (LeastSquaresThreshold.fit(model, counts, 0.95) instanceof Threshold.Estimate found) {
                assertThat(found.misfit())
                        .as(outcome + " at " + rate)
                        .isLessThanOrEqualTo(lowestOnAGrid(model, x, fractions) + 1e-9); // of the search
                assertThat(found.remark()).isEmpty();
                compared++;
            }
        }
        assertThat(compared).isGreaterThan(outcome.equals("LC") ? 0 : 28);
    }

    @Test
    void aLocalSearchThatFindsNothingNamesTheLowestMinimum() {
        BinomialCounts counts = PublishedCounts.counts("SP", PublishedCounts.rates()[3]);
        assertThat(LeastSquaresThreshold.fit(ThresholdModel.LOGISTIC, counts, 1e4, 1, 0.95))
                .isInstanceOfSatisfying(
                        Threshold.None.class,
                        none -> assertThat(none.reason())
                                .contains("from the start 10000.0, 1.0; the lowest minimum is at 51.7"));
    }

    @Test
    void theIntervalIsThatOfTheLinearisedProblem() {
        // a second route: finite differences of the curve, and the 2×2 normal equations by hand
        BinomialCounts counts = PublishedCounts.counts("SP", PublishedCounts.rates()[22]);
        Threshold.Estimate found =
                (Threshold.Estimate) LeastSquaresThreshold.fit(ThresholdModel.LOGISTIC, counts, 0.1, 0.1, 0.9);
        double t = found.value();
        double k = found.steepness();
        double tt = 0;
        double tk = 0;
        double kk = 0;
        double squares = 0;
        for (int i = 0; i < counts.size(); i++) {
            double x = counts.x(i);
            double byT = (ThresholdModel.LOGISTIC.fraction(x, t + 1e-4, k)
                            - ThresholdModel.LOGISTIC.fraction(x, t - 1e-4, k))
                    / 2e-4;
            double byK = (ThresholdModel.LOGISTIC.fraction(x, t, k + 1e-7)
                            - ThresholdModel.LOGISTIC.fraction(x, t, k - 1e-7))
                    / 2e-7;
            tt += byT * byT;
            tk += byT * byK;
            kk += byK * byK;
            squares += Math.pow(counts.fraction(i) - ThresholdModel.LOGISTIC.fraction(x, t, k), 2);
        }
        double error = Math.sqrt(kk / (tt * kk - tk * tk) * squares / (counts.size() - 2));
        double quantile = new TDistribution(counts.size() - 2).inverseCumulativeProbability(0.95);
        assertThat(found.misfit()).isCloseTo(squares, within(1e-12)); // rounding
        assertThat(found.upper() - t)
                .isCloseTo(quantile * error, within(1e-6 * error)); // the differences' second order
        assertThat(t - found.lower()).isCloseTo(quantile * error, within(1e-6 * error));
    }

    @Test
    void aStartThatLeadsOutOfTheDataGivesNoNumber() {
        double[] x = IntStream.rangeClosed(0, 9).mapToDouble(i -> i).toArray();
        double[] rising = IntStream.rangeClosed(0, 9).mapToDouble(i -> 10 + i).toArray();
        double[] trials = IntStream.rangeClosed(0, 9).mapToDouble(i -> 100).toArray();
        // from 0.1 to 0.19: the logistic reaches a half far beyond 9
        assertThat(LeastSquaresThreshold.fit(
                        ThresholdModel.LOGISTIC, new BinomialCounts(x, rising, trials), 0.1, 0.1, 0.95))
                .isInstanceOfSatisfying(
                        Threshold.None.class,
                        none -> assertThat(none.reason()).contains("outside of the data, from 0.0 to 9.0"));
    }

    @Test
    void coordinatesAtTheEndsOfTheNumbersEndTheSearch() {
        BinomialCounts counts = new BinomialCounts(
                new double[] {-1.5e308, 0, 1e308, 1.5e308}, new double[] {0, 1, 7, 9}, new double[] {9, 9, 9, 9});
        for (ThresholdModel model : ThresholdModel.values()) {
            assertThat(ThresholdMethod.LEAST_SQUARES.fit(model, counts, 0.95)).isInstanceOf(Threshold.None.class);
        }
    }

    /** In ln x a law is the same whatever the unit of x, and the logistic that of x with the logarithms as coordinates. */
    @ParameterizedTest
    @EnumSource(ThresholdModel.class)
    void onTheLogarithmicScaleALawHasNoUnit(ThresholdModel model) {
        double[] x = {0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1};
        double[] successes = {0, 1, 3, 11, 15, 18, 20};
        double[] trials = {20, 20, 20, 20, 20, 20, 20};
        double[] logarithms = Arrays.stream(x).map(Math::log).toArray();
        double[] thousands = Arrays.stream(x).map(value -> 1000 * value).toArray();
        for (ThresholdMethod method : List.of(ThresholdMethod.LEAST_SQUARES, ThresholdMethod.LIKELIHOOD)) {
            Threshold.Estimate found =
                    estimate(method, model, new BinomialCounts(Coordinate.LOG, x, successes, trials));
            Threshold.Estimate of = estimate(method, model, new BinomialCounts(logarithms, successes, trials));
            Threshold.Estimate scaled =
                    estimate(method, model, new BinomialCounts(Coordinate.LOG, thousands, successes, trials));
            double search = 1e-6; // relative, of the searches
            assertThat(found.value()).isCloseTo(Math.exp(of.value()), withinPercentage(100 * search));
            assertThat(found.lower()).isCloseTo(Math.exp(of.lower()), withinPercentage(100 * search));
            assertThat(found.upper()).isCloseTo(Math.exp(of.upper()), withinPercentage(100 * search));
            assertThat(scaled.value()).isCloseTo(1000 * found.value(), withinPercentage(100 * search));
            assertThat(scaled.steepness()).isCloseTo(found.steepness(), withinPercentage(100 * search));
            assertThat(found.logError())
                    .isCloseTo((of.upper() - of.lower()) / 2 / of.quantile(), withinPercentage(100 * search));
        }
    }

    private static Threshold.Estimate estimate(ThresholdMethod method, ThresholdModel model, BinomialCounts counts) {
        return (Threshold.Estimate) method.fit(model, counts, 0.9);
    }

    /** The published counts along e^(20 + delay/100), whose logarithm is the delay: the published start leads to the published local minimum. */
    @Test
    void aStartIsInUnitsOfTheCoordinateOnTheLogarithmicScaleToo() {
        BinomialCounts counts = PublishedCounts.counts("NL", PublishedCounts.rates()[1]);
        int n = counts.size();
        BinomialCounts powers = new BinomialCounts(
                Coordinate.LOG,
                IntStream.range(0, n)
                        .mapToDouble(i -> Math.exp(20 + counts.x(i) / 100))
                        .toArray(),
                IntStream.range(0, n).mapToDouble(counts::successes).toArray(),
                IntStream.range(0, n).mapToDouble(counts::trials).toArray());
        Threshold.Estimate local = (Threshold.Estimate)
                LeastSquaresThreshold.fit(ThresholdModel.SATURATION, powers, Math.exp(20.4005), 0.5887, 0.95);
        assertThat(100 * (Math.log(local.value()) - 20)).isCloseTo(40.054423, within(1e-3)); // of the searches
        assertThat(local.remark()).contains("a local minimum", "at 7.141e+08"); // e^20.3865
    }

    @Test
    void anOpenEndStaysOpenOnTheLogarithmicScale() {
        assertThat(Coordinate.LOG.at(Double.NEGATIVE_INFINITY)).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(Coordinate.LOG.at(Double.POSITIVE_INFINITY)).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(Coordinate.LOG.accepts(0)).isFalse();
        assertThat(Coordinate.LOG.accepts(-1)).isFalse();
        assertThat(Coordinate.LINEAR.accepts(-1)).isTrue();
    }
}
