package org.theoremeter.verify.claim;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import org.theoremeter.simulate.experiment.Observable;
import org.theoremeter.theory.symbolic.Expression;
import org.theoremeter.theory.symbolic.Nearest;
import org.theoremeter.verify.claim.yaml.ClaimException;
import org.theoremeter.verify.claim.yaml.Fields;
import org.theoremeter.verify.claim.yaml.YamlNode;
import org.theoremeter.verify.judge.ScatterJudge;

/** Reads {@code compare}: what is compared with what, and how close it must come. */
final class CompareReader {

    private final Sources sources;
    private int judged;

    /**
     * Creates a reader.
     *
     * @param sources what is observed
     */
    CompareReader(Sources sources) {
        this.sources = sources;
    }

    /** Returns how many verdicts what was read so far will get: one a comparison, or one a cell of its grid. */
    int judged() {
        return judged;
    }

    List<Claim.ValueComparison> values(List<YamlNode> items, Map<String, Expression> predicted) {
        return each(items, (fields, name) -> {
            String prediction = predicted(fields, predicted.keySet());
            Sources.Picked picked = sources.pick(fields.needScalar("observed"));
            requireSymbols(fields, prediction, predicted.get(prediction), picked.reader());
            Expression observed = picked.reader().formula(picked.text(), "observed", List.of());
            picked.reader().requireSpread(picked.text(), observed.symbols());
            Margin margin = Margin.read(fields.need("margin"));
            eachCell(picked.reader());
            return new Claim.ValueComparison(
                    name.orElse(prediction), picked.reader().source(), predicted.get(prediction), observed, margin);
        });
    }

    List<Claim.TrajectoryComparison> trajectories(List<YamlNode> items, CurvePrediction curves) {
        return each(items, (fields, name) -> {
            String predicted = predicted(fields, curves.curves().keySet());
            Sources.Picked picked = sources.pick(fields.needScalar("observed"));
            String time = fields.takeText("time").orElse(curves.time());
            Observable series = picked.reader().observable(picked.text(), Observable.Shape.SERIES);
            if (!series.axis().equals(time)) {
                throw new ClaimException(
                        picked.text().position(),
                        "the series " + series.name() + " runs over " + series.axis() + ", but the curve over " + time);
            }
            picked.reader().requireSpread(picked.text(), List.of(FormulaReader.symbolOf(series.name())));
            Claim.From from = picked.reader().from(fields);
            Distance distance = fields.takeChoice("distance", Distance.names())
                    .map(word -> Distance.valueOf(word.toUpperCase(Locale.ROOT)))
                    .orElse(Distance.SUP);
            Margin margin = Margin.read(fields.need("margin"));
            eachCell(picked.reader());
            return new Claim.TrajectoryComparison(
                    name.orElse(predicted), picked.reader().source(), predicted, series.name(), from, distance, margin);
        });
    }

