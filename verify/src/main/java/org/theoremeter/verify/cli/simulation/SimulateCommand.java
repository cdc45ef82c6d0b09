package org.theoremeter.verify.cli.simulation;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.theoremeter.simulate.catalogue.Experiments;
import org.theoremeter.simulate.experiment.Arguments;
import org.theoremeter.simulate.experiment.Conditions;
import org.theoremeter.simulate.experiment.Experiment;
import org.theoremeter.simulate.experiment.Measurement;
import org.theoremeter.simulate.experiment.Observation;
import org.theoremeter.simulate.kernel.KernelChoice;
import org.theoremeter.simulate.sweep.Result;
import org.theoremeter.simulate.sweep.Run;
import org.theoremeter.simulate.sweep.Sweep;
import org.theoremeter.simulate.training.file.TrainingFiles;
import org.theoremeter.simulate.training.run.Checkpoints;
import org.theoremeter.simulate.training.run.Recorder;
import org.theoremeter.simulate.training.run.Watcher;
import org.theoremeter.theory.text.Nearest;
import org.theoremeter.theory.text.Quotation;
import org.theoremeter.verify.claim.read.ExperimentSettings;
import org.theoremeter.verify.cli.terminal.BadInput;
import org.theoremeter.verify.cli.terminal.ExitStatus;
import org.theoremeter.verify.cli.terminal.RunOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Runs one experiment once, and shows everything it observed. */
@Command(
        name = "simulate",
        description = "Run one experiment once; writes all it observes as CSV, and figures.",
        mixinStandardHelpOptions = true)
public final class SimulateCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private RunOptions runs;

    @Mixin
    private WeightOptions weights;

    @Parameters(index = "0", paramLabel = "NAME", description = "The experiment ('list experiments' shows them).")
    private String name;

    @Option(names = "--set", paramLabel = "NAME=VALUE", description = "An argument of the experiment, with its unit.")
    private Map<String, String> settings = new LinkedHashMap<>();

    @Option(
            names = "--out",
            paramLabel = "FOLDER",
            defaultValue = "theoremeter-simulation",
            description = "Where files go; default: ${DEFAULT-VALUE}.")
    private Path out;

    @Option(names = "--quiet", description = "Print nothing but faults.")
    private boolean quiet;

    @Override
    public Integer call() {
        List<String> names = Experiments.all().stream().map(Experiment::name).toList();
        Experiment named = Experiments.named(name)
                .orElseThrow(() -> new BadInput(
                        "found the unknown experiment " + Quotation.of(name) + ", " + Nearest.hint(name, names)));
        Experiment experiment = weights.applied(named);
        Arguments arguments = ExperimentSettings.of(experiment, settings);
        Run run = experiment.random(arguments) ? Run.of(experiment, arguments, 0) : Run.of(experiment, arguments);
        Optional<Checkpoints> checkpoints = checkpoints(run);
        Optional<TrainingFiles> files = weights.files(out, run.identity(runs.seed(), runs.kernel()));
        Result result = run(run, checkpoints, files);
        if (result.failure().isPresent()) {
            throw new IllegalStateException(result.failure().get());
        }
        Observation observation = result.observation().orElseThrow();
        List<Path> written = new ArrayList<>(new ObservationFiles(experiment, observation, out).write());
        files.ifPresent(saved -> written.addAll(saved.written()));
        // all is written now; beside an observation that was kept before there may be the checkpoint of another run
        checkpoints.ifPresent(result.reused() ? Checkpoints::removeOwn : Checkpoints::remove);
        files.ifPresent(saved -> saved.unwritten().forEach(spec.commandLine().getErr()::println));
        if (!quiet) {
            print(result, observation, written);
        }
        return observation.divergence().isPresent() ? ExitStatus.UNDECIDED : ExitStatus.AS_EXPECTED;
    }

    /** Returns where a stopped run of the same left its state, in the output folder, if the experiment has one. */
    private Optional<Checkpoints> checkpoints(Run run) {
        KernelChoice kernel = runs.kernel();
        if (!run.experiment().usesKernel()) {
            return Optional.empty();
        }
        Checkpoints checkpoints =
                new Checkpoints(out.resolve("checkpoint"), weights.saving(run.identity(runs.seed(), kernel)));
        if (runs.fresh()) {
            checkpoints.remove();
        }
        return Optional.of(checkpoints);
    }

    private Result run(Run run, Optional<Checkpoints> checkpoints, Optional<TrainingFiles> files) {
        try (Sweep asked = runs.sweep()) {
            return run(files.isPresent() ? asked.anew() : asked, run, checkpoints, files);
        }
    }

    private Result run(Sweep sweep, Run run, Optional<Checkpoints> checkpoints, Optional<TrainingFiles> files) {
        if (checkpoints.isEmpty()) {
            return sweep.run(List.of(run), progress -> {}).get(0);
        }
        try (TrainingProgress progress =
                quiet ? null : TrainingProgress.to(spec.commandLine().getErr())) {
            Watcher watcher = quiet ? Watcher.NONE : progress;
            Recorder recorder = files.isPresent() ? files.get() : Recorder.NONE;
            return sweep.under(new Conditions(runs.kernel(), watcher, checkpoints, recorder))
                    .run(List.of(run), ended -> {})
                    .get(0);
        }
    }

    private void print(Result result, Observation observation, List<Path> written) {
        PrintWriter printer = spec.commandLine().getOut();
        printer.println(result.run() + (result.reused() ? " (observed before; --fresh simulates anew)" : ""));
        observation.measurements().forEach((observable, measurement) -> {
            if (measurement instanceof Measurement.Scalar scalar) {
                printer.println(observable + " = " + scalar.value() + " ± " + scalar.error());
            }
        });
        observation.events().forEach((event, at) -> printer.println(event + " at " + at));
        observation
                .divergence()
                .ifPresent(
                        end -> printer.println("diverged at " + end.axis() + " = " + end.at() + ": " + end.reason()));
        written.forEach(printer::println);
    }
}
