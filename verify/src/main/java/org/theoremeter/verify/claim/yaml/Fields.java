package org.theoremeter.verify.claim.yaml;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.regex.Pattern;
import org.theoremeter.theory.text.Nearest;
import org.theoremeter.theory.text.Quotation;
import org.theoremeter.verify.claim.source.ClaimException;
import org.theoremeter.verify.claim.source.Position;

/**
 * Takes the entries of a mapping one by one, and refuses what nobody took.
 *
 * <p>Every {@code take} names a key that is accepted; {@link #end()} then knows the whole list, so that a misspelt key is
 * reported with the nearest accepted one.
 */
public final class Fields {

    // possessive, so that a long row of digits costs its length and no more
    private static final Pattern DECIMAL =
            Pattern.compile("[-+]?+(?:[0-9]++(?:\\.[0-9]*+)?+|\\.[0-9]++)(?:[eE][-+]?+[0-9]++)?+");
    private static final Pattern ZERO = Pattern.compile("[-+]?+[0.]++(?:[eE].*+)?+");

    private final YamlNode.Mapping mapping;
    private final String what;
    private final Set<String> accepted = new LinkedHashSet<>();

    private Fields(YamlNode.Mapping mapping, String what) {
        this.mapping = mapping;
        this.what = what;
    }

    /**
     * Opens a mapping.
     *
     * @param node the node
     * @param what what it is, for messages: "the claim", "observe"
     * @throws ClaimException if the node is no mapping
     */
    public static Fields of(YamlNode node, String what) {
        if (node instanceof YamlNode.Mapping mapping) {
            return new Fields(mapping, what);
        }
        throw new ClaimException(
                node.position(), "found " + node.described() + ", accepted: " + what + " as a mapping (key: value)");
    }

    /** Returns where the mapping begins. */
    public Position position() {
        return mapping.position();
    }

    /** Returns the keys of the mapping, in order. */
    public List<String> names() {
        return mapping.names();
    }

    /** Returns where a key stands. */
    public Position key(String name) {
        return mapping.keys().getOrDefault(name, mapping.position());
    }

    /** Returns the value of a key if it is there. */
    public Optional<YamlNode> take(String name) {
        accepted.add(name);
        return Optional.ofNullable(mapping.entries().get(name));
    }

    /**
     * Returns the value of a key that must be there.
     *
     * @throws ClaimException if it is missing
     */
    public YamlNode need(String name) {
        return take(name).orElseThrow(() -> missing(name));
    }

    /** A key that is missing is often there, misspelt. */
    private ClaimException missing(String name) {
        List<String> others = mapping.names().stream()
                .filter(key -> !accepted.contains(key) && Math.abs(key.length() - name.length()) <= 1)
                .toList();
        return Nearest.to(name, others)
                .map(found -> new ClaimException(
                        key(found),
                        "found the unknown key " + Quotation.of(found) + " in " + what + ", did you mean "
                                + Quotation.of(name) + "?"))
                .orElseGet(() -> new ClaimException(
                        mapping.position(),
                        what + " lacks the key " + Quotation.of(name) + ", accepted: " + name + ": …"));
    }

    /**
     * Returns a scalar that must be there.
     *
     * @throws ClaimException if it is missing or a mapping or list
     */
    public YamlNode.Scalar needScalar(String name) {
        return scalar(need(name), name);
    }

    /** Returns a scalar if it is there. */
    public Optional<YamlNode.Scalar> takeScalar(String name) {
        return take(name).map(node -> scalar(node, name));
    }

    /** Returns non-empty text if it is there. */
    public Optional<String> takeText(String name) {
        return takeScalar(name).map(scalar -> text(scalar, name));
    }

    /** Returns non-empty text that must be there. */
    public String needText(String name) {
        return text(needScalar(name), name);
    }

