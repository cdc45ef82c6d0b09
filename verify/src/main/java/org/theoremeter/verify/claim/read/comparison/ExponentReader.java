package org.theoremeter.verify.claim.read.comparison;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
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

    /** Reads one entry of {@code compare}, which may have a name. */
    public ExponentComparison read(Fields fields, Optional<String> name) {
        String text = fields.needText("slope of");
        Sources.Picked picked = compare.pick(fields.needScalar("slope of"));
        ObservedReader reader = picked.reader();
        AxisReader axes = new AxisReader(reader);
        boolean scattered =
                reader.observe().isRecorded() && reader.observe().seeds().isEmpty();
        boolean ofAxis = scattered && axes.isAxis(text) && !axes.isAxis(fields.needText("against"));
        Expression observed = ofAxis ? Expression.symbol(text) : reader.formula(picked.text(), "slope of", List.of());
        String against = scattered
                ? axes.axisOrObservable(fields, "against", ScatterJudge.FEWEST)
                : axes.axis(fields, "against", AxisReader.FEWEST);
        if (!axes.isAxis(against)) {
            requireOther(picked, observed, against);
        }
        reader.evidence().requireIndependent(picked.text(), observed.symbols());
        Map<String, Expression> predictions = new TreeMap<>(values);
        predictions.putAll(slopes);
        Predicted predicted = Predicted.read(fields, predictions);
        boolean slope = slopes.containsKey(predicted.name());
        requireEnough(fields, reader.observe().points().size(), against);
        predicted.requireValue(fields, reader);
        if (scattered) {
            requireOneSlope(fields, slope, predicted.formula(), reader);
        }
        boolean half = fields.takeChoice("local", List.of("all", "finest-half"))
                .orElse("all")
                .equals("finest-half");
        boolean ignoring = scattered
                && fields.takeChoice("errors", List.of("used", "ignored"))
                        .filter("ignored"::equals)
                        .isPresent();
        OptionalDouble straight = scattered ? OptionalDouble.empty() : leastRSquared(fields);
        Margin margin = MarginReader.read(fields.need("margin"));
        compare.judgedOnce();
        return new ExponentComparison(
                name.orElse(text),
                reader.source(),
                observed,
                against,
                predicted.formula(),
                slope,
                half,
                ignoring,
                straight,
                margin);
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
