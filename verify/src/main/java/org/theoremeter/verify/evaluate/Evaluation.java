package org.theoremeter.verify.evaluate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.theoremeter.theory.symbolic.Expression;
import org.theoremeter.theory.symbolic.algebra.Algebra;
import org.theoremeter.verify.claim.Claim;
import org.theoremeter.verify.claim.Observe;
import org.theoremeter.verify.judge.DerivationJudge;
import org.theoremeter.verify.judge.IdentityJudge;
import org.theoremeter.verify.judge.Judgement;
import org.theoremeter.verify.judge.MeanJudge;
import org.theoremeter.verify.statistics.Sample;

/** Evaluates one claim on its observations: one finding a comparison and cell. */
public final class Evaluation implements Claim.Cases<List<Finding>> {

    private final Optional<Observations> observations;

    private Evaluation(Optional<Observations> observations) {
        this.observations = observations;
    }

    /**
     * Evaluates a claim.
     *
     * @param claim the claim
     * @param observations what was measured for it; empty for a claim about formulas only
     */
    public static List<Finding> of(Claim claim, Optional<Observations> observations) {
        Optional<String> divergence = observations.flatMap(Observations::divergence);
        if (divergence.isPresent()) {
            return List.of(Finding.of("run", Judgement.failed(divergence.get())));
        }
        return claim.match(new Evaluation(observations));
    }

    /** Returns the judgement, or an error where an observation lacks what it needs. */
    static Finding judged(String name, Supplier<Finding> finding) {
        try {
            return finding.get();
        } catch (Unreadable reason) {
            return Finding.of(name, Judgement.error(reason.getMessage()));
        }
    }

    /** Returns the comparison's name, with the point of the grid where there are axes. */
    static String named(String comparison, Observe.Cell cell) {
        return cell.label().isEmpty() ? comparison : comparison + " at " + cell.label();
    }

    @Override
    public List<Finding> identity(Claim.Identity claim) {
        Judgement judgement = new IdentityJudge(claim.header().judge().proofRequired())
                .judge(Algebra.withDefaults()
                        .compare(
                                claim.left(),
                                claim.right(),
                                claim.header().given().region(),
                                claim.header().judge().points(),
                                claim.header().judge().relative(),
                                true));
        return List.of(Finding.of("equal", judgement));
    }

    @Override
    public List<Finding> derivation(Claim.Derivation claim) {
        DerivationJudge judge = new DerivationJudge(claim.header().judge().proofRequired());
        return Derivations.check(claim).stream()
                .map(report -> Finding.of(report, judge.judge(report)))
                .toList();
    }

    @Override
    public List<Finding> value(Claim.Value claim) {
        Observations all = observations.orElseThrow();
        MeanJudge judge = new MeanJudge(claim.header().judge().confidence());
        List<Finding> findings = new ArrayList<>();
        for (Claim.ValueComparison comparison : claim.comparisons()) {
            for (int cell = 0; cell < all.byCell().size(); cell++) {
                int index = cell;
                String name = named(comparison.name(), all.observe().cells().get(cell));
                findings.add(judged(name, () -> value(judge, comparison, all, index, name)));
            }
        }
        return findings;
    }

    private static Finding value(
            MeanJudge judge, Claim.ValueComparison comparison, Observations all, int cell, String name) {
        Map<String, Double> symbols = all.observe().cells().get(cell).symbols();
        double predicted = finite(comparison.predicted(), symbols);
        Reading[] readings = readings(comparison.observed(), all, cell);
        double[] values = new double[readings.length];
        double error = 0;
        for (int seed = 0; seed < readings.length; seed++) {
            values[seed] = readings[seed].value();
            error = Math.max(error, readings[seed].error());
        }
        double margin = comparison.margin().about(predicted);
        Judgement judgement =
                judge.value(comparison.name(), new Sample(values), all.seeded(), predicted, error, margin);
        return Finding.of(name, judgement);
    }

    @Override
    public List<Finding> trajectory(Claim.Trajectory claim) {
        return new TrajectoryEvaluation(claim, observations.orElseThrow()).findings();
    }

    @Override
    public List<Finding> exponent(Claim.Exponent claim) {
        return new ExponentEvaluation(claim, observations.orElseThrow()).findings();
    }

    @Override
    public List<Finding> convergence(Claim.Convergence claim) {
        return new ConvergenceEvaluation(claim, observations.orElseThrow()).findings();
    }

    /** Reads a formula off every seed of a cell. */
    static Reading[] readings(Expression formula, Observations all, int cell) {
        Reading[] readings = new Reading[all.byCell().get(cell).size()];
        for (int seed = 0; seed < readings.length; seed++) {
            try {
                readings[seed] = Reading.of(
                        formula,
                        all.observe(),
                        all.observe().cells().get(cell),
                        all.byCell().get(cell).get(seed),
                        Map.of());
            } catch (Unreadable reason) {
                throw new Unreadable(reason.getMessage() + all.where(cell, seed));
            }
        }
        return readings;
    }

    /**
     * Evaluates a prediction.
     *
     * @throws Unreadable if it is not finite
     */
    static double finite(Expression formula, Map<String, Double> symbols) {
        double value = formula.evaluate(symbols);
        if (!Double.isFinite(value)) {
            throw new Unreadable("the prediction " + formula + " is not finite at " + symbols);
        }
        return value;
    }
}
