package org.theoremeter.verify.cli.verification;

import java.util.List;
import org.theoremeter.simulate.InterruptedRun;
import org.theoremeter.simulate.sweep.Sweep;
import org.theoremeter.verify.Verification;
import org.theoremeter.verify.claim.Claim;
import org.theoremeter.verify.cli.terminal.Console;
import org.theoremeter.verify.results.ClaimResult;
import org.theoremeter.verify.results.ManyClaims;
import org.theoremeter.verify.results.Results;

/**
 * Runs claims by the rules that were asked for, while verdicts are printed and kept as they come.
 *
 * @param options the rules
 * @param sweep how the runs are made and kept
 * @param jobs how many claims have their sensitivity analysed at once
 * @param record what the provenance needs
 * @param console hears how the run goes on
 * @param partial keeps the verdicts while it lasts
 */
record ClaimRun(
        VerifyOptions options, Sweep sweep, int jobs, RunRecord record, Console console, PartialResults partial) {

    /**
     * Runs the claims.
     *
     * @throws InterruptedRun if the thread is interrupted; what was judged so far is kept
     */
    Results of(List<Claim> claims) {
        console.begin(claims.stream()
                .filter(claim -> !claim.header().skipped())
                .mapToInt(Claim::runs)
                .sum());
        List<ClaimResult> alone = judged(claims);
        List<ClaimResult> judged = options.holm() ? ManyClaims.corrected(alone) : alone;
        for (int i = 0; i < judged.size(); i++) {
            if (!judged.get(i).equals(alone.get(i))) {
                console.judged(judged.get(i));
            }
        }
        Results results = Results.of(record.ended(), judged);
        partial.close();
        return results;
    }

    private List<ClaimResult> judged(List<Claim> claims) {
        Verification verification = new Verification(sweep, partial);
        Verification asked = options.sensitivity() ? verification.withSensitivity(jobs) : verification;
        return options.untilDecided() ? asked.runUntilDecided(claims, options.mostSeeds()) : asked.run(claims);
    }
}
