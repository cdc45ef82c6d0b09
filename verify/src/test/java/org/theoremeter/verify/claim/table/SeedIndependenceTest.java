package org.theoremeter.verify.claim.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.theoremeter.simulate.experiment.Measurement;
import org.theoremeter.simulate.experiment.Observation;

/** Signs that seeds are not independent, and how seldom independent ones show them. */
class SeedIndependenceTest {

    private static Map<String, String> dependent(double[]... points) {
        List<Double> seeds =
                IntStream.range(0, points[0].length).mapToObj(i -> (double) i).toList();
        List<List<Observation>> byPoint = new ArrayList<>();
        List<String> labels = new ArrayList<>();
        for (double[] point : points) {
            labels.add("x = " + labels.size());
            byPoint.add(DoubleStream.of(point)
                    .mapToObj(value -> Observation.of(Map.of("y", new Measurement.Scalar(value, 0))))
                    .toList());
        }
        return new SeedIndependence(seeds, labels).dependent(List.of("y"), byPoint);
    }

    private static double[] drawn(Random random, int n, DoubleUnaryOperator of) {
        return random.doubles(n).map(of).toArray();
    }

    private static double rounded(double value, double step) {
        return Math.rint(value / step) * step;
    }

    @Test
    void copiesAtOnePointOfTheGridAreFound() {
        Random random = new Random(1);
        double[] fine = drawn(random, 20, u -> u);
        double[] copied = drawn(random, 20, u -> u);
        System.arraycopy(copied, 0, copied, 14, 6);
        assertThat(dependent(fine)).isEmpty();
        assertThat(dependent(fine, copied).get("y"))
                .contains("the same to the last digit for the seeds 0.0 and 14.0", "at x = 1");
    }

    @Test
    void jitteredCopiesAreFound() {
        double[] values = drawn(new Random(2), 20, u -> 1 + u);
        for (int i = 15; i < 20; i++) {
            values[i] = values[i - 15] * (1 + 1e-9 * i);
        }
        assertThat(dependent(values).get("y")).contains("nearer to each other than independent seeds ever come");
    }

    @Test
    void roundedCopiesAreFoundWhereThereAreMany() {
        double[] values = drawn(new Random(3), 20, u -> rounded(u, 0.001));
        for (int i = 14; i < 20; i++) {
            values[i] = values[5];
        }
        assertThat(dependent(values).get("y")).contains("so that some are copies");
    }

    @Test
    void aChainIsFound() {
        double[] chain = new double[60];
        Random random = new Random(4);
        for (int i = 1; i < chain.length; i++) {
            chain[i] = 0.9 * chain[i - 1] + random.nextGaussian();
        }
        assertThat(dependent(chain).get("y")).contains("no independent draws");
    }

    /** Where nothing is drawn all are the same; a bound that is reached, and a coarse count, repeat themselves too. */
    @Test
    void whatRepeatsForAnotherReasonIsLeftAlone() {
        double[] same = DoubleStream.generate(() -> 0.123456789).limit(20).toArray();
        assertThat(dependent(same, drawn(new Random(5), 20, u -> u))).isEmpty();
        assertThat(dependent(drawn(new Random(6), 40, u -> Math.min(0.5, rounded(u, 0.0001)))))
                .isEmpty();
        assertThat(dependent(drawn(new Random(7), 40, u -> rounded(50 * u, 1)))).isEmpty();
    }

    /** Promised: less than one table in a thousand, here 12,000 of ten grid points' worth, Gaussian-like to heavy-tailed. */
    @Test
    void independentSeedsAreTakenForSuch() {
        Random random = new Random(8);
        List<DoubleUnaryOperator> kinds = List.of(
                u -> u,
                u -> -Math.log(u),
                u -> Math.pow(u, -1 / 1.2),
                u -> rounded(-Math.log(u), 0.01),
                u -> Math.rint(-100 * Math.log(u)),
                u -> Math.exp(random.nextGaussian()));
        for (DoubleUnaryOperator kind : kinds) {
            int alarms = 0;
            for (int i = 0; i < 2_000; i++) {
                alarms += dependent(drawn(random, i % 2 == 0 ? 20 : 200, kind)).size();
            }
            // at most 2 expected; of a Poisson variable with mean 2, more than 8 is one case in 4,000
            assertThat(alarms).as("kind %d", kinds.indexOf(kind)).isLessThanOrEqualTo(8);
        }
    }

    private static Map<String, String> dependentSeries(double[][] series) {
        List<Double> seeds =
                IntStream.range(0, series.length).mapToObj(i -> (double) i).toList();
        double[] at = IntStream.range(0, series[0].length).mapToDouble(i -> i).toArray();
        List<Observation> runs = Arrays.stream(series)
                .map(values -> Observation.of(Map.of("y", new Measurement.Series(at, values, 0))))
                .toList();
        return new SeedIndependence(seeds, List.of("")).dependent(List.of("y"), List.of(runs));
    }

    @Test
    void seriesThatAreJitteredCopiesAreFoundAndOthersAreNot() {
        Random random = new Random(8);
        int alarms = 0;
        for (int table = 0; table < 300; table++) {
            double[][] series = new double[20][30];
            for (double[] run : series) {
                double drawn = random.nextGaussian();
                for (int k = 0; k < run.length; k++) {
                    // one number a seed, the rest is the same for all: the hardest to tell
                    run[k] = Math.exp(-k / 10.0) * (1 + 0.01 * drawn);
                }
            }
            alarms += dependentSeries(series).size();
            for (int k = 0; k < 30; k++) {
                series[19][k] = series[3][k] * (1 + 1e-11 * random.nextGaussian());
            }
            assertThat(dependentSeries(series).get("y")).contains("seeds 3.0 and 19.0");
        }
        assertThat(alarms).isZero();
    }
}
