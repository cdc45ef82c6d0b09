package org.theoremeter.verify.claim.read.comparison;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.theoremeter.simulate.experiment.Observable;
import org.theoremeter.verify.claim.Recorded;
import org.theoremeter.verify.claim.source.ClaimException;
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
        requireIndependent(scalar, used);
        requireErrors(scalar, used);
    }

    /** Refuses what is measured on seeds that are not independent. */
    void requireIndependent(YamlNode.Scalar scalar, Collection<String> used) {
        measured(used).stream().filter(dependent()::containsKey).findFirst().ifPresent(name -> {
            throw new ClaimException(
                    scalar.position(),
                    "found " + scalar.described() + " " + dependent().get(name)
                            + "; accepted: seeds of their own, or csv: {errors: {…}} of the size to which it is measured");
        });
    }

    /** Refuses a recorded observable of which neither seeds nor an error say how sure it is. */
    void requireErrors(YamlNode.Scalar scalar, Collection<String> used) {
        first(Recorded::withoutError, used).ifPresent(name -> {
            throw new ClaimException(
                    scalar.position(),
                    "found " + name
                            + " without seeds and without an error, so that its interval would be"
                            + " nothing; accepted: csv: {errors: {" + name
                            + ": {standard: S}}} or {bound: B}, each a column or a number, or seeds: COLUMN");
        });
    }

    private Optional<String> first(Function<Recorded, Set<String>> names, Collection<String> used) {
        return recorded.map(names).stream()
                .flatMap(Set::stream)
                .filter(name -> used.contains(Observable.symbolOf(name)))
                .findFirst();
    }

    private List<String> measured(Collection<String> used) {
        return observables.stream().filter(used::contains).toList();
    }

    private Map<String, String> dependent() {
        Map<String, String> dependent = new HashMap<>();
        recorded.ifPresent(
                data -> data.dependent().forEach((name, why) -> dependent.put(Observable.symbolOf(name), why)));
        return dependent;
    }
}
