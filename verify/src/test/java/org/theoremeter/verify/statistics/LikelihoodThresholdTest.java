package org.theoremeter.verify.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.Arrays;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.math3.distribution.BetaDistribution;
import org.apache.commons.math3.distribution.BinomialDistribution;
import org.apache.commons.math3.random.RandomGenerator;
import org.apache.commons.math3.random.Well19937c;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class LikelihoodThresholdTest {

    private static final double[] X =
            IntStream.rangeClosed(0, 20).mapToDouble(i -> 20 * i).toArray();

    private static Threshold.Estimate estimate(ThresholdModel model, BinomialCounts counts, double confidence) {
        return (Threshold.Estimate) LikelihoodThreshold.fit(model, counts, confidence);
    }

    private static double[] all(double value) {
        return DoubleStream.generate(() -> value).limit(X.length).toArray();
    }

    /**
     * Published counts, against scipy 1.17.1 (numpy 2.4.6): {@code minimize(method='Nelder-Mead')} of the joint likelihood from 6 to
     * 16 starts, {@code minimize_scalar} for the profile, {@code brentq} for its ends, {@code scipy.stats.f} for the quantile.
     */
    @ParameterizedTest
    @CsvSource({
        "SATURATION, NL, 0, 30.87691, 0.0061123, 1.69651, 19.6505, 37.3639",
        "SATURATION, NL, 24, 160.00000, 0.0050304, 1.14168, 154.5819, 171.7425",
        "SATURATION, NL, 29, 239.01562, 0.0043482, 4.15297, 222.7600, 240.0000",
        "LOGISTIC, SP, 0, 54.10191, -0.0394646, 1.13238, 48.6915, 59.3215",
        "LOGISTIC, SP, 22, 114.92915, -0.0157539, 2.58769, 101.0688, 127.9335"
    })
    void agreesWithScipy(
            ThresholdModel model,
            String outcome,
            int rate,
            double threshold,
            double steepness,
            double dispersion,
            double lower,
            double upper) {
        Threshold.Estimate found =
                estimate(model, PublishedCounts.counts(outcome, PublishedCounts.rates()[rate]), 0.95);
        // the digits given, and of a peak the root of the rounding of its likelihood
        assertThat(found.value()).isCloseTo(threshold, within(2e-5));
        assertThat(found.steepness()).isCloseTo(steepness, within(1e-7));
        assertThat(found.misfit()).isCloseTo(dispersion, within(2e-5));
        assertThat(found.lower()).isCloseTo(lower, within(2e-4));
        assertThat(found.upper()).isCloseTo(upper, within(2e-4));
    }

    @ParameterizedTest
    @CsvSource({"SATURATION, NL, 5", "LOGISTIC, SP, 12"})
    void anotherUnitOfTheCoordinateChangesNothingButTheUnit(ThresholdModel model, String outcome, int rate) {
        BinomialCounts counts = PublishedCounts.counts(outcome, PublishedCounts.rates()[rate]);
        double unit = 1e-3;
        double shift = 7;
        double[] moved = IntStream.range(0, counts.size())
                .map(i -> counts.size() - 1 - i) // the order of the grid points does not matter either
                .mapToDouble(i -> unit * counts.x(i) + shift)
                .toArray();
        double[] successes = IntStream.range(0, counts.size())
                .mapToDouble(i -> counts.successes(counts.size() - 1 - i))
                .toArray();
        Threshold.Estimate one = estimate(model, counts, 0.9);
        Threshold.Estimate other = estimate(model, new BinomialCounts(moved, successes, all(100)), 0.9);
        double rounding = 1e-6 * unit * counts.span(); // of the search, 1e-9 of the span, and of a flat peak
        assertThat(other.value()).isCloseTo(unit * one.value() + shift, within(rounding));
        assertThat(other.lower()).isCloseTo(unit * one.lower() + shift, within(rounding));
        assertThat(other.upper()).isCloseTo(unit * one.upper() + shift, within(rounding));
        assertThat(other.misfit()).isCloseTo(one.misfit(), within(1e-6));
    }

    @Test
    void aFallingLogisticIsARisingOneOfTheOtherOutcome() {
        BinomialCounts counts = PublishedCounts.counts("SP", PublishedCounts.rates()[3]);
        double[] others = IntStream.range(0, counts.size())
                .mapToDouble(i -> counts.trials(i) - counts.successes(i))
                .toArray();
        Threshold.Estimate falling = estimate(ThresholdModel.LOGISTIC, counts, 0.95);
        Threshold.Estimate rising = estimate(ThresholdModel.LOGISTIC, new BinomialCounts(X, others, all(100)), 0.95);
        assertThat(rising.value()).isCloseTo(falling.value(), within(1e-4)); // of the search
        assertThat(rising.steepness()).isCloseTo(-falling.steepness(), within(1e-7));
        assertThat(rising.upper()).isCloseTo(falling.upper(), within(1e-4));
    }

    /**
     * Intervals at 90 % from 400 synthetic tables with a known threshold. With a coverage from 0.90 to 0.925, as 2,000 tables of each
     * kind gave, one of these counts leaves 338 … 389 with a probability below 4e-4.
     */
    @ParameterizedTest
    @CsvSource({"SATURATION, 107, 0.006, 1", "LOGISTIC, 107, -0.03, 1", "LOGISTIC, 107, -0.03, 4"})
    void intervalsCoverTheTruthAsOftenAsTheySay(ThresholdModel model, double threshold, double steepness, int alike) {
        RandomGenerator random = new Well19937c(20_250_611);
        int covered = 0;
        for (int table = 0; table < 400; table++) {
            // networks that come out alike in groups of four scatter four times as much as their number says
            double[] successes = Arrays.stream(X)
                    .map(x -> model.fraction(x, threshold, steepness))
                    .map(p -> p == 0 ? 0 : alike * new BinomialDistribution(random, 100 / alike, p).sample())
                    .toArray();
            Threshold.Estimate found = estimate(model, new BinomialCounts(X, successes, all(100)), 0.9);
            covered += found.lower() <= threshold && threshold <= found.upper() ? 1 : 0;
        }
        assertThat(covered).isBetween(338, 389);
    }

    @Test
    void countsWithoutNoiseGiveBackTheirCurve() {
        double[] trials = all(1e9);
        double[] successes = Arrays.stream(X)
                .map(x -> Math.rint(1e9 * ThresholdModel.SATURATION.fraction(x, 93, 0.01)))
                .toArray();
        Threshold.Estimate found = estimate(ThresholdModel.SATURATION, new BinomialCounts(X, successes, trials), 0.95);
        // rounding to 1e-9 of a fraction, over a slope of 0.01 a unit
        assertThat(found.value()).isCloseTo(93, within(1e-5));
        assertThat(found.steepness()).isCloseTo(0.01, within(1e-8));
        assertThat(found.misfit()).isLessThan(1e-3);
    }

    @Test
    void oneStraySuccessHardlyWidensTheInterval() {
        double[] clean = Arrays.stream(X)
                .map(x -> Math.rint(100 * ThresholdModel.LOGISTIC.fraction(x, 107, -0.06)))
                .toArray();
        double[] stray = clean.clone();
        stray[19] = 1; // expected: 1.6e-6; Pearson's X² alone would be over 1e5
        assertThat(clean[19]).isZero();
        Threshold.Estimate without = estimate(ThresholdModel.LOGISTIC, new BinomialCounts(X, clean, all(100)), 0.95);
        Threshold.Estimate with = estimate(ThresholdModel.LOGISTIC, new BinomialCounts(X, stray, all(100)), 0.95);
        assertThat(with.misfit()).isBetween(0.2, 3.0);
        assertThat(with.upper() - with.lower()).isLessThan(2 * (without.upper() - without.lower()));
    }

    static Stream<Arguments> without() {
        double[] ten = {10, 10, 10, 10};
        return Stream.of(
                arguments(
                        ThresholdModel.LOGISTIC, new double[] {0, 0, 0, 0}, "the fraction is 0.0 at every grid point"),
                arguments(ThresholdModel.SATURATION, ten, "the fraction is 1.0 at every grid point"),
                arguments(
                        ThresholdModel.LOGISTIC, new double[] {5, 5, 5, 5}, "the fraction is 0.5 at every grid point"),
                arguments(
                        ThresholdModel.LOGISTIC, new double[] {0, 0, 10, 10}, "from 0.0 at 1.0 straight to 1.0 at 2.0"),
                arguments(
                        ThresholdModel.SATURATION,
                        new double[] {0, 0, 0, 10},
                        "from 0.0 at 2.0 straight to 1.0 at 3.0"),
                arguments(
                        ThresholdModel.SATURATION,
                        new double[] {1, 2, 3, 4},
                        "0.1 already at the least coordinate, 0.0"),
                arguments(ThresholdModel.LOGISTIC, new double[] {1, 1, 2, 2}, "outside of the data, from 0.0 to 3.0"),
                arguments(
                        ThresholdModel.LOGISTIC,
                        new double[] {5, 4, 6, 5},
                        "may as well come from one fraction everywhere"));
    }

    @ParameterizedTest
    @MethodSource("without")
    void saysWhyThereIsNoThreshold(ThresholdModel model, double[] successes, String reason) {
        BinomialCounts counts = new BinomialCounts(new double[] {0, 1, 2, 3}, successes, new double[] {10, 10, 10, 10});
        assertThat(LikelihoodThreshold.fit(model, counts, 0.95))
                .isInstanceOfSatisfying(
                        Threshold.None.class, none -> assertThat(none.reason()).contains(reason));
    }

    /** Most of a rise may lie beyond the data; a threshold near their end is still found (scipy 1.17.1, Nelder–Mead: 38.8209). */
    @Test
    void aRiseAtTheEndOfTheDataIsEnough() {
        BinomialCounts counts = new BinomialCounts(
                new double[] {0, 10, 20, 30, 40}, new double[] {0, 0, 0, 3, 11}, new double[] {20, 20, 20, 20, 20});
        assertThat(estimate(ThresholdModel.LOGISTIC, counts, 0.95).value())
                .isCloseTo(38.8209, within(5e-5)); // digits given
    }

    @Test
    void twoGridPointsAreTooFew() {
        BinomialCounts counts = new BinomialCounts(new double[] {0, 1}, new double[] {0, 5}, new double[] {10, 10});
        Threshold none = new Threshold.None("2 grid points, at least 3 needed");
        assertThat(LikelihoodThreshold.fit(ThresholdModel.LOGISTIC, counts, 0.95))
                .isEqualTo(none);
        assertThat(LeastSquaresThreshold.fit(ThresholdModel.LOGISTIC, counts, 0.1, 0.1, 0.95))
                .isEqualTo(none);
    }

    @Test
    void aStepAtOneGridPointStaysNextToIt() {
        BinomialCounts counts = new BinomialCounts(
                new double[] {0, 1, 2, 3, 4}, new double[] {0, 0, 4, 10, 10}, new double[] {10, 10, 10, 10, 10});
        Threshold.Estimate found = estimate(ThresholdModel.LOGISTIC, counts, 0.95);
        assertThat(found.value()).isBetween(1.9, 2.1);
        assertThat(found.lower()).isBetween(1.0, 2.0);
        assertThat(found.upper()).isBetween(2.0, 3.0);
    }

    @Test
    void impossibleCountsAreRefused() {
        double[] x = {0, 1, 2};
        double[] ten = {10, 10, 10};
        assertThatThrownBy(() -> new BinomialCounts(x, new double[] {0, 11, 3}, ten))
                .hasMessageContaining("11.0 of 10.0");
        assertThatThrownBy(() -> new BinomialCounts(x, new double[] {0, 1.5, 3}, ten))
                .hasMessageContaining("1.5 of 10.0");
        assertThatThrownBy(() -> new BinomialCounts(x, x, new double[] {0, 9, 9}))
                .hasMessageContaining("0.0 of 0.0");
        assertThatThrownBy(() -> new BinomialCounts(new double[] {0, 1, 1}, x, ten))
                .hasMessageContaining("different: 1.0");
        assertThatThrownBy(() -> new BinomialCounts(x, ten, new double[2])).hasMessageContaining("3, 3, 2");
        assertThatThrownBy(() -> new BinomialCounts(new double[] {0, 1, Double.NaN}, x, ten))
                .hasMessageContaining("finite");
    }

    /**
     * Of 40 trials a grid point, with probabilities drawn from a beta distribution of intraclass correlation ρ, few grid points
     * scatter where the threshold is steep: as independent trials, intervals of 90 % cover the truth in 56 to 84 % of cases. Taken for
     * dependent ones they must cover it in 87 %; 1,000 tables have a standard deviation of 1 %.
     */
    @ParameterizedTest
    @CsvSource({
        "LOGISTIC, 2, 0.3",
        "LOGISTIC, 2, 0",
        "LOGISTIC, 0.5, 0.3",
        "SATURATION, 2, 0.3",
        "SATURATION, 0.5, 0.05"
    })
    void countsThatSucceedTogetherAreCoveredWhereTheyAreTakenForSuch(
            ThresholdModel model, double steepness, double correlation) {
        RandomGenerator random = new Well19937c(20_261_130);
        int covered = 0;
        int found = 0;
        for (int table = 0; table < 1000; table++) {
            double truth = 6 + random.nextDouble();
            double[] x = new double[12];
            double[] successes = new double[12];
            for (int i = 0; i < x.length; i++) {
                x[i] = i + 1;
                double chance = model.fraction(x[i], truth, steepness);
                if (correlation > 0 && chance > 1e-6 && chance < 1 - 1e-6) {
                    double size = 1 / correlation - 1;
                    chance = new BetaDistribution(random, chance * size, (1 - chance) * size).sample();
                }
                for (int trial = 0; trial < 40; trial++) {
                    successes[i] += random.nextDouble() < chance ? 1 : 0;
                }
            }
            if (LikelihoodThreshold.fitDependent(model, new BinomialCounts(x, successes, all(x.length, 40)), 0.9)
                    instanceof Threshold.Estimate estimate) {
                found++;
                covered += estimate.lower() <= truth && truth <= estimate.upper() ? 1 : 0;
            }
        }
        assertThat(found).isGreaterThan(500);
        assertThat(covered / (double) found).isGreaterThan(0.87);
    }

    private static double[] all(int points, double trials) {
        double[] all = new double[points];
        Arrays.fill(all, trials);
        return all;
    }

    /** Between 10 and 20 the fraction goes from 0 to 0.99: it may do so at any place between, as steeply as it must. */
    @Test
    void aStepMayStandAnywhereBetweenItsGridPoints() {
        Threshold.Estimate step = estimate(
                ThresholdModel.LOGISTIC,
                new BinomialCounts(new double[] {10, 20, 30, 40}, new double[] {0, 99, 100, 100}, all(4, 100)),
                0.95);
        assertThat(step.upper()).isBetween(19.99, 20.0);
        assertThat(step.lower()).isBetween(10.0, 15.0);
    }
}
