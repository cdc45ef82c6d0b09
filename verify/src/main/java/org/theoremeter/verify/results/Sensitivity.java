package org.theoremeter.verify.results;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * How wrong the prediction of a claim could be without the claim noticing, judged on the same observations.
 *
 * @param noticed the smallest relative error, such as 0.01, from which on all errors of both signs are noticed in every
 *     number but the exempt ones; null if there is none, or no number
 * @param constant the number that is guarded least; null where there is no number
 * @param constants every number that is not exempt, by falling error
 * @param made how many exponents were changed by a half, signs flipped, or, in a derivation, steps made wrong
 * @param caught how many of these the claim noticed
 * @param survivors the others
 * @param exempt the numbers, exponents and signs that the claim need not notice
 * @param note why nothing was changed, or null
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonPropertyOrder({"noticed", "constant", "constants", "made", "caught", "survivors", "exempt", "note"})
public record Sensitivity(
        Double noticed,
        String constant,
        List<Constant> constants,
        int made,
        int caught,
        List<String> survivors,
        List<Exempt> exempt,
        String note) {

    /** An error that a claim should notice if it is to prove something. */
    public static final double LARGEST = 0.1;

    /** The largest error that is tried. */
    public static final double MOST = 0.5;

    /** The smallest error that is tried. */
    public static final double LEAST = 0.001;

    /** Copies the lists. */
    public Sensitivity {
        constants = List.copyOf(constants);
        survivors = List.copyOf(survivors);
        exempt = List.copyOf(exempt);
    }

    /**
     * A number of the prediction.
     *
     * @param name its name, as {@code exempt} would have it
     * @param noticed the smallest relative error from which on all are noticed, or null
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @JsonPropertyOrder({"name", "noticed"})
    public record Constant(String name, Double noticed) {

        private double error() {
            return noticed == null ? Double.POSITIVE_INFINITY : noticed;
        }
    }

    /**
     * What the claim need not notice.
     *
     * @param name its name
     * @param reason why, as the claim says
     * @param needless whether the claim would notice well
     */
    @JsonPropertyOrder({"name", "reason", "needless"})
    public record Exempt(String name, String reason, boolean needless) {}

    /** Records what was found in a prediction. */
    public static Sensitivity of(List<Constant> constants, int made, List<String> survivors, List<Exempt> exempt) {
        List<Constant> falling = constants.stream()
                .sorted(Comparator.comparingDouble(Constant::error).reversed())
                .toList();
        boolean none = falling.isEmpty();
        return new Sensitivity(
                none ? null : falling.get(0).noticed(),
                none ? null : falling.get(0).name(),
                falling,
                made,
                made - survivors.size(),
                survivors,
                exempt,
                none && made == 0 && exempt.isEmpty() ? "predicts no number" : null);
    }

    /** Records that nothing was changed. */
    public static Sensitivity none(String why) {
        return new Sensitivity(null, null, List.of(), 0, 0, List.of(), List.of(), why);
    }

    /** Returns whether an error of more than a tenth in some number goes unnoticed, without a stated reason. */
    public boolean provesLittle() {
        return constant != null && (noticed == null || noticed > LARGEST);
    }

    /** Says it in a line: {@code notices 0.5 % in outlier:4; 6 of 6 exponents and signs caught}. */
    public String line() {
        if (note != null) {
            return note;
        }
        List<String> parts = new ArrayList<>();
        if (constant != null) {
            parts.add((noticed == null ? "does not notice " + percent(MOST) : "notices " + error(noticed)) + " in "
                    + constant);
        }
        if (made > 0) {
            parts.add(
                    caught + " of " + made + (constant == null && exempt.isEmpty() ? " slips" : " exponents and signs")
                            + " caught" + (survivors.isEmpty() ? "" : ", not " + String.join(", ", survivors)));
        }
        if (!exempt.isEmpty()) {
            parts.add(exempt.size() + " exempt");
        }
        return String.join("; ", parts);
    }

    /** Returns the error in words; of the smallest one that is tried nothing more is known. */
    public static String error(double noticed) {
        return percent(noticed) + (noticed <= LEAST ? " or less" : "");
    }

    private static String percent(double relative) {
        return String.format(Locale.ROOT, "%s %%", (float) (100 * relative)).replace(".0 %", " %");
    }
}
