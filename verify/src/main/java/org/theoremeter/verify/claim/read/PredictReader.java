package org.theoremeter.verify.claim.read;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.theoremeter.simulate.experiment.Observable;
import org.theoremeter.theory.Laws;
import org.theoremeter.theory.dynamics.ReducedDynamics;
import org.theoremeter.theory.law.Law;
import org.theoremeter.theory.symbolic.Expression;
import org.theoremeter.theory.text.Nearest;
import org.theoremeter.theory.text.Quotation;
import org.theoremeter.verify.claim.comparison.CurvePrediction;
import org.theoremeter.verify.claim.formula.FormulaReader;
import org.theoremeter.verify.claim.formula.Names;
import org.theoremeter.verify.claim.source.ClaimException;
import org.theoremeter.verify.claim.yaml.Fields;

/** Reads {@code predict}: values, curves, or a law written in Java. */
final class PredictReader {

    private final String id;
    private final Set<String> known;

    /**
     * Creates a reader.
     *
     * @param id the claim's name, which names its dynamics
     * @param known the symbols of the claim: given, axes and measured
     */
    PredictReader(String id, Collection<String> known) {
        this.id = id;
        this.known = new TreeSet<>(known);
    }

    /** Reads named formulas under {@code key}, or those of a law. */
    Map<String, Expression> values(Fields fields, String key) {
        Map<String, Expression> values = new LinkedHashMap<>();
        law(fields).ifPresent(law -> values.putAll(law.values()));
        values.putAll(named(fields, key));
        return values;
    }

    /** Reads named formulas under {@code key}. */
    Map<String, Expression> named(Fields fields, String key) {
        Map<String, Expression> values = new LinkedHashMap<>();
        fields.takeFields(key)
                .ifPresent(named -> named.names()
                        .forEach(name -> values.put(name, FormulaReader.read(named.need(name), name, known))));
        return values;
    }

    /** Reads {@code time}, {@code ode}, {@code start} and {@code curves}, or a law's; empty if none is there. */
    Optional<CurvePrediction> curves(Fields fields) {
        Optional<Law> law = law(fields).filter(found -> found.dynamics().isPresent());
        List<String> keys = List.of("time", "ode", "start", "curves");
        if (law.isEmpty() && keys.stream().noneMatch(fields.names()::contains)) {
            return Optional.empty();
        }
        return Optional.of(law.map(found -> fromLaw(found, fields)).orElseGet(() -> fromFormulas(fields)));
    }

    private CurvePrediction fromLaw(Law law, Fields fields) {
        ReducedDynamics dynamics = law.dynamics().orElseThrow();
        Map<String, Expression> start = start(fields, dynamics.state(), law.start());
        Set<String> needed = new TreeSet<>(dynamics.parameters());
        start.values().forEach(formula -> needed.addAll(formula.symbols()));
        needed.removeAll(known);
        if (!needed.isEmpty()) {
            String symbol = needed.iterator().next();
            throw new ClaimException(
                    fields.key("law"),
                    "the law " + law.name() + " needs the symbol " + Quotation.of(symbol) + ", accepted: " + symbol
                            + " under given, as an axis, or measured");
        }
        return fields.takeFields("curves")
                .map(named -> renamed(dynamics, start, named))
                .orElseGet(() -> new CurvePrediction(
                        dynamics.time(), Optional.of(dynamics), start, dynamics.observableFormulas()));
    }

    /** Reads curves of the claim's own, as formulas over the law's curves and state; code takes no symbols but its own. */
    private CurvePrediction renamed(ReducedDynamics dynamics, Map<String, Expression> start, Fields named) {
        boolean code = dynamics.formulas().isEmpty();
        Set<String> own = new TreeSet<>(code ? dynamics.parameters() : known);
        own.add(dynamics.time());
        own.addAll(dynamics.state());
        Set<String> inside = new TreeSet<>(own);
        Map<String, Expression> ofLaw = new LinkedHashMap<>();
        dynamics.observableFormulas().forEach((name, formula) -> ofLaw.put(Observable.symbolOf(name), formula));
        inside.addAll(ofLaw.keySet());
        Map<String, Expression> curves = curves(named, inside, own);
        curves.replaceAll((name, formula) -> formula.substitute(ofLaw));
        ReducedDynamics other = code
                ? dynamics.observing(id, curves)
                : ReducedDynamics.of(
                        id, dynamics.time(), dynamics.formulas(), curves, dynamics.conserved(), dynamics.domains());
        return new CurvePrediction(dynamics.time(), Optional.of(other), start, curves);
    }