    /**
     * Returns one of a closed list of words if it is there.
     *
     * @throws ClaimException if it is another word; the nearest is suggested
     */
    public Optional<String> takeChoice(String name, List<String> choices) {
        return takeScalar(name).map(scalar -> choice(scalar, choices));
    }

    /** Returns a mapping's fields if the key is there. */
    public Optional<Fields> takeFields(String name) {
        return take(name).map(node -> of(node, name));
    }

    /** Returns a list's items if the key is there. */
    public Optional<List<YamlNode>> takeList(String name) {
        return take(name).map(node -> list(node, name));
    }

    /** Returns a list's items. */
    public List<YamlNode> needList(String name) {
        return list(need(name), name);
    }

    /**
     * Ends the reading of the mapping.
     *
     * @throws ClaimException at the first key that no {@code take} named
     */
    public void end() {
        for (String name : mapping.names()) {
            if (!accepted.contains(name)) {
                throw new ClaimException(
                        key(name),
                        "found the unknown key " + Quotation.of(name) + " in " + what + ", "
                                + Nearest.hint(name, new ArrayList<>(accepted)));
            }
        }
    }

    /**
     * Reads a finite number.
     *
     * @throws ClaimException if the scalar is none
     */
    public static double number(YamlNode node, String what) {
        YamlNode.Scalar scalar = scalar(node, what);
        return decimal(scalar.text())
                .orElseThrow(() -> new ClaimException(
                        scalar.position(),
                        "found " + scalar.described() + " for " + what
                                + ", accepted: a finite number that double precision can hold"));
    }

    /**
     * Returns the value of a finite decimal number.
     *
     * @param text as written
     * @return the value; empty if it is no decimal, or one too large or too small for double precision
     */
    public static OptionalDouble decimal(String text) {
        if (!DECIMAL.matcher(text).matches()) {
            return OptionalDouble.empty();
        }
        double value = Double.parseDouble(text);
        boolean vanishes = value == 0 && !ZERO.matcher(text).matches();
        return Double.isFinite(value) && !vanishes ? OptionalDouble.of(value) : OptionalDouble.empty();
    }

    /**
     * Reads a whole number of at least {@code least}.
     *
     * @throws ClaimException if the scalar is none
     */
    public static int whole(YamlNode node, String what, int least) {
        double value = number(node, what);
        if (value != Math.rint(value) || value < least || value > Integer.MAX_VALUE) {
            throw new ClaimException(
                    node.position(),
                    "found " + node.described() + " for " + what + ", accepted: a whole number of at least " + least);
        }
        return (int) value;
    }

    /**
     * Reads one of a closed list of words.
     *
     * @throws ClaimException if it is another word
     */
    public static String choice(YamlNode.Scalar scalar, List<String> choices) {
        if (!choices.contains(scalar.text())) {
            throw new ClaimException(
                    scalar.position(), "found " + scalar.described() + ", " + Nearest.hint(scalar.text(), choices));
        }
        return scalar.text();
    }

    /**
     * Returns the node as a scalar.
     *
     * @throws ClaimException if it is a mapping or list
     */
    public static YamlNode.Scalar scalar(YamlNode node, String what) {
        if (node instanceof YamlNode.Scalar scalar) {
            return scalar;
        }
        throw new ClaimException(
                node.position(), "found " + node.described() + " for " + what + ", accepted: a single value");
    }

    private static String text(YamlNode.Scalar scalar, String name) {
        if (scalar.text().isBlank()) {
            throw new ClaimException(scalar.position(), "found nothing for " + name + ", accepted: text");
        }
        if (scalar.text().codePoints().anyMatch(Character::isISOControl)) {
            throw new ClaimException(
                    scalar.position(), "found a control character in " + name + ", accepted: one line of text");
        }
        return scalar.text();
    }

    private static List<YamlNode> list(YamlNode node, String name) {
        if (node instanceof YamlNode.Sequence sequence) {
            return sequence.items();
        }
        throw new ClaimException(node.position(), "found " + node.described() + " for " + name + ", accepted: a list");
    }
}
