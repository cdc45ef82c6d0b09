package org.theoremeter.verify.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.apache.commons.math3.distribution.TDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
    void tellsThatOnePublishedDelayIsALocalMinimum() {
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
}
