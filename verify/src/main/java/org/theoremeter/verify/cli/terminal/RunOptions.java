package org.theoremeter.verify.cli.terminal;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Objects;
import org.theoremeter.simulate.experiment.Conditions;
import org.theoremeter.simulate.kernel.KernelChoice;
import org.theoremeter.simulate.sweep.ObservationStore;
import org.theoremeter.simulate.sweep.Sweep;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** How runs are made and kept. */
public final class RunOptions {

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(
            names = "--seed",
            paramLabel = "SEED",
            defaultValue = "1",
            description = "The root seed; default: ${DEFAULT-VALUE}.")
    private long seed;

    @Option(
            names = "--jobs",
            paramLabel = "N",
            description = "Threads; default: all processors. The results do not depend on it.")
    private int jobs = Runtime.getRuntime().availableProcessors();

    @Option(names = "--fresh", description = "Simulate anew even what has been observed before.")
    private boolean fresh;

    @Option(
            names = "--store",
            paramLabel = "FOLDER",
            description = "Where observations are kept; default: the user's cache folder.")
    private Path store;

    @Option(
            names = "--kernel",
            paramLabel = "KERNEL",
            defaultValue = "auto",
            description =
                    "Arithmetic of nonlinear networks: auto, vector, plain or openblas; default: ${DEFAULT-VALUE}. "
                            + "vector and plain give the same bits.")
    private String kernel;

    /** Returns the root seed. */
    public long seed() {
        return seed;
    }

    /** Returns the number of threads. */
    public int jobs() {
        if (jobs < 1 || jobs > 1024) {
            throw new BadInput("--jobs: found " + jobs + ", accepted: from 1 to 1024");
        }
        return jobs;
    }

    /** Returns the kernel as asked for, resolved on this machine. */
    public KernelChoice kernel() {
        KernelChoice choice;
        try {
            choice = KernelChoice.of(kernel).resolved();
        } catch (IllegalArgumentException unknown) {
            throw new BadInput("--kernel: " + unknown.getMessage());
        }
        choice.obstacle().ifPresent(reason -> {
            throw new BadInput("--kernel: found " + choice.word() + ", but " + reason);
        });
        return choice;
    }

    /** Returns whether kept observations are left alone. */
    public boolean fresh() {
        return fresh;
    }

    /** Refuses, before anything is made, a kernel that is not there and a store that cannot be used or lies in the output. */
    public void requireUsable(Path out) {
        kernel();
        Path report = out.toAbsolutePath().normalize();
        Path kept = folder().toAbsolutePath().normalize();
        if (kept.startsWith(report) || kept.startsWith(report.resolveSibling(report.getFileName() + ".partial"))) {
            throw new BadInput(
                    "--store: found " + kept + ", which lies in the output folder; accepted: a folder outside");
        }
        Path there = kept;
        while (there.getParent() != null && Files.notExists(there, LinkOption.NOFOLLOW_LINKS)) {
            there = there.getParent();
        }
        if (!Files.isDirectory(there) || !Files.isWritable(there)) {
            throw unusable(folder());
        }
    }

    private static BadInput unusable(Path folder) {
        return new BadInput("the store " + folder + " cannot be written, accepted: --store with a folder that can");
    }

    /** Returns the sweep that makes and keeps runs as asked; what of that goes wrong is a warning. */
    public Sweep sweep() {
        return sweep(store());
    }

    /** Returns the sweep that makes runs as asked and keeps them in a store. */
    public Sweep sweep(ObservationStore kept) {
        return Sweep.of(jobs(), kept, fresh, seed).under(Conditions.of(kernel()));
    }

    /** Returns the folder in which observations are kept. */
    public Path storeFolder() {
        return folder();
    }

    /** Returns where observations are kept, in a folder that can be written; what goes wrong then is a warning. */
    public ObservationStore store() {
        Path folder = folder();
        try {
            Files.createDirectories(folder);
        } catch (IOException failure) {
            throw unusable(folder);
        }
        if (!Files.isWritable(folder)) {
            throw unusable(folder);
        }
        PrintWriter err = spec.commandLine().getErr();
        return ObservationStore.at(folder, err::println);
    }

    /** The user's home; Java says a question mark, or nothing absolute, of users that the machine does not know. */
    private static Path home() {
        Path home = Path.of(System.getProperty("user.home", ""));
        if (!home.isAbsolute()) {
            home = Path.of(Objects.requireNonNullElse(System.getenv("HOME"), ""));
        }
        if (!home.isAbsolute()) {
            throw new BadInput("the user's home folder is unknown, so that there is no cache folder in it; accepted:"
                    + " --store FOLDER, or the environment variable XDG_CACHE_HOME");
        }
        return home;
    }

    /** The XDG cache folder, or its equivalent in the user's home. */
    private Path folder() {
        if (store != null) {
            return store;
        }
        String cache = System.getenv("XDG_CACHE_HOME");
        Path base = cache == null || cache.isBlank() ? home().resolve(".cache") : Path.of(cache);
        return base.resolve("theoremeter").resolve("observations");
    }
}
