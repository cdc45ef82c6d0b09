package org.theoremeter.verify.claim.read.comparison;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.theoremeter.verify.claim.Observe;
import org.theoremeter.verify.claim.source.ClaimException;
import org.theoremeter.verify.claim.yaml.YamlNode;

/** The observations of a claim by name: a single one without a name, or several, referred to as {@code flow.outlier}. */
public final class Sources {

    private final Map<String, ObservedReader> readers = new LinkedHashMap<>();

    /**
     * What a text refers to.
     *
     * @param reader reads what is taken from the observation
     * @param text the text without the observation's name
     */
    record Picked(ObservedReader reader, YamlNode.Scalar text) {}

    /**
     * Collects the observations.
     *
     * @param observed the observations by name; a single one has the empty name
     * @param given the given symbols of the claim
     */
    public Sources(Map<String, Observe> observed, Set<String> given) {
        observed.forEach((name, observe) -> readers.put(name, new ObservedReader(name, observe, given)));
    }

    /** Returns the axes of all observations. */
    public Set<String> axes() {
        Set<String> axes = new TreeSet<>();
        readers.values().forEach(reader -> reader.observe().axes().forEach(axis -> axes.add(axis.symbol())));
        return axes;
    }

    /** Finds the observation that a text refers to. */
    Picked pick(YamlNode.Scalar scalar) {
        if (readers.containsKey("")) {
            return new Picked(readers.get(""), scalar);
        }
        Set<String> named = new TreeSet<>();
        String rest = scalar.text();
        for (String name : readers.keySet()) {
            Matcher matcher = Pattern.compile("(?<![\\p{L}\\p{N}_.-])" + Pattern.quote(name) + "\\.(?=\\p{L})")
                    .matcher(rest);
            if (matcher.find()) {
                named.add(name);
                rest = matcher.replaceAll("");
            }
        }
        if (named.size() != 1) {
            throw new ClaimException(
                    scalar.position(),
                    "found " + scalar.described() + ", which refers to "
                            + (named.isEmpty() ? "no observation" : "several observations") + ", accepted: one of "
                            + String.join(", ", List.copyOf(readers.keySet())) + ", as in "
                            + readers.keySet().iterator().next() + ".NAME");
        }
        return new Picked(
                readers.get(named.iterator().next()),
                new YamlNode.Scalar(rest, scalar.quoted(), false, scalar.position()));
    }
}
