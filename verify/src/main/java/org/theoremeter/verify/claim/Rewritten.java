package org.theoremeter.verify.claim;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.theoremeter.simulate.experiment.Observable;
import org.theoremeter.theory.dynamics.ReducedDynamics;
import org.theoremeter.theory.symbolic.Expression;
import org.theoremeter.theory.symbolic.term.DefiniteIntegral;
import org.theoremeter.theory.symbolic.term.Derivative;
import org.theoremeter.theory.symbolic.term.Formula;
import org.theoremeter.theory.symbolic.term.Term;
import org.theoremeter.verify.claim.Rewriting.Meaning;
import org.theoremeter.verify.claim.comparison.ConvergenceComparison;
import org.theoremeter.verify.claim.comparison.CurvePrediction;
import org.theoremeter.verify.claim.comparison.ExponentComparison;
import org.theoremeter.verify.claim.comparison.FractionComparison;
import org.theoremeter.verify.claim.comparison.PairComparison;
import org.theoremeter.verify.claim.comparison.TrajectoryComparison;
import org.theoremeter.verify.claim.comparison.ValueComparison;

/** The same claim about the same observations, with other formulas in its prediction. */
final class Rewritten implements Claim.Cases<Claim> {

    private final Rewriting rewriting;

    Rewritten(Rewriting rewriting) {
        this.rewriting = rewriting;
    }

    @Override
    public Claim identity(Claim.Identity claim) {
        return new Claim.Identity(claim.header(), term("left", claim.left()), term("right", claim.right()));
    }

    private Term term(String place, Term term) {
        if (term instanceof Formula formula) {
            return Term.formula(rewriting.of(place, Meaning.VALUE, formula.expression()));
        }
        if (term instanceof Derivative derivative) {
            return Term.derivative(
                    rewriting.of(place, Meaning.VALUE, derivative.of()), derivative.by(), derivative.order());
        }
        if (term instanceof DefiniteIntegral integral) {
            return Term.integral(
                    rewriting.of(place, Meaning.VALUE, integral.integrand()),
                    integral.variable(),
                    integral.from().map(end -> rewriting.of(place + ".from", Meaning.VALUE, end)),
                    integral.to().map(end -> rewriting.of(place + ".to", Meaning.VALUE, end)));
        }
        throw new IllegalStateException("no claim file has a side such as " + term);
    }

    /** A derivation is wrong by its steps, not by one formula. */
    @Override
    public Claim derivation(Claim.Derivation claim) {
        return claim;
    }

    @Override
    public Claim value(Claim.Value claim) {
        Shared values = new Shared(claim.values(), Meaning.VALUE);
        List<ValueComparison> comparisons = claim.comparisons().stream()
                .map(each -> new ValueComparison(
                        each.name(),
                        each.source(),
                        values.rewritten(each.name(), each.predicted()),
                        each.observed(),
                        each.margin()))
                .toList();
        return new Claim.Value(claim.header(), claim.observed(), claim.values(), comparisons);
    }

    @Override
    public Claim trajectory(Claim.Trajectory claim) {
        List<String> used = claim.comparisons().stream()
                .map(TrajectoryComparison::predicted)
                .toList();
        return new Claim.Trajectory(
                claim.header(), claim.observed(), claim.measured(), curves(claim.curves(), used), claim.comparisons());
    }

    @Override
    public Claim exponent(Claim.Exponent claim) {
        Shared slopes = new Shared(Map.of(), Meaning.VALUE);
        Shared values = new Shared(Map.of(), Meaning.SHAPE);
        List<ExponentComparison> comparisons = claim.comparisons().stream()
                .map(each -> each.predicting((each.slope() ? slopes : values).rewritten(each.name(), each.predicted())))
                .toList();
        return new Claim.Exponent(claim.header(), claim.observed(), comparisons);
    }

    @Override
    public Claim convergence(Claim.Convergence claim) {
        Set<String> symbols = new TreeSet<>();
        claim.comparisons().forEach(each -> symbols.addAll(each.error().symbols()));
        List<String> used = claim.curves().stream()
                .flatMap(curves -> curves.curves().keySet().stream())
                .filter(curve -> symbols.contains(Observable.symbolOf(curve)))
                .toList();
        return new Claim.Convergence(
                claim.header(),
                claim.observed(),
                claim.measured(),
                curves(claim.curves(), used),
                orders(claim.comparisons()));
    }

