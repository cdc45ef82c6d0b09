package org.theoremeter.verify.mutation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.theoremeter.theory.derivation.Step;
import org.theoremeter.theory.derivation.justification.Cited;
import org.theoremeter.theory.derivation.justification.Differentiated;
import org.theoremeter.theory.derivation.justification.Expanded;
import org.theoremeter.theory.derivation.justification.Integrated;
import org.theoremeter.theory.derivation.justification.Justification;
import org.theoremeter.theory.derivation.justification.LimitTaken;
import org.theoremeter.theory.derivation.justification.Solved;
import org.theoremeter.theory.derivation.justification.Substituted;
import org.theoremeter.theory.derivation.justification.Summed;
import org.theoremeter.theory.derivation.justification.Symmetric;
import org.theoremeter.theory.symbolic.Endpoint;
import org.theoremeter.theory.symbolic.Expression;
import org.theoremeter.theory.symbolic.matrix.Matrix;

/** Makes all steps that differ from one by a single slip, in what it starts from, what it states or how it gets there. */
public final class StepMutants {
    private StepMutants() {}

    /**
     * Returns the wrong steps: numbers larger by a twentieth, exponents by a half, orders by one, signs flipped. What is
     * cited is taken on trust and has none.
     */
    public static List<Step> of(Step step) {
        if (step.because() instanceof Cited) {
            return List.of();
        }
        List<Step> mutants = new ArrayList<>();
        entries(step.to()).forEach(to -> mutants.add(new Step(step.name(), "", step.from(), to, step.because())));
        // A bare name is the result of an earlier step, where its slips are made.
        boolean name = step.from().isScalar()
                && step.from().scalar().symbols().contains(step.from().toString());
        if (!name) {
            entries(step.from())
                    .forEach(from -> mutants.add(new Step(step.name(), "", from, step.to(), step.because())));
        }
        justifications(step.because())
                .forEach(because -> mutants.add(new Step(step.name(), "", step.from(), step.to(), because)));
        return mutants;
    }

    private static List<Matrix> entries(Matrix matrix) {
        List<Matrix> mutants = new ArrayList<>();
        for (int i = 0; i < matrix.height(); i++) {
            for (int j = 0; j < matrix.width(); j++) {
                for (Expression mutant : FormulaSlips.mutants(matrix.entry(i, j))) {
                    List<List<Expression>> rows = new ArrayList<>();
                    matrix.rows().forEach(row -> rows.add(new ArrayList<>(row)));
                    rows.get(i).set(j, mutant);
                    mutants.add(new Matrix(rows));
                }
            }
        }
        return mutants;
    }

    private static List<? extends Justification> justifications(Justification because) {
        if (because instanceof Differentiated it) {
            return List.of(new Differentiated(it.by(), it.order() + 1));
        }
        if (because instanceof Integrated it) {
            List<Justification> mutants = new ArrayList<>();
            limits(it.start()).forEach(start -> mutants.add(new Integrated(it.over(), start, it.end())));
            limits(it.end()).forEach(end -> mutants.add(new Integrated(it.over(), it.start(), end)));
            return mutants;
        }
        if (because instanceof Summed it) {
            return List.of(new Summed(it.over(), it.first() + 1));
        }
        if (because instanceof Substituted it) {
            return maps(it.values(), Substituted::new);
        }
        if (because instanceof Solved it) {
            return FormulaSlips.mutants(it.value()).stream()
                    .map(value -> new Solved(it.symbol(), value))
                    .toList();
        }
        if (because instanceof LimitTaken it) {
            return limits(it.at()).stream()
                    .map(at -> new LimitTaken(it.of(), at))
                    .toList();
        }
        if (because instanceof Expanded it) {
            List<Justification> mutants = new ArrayList<>();
            FormulaSlips.mutants(it.at()).forEach(at -> mutants.add(new Expanded(it.in(), at, it.order())));
            mutants.add(new Expanded(it.in(), it.at(), it.order() + 1));
            return mutants;
        }
        if (because instanceof Symmetric it) {
            return maps(it.exchange(), exchange -> new Symmetric(exchange, it.invariant()));
        }
        return List.of();
    }

    private static List<Endpoint> limits(Endpoint limit) {
        return limit instanceof Endpoint.Finite finite
                ? FormulaSlips.mutants(finite.at()).stream()
                        .<Endpoint>map(Endpoint.Finite::new)
                        .toList()
                : List.of();
    }

    private static List<Justification> maps(
            Map<String, Expression> map, Function<Map<String, Expression>, Justification> make) {
        List<Justification> mutants = new ArrayList<>();
        map.forEach((symbol, value) -> FormulaSlips.mutants(value).forEach(mutant -> {
            Map<String, Expression> changed = new LinkedHashMap<>(map);
            changed.put(symbol, mutant);
            mutants.add(make.apply(changed));
        }));
        return mutants;
    }
}
