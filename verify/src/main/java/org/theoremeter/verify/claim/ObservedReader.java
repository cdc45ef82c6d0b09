package org.theoremeter.verify.claim;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.theoremeter.simulate.experiment.Observable;
import org.theoremeter.theory.symbolic.Condition;
import org.theoremeter.theory.symbolic.Expression;
import org.theoremeter.theory.symbolic.Nearest;
import org.theoremeter.verify.claim.yaml.ClaimException;
import org.theoremeter.verify.claim.yaml.Fields;
import org.theoremeter.verify.claim.yaml.YamlNode;

/** Reads what a comparison takes from one observation: observables, formulas over them, axes, events. */
final class ObservedReader {

    /** Sizes at which it is tried whether a formula depends on what is observed. */
    private static final List<Double> TRIED = List.of(1e-9, 1e-6, 1e-3, 0.03, 0.3, 0.7, 1.1, 2.0, 7.0, 1e3, 1e6, -0.6);

    private final String source;
    private final Observe observe;
    private final Set<String> symbols;

    /**
     * Creates a reader.
     *
     * @param source the name of the observation
     * @param observe what is observed
     * @param given the given symbols of the claim
     */
    ObservedReader(String source, Observe observe, Collection<String> given) {
        this.source = source;
        this.observe = observe;
        this.symbols = new TreeSet<>(given);
        observe.axes().forEach(axis -> symbols.add(axis.symbol()));
    }

    String source() {
        return source;
    }

    Observe observe() {
        return observe;
    }

    /** Returns the given symbols and the axes. */
    Set<String> symbols() {
        return new TreeSet<>(symbols);
    }

    /** Returns the given symbols without the axes. */
    Set<String> fixed() {
        Set<String> fixed = symbols();
        observe.axes().forEach(axis -> fixed.remove(axis.symbol()));
        return fixed;
    }

    /**
     * Reads a formula over scalars, series sliced by {@code at}, the claim's symbols and further names.
     *
     * @param further names of curves
     */
    Expression formula(YamlNode.Scalar scalar, String key, Collection<String> further) {
        List<String> readable = readable();
        Set<String> known = symbols();
        further.stream().map(FormulaReader::symbolOf).forEach(known::add);
        Matrices.refuse(scalar, observe.experiment(), known);
        requireSliced(scalar, readable);
        Expression formula = FormulaReader.readObserved(scalar, key, readable, known);
        requireObserved(scalar, formula.symbols(), known);
        requireUnselected(scalar, formula.symbols());
        if (!depends(formula)) {
            throw observesNothing(scalar);
        }
        return formula;
    }

    /** Reads an event's name as the symbol of its time, or else a formula. */
    Expression formulaOrEvent(YamlNode.Scalar scalar, String key) {
        if (!observe.experiment().events().containsKey(scalar.text())) {
            return formula(scalar, key, List.of());
        }
        String symbol = FormulaReader.symbolOf(scalar.text());
        if (symbols.contains(symbol)) {
            throw twoMeanings(scalar, symbol, "an event");
        }
        return Expression.symbol(symbol);
    }

    /** Reads what counts as a success: a condition, an event, or {@code diverged}. */
    Outcome outcome(YamlNode.Scalar scalar) {
        String text = scalar.text().strip();
        if (text.equals("diverged")) {
            if (observe.isRecorded()) {
                throw new ClaimException(
                        scalar.position(),
                        "found diverged, which a table does not tell; accepted: a condition on its columns");
            }
            return new Outcome.Diverges();
        }
        if (observe.experiment().events().containsKey(text)) {
            return new Outcome.Happens(text);
        }
        Set<String> known = symbols();
        Matrices.refuse(scalar, observe.experiment(), known);
        Set<String> accepted = new TreeSet<>(known);
        readable().stream().map(FormulaReader::symbolOf).forEach(accepted::add);
        Condition condition =
                FormulaReader.readConditions(List.of(scalar), accepted).get(0);
        requireObserved(scalar, condition.symbols(), known);
        requireUnselected(scalar, condition.symbols());
        if (new Decisive(condition, observables()).never()) {
            throw new ClaimException(
                    scalar.position(),
                    "found the condition " + scalar.described() + ", which comes out the same whatever is observed;"
                            + " accepted: one that can hold and can fail");
        }
        return new Outcome.Holds(condition);
    }