    List<Claim.ExponentComparison> exponents(
            List<YamlNode> items, Map<String, Expression> values, Map<String, Expression> slopes) {
        return each(items, (fields, name) -> {
            String text = fields.needText("slope of");
            Sources.Picked picked = sources.pick(fields.needScalar("slope of"));
            boolean scattered = picked.reader().observe().isRecorded()
                    && picked.reader().observe().seeds().isEmpty();
            boolean ofAxis = scattered
                    && picked.reader().isAxis(text)
                    && !picked.reader().isAxis(fields.needText("against"));
            Expression observed =
                    ofAxis ? Expression.symbol(text) : picked.reader().formula(picked.text(), "slope of", List.of());
            String against = scattered
                    ? picked.reader().axisOrObservable(fields, "against", ScatterJudge.FEWEST)
                    : picked.reader().axis(fields, "against", 3);
            picked.reader().requireOther(picked.text(), observed, against);
            picked.reader().requireNoCopies(picked.text(), observed.symbols());
            Set<String> names = new TreeSet<>(values.keySet());
            names.addAll(slopes.keySet());
            String predicted = predicted(fields, names);
            int cells = picked.reader().observe().cells().size();
            if (fields.names().contains("local") && cells < 5) {
                throw new ClaimException(
                        fields.key("local"),
                        "found " + cells + " values of " + against
                                + ", accepted with local: at least 5, so that three remain");
            }
            boolean slope = slopes.containsKey(predicted);
            requireSymbols(fields, predicted, (slope ? slopes : values).get(predicted), picked.reader());
            if (scattered && fields.names().contains("local")) {
                throw new ClaimException(
                        fields.key("local"),
                        "found local with points that were measured once, accepted: keep under csv");
            }
            if (scattered
                    && slope
                    && !picked.reader()
                            .fixed()
                            .containsAll(slopes.get(predicted).symbols())) {
                throw new ClaimException(
                        fields.key("predicted"),
                        "found a slope that changes along the axis, accepted here: a constant slope, or values whose"
                                + " slope is meant");
            }
            boolean half = fields.takeChoice("local", List.of("all", "finest-half"))
                    .orElse("all")
                    .equals("finest-half");
            boolean ignoring = scattered
                    && fields.takeChoice("errors", List.of("used", "ignored"))
                            .filter("ignored"::equals)
                            .isPresent();
            Margin margin = Margin.read(fields.need("margin"));
            judged++;
            return new Claim.ExponentComparison(
                    name.orElse(text),
                    picked.reader().source(),
                    observed,
                    against,
                    (slope ? slopes : values).get(predicted),
                    slope,
                    half,
                    ignoring,
                    margin);
        });
    }

    List<Claim.ConvergenceComparison> convergences(List<YamlNode> items, Collection<String> curves) {
        return each(items, (fields, name) -> convergence(fields, name.orElse("order"), curves));
    }

    private Claim.ConvergenceComparison convergence(Fields fields, String name, Collection<String> curves) {
        Sources.Picked picked = sources.pick(fields.needScalar("order of"));
        Expression error = picked.reader().formula(picked.text(), "order of", curves);
        picked.reader().requireSpread(picked.text(), error.symbols());
        String along = picked.reader().axis(fields, "as", 3);
        YamlNode to = fields.need("to");
        if (Fields.number(to, "to") != 0) {
            throw new ClaimException(to.position(), "found " + to.described() + " for to, accepted: 0");
        }
        Average average = fields.takeChoice("average", Average.names())
                .map(word -> Average.valueOf(word.toUpperCase(Locale.ROOT)))
                .orElse(Average.RMS);
        Expression predicted = FormulaReader.read(
                fields.need("predicted"), "predicted", picked.reader().fixed());
        Margin margin = Margin.read(fields.need("margin"));
        judged++;
        return new Claim.ConvergenceComparison(
                name, picked.reader().source(), error, along, average, predicted, margin);
    }

    /** Reads drifts into one list and orders of drifts into another. */
    void invariants(
            List<YamlNode> items, List<Claim.DriftComparison> drifts, List<Claim.ConvergenceComparison> orders) {
        each(items, (fields, name) -> {
            if (fields.names().contains("order of")) {
                orders.add(convergence(fields, name.orElse("order"), List.of()));
            } else {
                drifts.add(drift(fields, name));
            }
            return name;
        });
    }

