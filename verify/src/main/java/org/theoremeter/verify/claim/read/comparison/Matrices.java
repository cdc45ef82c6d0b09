package org.theoremeter.verify.claim.read.comparison;

import java.util.Collection;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.theoremeter.simulate.experiment.Experiment;
import org.theoremeter.simulate.experiment.Observable;
import org.theoremeter.verify.claim.source.ClaimException;
import org.theoremeter.verify.claim.yaml.YamlNode;

/** Refuses matrices in comparisons: they are there to be looked at, and no kind of claim reads a number or a curve off one. */
public final class Matrices {

    private Matrices() {}

    /**
     * Refuses a text that names a matrix or has it in a formula.
     *
     * @param scalar the text of an observable, a formula or a condition
     * @param experiment what is observed
     * @param known symbols that mean something else in this claim
     * @throws ClaimException if there is one
     */
    public static void refuse(YamlNode.Scalar scalar, Experiment experiment, Collection<String> known) {
        for (Observable observable : experiment.observables()) {
            String symbol = observable.symbol();
            if (observable.shape() != Observable.Shape.MATRIX || known.contains(symbol)) {
                continue;
            }
            // the name as it is only if it is the whole text: in a formula a hyphen is a minus
            Matcher found = Pattern.compile("(?<![\\p{L}\\p{N}_])" + Pattern.quote(symbol) + "(?![\\p{L}\\p{N}_])")
                    .matcher(scalar.text());
            boolean whole = scalar.text().strip().equals(observable.name());
            if (whole || found.find()) {
                throw new ClaimException(
                        whole ? scalar.position() : scalar.at(found.start() + 1),
                        "found the matrix " + observable.name() + " over " + String.join(" and ", observable.axes())
                                + ", which no comparison reads; accepted: a scalar or a series, of which "
                                + experiment.name() + " has "
                                + String.join(
                                        ", ",
                                        without(experiment).stream()
                                                .map(Observable::name)
                                                .toList()));
            }
        }
    }

    /** Returns the observables that a comparison can read. */
    static List<Observable> without(Experiment experiment) {
        return experiment.observables().stream()
                .filter(observable -> observable.shape() != Observable.Shape.MATRIX)
                .toList();
    }
}
