package org.theoremeter.verify.cli.claims;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.theoremeter.simulate.experiment.Parameter;
import org.theoremeter.simulate.experiment.Unit;
import org.theoremeter.verify.catalogue.Catalogue;
import org.theoremeter.verify.claim.Claim;
import org.theoremeter.verify.claim.Header;
import org.theoremeter.verify.claim.Kind;
import org.theoremeter.verify.claim.Observe;
import org.theoremeter.verify.cli.terminal.BadInput;
import org.theoremeter.verify.cli.terminal.ClaimOptions;
import org.theoremeter.verify.cli.terminal.Columns;
import org.theoremeter.verify.cli.terminal.ExitStatus;
import org.theoremeter.verify.evaluate.Compared;
import org.theoremeter.verify.evaluate.PassMeaning;
import org.theoremeter.verify.evaluate.Statements;
import org.theoremeter.verify.results.ClaimDescription.Statement;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Says in plain words what a claim states, what is simulated for it, and what PASS means. */
@Command(
        name = "explain",
        description = "Say what a claim states, what is simulated for it, and what PASS means.",
        mixinStandardHelpOptions = true)
public final class ExplainCommand implements Callable<Integer> {

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
        List<String> derivations = Catalogue.derivationsOf(header.source().theory());
        if (!derivations.isEmpty() && header.kind() != Kind.DERIVATION) {
            print(
                    out,
                    Columns.words(
                            "  ",
                            "    ",
                            "derived, step by step, in " + String.join(", ", derivations) + " (theoremeter derive)"));
        }
        if (claim instanceof Claim.Derivation) {
            derivation(out, Statements.of(claim));
        } else {
            out.println("  predicted:");
            Statements.of(claim).forEach(statement -> out.println("    " + statement.text()));
        }
        header.given()
                .symbols()
                .forEach((name, symbol) -> out.println("  given " + name
                        + (symbol.value().isPresent() ? " = " + symbol.value().getAsDouble() : "") + " in "
                        + symbol.domain()));
        header.given().assumptions().forEach(assumption -> out.println("  assuming " + assumption));
        claim.observed().forEach((name, observe) -> observe(out, name, observe));
        Compared.of(claim).forEach(line -> print(out, Columns.words("  ", "    ", "compares " + line)));
        PassMeaning.of(claim).forEach(line -> print(out, Columns.words("  ", "    ", "PASS means: " + line)));
        if (!header.falsified().isBlank()) {
            print(out, Columns.words("  ", "    ", "falsified if " + header.falsified()));
        }
        header.expect()
                .ifPresent(expect -> print(
                        out,
                        Columns.words(
                                "  ",
                                "    ",
                                "expected to come out as " + expect.verdict().text() + ": " + expect.because())));
        out.println();
    }

    private static void derivation(PrintWriter out, List<Statement> statements) {
        int number = 0;
        String heading = "";
        for (Statement statement : statements) {
            boolean step = statement.because() != null;
            String above = step ? "  steps:" : "  defined:";
            if (!above.equals(heading)) {
                out.println(above);
                heading = above;
            }
            number += step ? 1 : 0;
            String margin = step ? String.format(Locale.ROOT, "  %3d. ", number) : "    ";
            String below = " ".repeat(margin.length());
            print(out, Columns.formula(margin, below + "    ", statement.text()));
            if (statement.says() != null) {
                print(out, Columns.words(below + (step ? "" : "  "), below + "  ", statement.says()));
            }
            if (step) {
                print(out, Columns.words(below, below, "because: " + statement.because()));
            }
        }
    }

    private static void print(PrintWriter out, List<String> lines) {
        lines.forEach(out::println);
    }

    private static void observe(PrintWriter out, String name, Observe observe) {
        out.println((observe.isRecorded() ? "  reads " : "  simulates ") + (name.isEmpty() ? "" : name + ": ")
                + observe.experiment().name() + ": " + observe.experiment().summary());
        List<String> defaults = new ArrayList<>();
        for (Parameter parameter : observe.experiment().parameters()) {
            List<String> values = observe.points().stream()
                    .map(point -> point.arguments().canonical().get(parameter.name()))
                    .distinct()
                    .toList();
            String unit =
                    parameter.unit() == Unit.ONE ? "" : " " + parameter.unit().symbol();
            if (values.equals(List.of(parameter.defaultValue().toString()))) {
                defaults.add(parameter.name() + " = " + values.get(0) + unit);
            } else {
                String value = values.size() > 1 ? "over the grid" : values.get(0) + unit;
                print(
                        out,
                        Columns.words(
                                "    ", "        ", parameter.name() + " = " + value + ": " + parameter.description()));
            }
        }
        if (!defaults.isEmpty()) {
            print(out, Columns.words("    ", "        ", "and, by default, " + String.join(", ", defaults)));
        }
        observe.axes().forEach(axis -> out.println("  over " + axis.label() + " = " + axis.values()));
        observe.thresholds()
                .ifPresent(thresholds -> thresholds
                        .each()
                        .forEach(each -> print(
                                out,
                                Columns.words(
                                        "  ",
                                        "      ",
                                        "from them " + each.name() + ", the "
                                                + each.fit().described(each.of().toString(), thresholds.along())))));
        out.println("  " + observe.runs() + " runs, "
                + (observe.seeds().isPresent()
                        ? observe.seeds().getAsInt() + " seeds"
                        : "no seeds (the experiment draws nothing)"));
    }
}