    private Claim.DriftComparison drift(Fields fields, Optional<String> name) {
        YamlNode node = fields.need("drift of");
        List<YamlNode> parts = node instanceof YamlNode.Sequence list ? list.items() : List.of(node);
        if (parts.isEmpty()) {
            throw new ClaimException(node.position(), "found no quantity under drift of, accepted: at least one");
        }
        List<String> drifting = new ArrayList<>();
        ObservedReader reader = null;
        for (YamlNode part : parts) {
            Sources.Picked picked = sources.pick(Fields.scalar(part, "drift of"));
            if (reader != null && reader != picked.reader()) {
                throw new ClaimException(part.position(), "found quantities of two observations, accepted: of one");
            }
            reader = picked.reader();
            drifting.add(reader.observable(picked.text()).name());
            reader.requireSpread(picked.text(), List.of(FormulaReader.symbolOf(drifting.get(drifting.size() - 1))));
        }
        ObservedReader of = reader;
        Claim.Norm norm = fields.takeChoice("norm", List.of("frobenius", "max"))
                .map(word -> Claim.Norm.valueOf(word.toUpperCase(Locale.ROOT)))
                .orElse(Claim.Norm.FROBENIUS);
        Optional<String> scale = fields.takeScalar("scale").map(scalar -> {
            Sources.Picked picked = sources.pick(scalar);
            if (picked.reader() != of) {
                throw new ClaimException(scalar.position(), "found the scale of another observation than its drift");
            }
            String scaling = of.observable(picked.text()).name();
            of.requireErrors(picked.text(), List.of(FormulaReader.symbolOf(scaling)));
            return scaling;
        });
        Margin margin = Margin.read(fields.need("margin"));
        if (margin.relative()) {
            throw new ClaimException(
                    fields.need("margin").position(),
                    "found a relative margin of a drift, accepted: a number, and scale: what it is relative to");
        }
        eachCell(of);
        return new Claim.DriftComparison(
                name.orElse(String.join(", ", drifting)), of.source(), drifting, norm, scale, margin);
    }

    List<Claim.PairComparison> pairs(List<YamlNode> items, Map<String, Expression> values) {
        return each(items, (fields, name) -> {
            boolean ratio = fields.names().contains("ratio of");
            String one = ratio ? "ratio of" : "before";
            String other = ratio ? "to" : "after";
            Sources.Picked first = sources.pick(fields.needScalar(one));
            Sources.Picked second = sources.pick(fields.needScalar(other));
            requirePaired(first.reader().observe(), second.reader().observe(), fields);
            Optional<Expression> below = Optional.empty();
            if (ratio) {
                YamlNode.Scalar limit = fields.needScalar("below");
                below = Optional.of(
                        values.containsKey(limit.text())
                                ? values.get(limit.text())
                                : FormulaReader.read(
                                        limit, "below", first.reader().symbols()));
                requireSymbols(fields, "below", below.get(), first.reader());
            }
            eachCell(first.reader());
            Expression earlier = first.reader().formulaOrEvent(first.text(), one);
            Expression later = second.reader().formulaOrEvent(second.text(), other);
            requireDifferent(first, earlier, second, later, ratio);
            first.reader().requireErrors(first.text(), earlier.symbols());
            second.reader().requireErrors(second.text(), later.symbols());
            // one side may well be the same for all seeds, as a bound is
            if (second.reader().copied(later.symbols())) {
                first.reader().requireNoCopies(first.text(), earlier.symbols());
            }
            return new Claim.PairComparison(
                    name.orElse(fields.needText(one) + (ratio ? " / " : " before ") + fields.needText(other)),
                    first.reader().source(),
                    earlier,
                    second.reader().source(),
                    later,
                    below);
        });
    }

    /** One quantity compared with itself, or with a multiple of itself, would say nothing of what was observed. */
    private static void requireDifferent(
            Sources.Picked first, Expression earlier, Sources.Picked second, Expression later, boolean ratio) {
        boolean same = first.reader() == second.reader()
                || first.reader().observe().equals(second.reader().observe());
        Expression together = Expression.parse("(" + earlier + ")" + (ratio ? "/" : "-") + "(" + later + ")");
        if (same && !first.reader().depends(together)) {
            throw new ClaimException(
                    second.text().position(),
                    "found " + (ratio ? "a ratio" : "a difference") + " that is the same whatever is observed, "
                            + together + "; accepted: two quantities");
        }
    }

