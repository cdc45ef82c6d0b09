package org.theoremeter.verify.claim.read;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.theoremeter.simulate.catalogue.Experiments;
import org.theoremeter.simulate.experiment.Parameter;
import org.theoremeter.theory.text.Nearest;
import org.theoremeter.theory.text.Quotation;
import org.theoremeter.verify.claim.source.ClaimException;
import org.theoremeter.verify.claim.source.Position;
import org.theoremeter.verify.claim.yaml.YamlNode;

/**
 * Changes from the command line: {@code --set name=value} sets a given symbol, a parameter of the experiment, {@code
 * seeds} or {@code confidence} in every claim that has it.
 */
public final class Settings {

    private static final String FILE = "--set";

    private final Map<String, String> values;
    private final Set<String> used = new LinkedHashSet<>();
    private final Set<String> accepted = new TreeSet<>();

    private Settings(Map<String, String> values) {
        this.values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    /** Returns no changes. */
    public static Settings none() {
        return new Settings(Map.of());
    }

    /** Returns the changes name → value. */
    public static Settings of(Map<String, String> values) {
        return new Settings(values);
    }

    /** Returns the changes name → value. */
    public Map<String, String> values() {
        return values;
    }

    /** Lays the changes over one claim. */
    YamlNode over(YamlNode.Mapping claim) {
        YamlNode.Mapping changed = claim;
        for (Map.Entry<String, String> entry : values.entrySet()) {
            changed = set(changed, entry.getKey(), entry.getValue());
        }
        return changed;
    }

    /**
     * Refuses changes that no claim had a use for.
     *
     * @throws ClaimException naming the first one and what could have been meant
     */
    public void requireAllUsed() {
        for (String name : values.keySet()) {
            if (!used.contains(name)) {
                throw new ClaimException(
                        FILE, "no selected claim has " + Quotation.of(name) + ", " + Nearest.hint(name, accepted));
            }
        }
    }

    private YamlNode.Mapping set(YamlNode.Mapping claim, String name, String text) {
        YamlNode.Scalar value = YamlNode.Scalar.plain(text, new Position(FILE + " " + name, 0, 0));
        if (claim.entries().get("given") instanceof YamlNode.Mapping given) {
            accepted.addAll(given.names());
            YamlNode symbol = given.entries().get(name);
            refuseAxis(claim, name);
            if (symbol instanceof YamlNode.Mapping whole && !whole.entries().containsKey("value")) {
                return claim;
            }
            if (symbol != null) {
                used.add(name);
                YamlNode replaced = symbol instanceof YamlNode.Mapping whole ? whole.with("value", value) : value;
                return claim.with("given", given.with(name, replaced));
            }
        }
        if (claim.entries().get("observe") instanceof YamlNode.Mapping observe) {
            refuseAxis(claim, name);
            accepted.add("confidence");
            if (name.equals("confidence")) {
                used.add(name);
                return claim.with("judge", mapping(claim, "judge", value).with(name, value));
            }
            YamlNode.Mapping changed = observe;
            if (isNamed(observe)) {
                for (Map.Entry<String, YamlNode> one : observe.entries().entrySet()) {
                    if (one.getValue() instanceof YamlNode.Mapping named) {
                        changed = changed.with(one.getKey(), observed(named, name, value));
                    }
                }
            } else {
                changed = observed(observe, name, value);
            }
            return claim.with("observe", changed);
        }
        return claim;
    }

    private static boolean isNamed(YamlNode.Mapping observe) {
        return ObserveReader.SOURCES.stream()
                .noneMatch(source -> observe.entries().containsKey(source));
    }

    /** Changes one observation; what was recorded in a table cannot be changed. */
    private YamlNode.Mapping observed(YamlNode.Mapping observe, String name, YamlNode.Scalar value) {
        if (observe.entries().containsKey("experiment")) {
            boolean draws = !(observe.entries().get("seeds") instanceof YamlNode.Scalar seeds
                    && seeds.text().equals("none"));
            if (draws) {
                accepted.add("seeds");
            }
            if (name.equals("seeds") && draws) {
                used.add(name);
                return observe.with("seeds", value);
            }
            if (parameters(observe).contains(name)) {
                used.add(name);
                return observe.with("with", mapping(observe, "with", value).with(name, value));
            }
        }
        return observe;
    }

    /** An axis overlays what is set: the change would be without effect, or the axis would. */
    private static void refuseAxis(YamlNode.Mapping claim, String name) {
        if (!(claim.entries().get("observe") instanceof YamlNode.Mapping observe)) {
            return;
        }
        List<YamlNode> observations =
                isNamed(observe) ? List.copyOf(observe.entries().values()) : List.<YamlNode>of(observe);
        if (observations.stream().anyMatch(one -> hasAxis(one, name))) {
            String id = claim.entries().get("id") instanceof YamlNode.Scalar scalar ? scalar.text() : "a claim";
            throw new ClaimException(
                    FILE + " " + name,
                    "is an axis of " + id + ", accepted: a symbol or parameter that no axis of a selected claim sets");
        }
    }

    private static boolean hasAxis(YamlNode observation, String name) {
        YamlNode over = observation instanceof YamlNode.Mapping mapping
                ? mapping.entries().get("over")
                : null;
        return (over instanceof YamlNode.Mapping axes && axes.entries().containsKey(name))
                || (over instanceof YamlNode.Sequence columns
                        && columns.items().stream()
                                .anyMatch(item -> item instanceof YamlNode.Scalar column
                                        && column.text().equals(name)));
    }

    private static YamlNode.Mapping mapping(YamlNode.Mapping parent, String key, YamlNode.Scalar value) {
        return parent.entries().get(key) instanceof YamlNode.Mapping present
                ? present
                : new YamlNode.Mapping(Map.of(), Map.of(), value.position());
    }

    private Set<String> parameters(YamlNode.Mapping observe) {
        Set<String> names = new TreeSet<>();
        if (observe.entries().get("experiment") instanceof YamlNode.Scalar scalar) {
            Experiments.named(scalar.text())
                    .ifPresent(experiment -> names.addAll(experiment.parameters().stream()
                            .map(Parameter::name)
                            .toList()));
        }
        accepted.addAll(names);
        return names;
    }
}
