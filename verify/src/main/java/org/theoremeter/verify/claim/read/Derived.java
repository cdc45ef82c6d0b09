package org.theoremeter.verify.claim.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.theoremeter.theory.text.Quotation;
import org.theoremeter.verify.claim.Claim;
import org.theoremeter.verify.claim.source.ClaimException;
import org.theoremeter.verify.claim.yaml.YamlNode;

/** Finds what other derivations have derived, and refuses circles and chains that are too long. */
public final class Derived {
    /** The most derivations each of which rests on the next. */
    private static final int LONGEST = 100;

    private final ClaimReader reader;
    private final Function<String, Optional<YamlNode>> library;
    private final List<String> open;
    private int longest;

    Derived(ClaimReader reader, Function<String, Optional<YamlNode>> library) {
        this(reader, library, List.of());
    }

    private Derived(ClaimReader reader, Function<String, Optional<YamlNode>> library, List<String> open) {
        this.reader = reader;
        this.library = library;
        this.open = open;
    }

    /**
     * Returns the derivation of an id.
     *
     * @throws ClaimException if there is none, it rests on the one that asks for it, or on too many others in a row
     */
    Claim.Derivation derivation(YamlNode.Scalar id) {
        String name = id.text();
        if (open.contains(name)) {
            throw new ClaimException(
                    id.position(), "found " + Quotation.of(name) + ", which rests on this derivation itself");
        }
        YamlNode document = library.apply(name)
                .orElseThrow(() -> new ClaimException(
                        id.position(),
                        "found no derivation " + id.described()
                                + ", accepted: the id of one in the same file or in the catalogue"));
        List<String> deeper = new ArrayList<>(open);
        deeper.add(name);
        requireShort(deeper.size(), id);
        if (reader.read(document, new Derived(reader, library, deeper)) instanceof Claim.Derivation derivation) {
            longest = Math.max(longest, reader.restingOn(document));
            requireShort(longest + 1, id);
            return derivation;
        }
        throw new ClaimException(id.position(), "found " + id.described() + ", accepted: a claim of kind derivation");
    }

    /** Returns how long the longest chain is on which the claim rests that these results were found for. */
    int longest() {
        return longest;
    }

    private static void requireShort(int length, YamlNode.Scalar id) {
        if (length > LONGEST) {
            throw new ClaimException(
                    id.position(),
                    "found " + id.described() + " in a chain of more than " + LONGEST
                            + " derivations, each resting on the one before, accepted: at most " + LONGEST);
        }
    }
}
