package org.theoremeter.verify.claim.read;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.theoremeter.simulate.experiment.Experiment;
import org.theoremeter.simulate.experiment.Observable;
import org.theoremeter.theory.symbolic.Expression;
import org.theoremeter.theory.text.Nearest;
import org.theoremeter.theory.text.Quotation;
import org.theoremeter.verify.claim.Claim;
import org.theoremeter.verify.claim.Header;
import org.theoremeter.verify.claim.Kind;
import org.theoremeter.verify.claim.Observe;
import org.theoremeter.verify.claim.comparison.ConvergenceComparison;
import org.theoremeter.verify.claim.comparison.CurvePrediction;
import org.theoremeter.verify.claim.comparison.DriftComparison;
import org.theoremeter.verify.claim.csv.DataFiles;
import org.theoremeter.verify.claim.formula.Names;
import org.theoremeter.verify.claim.read.comparison.CompareReader;
import org.theoremeter.verify.claim.read.comparison.ConvergenceReader;
import org.theoremeter.verify.claim.read.comparison.DriftReader;
import org.theoremeter.verify.claim.read.comparison.ExponentReader;
import org.theoremeter.verify.claim.read.comparison.FractionReader;
import org.theoremeter.verify.claim.read.comparison.Matrices;
import org.theoremeter.verify.claim.read.comparison.PairReader;
import org.theoremeter.verify.claim.read.comparison.Sources;
import org.theoremeter.verify.claim.read.comparison.TrajectoryReader;
import org.theoremeter.verify.claim.read.comparison.ValueReader;
import org.theoremeter.verify.claim.source.ClaimException;
import org.theoremeter.verify.claim.yaml.Fields;
import org.theoremeter.verify.claim.yaml.YamlNode;

/** Reads a claim about observations: what is observed and measured on each run, what is predicted, and what is compared. */
final class ObservedClaimReader {

    private final Header header;
    private final Fields fields;
    private final Map<String, Observe> observed;
    private final Map<String, String> measured;
    private final CompareReader compare;
    private final PredictReader predictions;
    private final List<YamlNode> items;
    private final Optional<Fields> predict;

    /**
     * Reads what claims of all kinds have in common.
     *
     * @param header what was read of the claim already
     * @param fields the claim
     * @param files finds the data files that it names
     */
    ObservedClaimReader(Header header, Fields fields, DataFiles files) {
        this.header = header;
        this.fields = fields;
        observed = new ObserveReader(header.given(), files, header.judge().confidence())
                .readAll(Fields.of(fields.need("observe"), "observe"));
        Set<String> given = header.given().symbols().keySet();
        Map<String, Observe> compared = new LinkedHashMap<>();
        observed.forEach((name, observe) -> compared.put(name, observe.compared()));
        requireExponent();
        Sources sources = new Sources(compared, given);
        Set<String> known = new TreeSet<>(given);
        known.addAll(sources.axes());
        measured = fields.takeFields("measured")
                .map(names -> measured(names, known))
                .orElse(Map.of());
        known.addAll(measured.keySet());
        compare = new CompareReader(sources);
        predictions = new PredictReader(header.id(), known);
        items = fields.needList("compare");
        if (items.isEmpty()) {
            throw new ClaimException(fields.key("compare"), "found no comparison, accepted: at least one");
        }
        predict = fields.takeFields("predict");
    }

    /** Thresholds of simulations are compared by how they go with a control, and with nothing else. */
    private void requireExponent() {
        boolean fitted =
                observed.values().stream().anyMatch(each -> each.thresholds().isPresent());
        if (fitted && header.kind() != Kind.EXPONENT) {
            throw new ClaimException(
                    fields.key("observe"),
                    "found thresholds of a simulation in a claim of the kind "
                            + header.kind().text() + ", accepted: kind exponent");
        }
    }

    /** Reads what is taken from each run; with several observations every one of them must have it. */
    private Map<String, String> measured(Fields names, Set<String> known) {
        Map<String, String> symbols = new LinkedHashMap<>();
        for (String symbol : names.names()) {
            Names.requireSymbol(symbol, names.key(symbol));
            Names.requireUnused("the measured symbol", symbol, known, names.key(symbol));
            YamlNode.Scalar scalar = names.needScalar(symbol);
            observed.values().forEach(observe -> requireStart(scalar, observe.experiment()));
            symbols.put(symbol, scalar.text());
        }
        return symbols;
    }

