package org.theoremeter.verify.claim.read.comparison;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import org.theoremeter.theory.text.Quotation;
import org.theoremeter.verify.claim.source.ClaimException;
import org.theoremeter.verify.claim.yaml.Fields;
import org.theoremeter.verify.claim.yaml.YamlNode;

/** Reads {@code compare}: one mapping a comparison, of which each kind of claim has its own. */
public final class CompareReader {

    private final Sources sources;
    private int judged;

    /**
     * Creates a reader.
     *
     * @param sources what is observed
     */
    public CompareReader(Sources sources) {
        this.sources = sources;
    }

    /** Reads every item as its kind has it, with its name where it has one. */
    public <T> List<T> each(List<YamlNode> items, BiFunction<Fields, Optional<String>, T> reading) {
        List<T> comparisons = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (YamlNode item : items) {
            Fields fields = Fields.of(item, "a comparison");
            Optional<String> name = fields.takeText("name");
            if (items.size() > 1 && name.isEmpty()) {
                throw new ClaimException(
                        item.position(), "this comparison lacks the key 'name', needed where there are several");
            }
            if (name.isPresent() && !names.add(name.get())) {
                throw new ClaimException(fields.key("name"), "the name " + Quotation.of(name.get()) + " stands twice");
            }
            comparisons.add(reading.apply(fields, name));
            fields.end();
        }
        return comparisons;
    }

    /** Finds the observation that a text refers to. */
    Sources.Picked pick(YamlNode.Scalar scalar) {
        return sources.pick(scalar);
    }

    /** Counts a comparison that gets one verdict. */
    void judgedOnce() {
        judged++;
    }

    /** Counts a comparison that gets a verdict at each grid point. */
    void judgedAtEachPoint(ObservedReader reader) {
        judged += reader.observe().points().size();
    }

    /** Returns how many verdicts what was read so far will get. */
    public int judged() {
        return judged;
    }
}
