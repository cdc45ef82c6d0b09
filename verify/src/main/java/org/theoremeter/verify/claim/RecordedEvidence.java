package org.theoremeter.verify.claim;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.theoremeter.verify.claim.yaml.ClaimException;
import org.theoremeter.verify.claim.yaml.YamlNode;

/**
 * What recorded data can be evidence of: refuses what they do not say how sure they are of, or were chosen for.
 *
 * @param recorded the data; empty for a simulation, of which everything can be asked
 * @param observables the symbols that are observed
 */
record RecordedEvidence(Optional<Recorded> recorded, Set<String> observables) {

    /** Rows kept by what came out would show what they were kept for. */
    void requireUnselected(YamlNode.Scalar scalar, Collection<String> used) {
        first(Recorded::selecting, used).ifPresent(name -> {
            throw new ClaimException(
                    scalar.position(),
                    "found " + name
                            + ", by which keep chooses rows; accepted: keep by what was set, not"
                            + " by what came out");
        });
    }

    /** Refuses what neither seeds of their own nor an error say how sure it is. */
    void requireSpread(YamlNode.Scalar scalar, Collection<String> used) {
        requireNoCopies(scalar, used);
        requireErrors(scalar, used);
    }

    /** Refuses what is measured on seeds of which one is a copy of another. */
    void requireNoCopies(YamlNode.Scalar scalar, Collection<String> used) {
        if (copied(used)) {
            throw new ClaimException(
                    scalar.position(),
                    "found " + scalar.described() + " the same to the last digit "
                            + copies().get(measured(used).get(0))
                            + ", so that one is a copy; accepted: seeds of their own, or csv: {errors: {…}} if it is"
                            + " measured no finer");
        }
    }

    /** Refuses a recorded observable of which neither seeds nor an error say how sure it is. */
    void requireErrors(YamlNode.Scalar scalar, Collection<String> used) {
        first(Recorded::withoutError, used).ifPresent(name -> {
            throw new ClaimException(
                    scalar.position(),
                    "found " + name
                            + " without seeds and without an error, so that its interval would be"
                            + " nothing; accepted: csv: {errors: {" + name
                            + ": COLUMN or number}}, or seeds: COLUMN");
        });
    }

    private Optional<String> first(Function<Recorded, Set<String>> names, Collection<String> used) {
        return recorded.map(names).stream()
                .flatMap(Set::stream)
                .filter(name -> used.contains(FormulaReader.symbolOf(name)))
                .findFirst();
    }

    /** Returns whether all that is used of what was measured is the same for two seeds. */
    boolean copied(Collection<String> used) {
        List<String> measured = measured(used);
        return !measured.isEmpty() && copies().keySet().containsAll(measured);
    }

    private List<String> measured(Collection<String> used) {
        return observables.stream().filter(used::contains).toList();
    }

    private Map<String, String> copies() {
        Map<String, String> copies = new HashMap<>();
        recorded.ifPresent(
                data -> data.copies().forEach((name, seeds) -> copies.put(FormulaReader.symbolOf(name), seeds)));
        return copies;
    }
}
