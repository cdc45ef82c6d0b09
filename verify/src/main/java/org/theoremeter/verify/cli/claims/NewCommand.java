package org.theoremeter.verify.cli.claims;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Callable;
import org.theoremeter.theory.text.Nearest;
import org.theoremeter.theory.text.Quotation;
import org.theoremeter.verify.catalogue.Catalogue;
import org.theoremeter.verify.claim.Kind;
import org.theoremeter.verify.cli.terminal.BadInput;
import org.theoremeter.verify.cli.terminal.ExitStatus;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes a commented claim that passes as it stands, or a commented loss or sweep file. */
@Command(
        name = "new",
        description = "Write a commented claim of a kind, which passes as it stands, a loss file for 'critical', or a"
                + " sweep file.",
        mixinStandardHelpOptions = true)
public final class NewCommand implements Callable<Integer> {

    /** Not a kind of claim: the file that the command of that name takes. */
    private static final String LOSS = "critical";

    private static final String SWEEP = "sweep";

    @Spec
    private CommandSpec spec;

    @Parameters(
            index = "0",
            paramLabel = "KIND",
            completionCandidates = Kinds.class,
            description = "${COMPLETION-CANDIDATES}.")
    private String kind;

    @Parameters(index = "1", arity = "0..1", paramLabel = "FILE", description = "Where to; the terminal without it.")
    private Path file;

    /** The kinds that there are, for help and completion. */
    static final class Kinds implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return accepted().iterator();
        }
    }

    private static List<String> accepted() {
        List<String> accepted = new ArrayList<>(Kind.names());
        accepted.add(LOSS);
        accepted.add(SWEEP);
        return accepted;
    }

    @Override
    public Integer call() {
        List<String> accepted = accepted();
        if (!accepted.contains(kind)) {
            throw new BadInput("found the unknown kind " + Quotation.of(kind) + ", " + Nearest.hint(kind, accepted));
        }
        String template = template(kind);
        if (file == null) {
            spec.commandLine().getOut().print(template);
            return ExitStatus.AS_EXPECTED;
        }
        try {
            Files.writeString(file, template, StandardOpenOption.CREATE_NEW);
        } catch (FileAlreadyExistsException there) {
            throw new BadInput(file + ": exists already, accepted: a new file");
        } catch (IOException failure) {
            throw new BadInput(file + ": cannot be written");
        }
        spec.commandLine()
                .getOut()
                .println("wrote " + file + "; next: theoremeter " + (isClaim(kind) ? "verify" : kind) + " " + file);
        return ExitStatus.AS_EXPECTED;
    }

    private static boolean isClaim(String kind) {
        return Kind.names().contains(kind);
    }

    private static String template(String kind) {
        return switch (kind) {
            case LOSS -> Catalogue.lossTemplate();
            case SWEEP -> Catalogue.sweepTemplate();
            default -> Catalogue.template(Kind.of(kind));
        };
    }
}
