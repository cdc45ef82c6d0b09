package org.theoremeter.verify.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.theoremeter.simulate.experiment.Conditions;
import org.theoremeter.simulate.kernel.KernelChoice;
import org.theoremeter.simulate.sweep.ObservationStore;
import org.theoremeter.simulate.sweep.Sweep;
import picocli.CommandLine.Option;

/** How runs are made and kept. */
final class RunOptions {

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

    long seed() {
        return seed;
    }

    int jobs() {
        if (jobs < 1 || jobs > 1024) {
            throw new BadInput("--jobs: found " + jobs + ", accepted: from 1 to 1024");
        }
        return jobs;
    }

    /** Returns the kernel as asked for, resolved on this machine. */
    KernelChoice kernel() {
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

    boolean fresh() {
        return fresh;
    }

    /** Refuses a store inside a folder that the run replaces. */
    void requireStoreOutside(Path out) {
        Path report = out.toAbsolutePath().normalize();
        Path kept = folder().toAbsolutePath().normalize();
        if (kept.startsWith(report) || kept.startsWith(report.resolveSibling(report.getFileName() + ".partial"))) {
            throw new BadInput(
                    "--store: found " + kept + ", which lies in the output folder; accepted: a folder outside");
        }
    }

    /** Returns the sweep that makes and keeps runs as asked. */
    Sweep sweep() {
        Path folder = folder();
        try {
            Files.createDirectories(folder);
        } catch (IOException failure) {
            throw new BadInput("the store " + folder + " cannot be written, accepted: --store with a folder that can");
        }
        if (!Files.isWritable(folder)) {
            throw new BadInput("the store " + folder + " cannot be written, accepted: --store with a folder that can");
        }
        return Sweep.of(jobs(), ObservationStore.at(folder), fresh, seed).under(Conditions.of(kernel()));
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