    /** A prediction may start where the run starts, not end where it ends. */
    private static void requireStart(YamlNode.Scalar scalar, Experiment experiment) {
        Matrices.refuse(scalar, experiment, List.of());
        List<String> scalars = experiment.observables().stream()
                .filter(observable -> observable.shape() == Observable.Shape.SCALAR)
                .map(Observable::name)
                .filter(name -> name.startsWith("initial-"))
                .toList();
        if (!scalars.contains(scalar.text())) {
            throw new ClaimException(
                    scalar.position(),
                    "found the unknown scalar " + scalar.described() + ", " + Nearest.hint(scalar.text(), scalars));
        }
    }

    /** Reads the rest as the claim's kind has it. */
    Claim read() {
        Claim claim = switch (header.kind()) {
            case VALUE -> value();
            case TRAJECTORY -> trajectory();
            case EXPONENT -> exponent();
            case CONVERGENCE -> convergence();
            case INVARIANT -> invariant();
            case COMPARISON -> comparison();
            case FRACTION -> fraction();
            case IDENTITY, DERIVATION -> throw new IllegalStateException("formulas observe nothing");
        };
        if (header.expect().isPresent() && compare.judged() > 1) {
            throw new ClaimException(
                    fields.key("expect"),
                    "found expect in a claim of " + compare.judged()
                            + " comparisons, where it could hide another failure;"
                            + " accepted: one comparison, so split the claim");
        }
        predict.ifPresent(Fields::end);
        return claim;
    }

    private Fields predict() {
        return predict.orElseThrow(() -> new ClaimException(fields.position(), "the claim lacks the key 'predict'"));
    }

    private Claim value() {
        Map<String, Expression> values = predictions.values(predict(), "values");
        return new Claim.Value(header, observed, values, compare.each(items, new ValueReader(compare, values)::read));
    }

    private Claim trajectory() {
        CurvePrediction curves = predictions
                .curves(predict())
                .orElseThrow(() -> new ClaimException(
                        predict().position(),
                        "predict lacks a curve, accepted: time and curves, ode and start, or law"));
        return new Claim.Trajectory(
                header,
                observed,
                measured,
                Optional.of(curves),
                compare.each(items, new TrajectoryReader(compare, curves)::read));
    }

    private Claim exponent() {
        Map<String, Expression> values = predictions.values(predict(), "values");
        Map<String, Expression> slopes = predictions.named(predict(), "slopes");
        for (String name : slopes.keySet()) {
            if (values.containsKey(name)) {
                throw new ClaimException(
                        predict().key("slopes"),
                        "found " + Quotation.of(name) + " under values and under slopes, accepted: one");
            }
        }
        return new Claim.Exponent(
                header, observed, compare.each(items, new ExponentReader(compare, values, slopes)::read));
    }

    private Claim convergence() {
        Optional<CurvePrediction> curves = predict.flatMap(predictions::curves);
        List<String> names = new ArrayList<>();
        curves.ifPresent(found -> {
            if (!observed.values().stream().allMatch(observe -> observe.at().containsKey(found.time()))) {
                throw new ClaimException(
                        header.position(),
                        "a curve over " + found.time() + " is predicted; accepted: observe: {at: {" + found.time()
                                + ": …}} to say where it is read off");
            }
            names.addAll(found.curves().keySet());
        });
        return new Claim.Convergence(
                header, observed, measured, curves, compare.each(items, new ConvergenceReader(compare, names)::read));
    }

    private Claim invariant() {
        DriftReader drift = new DriftReader(compare);
        ConvergenceReader order = new ConvergenceReader(compare, List.of());
        List<DriftComparison> drifts = new ArrayList<>();
        List<ConvergenceComparison> orders = new ArrayList<>();
        compare.each(
                items,
                (each, name) -> each.names().contains("order of")
                        ? orders.add(order.read(each, name))
                        : drifts.add(drift.read(each, name)));
        return new Claim.Invariant(header, observed, List.copyOf(drifts), List.copyOf(orders));
    }

    private Claim comparison() {
        Map<String, Expression> values =
                predict.map(found -> predictions.values(found, "values")).orElse(Map.of());
        return new Claim.Comparison(header, observed, compare.each(items, new PairReader(compare, values)::read));
    }

    private Claim fraction() {
        Map<String, Expression> values = predictions.values(predict(), "values");
        return new Claim.Fraction(
                header, observed, values, compare.each(items, new FractionReader(compare, values)::read));
    }
}
