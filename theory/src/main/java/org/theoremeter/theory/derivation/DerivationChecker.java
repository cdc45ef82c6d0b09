package org.theoremeter.theory.derivation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.theoremeter.theory.derivation.justification.Cited;
import org.theoremeter.theory.derivation.justification.Equation;
import org.theoremeter.theory.derivation.justification.Shown;
import org.theoremeter.theory.evidence.Evidence;
import org.theoremeter.theory.evidence.Grade;
import org.theoremeter.theory.evidence.Obligation;
import org.theoremeter.theory.symbolic.algebra.Algebra;
import org.theoremeter.theory.symbolic.algebra.EqualityCheck;
import org.theoremeter.theory.symbolic.algebra.numeric.Equality;

/**
 * Checks derivations step by step: carries each step out as its justification says and compares the result with what the
 * step states, at points of the domain and near its edges, and by proof.
 *
 * <p>It is immutable and may be shared between threads.
 */
public final class DerivationChecker {
    private static final DerivationChecker DEFAULTS = new DerivationChecker(64, 1e-10, Algebra.withDefaults());

    private final int points;
    private final double relative;
    private final Algebra algebra;

    private DerivationChecker(int points, double relative, Algebra algebra) {
        this.points = points;
        this.relative = relative;
        this.algebra = algebra;
    }

    /** Returns the checker that compares at 64 points to 10⁻¹⁰ and takes at most 10 seconds for a proof. */
    public static DerivationChecker withDefaults() {
        return DEFAULTS;
    }

    /** Returns a checker that compares at so many points inside the domain. */
    public DerivationChecker withPoints(int count) {
        return new DerivationChecker(count, relative, algebra);
    }

    /** Returns a checker with another relative difference that still counts as agreement. */
    public DerivationChecker withTolerance(double tolerance) {
        return new DerivationChecker(points, tolerance, algebra);
    }

    /** Returns a checker with another limit on the time that each proof may take. */
    public DerivationChecker with(Duration limit) {
        return new DerivationChecker(points, relative, algebra.with(limit));
    }

    /** Checks all steps, in order. */
    public List<StepReport> check(Derivation derivation) {
        return IntStream.range(0, derivation.steps().size())
                .mapToObj(step -> check(derivation, step))
                .toList();
    }

    /**
     * Checks one step; earlier ones are taken to hold.
     *
     * @param derivation the derivation
     * @param index the place of the step, from 0
     */
    public StepReport check(Derivation derivation, int index) {
        String name = derivation.steps().get(index).name();
        Derivation.Resolved step = derivation.resolved().get(index);
        if (step.because() instanceof Cited cited) {
            return new StepReport(
                    name, Evidence.of(List.of(new Obligation("the source says so", Grade.CITED, cited.source()))));
        }
        List<EqualityCheck> checks = new ArrayList<>();
        Optional<Evidence> against = against(step, checks);
        return new StepReport(name, against.orElseGet(() -> evidence(step, checks)));
    }

    /** Where a proof of the equations settles the step, nothing else needs to be shown. */
    private Evidence evidence(Derivation.Resolved step, List<EqualityCheck> checks) {
        Optional<Evidence> settled = Optional.of(checks)
                .filter(all -> step.because().isSettledByProof())
                .map(all -> equations(step, all));
        if (settled.isPresent() && settled.get().grade() == Grade.PROVED) {
            return settled.get();
        }
        List<Obligation> obligations = step.because().obligations(step.from(), step.to(), step.region());
        if (obligations.stream().anyMatch(obligation -> obligation.grade() == Grade.REFUTED)) {
            return Evidence.of(obligations);
        }
        Evidence equations = settled.orElseGet(() -> equations(step, checks));
        return obligations.isEmpty() ? equations : Evidence.of(obligations).and(equations);
    }

    /** Returns what was found of all equations, and whether their sides have values everywhere. */
    private static Evidence equations(Derivation.Resolved step, List<EqualityCheck> checks) {
        Optional<Evidence> all = Optional.empty();
        for (int i = 0; i < checks.size(); i++) {
            Equation equation = step.equations().get(i);
            Evidence one = Found.of(equation.what(), checks.get(i).answer())
                    .with(Shown.defined(equation.left(), equation.right(), step.region()));
            all = Optional.of(all.map(before -> before.and(one)).orElse(one));
        }
        return all.orElseThrow();
    }

    /**
     * Returns whether numbers leave a step standing: both sides could be compared, and nothing refutes it. No proof is
     * attempted; what is cited stands.
     *
     * @param derivation the derivation
     * @param index the place of the step, from 0
     */
    public boolean agrees(Derivation derivation, int index) {
        Derivation.Resolved step = derivation.resolved().get(index);
        List<EqualityCheck> checks = new ArrayList<>();
        return step.because() instanceof Cited
                || (against(step, checks).isEmpty()
                        && checks.stream().allMatch(check -> check.numbers() instanceof Equality.Agreed)
                        && step.because().obligations(step.from(), step.to(), step.region()).stream()
                                .noneMatch(obligation -> obligation.grade() == Grade.REFUTED));
    }

    /**
     * Returns what speaks against a step in numbers, which say so in no time: only what they leave standing is worth a proof.
     *
     * @param checks is filled with the questions whether the sides of the equations are equal
     */
    private Optional<Evidence> against(Derivation.Resolved step, List<EqualityCheck> checks) {
        for (Equation equation : step.equations()) {
            EqualityCheck check = algebra.check(equation.left(), equation.right(), step.region(), points, relative);
            if (check.firstLook() instanceof Equality.Refuted) {
                return Optional.of(Found.of(equation.what(), check.firstLook()));
            }
            checks.add(check);
        }
        return Optional.empty();
    }
}
