package org.theoremeter.verify.cli.claims;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.theoremeter.simulate.catalogue.Experiments;
import org.theoremeter.simulate.experiment.Experiment;
import org.theoremeter.simulate.experiment.Observable;
import org.theoremeter.simulate.experiment.Parameter;
import org.theoremeter.simulate.experiment.Unit;
import org.theoremeter.theory.Laws;
import org.theoremeter.theory.law.Law;
import org.theoremeter.theory.text.Nearest;
import org.theoremeter.theory.text.Quotation;
import org.theoremeter.verify.catalogue.Catalogue;
import org.theoremeter.verify.catalogue.Glob;
import org.theoremeter.verify.claim.Kind;
import org.theoremeter.verify.cli.terminal.BadInput;
import org.theoremeter.verify.cli.terminal.ExitStatus;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Lists what there is. */
@Command(
        name = "list",
        description = "List claims, experiments (with parameters and observables), laws or kinds.",
        mixinStandardHelpOptions = true)
public final class ListCommand implements Callable<Integer> {

    private static final List<String> TOPICS = List.of("claims", "experiments", "laws", "kinds");

    @Spec
    private CommandSpec spec;

    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "WHAT",
            defaultValue = "claims",
            description = "claims, experiments, laws or kinds; default: ${DEFAULT-VALUE}.")
    private String what;

    @Parameters(
            index = "1..*",
            arity = "0..*",
            paramLabel = "NAME",
            description = "Experiments to list, such as leaky-rnn/delayed-cue or 'plrnn/*'; all unless any is given.")
    private List<String> names = List.of();

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        if (!names.isEmpty() && !what.equals("experiments")) {
            throw new BadInput(
                    "found the name " + Quotation.of(names.get(0)) + ", accepted: names of experiments only");
        }
        switch (what) {
            case "claims" -> claims(out);
            case "experiments" -> experiments().forEach(experiment -> experiment(out, experiment));
            case "laws" -> Laws.all().forEach(law -> law(out, law));
            case "kinds" -> kinds(out);
            default -> throw new BadInput("found " + Quotation.of(what) + " to list, " + Nearest.hint(what, TOPICS));
        }
        return ExitStatus.AS_EXPECTED;
    }

    private List<Experiment> experiments() {
        if (names.isEmpty()) {
            return Experiments.all();
        }
        return names.stream().flatMap(ListCommand::experiments).distinct().toList();
    }

    private static Stream<Experiment> experiments(String name) {
        Glob glob = new Glob(name);
        List<Experiment> found = Experiments.all().stream()
                .filter(experiment -> glob.matches(experiment.name()))
                .toList();
        if (found.isEmpty()) {
            List<String> known =
                    Experiments.all().stream().map(Experiment::name).toList();
            throw new BadInput("found the unknown experiment " + Quotation.of(name) + ", " + Nearest.hint(name, known));
        }
        return found.stream();
    }

    /** Claims are listed as they stand there; that they are well formed is for {@code check}, and costs seconds. */
    private static void claims(PrintWriter out) {
        for (Catalogue.Entry claim : Catalogue.entries()) {
            out.printf(Locale.ROOT, "%-38s %-12s %-6s %s%n", claim.id(), claim.kind(), claim.theory(), claim.title());
        }
    }

    private static void kinds(PrintWriter out) {
        for (Kind kind : Kind.values()) {
            out.println(kind.text());
            out.println("  predicts: " + kind.prediction());
            out.println("  observes: " + kind.observation());
            out.println("  passes when " + kind.passes());
        }
    }

    private static void law(PrintWriter out, Law law) {
        out.println(law.name() + " (theory " + law.theory() + ")");
        out.println("  " + law.statement());
        law.parameters().forEach((name, domain) -> out.println("  given " + name + " in " + domain));
        law.values().forEach((name, formula) -> out.println("  " + name + " = " + formula));
        law.dynamics()
                .ifPresent(dynamics -> dynamics.formulas()
                        .forEach((state, formula) ->
                                out.println("  d" + state + "/d" + dynamics.time() + " = " + formula)));
    }

    private static void experiment(PrintWriter out, Experiment experiment) {
        out.println(experiment.name() + " (theory " + experiment.theory() + ", version " + experiment.version() + ")");
        out.println("  " + experiment.summary());
        for (Parameter parameter : experiment.parameters()) {
            String unit =
                    parameter.unit() == Unit.ONE ? "" : " " + parameter.unit().symbol();
            out.println("  --set " + parameter.name() + "=" + parameter.defaultValue() + unit + ": "
                    + parameter.description() + " (" + parameter.accepted() + ")");
        }
        for (Observable observable : experiment.observables()) {
            String shape = observable.shape().name().toLowerCase(Locale.ROOT);
            String over = observable.axes().isEmpty() ? "" : " over " + String.join(" and ", observable.axes());
            out.println("  observes " + observable.name() + " (" + shape + over + "): " + observable.description());
        }
        new TreeMap<>(experiment.events()).forEach((name, meaning) -> out.println("  event " + name + ": " + meaning));
    }
}
