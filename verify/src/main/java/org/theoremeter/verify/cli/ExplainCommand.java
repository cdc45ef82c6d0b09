package org.theoremeter.verify.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import org.theoremeter.verify.claim.Claim;
import org.theoremeter.verify.claim.Header;
import org.theoremeter.verify.claim.Observe;
import org.theoremeter.verify.evaluate.Compared;
import org.theoremeter.verify.evaluate.Statements;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Says in plain words what a claim states, what is simulated for it, and what PASS means. */
@Command(
        name = "explain",
        description = "Say what a claim states, what is simulated for it, and what PASS means.",
        mixinStandardHelpOptions = true)
final class ExplainCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private ClaimOptions options;

    @Override
    public Integer call() {
        if (options.nothingNamed()) {
            throw new BadInput("explain: no claim named, accepted: an id ('list claims' shows them), a glob or a file");
        }
        List<Claim> claims = options.claims();
        claims.forEach(this::explain);
        return ExitStatus.AS_EXPECTED;
    }

    private void explain(Claim claim) {
        PrintWriter out = spec.commandLine().getOut();
        Header header = claim.header();
        out.println(header.id() + " — " + header.title());
        out.println("  " + header.kind().text() + ", " + header.standing().text()
                + (header.source().theory().isEmpty()
                        ? ""
                        : ", theory " + header.source().theory())
                + (header.source().paper().isEmpty()
                        ? ""
                        : ", " + header.source().paper()));
        out.println("  predicted:");
        Statements.of(claim).forEach(statement -> out.println("    " + statement.text()));
        header.given()
                .symbols()
                .forEach((name, symbol) -> out.println("  given " + name
                        + (symbol.value().isPresent() ? " = " + symbol.value().getAsDouble() : "") + " in "
                        + symbol.domain()));
        claim.observe().ifPresent(observe -> observe(out, observe));
        Compared.of(claim).forEach(line -> out.println("  compares " + line));
        out.println("  PASS means: " + header.kind().passes());
        if (!header.falsified().isBlank()) {
            out.println("  falsified if " + header.falsified());
        }
        header.expect()
                .ifPresent(expect -> out.println(
                        "  expected to come out as " + expect.verdict().text() + ": " + expect.because()));
        out.println();
    }

    private static void observe(PrintWriter out, Observe observe) {
        out.println("  simulates " + observe.experiment().name() + ": "
                + observe.experiment().summary());
        observe.cells()
                .get(0)
                .arguments()
                .canonical()
                .forEach((name, value) -> out.println("    " + name + " = " + value));
        observe.axes().forEach(axis -> out.println("  over " + axis.symbol() + " = " + axis.values()));
        out.println("  " + observe.runs() + " runs, "
                + (observe.seeds().isPresent()
                        ? observe.seeds().getAsInt() + " seeds"
                        : "no seeds (the experiment draws nothing)"));
    }
}
