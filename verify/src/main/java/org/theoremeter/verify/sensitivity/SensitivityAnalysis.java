package org.theoremeter.verify.sensitivity;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.theoremeter.simulate.InterruptedRun;
import org.theoremeter.theory.symbolic.Expression;
import org.theoremeter.theory.symbolic.algebra.Algebra;
import org.theoremeter.theory.symbolic.algebra.numeric.Equality;
import org.theoremeter.verify.claim.Claim;
import org.theoremeter.verify.claim.JudgeSettings;
import org.theoremeter.verify.claim.PredictedSlip;
import org.theoremeter.verify.claim.Rewriting;
import org.theoremeter.verify.evaluate.Accuracy;
import org.theoremeter.verify.evaluate.Evaluation;
import org.theoremeter.verify.evaluate.Observations;
import org.theoremeter.verify.results.Sensitivity;

/** Makes the prediction of a claim wrong in one place after another, and asks whether the claim still passes. */
public final class SensitivityAnalysis {

    private final Claim claim;
    private final Map<String, Observations> sources;
    private final List<Sensitivity.Constant> constants = new ArrayList<>();
    private final List<Sensitivity.Exempt> exempt = new ArrayList<>();
    private final List<String> survivors = new ArrayList<>();
    /** Rough, unless even the claim itself does not pass so. */
    private final Accuracy accuracy;

    private int made;

    private SensitivityAnalysis(Claim claim, Map<String, Observations> sources) {
        this.claim = claim;
        this.sources = sources;
        boolean solved = claim instanceof Claim.Trajectory;
        this.accuracy = solved && passes(() -> claim, Accuracy.ROUGH) ? Accuracy.ROUGH : Accuracy.FINE;
    }

    /**
     * Analyses a claim that passes.
     *
     * @param claim the claim
     * @param sources what was measured for it, by the names of the claim
     * @throws InterruptedRun if the thread is interrupted
     */
    public static Sensitivity of(Claim claim, Map<String, Observations> sources) {
        return claim instanceof Claim.Derivation derivation
                ? DerivationSensitivity.of(derivation)
                : new SensitivityAnalysis(claim, sources).result();
    }

    private Sensitivity result() {
        List<PredictedSlip> slips = PredictedSlip.of(claim);
        Map<PredictedSlip, String> reasons = claim.header().exempt().among(slips);
        slips.forEach(slip -> analyse(slip, Optional.ofNullable(reasons.get(slip))));
        return Sensitivity.of(constants, made, survivors, exempt);
    }

    private void analyse(PredictedSlip slip, Optional<String> reason) {
        Optional<Double> error =
                slip.slip().isGradual() ? Ladder.smallest(rung -> noticed(slip, rung)) : Optional.empty();
        List<Expression> coarse = slip.slip().coarse();
        long unseen = coarse.stream().filter(wrong -> passes(slip, wrong)).count();
        if (reason.isPresent()) {
            boolean well = !slip.slip().isGradual() || (error.isPresent() && error.get() <= Sensitivity.LARGEST);
            exempt.add(new Sensitivity.Exempt(slip.name(), reason.get(), well && unseen == 0));
            return;
        }
        if (slip.slip().isGradual()) {
            constants.add(new Sensitivity.Constant(slip.name(), error.orElse(null)));
        }
        made += coarse.size();
        for (int i = 0; i < unseen; i++) {
            survivors.add(slip.name());
        }
    }

    /** A limit that is too lax cannot be noticed: there, one direction is enough. */
    private boolean noticed(PredictedSlip slip, BigDecimal error) {
        boolean low = !passes(slip, slip.slip().scaled(error.negate()));
        boolean oneSided = slip.meaning() == Rewriting.Meaning.LIMIT;
        if (low == oneSided) {
            return low;
        }
        return !passes(slip, slip.slip().scaled(error));
    }

    private boolean passes(PredictedSlip slip, Expression wrong) {
        return passes(() -> slip.in(claim, wrong), accuracy);
    }

    private boolean passes(Supplier<Claim> made, Accuracy with) {
        InterruptedRun.check();
        try {
            Claim mutant = made.get();
            return mutant instanceof Claim.Identity identity
                    ? agrees(identity)
                    : Evaluation.passes(mutant, sources, with);
        } catch (InterruptedRun stopped) {
            throw stopped;
        } catch (RuntimeException notEvaluated) {
            // as in a verification, what cannot be evaluated does not pass
            return false;
        }
    }

    private static boolean agrees(Claim.Identity identity) {
        JudgeSettings judge = identity.header().judge();
        return Algebra.withDefaults()
                        .numbers(
                                identity.left(),
                                identity.right(),
                                identity.header().given().region(),
                                judge.points(),
                                judge.relative())
                instanceof Equality.Agreed;
    }
}
