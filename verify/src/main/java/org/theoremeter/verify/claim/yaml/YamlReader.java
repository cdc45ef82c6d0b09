package org.theoremeter.verify.claim.yaml;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingEndEvent;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceEndEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.theoremeter.simulate.file.RegularFile;
import org.theoremeter.theory.text.Quotation;
import org.theoremeter.verify.claim.source.ClaimException;
import org.theoremeter.verify.claim.source.Position;

/** Reads the documents of a YAML file into {@link YamlNode}s, refusing what a claim file never needs. */
public final class YamlReader {

    /** The largest file that is read, in bytes. */
    public static final int LARGEST_FILE = 1 << 20;

    /** The deepest nesting of mappings and lists that is read. */
    public static final int DEEPEST_NESTING = 32;

    /** The most keys of a mapping; nobody writes so many symbols, and some are compared each with each. */
    private static final int MOST_KEYS = 2_000;

    /** The most items of a list, such as the values of an axis. */
    private static final int MOST_ITEMS = 20_000;

    private static final String ACCEPTED =
            "; accepted: 'key: value' in lines, text that has ': ' or ' #' in it or begins with a sign in quotes";

    private final String file;
    private final Iterator<Event> events;

    private YamlReader(String file, String text) {
        this.file = file;
        LoadSettings settings = LoadSettings.builder()
                .setLabel(file)
                .setCodePointLimit(LARGEST_FILE)
                .build();
        this.events = new Parse(settings).parseString(text).iterator();
    }

    /**
     * Reads a file.
     *
     * @param path the file
     * @return its documents, at least one
     * @throws ClaimException if it cannot be read or is refused
     */
    public static List<YamlNode> read(Path path) {
        String name = path.toString();
        try {
            RegularFile.require(path);
            if (Files.size(path) > LARGEST_FILE) {
                throw new ClaimException(name, "over 1 MB; a claim file is a few kilobytes of YAML");
            }
            return read(name, SourceText.decoded(name, RegularFile.read(path, LARGEST_FILE)));
        } catch (IOException failure) {
            throw new ClaimException(name, failure.getMessage());
        }
    }

    /**
     * Reads text.
     *
     * @param file the name used in messages
     * @param text the YAML text
     * @return its documents, at least one
     * @throws ClaimException if the text is not YAML or is refused
     */
    public static List<YamlNode> read(String file, String text) {
        if (text.length() > LARGEST_FILE) {
            throw new ClaimException(file, "over 1 MB; a claim file is a few kilobytes of YAML");
        }
        SourceText.require(file, text);
        try {
            return new YamlReader(file, text).documents();
        } catch (MarkedYamlEngineException fault) {
            Position place = fault.getProblemMark()
                    .map(mark -> new Position(file, mark.getLine() + 1, mark.getColumn() + 1))
                    .orElse(new Position(file, 1, 1));
            throw new ClaimException(place, "not YAML: " + fault.getProblem() + ACCEPTED);
        } catch (YamlEngineException fault) {
            throw new ClaimException(new Position(file, 1, 1), "not YAML: " + fault.getMessage() + ACCEPTED);
        }
    }

    private List<YamlNode> documents() {
        List<YamlNode> documents = new ArrayList<>();
        while (events.hasNext()) {
            if (events.next() instanceof DocumentStartEvent) {
                documents.add(node(events.next(), 0));
            }
        }
        if (documents.isEmpty()) {
            throw new ClaimException(new Position(file, 1, 1), "found an empty file, accepted: a claim (a mapping)");
        }
        return documents;
    }

    private YamlNode node(Event event, int depth) {
        Position place = place(event);
        if (event instanceof AliasEvent) {
            throw new ClaimException(place, "found an alias (*), accepted: the value written out");
        }
        if (event instanceof NodeEvent node && node.getAnchor().isPresent()) {
            throw new ClaimException(place, "found an anchor (&), accepted: the value written out");
        }
        if (depth > DEEPEST_NESTING) {
            throw new ClaimException(
                    place,
                    "found mappings and lists nested deeper than " + DEEPEST_NESTING
                            + " levels, accepted: a claim in fewer");
        }
        if (event instanceof ScalarEvent scalar) {
            refuseTag(scalar.getTag(), place);
            SourceText.requireValue(scalar.getValue(), place);
            boolean quoted = scalar.getScalarStyle() != ScalarStyle.PLAIN;
            return new YamlNode.Scalar(scalar.getValue(), quoted, literal(scalar, quoted), place);
        }
        refuseTag(((CollectionStartEvent) event).getTag(), place);
        return event instanceof MappingStartEvent ? mapping(place, depth) : sequence(place, depth);
    }

    /** A value on one line that takes as many columns as it has characters was neither folded nor escaped. */
    private static boolean literal(ScalarEvent scalar, boolean quoted) {
        if (scalar.getStartMark().isEmpty() || scalar.getEndMark().isEmpty()) {
            return false;
        }
        Mark start = scalar.getStartMark().get();
        Mark end = scalar.getEndMark().get();
        int length = scalar.getValue().codePointCount(0, scalar.getValue().length());
        return start.getLine() == end.getLine() && end.getColumn() - start.getColumn() == length + (quoted ? 2 : 0);
    }

    private static void refuseTag(Optional<String> tag, Position place) {
        tag.ifPresent(name -> {
            throw new ClaimException(
                    place, "found the tag " + Quotation.of(name) + ", accepted: plain values without tags");
        });
    }

    private YamlNode mapping(Position place, int depth) {
        Map<String, YamlNode> entries = new LinkedHashMap<>();
        Map<String, Position> keys = new LinkedHashMap<>();
        for (Event event = events.next(); !(event instanceof MappingEndEvent); event = events.next()) {
            if (!(node(event, depth + 1) instanceof YamlNode.Scalar key)) {
                throw new ClaimException(place(event), "found a mapping or list as a key, accepted: a name");
            }
            if (keys.containsKey(key.text())) {
                throw new ClaimException(
                        key.position(),
                        "the key " + Quotation.of(key.text()) + " stands twice, first in line "
                                + keys.get(key.text()).line() + ", accepted: each key once");
            }
            if (keys.size() == MOST_KEYS) {
                throw new ClaimException(
                        key.position(), "found more than " + MOST_KEYS + " keys in a mapping, accepted: fewer");
            }
            keys.put(key.text(), key.position());
            entries.put(key.text(), node(events.next(), depth + 1));
        }
        return new YamlNode.Mapping(entries, keys, place);
    }

    private YamlNode sequence(Position place, int depth) {
        List<YamlNode> items = new ArrayList<>();
        for (Event event = events.next(); !(event instanceof SequenceEndEvent); event = events.next()) {
            if (items.size() == MOST_ITEMS) {
                throw new ClaimException(
                        place(event), "found more than " + MOST_ITEMS + " items in a list, accepted: fewer");
            }
            items.add(node(event, depth + 1));
        }
        return new YamlNode.Sequence(items, place);
    }

    private Position place(Event event) {
        Optional<Mark> mark = event.getStartMark();
        return mark.map(m -> new Position(file, m.getLine() + 1, m.getColumn() + 1))
                .orElse(new Position(file, 1, 1));
    }
}
