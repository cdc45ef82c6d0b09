package org.theoremeter.verify.claim.yaml;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.theoremeter.theory.text.Quotation;
import org.theoremeter.verify.claim.source.Position;

/** A node of a YAML document: a mapping, a sequence or a scalar, with its place. */
public sealed interface YamlNode {

    /** Returns where the node begins. */
    Position position();

    /** Returns what the node is, for messages: "a mapping", "a list" or the scalar's own text. */
    String described();

    /**
     * Lays {@code other} over this node: mappings merge key by key, anything else is replaced.
     *
     * @param other the node laid on top, as in a claim's {@code profiles}
     */
    default YamlNode overlaid(YamlNode other) {
        return other;
    }

    /**
     * A single value; {@code quoted} scalars are text whatever they look like.
     *
     * @param text the value as written, without quotes
     * @param quoted whether it stood in quotes or in a block
     * @param literal whether every character stands in the file as it is read: one line, no escapes
     * @param position where it begins, the opening quote included
     */
    record Scalar(String text, boolean quoted, boolean literal, Position position) implements YamlNode {

        /** Makes a plain value that stands in no file, as from the command line. */
        public static Scalar plain(String text, Position position) {
            return new Scalar(text, false, true, position);
        }

        @Override
        public String described() {
            return Quotation.of(text);
        }

        /**
         * Returns the place of the {@code column}-th character of the text; where the value begins if it was folded or
         * escaped.
         *
         * @param column a column within {@link #text()}, from 1
         */
        public Position at(int column) {
            return literal ? position.right(column - 1 + (quoted ? 1 : 0)) : position;
        }
    }

    /** A list of nodes. */
    record Sequence(List<YamlNode> items, Position position) implements YamlNode {

        /** Copies the items. */
        public Sequence {
            items = List.copyOf(items);
        }

        @Override
        public String described() {
            return "a list";
        }
    }

    /**
     * A mapping from text keys to nodes, in the order of the file.
     *
     * @param entries the values by key
     * @param keys where each key stands
     * @param position where the mapping begins
     */
    record Mapping(Map<String, YamlNode> entries, Map<String, Position> keys, Position position) implements YamlNode {

        /** Copies the entries, keeping their order. */
        public Mapping {
            entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
            keys = Collections.unmodifiableMap(new LinkedHashMap<>(keys));
        }

        @Override
        public String described() {
            return "a mapping";
        }

        /** Returns this mapping with one entry set, whether it was there or not. */
        public Mapping with(String key, YamlNode value) {
            Map<String, YamlNode> changed = new LinkedHashMap<>(entries);
            Map<String, Position> places = new LinkedHashMap<>(keys);
            changed.put(key, value);
            places.put(key, value.position());
            return new Mapping(changed, places, position);
        }

        /** Returns this mapping without one entry. */
        public Mapping without(String key) {
            Map<String, YamlNode> changed = new LinkedHashMap<>(entries);
            changed.remove(key);
            return new Mapping(changed, keys, position);
        }

        @Override
        public YamlNode overlaid(YamlNode other) {
            if (!(other instanceof Mapping top) || top.entries.containsKey("lin") || top.entries.containsKey("log")) {
                // the spacing of an axis is one thing: laid over another, it replaces it
                return other;
            }
            Map<String, YamlNode> changed = new LinkedHashMap<>(entries);
            Map<String, Position> places = new LinkedHashMap<>(keys);
            top.entries.forEach((key, value) -> {
                YamlNode below = changed.get(key);
                changed.put(key, below == null ? value : below.overlaid(value));
                places.put(key, top.keys.getOrDefault(key, value.position()));
            });
            return new Mapping(changed, places, position);
        }

        /** Returns the keys as a list, in the order of the file. */
        public List<String> names() {
            return new ArrayList<>(entries.keySet());
        }
    }
}
