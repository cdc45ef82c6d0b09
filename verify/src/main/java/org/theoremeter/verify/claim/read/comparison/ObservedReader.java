package org.theoremeter.verify.claim.read.comparison;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.theoremeter.simulate.experiment.Observable;
import org.theoremeter.theory.symbolic.Condition;
import org.theoremeter.theory.symbolic.Expression;
import org.theoremeter.theory.text.Nearest;
import org.theoremeter.theory.text.Quotation;
import org.theoremeter.verify.claim.Observe;
import org.theoremeter.verify.claim.comparison.Success;
import org.theoremeter.verify.claim.formula.Decisive;
import org.theoremeter.verify.claim.formula.Dependent;
import org.theoremeter.verify.claim.formula.FormulaReader;
import org.theoremeter.verify.claim.source.ClaimException;
import org.theoremeter.verify.claim.yaml.YamlNode;

/** Reads what a comparison takes from one observation: observables, formulas over them, events, what counts as a success. */
final class ObservedReader {

    private final String source;
    private final Observe observe;
    private final Set<String> symbols;
    private final RecordedEvidence evidence;

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
        this.evidence = new RecordedEvidence(observe.recorded(), observables());
    }

    String source() {
        return source;
    }

    Observe observe() {
        return observe;
    }

    /** Returns what the observation is evidence of. */
    RecordedEvidence evidence() {
        return evidence;
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
        further.stream().map(Observable::symbolOf).forEach(known::add);
        Matrices.refuse(scalar, observe.experiment(), known);
        requireSliced(scalar, readable);
        Expression formula = FormulaReader.readObserved(scalar, key, readable, known);
        requireObserved(scalar, formula.symbols(), known);
        evidence.requireUnselected(scalar, formula.symbols());
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
        String symbol = Observable.symbolOf(scalar.text());
        if (symbols.contains(symbol)) {
            throw twoMeanings(scalar, symbol, "an event");
        }
        return Expression.symbol(symbol);
    }

    /**
     * Reads what counts as a success: a condition, an event, or {@code diverged}.
     *
     * @param diverged whether a run that diverged is one, where the claim says so
     * @param missing whether a run that lacks what is asked for is one, where the claim says so
     */
    Success success(YamlNode.Scalar scalar, Optional<Boolean> diverged, Optional<Boolean> missing) {
        String text = scalar.text().strip();
        if (text.equals("diverged")) {
            if (observe.isRecorded()) {
                throw new ClaimException(
                        scalar.position(),
                        "found diverged, which a table does not tell; accepted: a condition on its columns");
            }
            return new Success.Diverges();
        }
        if (observe.experiment().events().containsKey(text)) {
            return new Success.Happens(text, diverged);
        }
        Set<String> known = symbols();
        Matrices.refuse(scalar, observe.experiment(), known);
        Set<String> accepted = new TreeSet<>(known);
        readable().stream().map(Observable::symbolOf).forEach(accepted::add);
        Condition condition =
                FormulaReader.readConditions(List.of(scalar), accepted).get(0);
        requireObserved(scalar, condition.symbols(), known);
        evidence.requireUnselected(scalar, condition.symbols());
        if (new Decisive(condition, observables()).never()) {
            throw new ClaimException(
                    scalar.position(),
                    "found the condition " + scalar.described() + ", which comes out the same whatever is observed;"
                            + " accepted: one that can hold and can fail");
        }
        return new Success.Holds(condition, diverged, missing);
    }

    /** Returns the observables that are one number a run. */
    private List<String> readable() {
        return observe.experiment().observables().stream()
                .filter(observable -> observable.shape() == Observable.Shape.SCALAR
                        || (observable.shape() == Observable.Shape.SERIES
                                && observe.at().containsKey(observable.axis())))
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
                "the name " + Quotation.of(symbol) + " is " + what + " of "
                        + observe.experiment().name()
                        + " and something else in this claim, accepted: another name for the latter");
    }

    private ClaimException observesNothing(YamlNode.Scalar scalar) {
        return new ClaimException(
                scalar.position(),
                "found the formula " + scalar.described() + ", which observes nothing, accepted: a formula with at"
                        + " least one of "
                        + String.join(
                                ", ",
                                Matrices.without(observe.experiment()).stream()
                                        .map(observable -> observable.symbol())
                                        .collect(Collectors.toCollection(TreeSet::new))));
    }

    /** Returns the symbols that are observed. */
    Set<String> observables() {
        return observe.experiment().observables().stream()
                .map(observable -> observable.symbol())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Returns whether a formula changes with what is observed. */
    boolean depends(Expression formula) {
        Set<String> observed = observables();
        observe.experiment().events().keySet().forEach(event -> observed.add(Observable.symbolOf(event)));
        return new Dependent(formula, observed).ever();
    }

    /** Finds an observable of a shape. */
    Observable observable(YamlNode.Scalar scalar, Observable.Shape shape) {
        Matrices.refuse(scalar, observe.experiment(), List.of());
        List<Observable> fitting = observe.experiment().observables().stream()
                .filter(observable -> observable.shape() == shape)
                .toList();
        evidence.requireUnselected(scalar, List.of(Observable.symbolOf(scalar.text())));
        return fitting.stream()
                .filter(observable -> observable.name().equals(scalar.text()))
                .findFirst()
                .orElseThrow(() -> unknown(scalar, shape.name().toLowerCase(Locale.ROOT), fitting));
    }

    /** Finds a scalar or a series. */
    Observable observable(YamlNode.Scalar scalar) {
        Matrices.refuse(scalar, observe.experiment(), List.of());
        List<Observable> all = Matrices.without(observe.experiment());
        evidence.requireUnselected(scalar, List.of(Observable.symbolOf(scalar.text())));
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

    /** Finds a scalar whose name stands for nothing else. */
    String number(YamlNode.Scalar scalar) {
        String name = observable(scalar, Observable.Shape.SCALAR).name();
        requireObserved(scalar, Set.of(Observable.symbolOf(name)), symbols);
        return name;
    }
}
