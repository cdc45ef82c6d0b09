package org.theoremeter.verify.claim;

import java.util.List;
import org.theoremeter.theory.evidence.Grade;
import org.theoremeter.verify.claim.yaml.ClaimException;
import org.theoremeter.verify.claim.yaml.Fields;
import org.theoremeter.verify.claim.yaml.YamlNode;

/**
 * How strictly a claim is judged.
 *
 * @param confidence 1 − α: two-sided kinds use the 1 − 2α interval, one-sided kinds the 1 − α bound
 * @param points identities and derivations: at how many points of the domain both sides are evaluated
 * @param relative identities and derivations: the largest relative difference taken for agreement
 * @param require identities and derivations: the lowest grade of evidence that is enough
 */
public record JudgeSettings(double confidence, int points, double relative, Grade require) {

    /** The confidence used where a claim says none. */
    public static final double DEFAULT_CONFIDENCE = 0.95;

    private static final List<Grade> REQUIRED = List.of(Grade.PROVED, Grade.ENCLOSED, Grade.AGREED);

    /** Returns these settings with another confidence. */
    JudgeSettings with(double otherConfidence) {
        return new JudgeSettings(otherConfidence, points, relative, require);
    }

    /** The settings of a claim that says nothing about its judge. */
    static JudgeSettings defaults(Kind kind) {
        return new JudgeSettings(DEFAULT_CONFIDENCE, 64, 1e-10, kind == Kind.IDENTITY ? Grade.PROVED : Grade.AGREED);
    }

    /**
     * Reads the mapping {@code judge}.
     *
     * @throws ClaimException if a setting is unknown for the kind or out of range
     */
    static JudgeSettings read(Fields fields, Kind kind) {
        JudgeSettings defaults = defaults(kind);
        if (kind == Kind.IDENTITY || kind == Kind.DERIVATION) {
            int points = fields.take("points")
                    .map(node -> Fields.whole(node, "points", 8))
                    .orElse(defaults.points);
            double relative = fields.take("relative")
                    .map(node -> between(node, "relative", 1e-14, 1e-2))
                    .orElse(defaults.relative);
            Grade require = fields.takeChoice(
                            "require", REQUIRED.stream().map(Grade::text).toList())
                    .map(Grade::of)
                    .orElse(defaults.require);
            fields.end();
            return new JudgeSettings(defaults.confidence, Math.min(points, 100_000), relative, require);
        }
        double confidence = fields.take("confidence")
                .map(node -> between(node, "confidence", 0.8, 0.9999))
                .orElse(defaults.confidence);
        fields.end();
        return new JudgeSettings(confidence, defaults.points, defaults.relative, defaults.require);
    }

    private static double between(YamlNode node, String what, double low, double high) {
        double value = Fields.number(node, what);
        if (value < low || value > high) {
            throw new ClaimException(
                    node.position(), "found " + what + " = " + value + ", accepted: from " + low + " to " + high);
        }
        return value;
    }
}