    private static void requirePaired(Observe first, Observe second, Fields fields) {
        List<Map<String, Double>> here =
                first.cells().stream().map(Observe.Cell::coordinates).toList();
        List<Map<String, Double>> there =
                second.cells().stream().map(Observe.Cell::coordinates).toList();
        boolean drawnTogether = first.seeds().isEmpty()
                || first.recorded()
                        .map(Recorded::seeds)
                        .equals(second.recorded().map(Recorded::seeds));
        if (!here.equals(there) || !first.seeds().equals(second.seeds()) || !drawnTogether) {
            throw new ClaimException(
                    fields.position(),
                    "found two observations with other grids or other seeds, accepted: pairs on one grid with"
                            + " the same seeds");
        }
    }

    List<Claim.FractionComparison> fractions(List<YamlNode> items, Map<String, Expression> predicted) {
        return each(items, (fields, name) -> {
            String prediction = predicted(fields, predicted.keySet());
            boolean counted = fields.names().contains("successes");
            Sources.Picked picked = sources.pick(fields.needScalar(counted ? "successes" : "fraction of"));
            requireSymbols(fields, prediction, predicted.get(prediction), picked.reader());
            Outcome outcome =
                    counted ? counted(fields, picked) : picked.reader().outcome(picked.text());
            if (!counted && picked.reader().observe().seeds().isEmpty()) {
                throw new ClaimException(
                        picked.text().position(),
                        "found a fraction of runs without seeds, accepted: an experiment that draws, or successes: and"
                                + " trials: that are counted");
            }
            Margin margin = Margin.read(fields.need("margin"));
            eachCell(picked.reader());
            return new Claim.FractionComparison(
                    name.orElse(prediction), picked.reader().source(), outcome, predicted.get(prediction), margin);
        });
    }

    private Outcome counted(Fields fields, Sources.Picked picked) {
        Expression successes = picked.reader().formula(picked.text(), "successes", List.of());
        Sources.Picked trials = sources.pick(fields.needScalar("trials"));
        if (trials.reader() != picked.reader()) {
            throw new ClaimException(trials.text().position(), "found trials of another observation than successes");
        }
        String text = trials.text().text().strip();
        Expression counts = text.matches("[0-9]+")
                ? Expression.number(Double.parseDouble(text))
                : picked.reader().formula(trials.text(), "trials", List.of());
        Expression part = Expression.parse("(" + successes + ")/(" + counts + ")");
        if (!picked.reader().depends(part)) {
            throw new ClaimException(
                    trials.text().position(),
                    "found a fraction that is the same whatever is observed, " + part + "; accepted: two counts");
        }
        return new Outcome.Counted(successes, counts);
    }

    private void eachCell(ObservedReader reader) {
        judged += reader.observe().cells().size();
    }

    private <T> List<T> each(List<YamlNode> items, BiFunction<Fields, Optional<String>, T> reading) {
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
                throw new ClaimException(fields.key("name"), "the name '" + name.get() + "' stands twice");
            }
            comparisons.add(reading.apply(fields, name));
            fields.end();
        }
        return comparisons;
    }

    /** A law brings formulas along whose symbols the claim need not have, unless it compares them. */
    private static void requireSymbols(Fields fields, String name, Expression formula, ObservedReader reader) {
        Set<String> missing = new TreeSet<>(formula.symbols());
        missing.removeAll(reader.symbols());
        if (!missing.isEmpty()) {
            String symbol = missing.iterator().next();
            throw new ClaimException(
                    fields.key(fields.names().contains("predicted") ? "predicted" : name),
                    "the prediction '" + name + "' needs the symbol '" + symbol + "', accepted: " + symbol
                            + " under given, or as an axis");
        }
    }

    private static String predicted(Fields fields, Collection<String> names) {
        YamlNode.Scalar scalar = fields.needScalar("predicted");
        if (!names.contains(scalar.text())) {
            throw new ClaimException(
                    scalar.position(),
                    "found the unknown prediction " + scalar.described() + ", " + Nearest.hint(scalar.text(), names));
        }
        return scalar.text();
    }
}
