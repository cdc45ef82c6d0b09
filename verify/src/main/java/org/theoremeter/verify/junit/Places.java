package org.theoremeter.verify.junit;

import java.util.List;
import java.util.Optional;
import org.theoremeter.verify.claim.Profile;
import org.theoremeter.verify.claim.source.Position;
import org.theoremeter.verify.claim.yaml.YamlNode;

/** Knows where in its file each comparison and step of a claim stands. */
final class Places {

    private final YamlNode.Mapping claim;

    private Places(YamlNode.Mapping claim) {
        this.claim = claim;
    }

    /**
     * Looks through a claim as a profile reads it.
     *
     * @param claim a claim that has been read
     */
    static Places of(YamlNode.Mapping claim, Profile profile) {
        YamlNode.Mapping bare = claim.without("profiles");
        return new Places(mapping(claim, "profiles")
                .flatMap(profiles -> mapping(profiles, profile.text()))
                .map(changes -> (YamlNode.Mapping) bare.overlaid(changes))
                .orElse(bare));
    }

    /** Returns where the claim begins. */
    Position claim() {
        return claim.position();
    }

    /**
     * Returns where a step, a comparison or the sides of an identity stand; where the claim begins for anything else.
     *
     * @param finding the name under which a result has it, the point of the grid included
     */
    Position of(String finding) {
        return named(items("steps"), "step", finding)
                .or(() -> comparison(finding))
                .or(() ->
                        mapping(claim, "predict").map(predict -> predict.keys().get("equal")))
                .orElse(claim());
    }

    private Optional<Position> comparison(String finding) {
        List<YamlNode> comparisons = items("compare");
        return comparisons.size() == 1
                ? Optional.of(comparisons.get(0).position())
                : named(comparisons, "name", finding);
    }

    /** Finds the item whose key has the value, or the value before " at " and a point of the grid. */
    private static Optional<Position> named(List<YamlNode> items, String key, String value) {
        return items.stream()
                .filter(item -> item instanceof YamlNode.Mapping mapping
                        && mapping.entries().get(key) instanceof YamlNode.Scalar name
                        && (value.equals(name.text()) || value.startsWith(name.text() + " at ")))
                .map(YamlNode::position)
                .findFirst();
    }

    private List<YamlNode> items(String key) {
        return claim.entries().get(key) instanceof YamlNode.Sequence sequence ? sequence.items() : List.of();
    }

    private static Optional<YamlNode.Mapping> mapping(YamlNode.Mapping parent, String key) {
        return parent.entries().get(key) instanceof YamlNode.Mapping mapping ? Optional.of(mapping) : Optional.empty();
    }
}
