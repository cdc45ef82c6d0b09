package org.theoremeter.verify.claim;

import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.theoremeter.theory.symbolic.Quotation;
import org.theoremeter.verify.claim.yaml.ClaimException;
import org.theoremeter.verify.claim.yaml.Fields;

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

    static Exemptions read(Fields fields) {
        Map<String, String> reasons = new LinkedHashMap<>();
        fields.names().forEach(name -> reasons.put(name, fields.needText(name)));
        return new Exemptions(reasons);
    }

    /**
     * Requires that every name means one number, and no two the same.
     *
     * @throws ClaimException at the first that does not
     */
    static void require(Fields fields, Claim claim) {
        List<PredictedSlip> all = PredictedSlip.of(claim);
        Set<PredictedSlip> known = new HashSet<>();
        for (String name : fields.names()) {
            try {
                for (PredictedSlip meant : meant(name, all)) {
                    if (!known.add(meant)) {
                        throw new IllegalArgumentException(
                                "found " + Quotation.of(meant.name()) + ", which is exempt already");
                    }
                }
            } catch (IllegalArgumentException fault) {
                throw new ClaimException(fields.key(name), fault.getMessage());
            }
        }
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

    private static List<PredictedSlip> meant(String names, List<PredictedSlip> all) {
        return Arrays.stream(names.split(",", -1))
                .map(name -> PredictedSlip.named(name.strip(), all))
                .toList();
    }
}
