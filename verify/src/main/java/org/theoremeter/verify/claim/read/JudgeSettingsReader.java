package org.theoremeter.verify.claim.read;

import java.util.List;
import org.theoremeter.theory.evidence.Grade;
import org.theoremeter.verify.claim.JudgeSettings;
import org.theoremeter.verify.claim.Kind;
import org.theoremeter.verify.claim.source.ClaimException;
import org.theoremeter.verify.claim.yaml.Fields;
import org.theoremeter.verify.claim.yaml.YamlNode;

/** Reads {@code judge}: how strictly a claim is judged. */
final class JudgeSettingsReader {

    private static final List<Grade> REQUIRED = List.of(Grade.PROVED, Grade.ENCLOSED, Grade.AGREED);

    private JudgeSettingsReader() {}

    /**
     * Reads the mapping {@code judge}.
     *
     * @throws ClaimException if a setting is unknown for the kind or out of range
     */
    static JudgeSettings read(Fields fields, Kind kind) {
        JudgeSettings defaults = JudgeSettings.defaults(kind);
        if (kind == Kind.IDENTITY || kind == Kind.DERIVATION) {
            int points = fields.take("points")
                    .map(node -> Fields.whole(node, "points", 8))
                    .orElse(defaults.points());
            double relative = fields.take("relative")
                    .map(node -> between(node, "relative", 1e-14, 1e-2))
                    .orElse(defaults.relative());
            Grade require = fields.takeChoice(
                            "require", REQUIRED.stream().map(Grade::text).toList())
                    .map(Grade::of)
                    .orElse(defaults.require());
            fields.end();
            return new JudgeSettings(defaults.confidence(), Math.min(points, 100_000), relative, require);
        }
        double confidence = fields.take("confidence")
                .map(node -> between(node, "confidence", 0.8, 0.9999))
                .orElse(defaults.confidence());
        fields.end();
        return new JudgeSettings(confidence, defaults.points(), defaults.relative(), defaults.require());
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
