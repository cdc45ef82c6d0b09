package org.theoremeter.simulate.experiment;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.theoremeter.theory.text.Nearest;

/**
 * Holds a value for every parameter of one experiment, checked and with the defaults filled in.
 *
 * <pre>{@code
 * Arguments arguments = Arguments.of(experiment, Map.of("cstar", 0.1, "neurons", 48));
 * arguments.real("gain"); // 0.0, the default
 * }</pre>
 */
public final class Arguments {

    private final SortedMap<String, Object> values;
    private final Set<String> given;

    private Arguments(SortedMap<String, Object> values, Set<String> given) {
        this.values = values;
        this.given = Set.copyOf(given);
    }

    /**
     * Checks the given values against an experiment's parameters, fills in the defaults and asks the experiment whether
     * they go together.
     *
     * @param given numbers for real and whole parameters, in the parameter's unit; words for choices
     * @throws ArgumentException if a name is unknown (the nearest one is suggested), a value has the wrong type or is
     *     out of bounds, or the experiment refuses the combination
     */
    public static Arguments of(Experiment experiment, Map<String, ?> given) {
        Map<String, Parameter> known = new LinkedHashMap<>();
        experiment.parameters().forEach(parameter -> known.put(parameter.name(), parameter));
        // sorted, so that of several mistakes always the same one is reported
        for (Map.Entry<String, ?> entry : new TreeMap<>(given).entrySet()) {
            if (!known.containsKey(entry.getKey())) {
                throw new ArgumentException(
                        entry.getKey(),
                        String.valueOf(entry.getValue()),
                        "the parameters of " + experiment.name() + ": " + String.join(", ", known.keySet())
                                + suggestion(entry.getKey(), known.keySet()));
            }
        }
        SortedMap<String, Object> values = new TreeMap<>();
        for (Parameter parameter : known.values()) {
            values.put(
                    parameter.name(),
                    given.containsKey(parameter.name())
                            ? parameter.read(given.get(parameter.name()))
                            : parameter.defaultValue());
        }
        Arguments arguments = new Arguments(values, given.keySet());
        experiment.check(arguments);
        return arguments;
    }

    /** Returns {@code "; nearest: name"}, or nothing when no name comes near. */
    static String suggestion(String given, Collection<String> names) {
        return Nearest.to(given, names).map(name -> "; nearest: " + name).orElse("");
    }

    /**
     * Returns a real argument, in the unit of its parameter.
     *
     * @throws IllegalArgumentException if the experiment has no real parameter of this name
     */
    public double real(String name) {
        return value(name, Double.class);
    }

    /**
     * Returns a whole argument, in the unit of its parameter.
     *
     * @throws IllegalArgumentException if the experiment has no whole parameter of this name
     */
    public long whole(String name) {
        return value(name, Long.class);
    }

    /**
     * Returns a chosen word.
     *
     * @throws IllegalArgumentException if the experiment has no choice of this name
     */
    public String choice(String name) {
        return value(name, String.class);
    }

    /**
     * Tells whether an argument was given, be it the default's value, and not filled in: what has no effect beside others can be
     * refused only then. Arguments with the same values are equal all the same.
     */
    public boolean isGiven(String name) {
        return given.contains(name);
    }

    /** Returns every argument as exact text, by name: equal texts mean bit-for-bit equal values. */
    public Map<String, String> canonical() {
        SortedMap<String, String> texts = new TreeMap<>();
        values.forEach((name, value) -> texts.put(name, value.toString()));
        return Collections.unmodifiableMap(texts);
    }

    private <T> T value(String name, Class<T> type) {
        Object value = values.get(name);
        if (!type.isInstance(value)) {
            throw new IllegalArgumentException("no " + type.getSimpleName() + " argument '" + name + "' in " + this);
        }
        return type.cast(value);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Arguments arguments && values.equals(arguments.values);
    }

    @Override
    public int hashCode() {
        return values.hashCode();
    }

    /** Writes the arguments as {@code {cstar=0.1, gain=0.0}}. */
    @Override
    public String toString() {
        return values.toString();
    }
}