    private static Map<String, Expression> curves(Fields named, Set<String> inside, Set<String> used) {
        Map<String, Expression> curves = new LinkedHashMap<>();
        named.names().forEach(name -> {
            String symbol = Observable.symbolOf(name);
            Names.requireSymbol(symbol, named.key(name));
            Names.requireUnused("the curve", symbol, used, named.key(name));
            List<String> earlier =
                    curves.keySet().stream().map(Observable::symbolOf).toList();
            Names.requireUnused("the curve", symbol, earlier, named.key(name));
            curves.put(name, FormulaReader.read(named.need(name), name, inside));
        });
        if (curves.isEmpty()) {
            throw new ClaimException(named.position(), "found no curve, accepted: name: formula");
        }
        return curves;
    }

    private CurvePrediction fromFormulas(Fields fields) {
        String time = fields.needText("time");
        Names.requireSymbol(time, fields.key("time"));
        Names.requireUnused("the time", time, known, fields.key("time"));
        Map<String, Expression> field = new LinkedHashMap<>();
        Optional<Fields> ode = fields.takeFields("ode");
        Set<String> inside = new TreeSet<>(known);
        inside.add(time);
        ode.ifPresent(equations -> {
            inside.addAll(equations.names());
            equations.names().forEach(name -> {
                Names.requireSymbol(name, equations.key(name));
                Names.requireUnused("the state variable", name, known, equations.key(name));
                Names.requireUnused("the state variable", name, List.of(time), equations.key(name));
                field.put(name, FormulaReader.read(equations.need(name), "ode." + name, inside));
            });
        });
        Map<String, Expression> start = start(fields, field.keySet(), Map.of());
        Map<String, Expression> curves = curves(Fields.of(fields.need("curves"), "curves"), inside, inside);
        Optional<ReducedDynamics> dynamics = field.isEmpty()
                ? Optional.empty()
                : Optional.of(ReducedDynamics.of(id, time, field, curves, Map.of(), Map.of()));
        return new CurvePrediction(time, dynamics, start, curves);
    }

    private Map<String, Expression> start(Fields fields, Collection<String> state, Map<String, Expression> defaults) {
        Map<String, Expression> start = new LinkedHashMap<>(defaults);
        Optional<Fields> named = fields.takeFields("start");
        named.ifPresent(values -> values.names().forEach(name -> {
            if (!state.contains(name)) {
                throw new ClaimException(
                        values.key(name),
                        "found the start of " + Quotation.of(name) + ", " + Nearest.hint(name, state));
            }
            start.put(name, FormulaReader.read(values.need(name), "start." + name, known));
        }));
        List<String> missing = new ArrayList<>(state);
        missing.removeAll(start.keySet());
        if (!missing.isEmpty()) {
            throw new ClaimException(
                    named.map(Fields::position).orElse(fields.position()),
                    "the start of " + String.join(", ", missing) + " is missing, accepted: start: {" + missing.get(0)
                            + ": formula}");
        }
        return start;
    }

    private Optional<Law> law(Fields fields) {
        return fields.takeScalar("law").map(scalar -> {
            Law law = Laws.named(scalar.text())
                    .orElseThrow(() -> new ClaimException(
                            scalar.position(),
                            "found the unknown law " + scalar.described() + ", "
                                    + Nearest.hint(
                                            scalar.text(),
                                            Laws.all().stream().map(Law::name).toList())));
            return law;
        });
    }
}
