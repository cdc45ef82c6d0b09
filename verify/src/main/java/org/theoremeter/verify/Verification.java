package org.theoremeter.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadFactory;
import org.theoremeter.simulate.InterruptedRun;
import org.theoremeter.simulate.sweep.Progress;
import org.theoremeter.simulate.sweep.Result;
import org.theoremeter.simulate.sweep.Sweep;
import org.theoremeter.verify.claim.Claim;
import org.theoremeter.verify.judge.InterimAnalyses;
import org.theoremeter.verify.judge.Verdict;
import org.theoremeter.verify.results.ClaimResult;
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
     * <p>Every interim analysis is paid for, see {@link InterimAnalyses}. Only claims that say that more seeds would
     * decide get more, and none that expects to be left open.
     *
     * @param claims the claims, already checked
     * @param most the largest number of seeds of a claim
     * @return their results, in the same order; each says after which interim analysis it was decided
     * @throws InterruptedRun if the thread is interrupted; the listener has heard of everything judged so far
     */
    public List<ClaimResult> runUntilDecided(List<Claim> claims, int most) {
        return new MoreSeeds(claims, most)
                .run(listener, (batch, each) -> new Verification(sweep, each, analysts).run(batch));
    }

    /**
     * Runs the claims.
     *
     * @param claims the claims, already checked
     * @return their results, in the same order
     * @throws InterruptedRun if the thread is interrupted; the listener has heard of everything judged so far
     */
    public List<ClaimResult> run(List<Claim> claims) {
        RunPlan plan = new RunPlan(claims);
        ExecutorService judging = Executors.newSingleThreadExecutor(daemons("judge"));
        try {
            List<Future<ClaimResult>> results = new ArrayList<>();
            for (int i = 0; i < claims.size(); i++) {
                results.add(plan.waits(i) ? null : judging.submit(judge(i, claims.get(i), plan.results(i))));
            }
            sweep.run(plan.runs(), progress -> {
                listener.observed(progress);
                for (int index : plan.enter(progress.result())) {
                    results.set(index, judging.submit(judge(index, claims.get(index), plan.results(index))));
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

    private static ThreadFactory daemons(String name) {
        return task -> {
            Thread thread = new Thread(task, name);
            thread.setDaemon(true);
            return thread;
        };
    }

    private List<ClaimResult> analysed(List<Claim> claims, List<ClaimResult> judged, RunPlan plan)
            throws InterruptedException, ExecutionException {
        ExecutorService analysing = Executors.newFixedThreadPool(analysts, daemons("analyst"));
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

    private static ClaimResult analysed(Claim claim, ClaimResult judged, ByRun<Result> results) {
        return judged.verdict() == Verdict.PASS
                ? judged.with(SensitivityAnalysis.of(claim, JudgedClaim.observations(claim, results)))
                : judged.with(Sensitivity.none(
                        judged.ran() ? "does not pass: nothing to make wrong" : "left out of this profile"));
    }

    private Callable<ClaimResult> judge(int index, Claim claim, ByRun<Result> results) {
        return () -> {
            ClaimResult judged = JudgedClaim.of(claim, results);
            listener.judged(index, judged);
            return judged;
        };
    }
}