    /** Returns the observables that are one number a run. */
    private List<String> readable() {
        return observe.experiment().observables().stream()
                .filter(observable -> observable.shape() == Observable.Shape.SCALAR
                        || observable.shape() == Observable.Shape.SERIES
                                && observe.at().containsKey(observable.axis()))
                .map(Observable::name)
                .toList();
    }

    private void requireSliced(YamlNode.Scalar scalar, List<String> readable) {
        Optional<Observable> unsliced = observe.experiment().observables().stream()
                .filter(observable -> observable.name().equals(scalar.text().strip()))
                .filter(observable -> !readable.contains(observable.name()))
                .findFirst();
        if (unsliced.isPresent()) {
            throw new ClaimException(
                    scalar.position(),
                    "found the series " + scalar.described() + ", accepted: a scalar, or observe: {at: {"
                            + unsliced.get().axis() + ": …}} to read it off");
        }
    }

    /** What is observed must come from the simulation, and no other name may stand for it. */
    private void requireObserved(YamlNode.Scalar scalar, Set<String> used, Collection<String> known) {
        Set<String> observables = observables();
        boolean observed = false;
        for (String symbol : used) {
            observed |= observables.contains(symbol);
            if (observables.contains(symbol) && known.contains(symbol)) {
                throw twoMeanings(scalar, symbol, "an observable");
            }
        }
        if (!observed) {
            throw observesNothing(scalar);
        }
    }

    private ClaimException twoMeanings(YamlNode.Scalar scalar, String symbol, String what) {
        return new ClaimException(
                scalar.position(),
                "the name '" + symbol + "' is " + what + " of "
                        + observe.experiment().name()
                        + " and something else in this claim, accepted: another name for the latter");
    }

    /** Rows kept by what came out would show what they were kept for. */
    private void requireUnselected(YamlNode.Scalar scalar, Collection<String> used) {
        observe.recorded()
                .ifPresent(recorded -> recorded.selecting().stream()
                        .filter(name -> used.contains(FormulaReader.symbolOf(name)))
                        .findFirst()
                        .ifPresent(name -> {
                            throw new ClaimException(
                                    scalar.position(),
                                    "found " + name
                                            + ", by which keep chooses rows; accepted: keep by what was set, not"
                                            + " by what came out");
                        }));
    }

    /** Refuses the slope of a formula against the one observable that it is made of. */
    void requireOther(YamlNode.Scalar scalar, Expression formula, String against) {
        Set<String> others = observables();
        others.remove(FormulaReader.symbolOf(against));
        if (!isAxis(against) && !symbols.containsAll(formula.symbols()) && !depends(formula, others)) {
            throw new ClaimException(
                    scalar.position(),
                    "found the slope of " + scalar.described() + " against " + against
                            + ", of which alone it is made; accepted: two quantities");
        }
    }

    private ClaimException observesNothing(YamlNode.Scalar scalar) {
        return new ClaimException(
                scalar.position(),
                "found the formula " + scalar.described() + ", which observes nothing, accepted: a formula with at"
                        + " least one of "
                        + String.join(
                                ", ",
                                Matrices.without(observe.experiment()).stream()
                                        .map(observable -> FormulaReader.symbolOf(observable.name()))
                                        .collect(Collectors.toCollection(TreeSet::new))));
    }

