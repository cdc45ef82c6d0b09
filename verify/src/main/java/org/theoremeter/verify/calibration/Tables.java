package org.theoremeter.verify.calibration;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.theoremeter.simulate.experiment.Measurement;
import org.theoremeter.simulate.experiment.Observation;
import org.theoremeter.verify.claim.table.SeedIndependence;
import org.theoremeter.verify.judge.Judgement;

/** What a claim on a user's table looks at before its judge does: whether seeds are surely not independent. */
final class Tables {

    private static final String COLUMN = "y";

    private Tables() {}

    /** Returns the error for numbers of seeds at one point; nothing if they are drawn, or look independent. */
    static Optional<Judgement> refused(Noise noise, double[] values) {
        return refused(
                noise, Arrays.stream(values).mapToObj(y -> new double[] {y}).toArray(double[][]::new));
    }

    /** Returns the error for numbers of seeds at the points of a grid, [seed][point]. */
    static Optional<Judgement> refused(Noise noise, double[][] values) {
        if (!noise.found()) {
            return Optional.empty();
        }
        List<Double> seeds = IntStream.range(0, values.length)
                .mapToObj(seed -> (double) seed)
                .toList();
        List<String> points = IntStream.range(0, values[0].length)
                .mapToObj(point -> "point " + point)
                .toList();
        List<List<Observation>> table = IntStream.range(0, values[0].length)
                .mapToObj(point -> Arrays.stream(values)
                        .map(row -> Observation.of(Map.of(COLUMN, new Measurement.Scalar(row[point], 0))))
                        .toList())
                .toList();
        return new SeedIndependence(seeds, points)
                .dependent(List.of(COLUMN), table).values().stream().findFirst().map(Judgement::error);
    }
}
