package org.theoremeter.verify.cli.claims;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.theoremeter.verify.claim.Claim;
import org.theoremeter.verify.cli.terminal.ClaimOptions;
import org.theoremeter.verify.cli.terminal.ExitStatus;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Reads and type-checks claims, and runs nothing. */
@Command(
        name = "check",
        description = "Read and type-check claims, run nothing; tells the estimated time.",
        mixinStandardHelpOptions = true)
public final class CheckCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private ClaimOptions options;

    @Override
    public Integer call() {
        List<Claim> claims = options.claims();
        PrintWriter out = spec.commandLine().getOut();
        double total = 0;
        for (Claim claim : claims) {
            double seconds = claim.header().skipped() ? 0 : claim.estimatedSeconds();
            int runs = claim.runs();
            total += seconds;
            out.printf(
                    Locale.ROOT,
                    "%-45s %-12s %5d runs %8.1f s%s%n",
                    claim.id(),
                    claim.header().kind().text(),
                    runs,
                    seconds,
                    claim.header().skipped() ? "  (left out of this profile)" : "");
        }
        out.printf(
                Locale.ROOT,
                "%d claims are well formed; estimated time on one core: %.0f s (profile %s)%n",
                claims.size(),
                total,
                options.profile().text());
        return ExitStatus.AS_EXPECTED;
    }
}
