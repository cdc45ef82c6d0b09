package org.theoremeter.verify.claim;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.theoremeter.simulate.experiment.Observable;
import org.theoremeter.theory.symbolic.Expression;
import org.theoremeter.theory.symbolic.Nearest;
import org.theoremeter.verify.claim.yaml.ClaimException;
import org.theoremeter.verify.claim.yaml.Fields;
import org.theoremeter.verify.claim.yaml.YamlNode;

/** Reads {@code compare}: what is compared with what, and how close it must come. */
final class CompareReader {

    /** Sizes at which it is tried whether a formula depends on what is observed. */
    private static final List<Double> TRIED = List.of(1e-9, 1e-6, 1e-3, 0.03, 0.3, 0.7, 1.1, 2.0, 7.0, 1e3, 1e6, -0.6);

    private final Observe observe;
    private final Set<String> symbols;

    /**
     * Creates a reader.
     *
     * @param observe what is observed
     * @param symbols the symbols of the claim: given, axes and measured
     */
    CompareReader(Observe observe, Collection<String> symbols) {
        this.observe = observe;
        this.symbols = new TreeSet<>(symbols);
    }

    List<Claim.ValueComparison> values(List<YamlNode> items, Map<String, Expression> predicted) {
        return each(items, (fields, name) -> {
            String prediction = predicted(fields, predicted.keySet());
            requireSymbols(fields, prediction, predicted.get(prediction));
            Expression observed = observed(fields, "observed", List.of());
            Margin margin = Margin.read(fields.need("margin"));
            return new Claim.ValueComparison(name.orElse(prediction), predicted.get(prediction), observed, margin);
        });
    }

    List<Claim.TrajectoryComparison> trajectories(List<YamlNode> items, CurvePrediction curves) {
        return each(items, (fields, name) -> {
            String predicted = predicted(fields, curves.curves().keySet());
            YamlNode.Scalar place = fields.needScalar("observed");
            String time = fields.takeText("time").orElse(curves.time());
            Observable series = observable(place, Observable.Shape.SERIES);
            if (!series.axis().equals(time)) {
                throw new ClaimException(
                        place.position(),
                        "the series " + series.name() + " runs over " + series.axis() + ", but the curve over " + time);
            }
            Claim.From from = from(fields);
            Distance distance = fields.takeChoice("distance", Distance.names())
                    .map(word -> Distance.valueOf(word.toUpperCase(Locale.ROOT)))
                    .orElse(Distance.SUP);
            Margin margin = Margin.read(fields.need("margin"));
            return new Claim.TrajectoryComparison(
                    name.orElse(predicted), predicted, series.name(), from, distance, margin);
        });
    }

    List<Claim.ExponentComparison> exponents(
            List<YamlNode> items, Map<String, Expression> values, Map<String, Expression> slopes) {
        return each(items, (fields, name) -> {
            String text = fields.needText("slope of");
            Expression observed = observed(fields, "slope of", List.of());
            String against = axis(fields, "against", 3);
            Set<String> names = new TreeSet<>(values.keySet());
            names.addAll(slopes.keySet());
            String predicted = predicted(fields, names);
            if (fields.names().contains("local") && observe.cells().size() < 5) {
                throw new ClaimException(
                        fields.key("local"),
                        "found " + observe.cells().size() + " values of " + against
                                + ", accepted with local: at least 5, so that three remain");
            }
            boolean slope = slopes.containsKey(predicted);
            requireSymbols(fields, predicted, (slope ? slopes : values).get(predicted));
            boolean half = fields.takeChoice("local", List.of("all", "finest-half"))
                    .orElse("all")
                    .equals("finest-half");
            Margin margin = Margin.read(fields.need("margin"));
            return new Claim.ExponentComparison(
                    name.orElse(text),
                    observed,
                    against,
                    (slope ? slopes : values).get(predicted),
                    slope,
                    half,
                    margin);
        });
    }

