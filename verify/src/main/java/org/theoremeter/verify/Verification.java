package org.theoremeter.verify;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.theoremeter.simulate.InterruptedRun;
import org.theoremeter.simulate.experiment.Observation;
import org.theoremeter.simulate.sweep.Cell;
import org.theoremeter.simulate.sweep.Progress;
import org.theoremeter.simulate.sweep.Result;
import org.theoremeter.simulate.sweep.Sweep;
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
import org.theoremeter.verify.judge.Looks;
import org.theoremeter.verify.judge.Verdict;
import org.theoremeter.verify.results.ClaimResult;
import org.theoremeter.verify.results.ComparisonResult;
import org.theoremeter.verify.results.Sensitivity;
import org.theoremeter.verify.sensitivity.SensitivityAnalysis;

/**
 * Runs claims: simulates what they ask for, all together, and judges each as soon as its observations are there.
 *
 * <p>The results do not depend on the number of threads, nor on the order in which runs end.
 */
public final class Verification {

    private final Sweep sweep;
    private final Listener listener;
    private final int analysts;

    /** Hears how the verification goes on; called from one thread at a time. */
    public interface Listener {

        /** Hears that one more run has its observation. */
        void observed(Progress progress);

        /** Hears that one more claim has its verdict; {@code index} is its place among the claims. */
        void judged(int index, ClaimResult result);

        /** Hears that one more claim has its sensitivity, where that was asked for. */
        default void analysed(int index, ClaimResult result) {}
    }

    /**
     * Prepares a verification.
     *
     * @param sweep how the runs are made and kept
     * @param listener hears of observations and verdicts as they come
     */
    public Verification(Sweep sweep, Listener listener) {
        this(sweep, listener, 0);
    }

    private Verification(Sweep sweep, Listener listener, int analysts) {
        this.sweep = sweep;
        this.listener = listener;
        this.analysts = analysts;
    }

    /**
     * Returns a verification that says, once all claims are judged, how wrong each prediction could be without its claim
     * noticing.
     *
     * @param threads how many claims are analysed at once, at least 1; the results do not depend on it
     */
    public Verification withSensitivity(int threads) {
        return new Verification(sweep, listener, threads);
    }

    /**
     * Runs the claims, and adds seeds to those that are left open until they are decided.
     *
     * <p>Every look is paid for, see {@link Looks}. Only claims that say that more seeds would decide get more, and none
     * that expects to be left open.
     *
     * @param claims the claims, already checked
     * @param most the largest number of seeds of a claim
     * @return their results, in the same order; each says after which look it was decided
     * @throws InterruptedRun if the thread is interrupted; the listener has heard of everything judged so far
     */
    public List<ClaimResult> runUntilDecided(List<Claim> claims, int most) {
        List<Looks> looks = claims.stream()
                .map(claim -> new Looks(Math.max(2, claim.seeds()), most))
                .toList();
        List<ClaimResult> results = new ArrayList<>(Collections.nCopies(claims.size(), null));
        List<Integer> open = new ArrayList<>();
        for (int i = 0; i < claims.size(); i++) {
            open.add(i);
        }
        for (int look = 0; !open.isEmpty(); look++) {
            List<Integer> asked = List.copyOf(open);
            List<Claim> batch = new ArrayList<>();
            for (int index : asked) {
                batch.add(atLook(claims.get(index), looks.get(index), look));
            }
            int number = look;
            Listener outer = listener;
            Listener each = new Listener() {
                @Override
                public void observed(Progress progress) {
                    outer.observed(progress);
                }

                @Override
                public void judged(int place, ClaimResult result) {
                    int index = asked.get(place);
                    outer.judged(index, told(claims.get(index), looks.get(index), number, result));
                }

                @Override
                public void analysed(int place, ClaimResult result) {
                    int index = asked.get(place);
                    outer.analysed(index, told(claims.get(index), looks.get(index), number, result));
                }
            };
            List<ClaimResult> judged = new Verification(sweep, each, analysts).run(batch);
            open.clear();
            for (int place = 0; place < judged.size(); place++) {
                int index = asked.get(place);
                results.set(index, told(claims.get(index), looks.get(index), look, judged.get(place)));
                if (look + 1 < looks.get(index).count() && moreWouldDecide(claims.get(index), judged.get(place))) {
                    open.add(index);
                }
            }
        }
        return results;
    }

