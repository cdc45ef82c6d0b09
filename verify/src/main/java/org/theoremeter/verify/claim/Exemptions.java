package org.theoremeter.verify.claim;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Which numbers of a prediction may be wrong without the claim noticing, and why: {@code exempt: {"16, 9#2": reason}}.
 *
 * @param reasons names in the file, joined by commas → reason
 */
public record Exemptions(Map<String, String> reasons) {

    /** No number may. */
    public static final Exemptions NONE = new Exemptions(Map.of());

    /** Copies the map, keeping its order. */
    public Exemptions {
        reasons = Collections.unmodifiableMap(new LinkedHashMap<>(reasons));
    }

    /**
     * Returns the reason for each number that may be wrong.
     *
     * @param all what the claim's prediction is made of
     */
    public Map<PredictedSlip, String> among(List<PredictedSlip> all) {
        Map<PredictedSlip, String> found = new LinkedHashMap<>();
        reasons.forEach((name, reason) -> meant(name, all).forEach(each -> found.put(each, reason)));
        return found;
    }

    /**
     * Returns the numbers that a list of names means.
     *
     * @param names joined by commas
     * @param all what the claim's prediction is made of
     * @throws IllegalArgumentException if a name means none of them
     */
    public static List<PredictedSlip> meant(String names, List<PredictedSlip> all) {
        return Arrays.stream(names.split(",", -1))
                .map(name -> PredictedSlip.named(name.strip(), all))
                .toList();
    }
}
