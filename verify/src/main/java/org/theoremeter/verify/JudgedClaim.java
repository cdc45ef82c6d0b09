package org.theoremeter.verify;

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
import org.theoremeter.verify.results.ClaimDescription;
import org.theoremeter.verify.results.ClaimResult;
import org.theoremeter.verify.results.ComparisonResult;

/** Makes the result of a claim: from its runs by way of its observations to verdict and description. */
final class JudgedClaim {

    private JudgedClaim() {}

    /** Judges a claim on the results of the runs that it asked for. */
    static ClaimResult of(Claim claim, ByRun<Result> results) {
        if (claim.header().skipped()) {
            return result(claim, Verdict.NOT_RUN, "left out of this profile", List.of());
        }
        Optional<String> failure =
                results.stream().flatMap(result -> result.failure().stream()).findFirst();
        if (failure.isPresent()) {
            return result(claim, Verdict.ERROR, "a run could not be made: " + failure.get(), List.of());
        }
        List<Finding> findings;
        try {
            findings = Evaluation.of(claim, observations(claim, results));
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
        return result(claim, verdict, "", comparisons);
    }

    /** Returns what a claim observes, by name: as it is recorded already, or as its runs found it, of which none failed. */
    static Map<String, Observations> observations(Claim claim, ByRun<Result> results) {
        ByRun<Observation> found = results.map(result -> result.observation().orElseThrow());
        Map<String, Observations> sources = new LinkedHashMap<>();
        claim.observed()
                .forEach((name, observe) -> sources.put(
                        name,
                        observe.isRecorded()
                                ? Observations.recorded(observe)
                                : Observations.simulated(observe, found.byName().get(name))));
        return sources;
    }

    private static ClaimResult result(Claim claim, Verdict verdict, String reason, List<ComparisonResult> comparisons) {
        List<ClaimResult.Setup> setups = claim.observed().entrySet().stream()
                .map(source -> setup(source.getKey(), source.getValue()))
                .toList();
        Double confidence =
                claim.observed().isEmpty() ? null : claim.header().judge().confidence();
        return new ClaimResult(
                description(claim),
                new ClaimResult.Conclusion(verdict, reason),
                new ClaimResult.Evidence(setups, confidence, comparisons, null));
    }

    private static ClaimDescription description(Claim claim) {
        return new ClaimDescription(
                claim.id(),
                claim.header().kind().text(),
                claim.header().title(),
                new ClaimDescription.Source(
                        claim.header().source().paper(),
                        claim.header().source().theory(),
                        claim.header().standing().text()),
                claim.header().falsified(),
                claim.header().kind().passes(),
                claim.header().expect().map(JudgedClaim::expected).orElse(null),
                new ClaimDescription.Prediction(
                        Statements.of(claim), claim.header().given().values(), Assumed.of(claim), Compared.of(claim)));
    }

    private static ClaimDescription.Expected expected(Expectation expectation) {
        return new ClaimDescription.Expected(expectation.verdict(), expectation.because());
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