    private Set<String> observables() {
        return observe.experiment().observables().stream()
                .map(observable -> FormulaReader.symbolOf(observable.name()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Tells whether the formula changes with an observable, tried over many sizes of it and of everything else. */
    boolean depends(Expression formula) {
        Set<String> observed = observables();
        observe.experiment().events().keySet().forEach(event -> observed.add(FormulaReader.symbolOf(event)));
        return depends(formula, observed);
    }

    private static boolean depends(Expression formula, Set<String> observables) {
        return formula.symbols().stream()
                .filter(observables::contains)
                .anyMatch(symbol -> TRIED.stream().anyMatch(others -> varies(formula, symbol, others)));
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

    /** Finds an observable of a shape. */
    Observable observable(YamlNode.Scalar scalar, Observable.Shape shape) {
        Matrices.refuse(scalar, observe.experiment(), List.of());
        List<Observable> fitting = observe.experiment().observables().stream()
                .filter(observable -> observable.shape() == shape)
                .toList();
        requireUnselected(scalar, List.of(FormulaReader.symbolOf(scalar.text())));
        return fitting.stream()
                .filter(observable -> observable.name().equals(scalar.text()))
                .findFirst()
                .orElseThrow(() -> unknown(scalar, shape.name().toLowerCase(Locale.ROOT), fitting));
    }

    /** Finds a scalar or a series. */
    Observable observable(YamlNode.Scalar scalar) {
        Matrices.refuse(scalar, observe.experiment(), List.of());
        List<Observable> all = Matrices.without(observe.experiment());
        requireUnselected(scalar, List.of(FormulaReader.symbolOf(scalar.text())));
        return all.stream()
                .filter(observable -> observable.name().equals(scalar.text()))
                .findFirst()
                .orElseThrow(() -> unknown(scalar, "observable", all));
    }

    private ClaimException unknown(YamlNode.Scalar scalar, String what, List<Observable> fitting) {
        return new ClaimException(
                scalar.position(),
                "found the unknown " + what + " " + scalar.described() + " of "
                        + observe.experiment().name() + ", "
                        + Nearest.hint(
                                scalar.text(),
                                fitting.stream().map(Observable::name).toList()));
    }

    /** Reads where a comparison of curves begins. */
    Claim.From from(Fields fields) {
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

    boolean isAxis(String name) {
        return observe.axes().stream().anyMatch(axis -> axis.symbol().equals(name));
    }

    /** Reads the axis that a slope through recorded points is along, or an observable in its place. */
    String axisOrObservable(Fields fields, String key, int least) {
        YamlNode.Scalar scalar = fields.needScalar(key);
        if (isAxis(scalar.text())) {
            return axis(fields, key, least);
        }
        if (observe.cells().size() < least) {
            throw new ClaimException(
                    scalar.position(),
                    "found " + observe.cells().size() + " points, accepted: at least " + least + " for a slope");
        }
        String name = observable(scalar, Observable.Shape.SCALAR).name();
        requireObserved(scalar, Set.of(FormulaReader.symbolOf(name)), symbols);
        return name;
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

    /** Returns whether all that is used of what was measured is the same for two seeds. */
    boolean copied(Collection<String> used) {
        List<String> measured = measured(used);
        return !measured.isEmpty() && copies().keySet().containsAll(measured);
    }

    private List<String> measured(Collection<String> used) {
        return observables().stream().filter(used::contains).toList();
    }

    private Map<String, String> copies() {
        Map<String, String> copies = new HashMap<>();
        observe.recorded()
                .ifPresent(recorded ->
                        recorded.copies().forEach((name, seeds) -> copies.put(FormulaReader.symbolOf(name), seeds)));
        return copies;
    }

    /** Refuses what neither seeds of their own nor an error say how sure it is. */
    void requireSpread(YamlNode.Scalar scalar, Collection<String> used) {
        requireNoCopies(scalar, used);
        requireErrors(scalar, used);
    }

    /** Refuses a recorded observable of which neither seeds nor an error say how sure it is. */
    void requireErrors(YamlNode.Scalar scalar, Collection<String> used) {
        observe.recorded()
                .ifPresent(recorded -> recorded.withoutError().stream()
                        .filter(name -> used.contains(FormulaReader.symbolOf(name)))
                        .findFirst()
                        .ifPresent(name -> {
                            throw new ClaimException(
                                    scalar.position(),
                                    "found " + name
                                            + " without seeds and without an error, so that its interval would be"
                                            + " nothing; accepted: csv: {errors: {" + name
                                            + ": COLUMN or number}}, or seeds: COLUMN");
                        }));
    }

    /** Reads the axis that a slope or an order is along. */
    String axis(Fields fields, String key, int least) {
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
