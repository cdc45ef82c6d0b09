package org.theoremeter.theory.derivation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.theoremeter.theory.symbolic.algebra.Algebra;
import org.theoremeter.theory.symbolic.algebra.Equality;
import org.theoremeter.theory.symbolic.algebra.SamplePoints;

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
            return new StepReport(name, StepReport.Status.CITED, cited.source(), 0, 0);
        }
        Findings findings = new Findings(name);
        List<Equality> numbers = new ArrayList<>();
        if (!stand(step, findings, numbers)) {
            return findings.report();
        }
        for (int i = 0; i < numbers.size(); i++) {
            Obligation obligation = step.obligations().get(i);
            Equality found = numbers.get(i) instanceof Equality.Agreed agreed
                    ? algebra.proof(obligation.left(), obligation.right(), step.region(), agreed)
                    : numbers.get(i);
            findings.add(obligation.what(), found);
        }
        return findings.report();
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
        List<Equality> numbers = new ArrayList<>();
        return step.because() instanceof Cited
                || stand(step, new Findings(derivation.steps().get(index).name()), numbers)
                        && numbers.stream().allMatch(Equality.Agreed.class::isInstance);
    }

    /**
     * Collects what numbers say of every obligation, and returns whether none refutes the step: they do so in no time, and
     * only what they leave standing is worth a proof.
     */
    private boolean stand(Derivation.Resolved step, Findings findings, List<Equality> numbers) {
        for (Obligation obligation : step.obligations()) {
            Equality found = algebra.numbers(obligation.left(), obligation.right(), step.region(), points, relative);
            if (found instanceof Equality.Refuted) {
                findings.add(obligation.what(), found);
                return false;
            }
            numbers.add(found);
        }
        Optional<String> objection =
                step.because().objection(step.from(), step.to(), step.region(), SamplePoints.of(step.region(), points));
        objection.ifPresent(findings::refute);
        return objection.isEmpty();
    }

    /** Joins what was found about the parts of a step: the worst counts. */
    private static final class Findings {
        private final String step;
        private StepReport.Status status = StepReport.Status.PROVED;
        private String how = "";
        private int points;
        private double worst;

        Findings(String step) {
            this.step = step;
        }

        void refute(String objection) {
            status = StepReport.Status.REFUTED;
            how = objection;
        }

        void add(String what, Equality equality) {
            String place = what.isEmpty() ? "" : what + ": ";
            if (equality instanceof Equality.Proved proved) {
                count(proved.points(), proved.worst());
                enter(StepReport.Status.PROVED, proved.how());
            } else if (equality instanceof Equality.Agreed agreed) {
                count(agreed.points(), agreed.worst());
                // A proof that was cut off may have been on its way to a contradiction.
                enter(
                        agreed.cutOff() ? StepReport.Status.UNDECIDED : StepReport.Status.AGREED,
                        place + agreed.whyNotProved());
            } else if (equality instanceof Equality.Refuted refuted) {
                enter(StepReport.Status.REFUTED, place + refuted.sentence());
            } else {
                enter(StepReport.Status.UNDECIDED, place + ((Equality.Undecided) equality).why());
            }
        }

        private void count(int compared, double difference) {
            points += compared;
            worst = Math.max(worst, difference);
        }

        private void enter(StepReport.Status found, String sentence) {
            if (how.isEmpty() || found.compareTo(status) > 0) {
                how = sentence;
            }
            status = found.compareTo(status) > 0 ? found : status;
        }

        StepReport report() {
            return new StepReport(step, status, how, points, worst);
        }
    }
}
