package org.theoremeter.verify.evaluate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.theoremeter.theory.derivation.IdentityChecker;
import org.theoremeter.theory.evidence.Evidence;
import org.theoremeter.theory.symbolic.Expression;
import org.theoremeter.theory.symbolic.numeric.Approximation;
import org.theoremeter.verify.claim.Claim;
import org.theoremeter.verify.claim.JudgeSettings;
import org.theoremeter.verify.claim.comparison.DriftComparison;
import org.theoremeter.verify.claim.comparison.FractionComparison;
import org.theoremeter.verify.claim.comparison.Margin;
import org.theoremeter.verify.claim.comparison.PairComparison;
import org.theoremeter.verify.claim.comparison.ValueComparison;
import org.theoremeter.verify.judge.ComparisonJudge;
import org.theoremeter.verify.judge.DistanceJudge;
import org.theoremeter.verify.judge.EvidenceJudge;
import org.theoremeter.verify.judge.FractionJudge;
import org.theoremeter.verify.judge.Judgement;
import org.theoremeter.verify.judge.NumericalError;
import org.theoremeter.verify.judge.ValueJudge;
import org.theoremeter.verify.judge.Verdict;
import org.theoremeter.verify.statistics.Sample;

/** Evaluates one claim on its observations: one finding a comparison and grid point. */
public final class Evaluation implements Claim.Cases<List<Finding>> {

    /** What part of a prediction that is taken for exact rounding may make up. */
    private static final double ROUNDING = 1e-9;

    private final Map<String, Observations> sources;

    private Evaluation(Map<String, Observations> sources) {
        this.sources = sources;
    }

    /**
     * Evaluates a claim.
     *
     * @param claim the claim
     * @param sources what was measured for it, by the names of the claim; empty for a claim about formulas only
     */
    public static List<Finding> of(Claim claim, Map<String, Observations> sources) {
        return divergence(claim, sources)
                .map(reason -> List.of(Finding.of("run", Judgement.failed(reason))))
                .orElseGet(() -> claim.match(new Evaluation(sources)));
    }

    /**
     * Returns whether a claim passes, without its evidence: no later than at the first comparison that does not.
     *
     * @param claim the claim
     * @param sources what was measured for it, by the names of the claim
     * @param accuracy how accurately predicted curves are solved, their errors left out
     */
    public static boolean passes(Claim claim, Map<String, Observations> sources, Accuracy accuracy) {
        if (claim instanceof Claim.Trajectory trajectory) {
            return divergence(claim, sources).isEmpty()
                    && new TrajectoryEvaluation(trajectory, sources).passes(accuracy);
        }
        return of(claim, sources).stream()
                .allMatch(finding -> finding.judgement().verdict() == Verdict.PASS);
    }

    /** Returns how a run ended before its time, where that is not what is counted. */
    private static Optional<String> divergence(Claim claim, Map<String, Observations> sources) {
        return claim instanceof Claim.Fraction
                ? Optional.empty()
                : sources.values().stream()
                        .flatMap(observations -> observations.divergence().stream())
                        .findFirst();
    }

    /** Returns the judgement, or an error where an observation lacks what it needs. */
    static Finding judged(String name, Supplier<Finding> finding) {
        try {
            return finding.get();
        } catch (Unreadable reason) {
            return Finding.of(name, Judgement.error(reason.getMessage()));
        } catch (Undetermined reason) {
            return Finding.of(name, Judgement.open(reason.getMessage()));
        }
    }

    @Override
    public List<Finding> identity(Claim.Identity claim) {
        JudgeSettings settings = claim.header().judge();
        Evidence evidence = IdentityChecker.withDefaults()
                .withPoints(settings.points())
                .withTolerance(settings.relative())
                .check(claim.left(), claim.right(), claim.header().given().region());
        return List.of(Finding.of("equal", evidence, new EvidenceJudge(settings.require()).judge(evidence)));
    }

    @Override
    public List<Finding> derivation(Claim.Derivation claim) {
        EvidenceJudge judge = new EvidenceJudge(claim.header().judge().require());
        return Derivations.check(claim).stream()
                .map(report -> Finding.of(report.step(), report.evidence(), judge.judge(report.evidence())))
                .toList();
    }

    @Override
    public List<Finding> value(Claim.Value claim) {
        ValueJudge judge = new ValueJudge(claim.header().judge().confidence());
        List<Finding> findings = new ArrayList<>();
        for (ValueComparison comparison : claim.comparisons()) {
            eachPoint(comparison.name(), sources.get(comparison.source()), findings, here -> {
                Approximation predicted =
                        finite(comparison.predicted(), here.point().symbols());
                Reading[] readings = here.readings(comparison.observed());
                return judge.judge(
                        comparison.name(),
                        here.sample(Reading.values(readings)),
                        here.seeded(),
                        predicted.value(),
                        Reading.error(readings).plus(new NumericalError(0, predicted.error())),
                        margin(comparison.margin(), predicted.value()));
            });
        }
        return findings;
    }

    private static void eachPoint(
            String comparison,
            Observations all,
            List<Finding> findings,
            Function<PointObservations, Judgement> judgement) {
        all.points().forEach(here -> findings.add(atPoint(comparison, here, () -> judgement.apply(here))));
    }

    private static Finding atPoint(String comparison, PointObservations here, Supplier<Judgement> judgement) {
        String name = here.named(comparison);
        return judged(name, () -> Finding.of(name, judgement.get()));
    }