    List<Claim.ConvergenceComparison> convergences(List<YamlNode> items, Collection<String> curves) {
        return each(items, (fields, name) -> {
            Expression error = observed(fields, "order of", curves);
            String along = axis(fields, "as", 3);
            YamlNode to = fields.need("to");
            if (Fields.number(to, "to") != 0) {
                throw new ClaimException(to.position(), "found " + to.described() + " for to, accepted: 0");
            }
            Average average = fields.takeChoice("average", Average.names())
                    .map(word -> Average.valueOf(word.toUpperCase(Locale.ROOT)))
                    .orElse(Average.RMS);
            Set<String> fixed = new TreeSet<>(symbols);
            observe.axes().forEach(axis -> fixed.remove(axis.symbol()));
            Expression predicted = FormulaReader.read(fields.need("predicted"), "predicted", fixed);
            Margin margin = Margin.read(fields.need("margin"));
            return new Claim.ConvergenceComparison(name.orElse("order"), error, along, average, predicted, margin);
        });
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
    private void requireSymbols(Fields fields, String name, Expression formula) {
        Set<String> missing = new TreeSet<>(formula.symbols());
        missing.removeAll(symbols);
        if (!missing.isEmpty()) {
            String symbol = missing.iterator().next();
            throw new ClaimException(
                    fields.key("predicted"),
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

    /** Reads a formula over scalars, series sliced by {@code at}, the claim's symbols and further names. */
    private Expression observed(Fields fields, String key, Collection<String> further) {
        List<String> observables = observe.experiment().observables().stream()
                .filter(observable -> observable.shape() == Observable.Shape.SCALAR
                        || observe.at().containsKey(observable.axis()))
                .map(Observable::name)
                .toList();
        Set<String> known = new TreeSet<>(symbols);
        further.stream().map(FormulaReader::symbolOf).forEach(known::add);
        YamlNode.Scalar scalar = fields.needScalar(key);
        Set<String> ofExperiment = observe.experiment().observables().stream()
                .map(observable -> FormulaReader.symbolOf(observable.name()))
                .collect(Collectors.toCollection(TreeSet::new));
        Optional<Observable> unsliced = observe.experiment().observables().stream()
                .filter(observable -> observable.name().equals(scalar.text().strip()))
                .filter(observable -> !observables.contains(observable.name()))
                .findFirst();
        if (unsliced.isPresent()) {
            throw new ClaimException(
                    scalar.position(),
                    "found the series " + scalar.described() + ", accepted: a scalar, or observe: {at: {"
                            + unsliced.get().axis() + ": …}} to read it off");
        }
        Expression formula = FormulaReader.readObserved(scalar, key, observables, known);
        requireObserved(scalar, formula, ofExperiment, known);
        return formula;
    }

    /** What is observed must come from the simulation, and no other name may stand for it. */
    private void requireObserved(
            YamlNode.Scalar scalar, Expression formula, Set<String> observables, Collection<String> known) {
        boolean observed = false;
        for (String symbol : formula.symbols()) {
            observed |= observables.contains(symbol);
            if (observables.contains(symbol) && known.contains(symbol)) {
                throw new ClaimException(
                        scalar.position(),
                        "the name '" + symbol + "' is an observable of "
                                + observe.experiment().name()
                                + " and something else in this claim, accepted: another name for the latter");
            }
        }
        if (!observed || !depends(formula, observables)) {
            throw new ClaimException(
                    scalar.position(),
                    "found the formula " + scalar.described() + ", which observes nothing, accepted: a formula with at"
                            + " least one of "
                            + String.join(", ", observables));
        }
    }

    /** Tells whether the formula changes with an observable, tried over many sizes of it and of everything else. */
    private static boolean depends(Expression formula, Set<String> observables) {
        for (String symbol : formula.symbols()) {
            if (observables.contains(symbol) && TRIED.stream().anyMatch(others -> varies(formula, symbol, others))) {
                return true;
            }
        }
        return false;
    }

    private static boolean varies(Expression formula, String symbol, double others) {
        Map<String, Double> values = new HashMap<>();
        formula.symbols().forEach(name -> values.put(name, others));
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (double value : TRIED) {
            values.put(symbol, value);
            double there = formula.evaluate(values);
            if (Double.isFinite(there)) {
                low = Math.min(low, there);
                high = Math.max(high, there);
            }
        }
        return high - low > 1e-9 * Math.max(Math.abs(low), Math.abs(high));
    }

    private Observable observable(YamlNode.Scalar scalar, Observable.Shape shape) {
        List<Observable> fitting = observe.experiment().observables().stream()
                .filter(observable -> observable.shape() == shape)
                .toList();
        return fitting.stream()
                .filter(observable -> observable.name().equals(scalar.text()))
                .findFirst()
                .orElseThrow(() -> new ClaimException(
                        scalar.position(),
                        "found the unknown " + shape.name().toLowerCase(Locale.ROOT) + " "
                                + scalar.described() + " of "
                                + observe.experiment().name() + ", "
                                + Nearest.hint(
                                        scalar.text(),
                                        fitting.stream().map(Observable::name).toList())));
    }

    private Claim.From from(Fields fields) {
        Optional<YamlNode.Scalar> scalar = fields.takeScalar("from");
        if (scalar.isEmpty()) {
            return new Claim.From(Optional.empty(), Double.NEGATIVE_INFINITY);
        }
        Collection<String> events = observe.experiment().events().keySet();
        if (events.contains(scalar.get().text())) {
            return new Claim.From(Optional.of(scalar.get().text()), 0);
        }
        if (scalar.get().text().matches("[-+0-9.].*")) {
            return new Claim.From(Optional.empty(), Fields.number(scalar.get(), "from"));
        }
        throw new ClaimException(
                scalar.get().position(),
                "found " + scalar.get().described() + " for from, accepted: a time, or one of the events "
                        + String.join(", ", events));
    }

    private String axis(Fields fields, String key, int least) {
        YamlNode.Scalar scalar = fields.needScalar(key);
        List<String> names = observe.axes().stream().map(Axis::symbol).toList();
        if (!names.contains(scalar.text())) {
            throw new ClaimException(
                    scalar.position(),
                    "found the unknown axis " + scalar.described() + ", " + Nearest.hint(scalar.text(), names));
        }
        if (names.size() > 1) {
            throw new ClaimException(
                    scalar.position(), "found " + names.size() + " axes under over, accepted: one for this kind");
        }
        Axis axis = observe.axes().get(0);
        if (axis.values().size() < least || axis.values().stream().anyMatch(value -> value <= 0)) {
            throw new ClaimException(
                    scalar.position(),
                    "found " + axis.values().size() + " values of " + axis.symbol() + ", accepted: at least " + least
                            + ", all positive");
        }
        return scalar.text();
    }
}
