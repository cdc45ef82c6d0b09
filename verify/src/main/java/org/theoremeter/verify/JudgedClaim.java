package org.theoremeter.verify;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.theoremeter.simulate.experiment.Observation;
import org.theoremeter.simulate.sweep.Result;
import org.theoremeter.verify.claim.Claim;
import org.theoremeter.verify.claim.Expectation;
import org.theoremeter.verify.claim.Observe;
import org.theoremeter.verify.evaluate.Assumed;
import org.theoremeter.verify.evaluate.Compared;
import org.theoremeter.verify.evaluate.Evaluation;
import org.theoremeter.verify.evaluate.Finding;
import org.theoremeter.verify.evaluate.Observations;
import org.theoremeter.verify.evaluate.Statements;
import org.theoremeter.verify.judge.Judgement;
import org.theoremeter.verify.judge.Verdict;
import org.theoremeter.verify.results.ClaimResult;
import org.theoremeter.verify.results.ComparisonResult;

/** Makes the result of a claim: from its runs by way of its observations to verdict and description. */
final class JudgedClaim {

    private JudgedClaim() {}

    /** Judges a claim on the runs that it asked for, in order. */
    static ClaimResult of(Claim claim, List<Result> runs) {
        if (claim.header().skipped()) {
            return describe(claim, ClaimResult.NOT_RUN, "left out of this profile", List.of());
        }
        Optional<String> failure =
                runs.stream().flatMap(run -> run.failure().stream()).findFirst();
        if (failure.isPresent()) {
            return describe(claim, Verdict.ERROR.text(), "a run could not be made: " + failure.get(), List.of());
        }
        List<Finding> findings;
        try {
            findings = Evaluation.of(claim, observations(claim, runs));
        } catch (RuntimeException fault) {
            findings =
                    List.of(Finding.of("evaluation", Judgement.error("could not be evaluated: " + fault.getMessage())));
        }
        Verdict verdict = Verdict.worst(
                findings.stream().map(finding -> finding.judgement().verdict()).toList());
        List<ComparisonResult> comparisons = findings.stream()
                .map(finding -> ComparisonResult.of(
                        finding.name(),
                        finding.judgement(),
                        finding.evidence().orElse(null),
                        finding.plot().orElse(null)))
                .toList();
        return describe(claim, verdict.text(), "", comparisons);
    }

    /** Deals the runs out to the observations of a claim, in order; what is recorded already needs none. */
    static Map<String, Observations> observations(Claim claim, List<Result> runs) {
        Map<String, Observations> sources = new LinkedHashMap<>();
        int next = 0;
        for (Map.Entry<String, Observe> source : claim.observed().entrySet()) {
            Observe observe = source.getValue();
            sources.put(
                    source.getKey(),
                    observe.isRecorded()
                            ? Observations.recorded(observe)
                            : observations(observe, runs.subList(next, next + observe.runs())));
            next += observe.runs();
        }
        return sources;
    }

    private static Observations observations(Observe observe, List<Result> runs) {
        int seeds = observe.seeds().orElse(1);
        List<List<Observation>> byPoint = new ArrayList<>();
        for (int point = 0; point < observe.points().size(); point++) {
            byPoint.add(runs.subList(point * seeds, (point + 1) * seeds).stream()
                    .map(run -> run.observation().orElseThrow())
                    .toList());
        }
        return Observations.simulated(observe, byPoint);
    }

    private static ClaimResult describe(
            Claim claim, String verdict, String message, List<ComparisonResult> comparisons) {
        return new ClaimResult(
                claim.id(),
                claim.header().kind().text(),
                claim.header().title(),
                verdict,
                message,
                claim.header().expect().map(JudgedClaim::expected).orElse(null),
                claim.header().source().paper(),
                claim.header().source().theory(),
                claim.header().standing().text(),
                claim.header().falsified(),
                claim.header().kind().passes(),
                Statements.of(claim),
                claim.header().given().values(),
                Assumed.of(claim),
                claim.observed().entrySet().stream()
                        .map(source -> setup(source.getKey(), source.getValue()))
                        .toList(),
                claim.observed().isEmpty() ? null : claim.header().judge().confidence(),
                Compared.of(claim),
                comparisons);
    }

    private static ClaimResult.Expected expected(Expectation expectation) {
        return new ClaimResult.Expected(expectation.verdict().text(), expectation.because());
    }

    private static ClaimResult.Setup setup(String name, Observe observe) {
        Map<String, List<Double>> axes = new LinkedHashMap<>();
        observe.axes().forEach(axis -> axes.put(axis.label(), axis.values()));
        return new ClaimResult.Setup(
                name,
                observe.experiment().name(),
                observe.experiment().version(),
                observe.points().get(0).arguments().canonical(),
                axes,
                observe.seeds().orElse(0));
    }
}