    @Override
    public List<Finding> comparison(Claim.Comparison claim) {
        ComparisonJudge judge = new ComparisonJudge(claim.header().judge().confidence());
        List<Finding> findings = new ArrayList<>();
        for (PairComparison pair : claim.comparisons()) {
            List<PointObservations> points = sources.get(pair.source()).points();
            List<PointObservations> others = sources.get(pair.otherSource()).points();
            for (int i = 0; i < points.size(); i++) {
                PointObservations here = points.get(i);
                PointObservations other = others.get(i);
                findings.add(atPoint(pair.name(), here, () -> compared(judge, pair, here, other)));
            }
        }
        return findings;
    }

    /** Compares two things that were observed at one and the same grid point. */
    private static Judgement compared(
            ComparisonJudge judge, PairComparison pair, PointObservations here, PointObservations other) {
        Reading[] first = here.readings(pair.first());
        Reading[] second = other.readings(pair.second());
        if (pair.below().isEmpty()) {
            Sample differences = here.sample(Reading.differences(first, second));
            NumericalError error = Reading.error(first).plus(Reading.error(second));
            boolean happens = happens(first) && happens(second) && error.total() == 0;
            return happens && here.seeded() && !differences.foundInOrder()
                    ? judge.rarer(count(differences, 1), count(differences, -1), differences.size())
                    : judge.before(differences, here.seeded(), error);
        }
        double limit = exact(pair.below().get(), here.point().symbols(), 1);
        return judge.ratio(
                here.sample(Reading.ratios(first, second)),
                here.seeded(),
                Reading.errorOfLogarithms(first).plus(Reading.errorOfLogarithms(second)),
                limit);
    }

    /** Tells whether something is 1 or 0 in each seed, as what happens or not is. */
    private static boolean happens(Reading... readings) {
        return Arrays.stream(Reading.values(readings)).allMatch(value -> value == 0 || value == 1);
    }

    private static int count(Sample sample, double value) {
        return (int)
                Arrays.stream(sample.values()).filter(each -> each == value).count();
    }

    @Override
    public List<Finding> fraction(Claim.Fraction claim) {
        FractionJudge judge = new FractionJudge(claim.header().judge().confidence());
        List<Finding> findings = new ArrayList<>();
        for (FractionComparison comparison : claim.comparisons()) {
            eachPoint(comparison.name(), sources.get(comparison.source()), findings, here -> {
                Approximation predicted =
                        finite(comparison.predicted(), here.point().symbols());
                Successes successes = Successes.of(comparison.success(), here);
                Judgement judgement = judge.judge(
                        successes.fewest(),
                        successes.most(),
                        successes.bySeed(),
                        here.observe().isRecorded() ? 0 : here.runs().size(),
                        predicted.value(),
                        predicted.error(),
                        margin(comparison.margin(), predicted.value()));
                return successes.exceptions().map(judgement::saying).orElse(judgement);
            });
        }
        return findings;
    }

    @Override
    public List<Finding> invariant(Claim.Invariant claim) {
        DistanceJudge judge = new DistanceJudge("drift", claim.header().judge().confidence());
        List<Finding> findings = new ArrayList<>();
        for (DriftComparison drift : claim.drifts()) {
            eachPoint(drift.name(), sources.get(drift.source()), findings, here -> {
                Reading[] drifts = Drift.of(drift, here);
                return judge.judge(
                        here.sample(Reading.values(drifts)),
                        here.seeded(),
                        Reading.error(drifts),
                        drift.margin().amount());
            });
        }
        findings.addAll(
                new ConvergenceEvaluation(claim.header().judge().confidence(), Optional.empty(), Map.of(), sources)
                        .findings(claim.orders()));
        return findings;
    }

    @Override
    public List<Finding> trajectory(Claim.Trajectory claim) {
        return new TrajectoryEvaluation(claim, sources).findings();
    }

    @Override
    public List<Finding> exponent(Claim.Exponent claim) {
        return new ExponentEvaluation(claim, sources).findings();
    }

    @Override
    public List<Finding> convergence(Claim.Convergence claim) {
        return new ConvergenceEvaluation(claim.header().judge().confidence(), claim.curves(), claim.measured(), sources)
                .findings(claim.comparisons());
    }

    /**
     * Evaluates a prediction that a judge takes for exact.
     *
     * @param scale the size to which it must be sure, at least its own
     * @throws Unreadable if it is not finite, or rounding makes it unsure
     */
    static double exact(Expression formula, Map<String, Double> symbols, double scale) {
        Approximation value = finite(formula, symbols);
        if (value.error() > ROUNDING * Math.max(scale, Math.abs(value.value()))) {
            throw new Unreadable("the prediction " + formula + " is lost in rounding: " + value.value() + " ± "
                    + value.error() + " at " + symbols);
        }
        return value.value();
    }

    /**
     * Returns the half-width of a margin about a prediction.
     *
     * @throws Unreadable if it is relative to 0
     */
    static double margin(Margin margin, double predicted) {
        double half = margin.about(predicted);
        if (!(half > 0)) {
            throw new Unreadable("the margin " + margin + " of the prediction " + predicted
                    + " is nothing, accepted: an absolute margin");
        }
        return half;
    }

    /**
     * Evaluates a prediction, with a bound of its rounding error.
     *
     * @throws Unreadable if it is not finite
     */
    static Approximation finite(Expression formula, Map<String, Double> symbols) {
        Approximation value = Approximation.of(formula, symbols);
        if (!Double.isFinite(value.value()) || !Double.isFinite(value.error())) {
            throw new Unreadable("the prediction " + formula + " is not finite at " + symbols);
        }
        return value;
    }
}
