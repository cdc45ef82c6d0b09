package org.theoremeter.verify.claim.read.comparison;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.theoremeter.simulate.experiment.Observable;
import org.theoremeter.theory.symbolic.Expression;
import org.theoremeter.verify.claim.comparison.ExponentComparison;
import org.theoremeter.verify.claim.comparison.Margin;
import org.theoremeter.verify.claim.formula.Dependent;
import org.theoremeter.verify.claim.source.ClaimException;
import org.theoremeter.verify.claim.yaml.Fields;
import org.theoremeter.verify.claim.yaml.YamlNode;
import org.theoremeter.verify.judge.ScatterJudge;

/**
 * Reads what a claim about exponents compares.
 *
 * @param compare finds the observations
 * @param values the predicted values by name, whose slopes are meant
 * @param slopes the predicted slopes by name, none that is a value's
 */
public record ExponentReader(CompareReader compare, Map<String, Expression> values, Map<String, Expression> slopes) {

    private static final int FEWEST_LOCAL = 5;

    /**
     * A slope that is measured.
     *
     * @param picked what the claim calls it
     * @param observed the formula whose slope it is
     * @param against the axis
     * @param scattered whether every point is measured once
     */
    private record Slope(Sources.Picked picked, Expression observed, String against, boolean scattered) {

        ObservedReader reader() {
            return picked.reader();
        }
    }

    /** Reads one entry of {@code compare}, which may have a name. */
    public ExponentComparison read(Fields fields, Optional<String> name) {
        Slope slope = slope(fields);
        ObservedReader reader = slope.reader();
        Optional<Slope> minus = fields.take("minus").map(node -> minus(node, fields, slope));
        Map<String, Expression> predictions = new TreeMap<>(values);
        predictions.putAll(slopes);
        Predicted predicted = Predicted.read(fields, predictions);
        boolean constant = slopes.containsKey(predicted.name());
        requireEnough(fields, reader.observe().points().size(), slope.against());
        predicted.requireValue(fields, reader);
        if (minus.isPresent()) {
            requireNumber(fields, constant, predicted.formula(), reader);
        } else if (slope.scattered()) {
            requireOneSlope(fields, constant, predicted.formula(), reader);
        }
        boolean half = fields.takeChoice("local", List.of("all", "finest-half"))
                .orElse("all")
                .equals("finest-half");
        boolean ignoring = slope.scattered()
                && fields.takeChoice("errors", List.of("used", "ignored"))
                        .filter("ignored"::equals)
                        .isPresent();
        OptionalDouble straight = slope.scattered() ? OptionalDouble.empty() : leastRSquared(fields);
        Margin margin = MarginReader.read(fields.need("margin"));
        compare.judgedOnce();
        return new ExponentComparison(
                name.orElse(fields.needText("slope of")),
                reader.source(),
                slope.observed(),
                slope.against(),
                minus.map(other ->
                        new ExponentComparison.Minus(other.reader().source(), other.observed(), other.against())),
                predicted.formula(),
                constant,
                half,
                ignoring,
                straight,
                margin);
    }

    private Slope slope(Fields fields) {
        String text = fields.needText("slope of");
        Sources.Picked picked = compare.pick(fields.needScalar("slope of"));
        ObservedReader reader = picked.reader();
        AxisReader axes = new AxisReader(reader);
        boolean scattered =
                reader.observe().isRecorded() && reader.observe().seeds().isEmpty();
        boolean ofAxis = scattered && axes.isAxis(picked.text().text()) && !axes.isAxis(fields.needText("against"));
        Expression observed =
                ofAxis ? Expression.symbol(picked.text().text()) : reader.formula(picked.text(), "slope of", List.of());
        String against = scattered
                ? axes.axisOrObservable(fields, "against", ScatterJudge.FEWEST)
                : axes.axis(fields, "against", AxisReader.FEWEST);
        if (!axes.isAxis(against)) {
            requireOther(picked, observed, against);
        }
        reader.evidence().requireIndependent(picked.text(), observed.symbols());
        return new Slope(picked, observed, against, scattered);
    }

    /** Reads the slope that is taken from another, which must not be made of the same observations. */
    private Slope minus(YamlNode node, Fields outer, Slope first) {
        for (String key : List.of("local", "errors", "r-squared")) {
            if (outer.names().contains(key)) {
                throw new ClaimException(
                        outer.key(key), "found " + key + " with minus, accepted: the difference of two whole slopes");
            }
        }
        Fields fields = Fields.of(node, "minus");
        Slope second = slope(fields);
        fields.end();
        boolean same = second.reader().observe().equals(first.reader().observe());
        Set<String> shared = new TreeSet<>(first.observed().symbols());
        shared.retainAll(second.observed().symbols());
        if (same && !shared.isEmpty()) {
            throw new ClaimException(
                    node.position(),
                    "found the slopes of " + first.picked().text().described() + " and of "
                            + second.picked().text().described() + ", which are made of the same "
                            + shared.iterator().next() + "; accepted: slopes of different observations");
        }
        return second;
    }

    private static OptionalDouble leastRSquared(Fields fields) {
        Optional<YamlNode> node = fields.take("r-squared");
        if (node.isEmpty()) {
            return OptionalDouble.empty();
        }
        double least = Fields.number(node.get(), "r-squared");
        if (!(least > 0 && least < 1)) {
            throw new ClaimException(
                    node.get().position(),
                    "found r-squared: " + least + ", accepted: the least R² of a line, above 0 and below 1");
        }
        return OptionalDouble.of(least);
    }

    /** Refuses the slope of a formula against the one observable that it is made of. */
    private static void requireOther(Sources.Picked picked, Expression formula, String against) {
        Set<String> others = picked.reader().observables();
        others.remove(Observable.symbolOf(against));
        boolean ofSymbols = picked.reader().symbols().containsAll(formula.symbols());
        if (!ofSymbols && !new Dependent(formula, others).ever()) {
            throw new ClaimException(
                    picked.text().position(),
                    "found the slope of " + picked.text().described() + " against " + against
                            + ", of which alone it is made; accepted: two quantities");
        }
    }

    private static void requireEnough(Fields fields, int points, String against) {
        if (fields.names().contains("local") && points < FEWEST_LOCAL) {
            throw new ClaimException(
                    fields.key("local"),
                    "found " + points + " values of " + against + ", accepted with local: at least " + FEWEST_LOCAL
                            + ", so that three remain");
        }
    }

    /** A difference of slopes is one number. */
    private static void requireNumber(Fields fields, boolean slope, Expression predicted, ObservedReader reader) {
        if (!slope || !reader.fixed().containsAll(predicted.symbols())) {
            throw new ClaimException(
                    fields.key("predicted"),
                    "found " + (slope ? "a slope that changes along the axis" : "values")
                            + " with minus, accepted: a constant under slopes, the difference of the two slopes");
        }
    }

    /** Through points that were measured once goes one line. */
    private static void requireOneSlope(Fields fields, boolean slope, Expression predicted, ObservedReader reader) {
        if (fields.names().contains("local")) {
            throw new ClaimException(
                    fields.key("local"), "found local with points that were measured once, accepted: keep under csv");
        }
        if (slope && !reader.fixed().containsAll(predicted.symbols())) {
            throw new ClaimException(
                    fields.key("predicted"),
                    "found a slope that changes along the axis, accepted here: a constant slope, or values whose"
                            + " slope is meant");
        }
    }
}