    private static Claim atLook(Claim claim, Looks looks, int look) {
        return claim.seeds() == 0
                ? claim
                : claim.with(
                        looks.seeds(look),
                        looks.confidence(claim.header().judge().confidence()));
    }

    private static boolean moreWouldDecide(Claim claim, ClaimResult result) {
        return claim.seeds() > 0
                && claim.header().expect().isEmpty()
                && result.verdict().equals(Verdict.INCONCLUSIVE.text())
                && result.comparisons().stream()
                        .filter(comparison -> comparison.verdict().equals(Verdict.INCONCLUSIVE.text()))
                        .allMatch(comparison -> comparison.seedsToDecide() != null);
    }

    private static ClaimResult told(Claim claim, Looks looks, int look, ClaimResult result) {
        return claim.seeds() == 0 || !result.ran() || looks.count() == 1
                ? result
                : result.with("look " + (look + 1) + " of at most " + looks.count() + " with " + looks.seeds(look)
                        + " seeds");
    }

    /**
     * Runs the claims.
     *
     * @param claims the claims, already checked
     * @return their results, in the same order
     * @throws InterruptedRun if the thread is interrupted; the listener has heard of everything judged so far
     */
    public List<ClaimResult> run(List<Claim> claims) {
        Plan plan = new Plan(claims);
        ExecutorService judging = Executors.newSingleThreadExecutor(task -> {
            Thread thread = new Thread(task, "judge");
            thread.setDaemon(true);
            return thread;
        });
        try {
            List<Future<ClaimResult>> results = new ArrayList<>();
            for (int i = 0; i < claims.size(); i++) {
                int index = i;
                results.add(
                        plan.waits(index) ? null : judging.submit(() -> judge(index, claims.get(index), List.of())));
            }
            sweep.run(plan.cells(), progress -> {
                listener.observed(progress);
                for (int index : plan.enter(progress.result())) {
                    results.set(index, judging.submit(() -> judge(index, claims.get(index), plan.results(index))));
                }
            });
            List<ClaimResult> judged = new ArrayList<>();
            for (Future<ClaimResult> result : results) {
                judged.add(result.get());
            }
            return analysts == 0 ? judged : analysed(claims, judged, plan);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new InterruptedRun();
        } catch (ExecutionException failure) {
            throw new IllegalStateException("a judge failed", failure.getCause());
        } finally {
            judging.shutdownNow();
        }
    }

    private List<ClaimResult> analysed(List<Claim> claims, List<ClaimResult> judged, Plan plan)
            throws InterruptedException, ExecutionException {
        ExecutorService analysing = Executors.newFixedThreadPool(analysts, task -> {
            Thread thread = new Thread(task, "analyst");
            thread.setDaemon(true);
            return thread;
        });
        try {
            List<Future<ClaimResult>> results = new ArrayList<>();
            for (int i = 0; i < claims.size(); i++) {
                int index = i;
                results.add(
                        analysing.submit(() -> analysed(claims.get(index), judged.get(index), plan.results(index))));
            }
            List<ClaimResult> analysed = new ArrayList<>();
            for (Future<ClaimResult> result : results) {
                analysed.add(result.get());
                listener.analysed(analysed.size() - 1, result.get());
            }
            return analysed;
        } finally {
            analysing.shutdownNow();
        }
    }

    private static ClaimResult analysed(Claim claim, ClaimResult judged, List<Result> runs) {
        return judged.verdict().equals(Verdict.PASS.text())
                ? judged.with(SensitivityAnalysis.of(claim, observations(claim, runs)))
                : judged.with(Sensitivity.none(
                        judged.ran() ? "does not pass: nothing to make wrong" : "left out of this profile"));
    }

    private ClaimResult judge(int index, Claim claim, List<Result> runs) {
        ClaimResult result = result(claim, runs);
        listener.judged(index, result);
        return result;
    }