    private List<ConvergenceComparison> orders(List<ConvergenceComparison> comparisons) {
        return comparisons.stream()
                .map(each -> new ConvergenceComparison(
                        each.name(),
                        each.source(),
                        rewriting.of(each.name(), Meaning.SHAPE, each.error()),
                        each.along(),
                        each.average(),
                        rewriting.of(each.name() + ".predicted", Meaning.VALUE, each.predicted()),
                        each.margin()))
                .toList();
    }

    @Override
    public Claim invariant(Claim.Invariant claim) {
        return new Claim.Invariant(claim.header(), claim.observed(), claim.drifts(), orders(claim.orders()));
    }

    @Override
    public Claim comparison(Claim.Comparison claim) {
        Shared limits = new Shared(Map.of(), Meaning.LIMIT);
        List<PairComparison> comparisons = claim.comparisons().stream()
                .map(each -> new PairComparison(
                        each.name(),
                        each.source(),
                        each.first(),
                        each.otherSource(),
                        each.second(),
                        each.below().map(limit -> limits.rewritten(each.name(), limit))))
                .toList();
        return new Claim.Comparison(claim.header(), claim.observed(), comparisons);
    }

    @Override
    public Claim fraction(Claim.Fraction claim) {
        Shared values = new Shared(claim.values(), Meaning.VALUE);
        List<FractionComparison> comparisons = claim.comparisons().stream()
                .map(each -> new FractionComparison(
                        each.name(),
                        each.source(),
                        each.success(),
                        values.rewritten(each.name(), each.predicted()),
                        each.margin()))
                .toList();
        return new Claim.Fraction(claim.header(), claim.observed(), claim.values(), comparisons);
    }

    /** Leaves alone what no comparison uses, and what is Java code: the field, but neither its start nor its curves. */
    private Optional<CurvePrediction> curves(Optional<CurvePrediction> prediction, Collection<String> used) {
        return prediction.map(curves -> {
            Map<String, Expression> ode = curves.dynamics()
                    .map(dynamics -> each(dynamics.formulas(), name -> "ode." + name, dynamics.state()))
                    .orElse(Map.of());
            Map<String, Expression> start =
                    each(curves.start(), name -> "start." + name, curves.start().keySet());
            Map<String, Expression> formulas = each(curves.curves(), name -> name, used);
            Optional<ReducedDynamics> dynamics = curves.dynamics().map(known -> changed(known, ode, formulas));
            return new CurvePrediction(curves.time(), dynamics, start, formulas);
        });
    }

    private static ReducedDynamics changed(
            ReducedDynamics known, Map<String, Expression> ode, Map<String, Expression> curves) {
        return ode.isEmpty()
                ? known.observing(known.name(), curves)
                : ReducedDynamics.of(known.name(), known.time(), ode, curves, known.conserved(), known.domains());
    }

    private Map<String, Expression> each(
            Map<String, Expression> formulas, UnaryOperator<String> place, Collection<String> used) {
        Map<String, Expression> changed = new LinkedHashMap<>();
        formulas.forEach((name, formula) -> changed.put(
                name, used.contains(name) ? rewriting.of(place.apply(name), Meaning.VALUE, formula) : formula));
        return changed;
    }

    /** Predictions by formula: what several comparisons share is rewritten once, under its own name if it has one. */
    private final class Shared {

        private final Map<Expression, String> names = new LinkedHashMap<>();
        private final Map<Expression, Expression> rewritten = new LinkedHashMap<>();
        private final Meaning meaning;

        Shared(Map<String, Expression> values, Meaning meaning) {
            values.forEach((name, formula) -> names.putIfAbsent(formula, name));
            this.meaning = meaning;
        }

        Expression rewritten(String comparison, Expression formula) {
            return rewritten.computeIfAbsent(
                    formula, once -> rewriting.of(names.getOrDefault(once, comparison), meaning, once));
        }
    }
}
