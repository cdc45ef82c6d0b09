package org.theoremeter.verify.claim;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.theoremeter.simulate.experiment.Measurement;
import org.theoremeter.simulate.experiment.Observation;

/**
 * Finds seeds that are copies of one another, which make an interval narrower than what was drawn.
 *
 * @param seeds what the column of seeds holds
 */
record SeedCopies(List<Double> seeds) {

    /** Numbers of so many digits do not agree by chance. */
    private static final int CHANCE_DIGITS = 7;

    /**
     * Returns the observables that are the same for two seeds at every point of the grid, with the seeds.
     *
     * @param observables which to look at
     * @param byCell byCell[cell][seed]
     */
    Map<String, String> of(Collection<String> observables, List<List<Observation>> byCell) {
        Map<String, String> copies = new LinkedHashMap<>();
        for (String name : observables) {
            Map<List<Double>, Double> seen = new HashMap<>();
            for (int seed = 0; seed < seeds.size(); seed++) {
                List<Double> values = new ArrayList<>();
                for (List<Observation> cell : byCell) {
                    values.addAll(values(cell.get(seed).measurements().get(name)));
                }
                Double before = seen.put(values, seeds.get(seed));
                if (before != null && values.stream().anyMatch(SeedCopies::finelyResolved)) {
                    copies.putIfAbsent(name, "for the seeds " + before + " and " + seeds.get(seed));
                }
            }
        }
        return copies;
    }

    private static List<Double> values(Measurement measurement) {
        return measurement instanceof Measurement.Series series
                ? Arrays.stream(series.values()).boxed().toList()
                : List.of(((Measurement.Scalar) measurement).value());
    }

    private static boolean finelyResolved(double value) {
        return new BigDecimal(Double.toString(value)).stripTrailingZeros().precision() >= CHANCE_DIGITS;
    }
}
