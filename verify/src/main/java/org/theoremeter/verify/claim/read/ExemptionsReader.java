package org.theoremeter.verify.claim.read;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.theoremeter.theory.text.Quotation;
import org.theoremeter.verify.claim.Claim;
import org.theoremeter.verify.claim.Exemptions;
import org.theoremeter.verify.claim.PredictedSlip;
import org.theoremeter.verify.claim.source.ClaimException;
import org.theoremeter.verify.claim.yaml.Fields;

/** Reads {@code exempt}: which numbers of a prediction need not be noticed. */
final class ExemptionsReader {

    private ExemptionsReader() {}

    /** Reads the mapping; what its names mean is found out once the claim is known. */
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
                for (PredictedSlip meant : Exemptions.meant(name, all)) {
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
}
