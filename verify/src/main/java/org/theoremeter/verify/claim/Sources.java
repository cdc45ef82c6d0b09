package org.theoremeter.verify.claim;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.theoremeter.theory.symbolic.Quotation;
import org.theoremeter.verify.claim.yaml.ClaimException;
import org.theoremeter.verify.claim.yaml.Fields;
import org.theoremeter.verify.claim.yaml.YamlNode;

/** The observations of a claim by name: a single one without a name, or several, referred to as {@code flow.outlier}. */
final class Sources {

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
    Sources(Map<String, Observe> observed, Set<String> given) {
        observed.forEach((name, observe) -> readers.put(name, new ObservedReader(name, observe, given)));
    }

    /** Reads {@code observe}: one observation, or a mapping of named ones. */
    static Map<String, Observe> read(Fields fields, ObserveReader reader) {
        if (fields.names().contains("experiment") || fields.names().contains("csv")) {
            return Map.of("", reader.read(fields));
        }
        Map<String, Observe> observed = new LinkedHashMap<>();
        for (String name : fields.names()) {
            if (!(fields.need(name) instanceof YamlNode.Mapping)) {
                throw new ClaimException(
                        fields.key(name),
                        "found " + Quotation.of(name)
                                + " where an experiment is missing, accepted: experiment: NAME, csv: {…}, or"
                                + " a mapping of named observations");
            }
            Names.requireSymbol(name, fields.key(name));
            observed.put(name, reader.read(Fields.of(fields.need(name), "observe." + name)));
        }
        if (observed.isEmpty()) {
            throw new ClaimException(fields.position(), "observe lacks the key 'experiment' or 'csv'");
        }
        return observed;
    }

    /** Returns the axes of all observations. */
    Set<String> axes() {
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