    private static ClaimResult result(Claim claim, List<Result> runs) {
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
                        finding.status().orElse(null),
                        finding.plot().orElse(null)))
                .toList();
        return describe(claim, verdict.text(), "", comparisons);
    }

    /** Deals the runs out to the observations of a claim, in order; what is recorded already needs none. */
    private static Map<String, Observations> observations(Claim claim, List<Result> runs) {
        Map<String, Observations> sources = new LinkedHashMap<>();
        int next = 0;
        for (Map.Entry<String, Observe> source : claim.observed().entrySet()) {
            Observe observe = source.getValue();
            sources.put(
                    source.getKey(),
                    observe.isRecorded()
                            ? new Observations(
                                    observe, observe.recorded().orElseThrow().byCell())
                            : observations(observe, runs.subList(next, next + observe.runs())));
            next += observe.runs();
        }
        return sources;
    }

    private static Observations observations(Observe observe, List<Result> runs) {
        int seeds = observe.seeds().orElse(1);
        List<List<Observation>> byCell = new ArrayList<>();
        for (int cell = 0; cell < observe.cells().size(); cell++) {
            byCell.add(runs.subList(cell * seeds, (cell + 1) * seeds).stream()
                    .map(run -> run.observation().orElseThrow())
                    .toList());
        }
        return new Observations(observe, byCell);
    }

    private static ClaimResult describe(
            Claim claim, String verdict, String message, List<ComparisonResult> comparisons) {
        return new ClaimResult(
                claim.id(),
                claim.header().kind().text(),
                claim.header().title(),
                verdict,
                message,
                claim.header().expect().map(Verification::expected).orElse(null),
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
        observe.axes().forEach(axis -> axes.put(axis.symbol(), axis.values()));
        return new ClaimResult.Setup(
                name,
                observe.experiment().name(),
                observe.experiment().version(),
                observe.cells().get(0).arguments().canonical(),
                axes,
                observe.seeds().orElse(0));
    }

    /** Which runs the claims ask for, and which claims wait for which. */
    private static final class Plan {

        private final List<Cell> cells = new ArrayList<>();
        private final int[] first;
        private final int[] missing;
        private final Map<Cell, List<Integer>> places = new LinkedHashMap<>();
        private final List<Result> results = new ArrayList<>();

        Plan(List<Claim> claims) {
            first = new int[claims.size()];
            missing = new int[claims.size()];
            for (int i = 0; i < claims.size(); i++) {
                first[i] = cells.size();
                Claim claim = claims.get(i);
                if (!claim.header().skipped()) {
                    claim.observed().values().stream()
                            .filter(observe -> !observe.isRecorded())
                            .forEach(this::add);
                }
                missing[i] = cells.size() - first[i];
            }
            for (int place = 0; place < cells.size(); place++) {
                places.computeIfAbsent(cells.get(place), cell -> new ArrayList<>())
                        .add(place);
                results.add(null);
            }
        }

        private void add(Observe observe) {
            for (Observe.Cell cell : observe.cells()) {
                if (observe.seeds().isEmpty()) {
                    cells.add(Cell.of(observe.experiment(), cell.arguments()));
                }
                for (int seed = 0; seed < observe.seeds().orElse(0); seed++) {
                    cells.add(Cell.of(observe.experiment(), cell.arguments(), seed));
                }
            }
        }

        List<Cell> cells() {
            return cells;
        }

        boolean waits(int claim) {
            return missing[claim] > 0;
        }

        List<Result> results(int claim) {
            int end = claim + 1 < first.length ? first[claim + 1] : cells.size();
            return List.copyOf(results.subList(first[claim], end));
        }

        /** Enters a result wherever its cell was asked for, once; returns the claims that now have all of theirs. */
        List<Integer> enter(Result result) {
            List<Integer> complete = new ArrayList<>();
            for (int place : places.get(result.cell())) {
                if (results.get(place) == null) {
                    results.set(place, result);
                    int claim = owner(place);
                    missing[claim]--;
                    if (missing[claim] == 0) {
                        complete.add(claim);
                    }
                }
            }
            return complete;
        }

        private int owner(int place) {
            int claim = 0;
            while (claim + 1 < first.length && first[claim + 1] <= place) {
                claim++;
            }
            return claim;
        }
    }
}
