package org.theoremeter.verify.cli.points;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import org.theoremeter.simulate.catalogue.Experiments;
import org.theoremeter.simulate.experiment.Arguments;
import org.theoremeter.simulate.experiment.Conditions;
import org.theoremeter.simulate.experiment.Experiment;
import org.theoremeter.simulate.experiment.nonlinear.TrainingExperiment;
import org.theoremeter.simulate.network.RecurrentNetwork;
import org.theoremeter.simulate.random.RandomStreams;
import org.theoremeter.simulate.sweep.Result;
import org.theoremeter.simulate.sweep.Run;
import org.theoremeter.simulate.sweep.Sweep;
import org.theoremeter.simulate.training.file.SavedEpochs;
import org.theoremeter.simulate.training.file.TrainingFiles;
import org.theoremeter.simulate.training.run.Recorder;
import org.theoremeter.simulate.training.run.TrainingPlan;
import org.theoremeter.simulate.training.run.Watcher;
import org.theoremeter.theory.text.Nearest;
import org.theoremeter.theory.text.Quotation;
import org.theoremeter.verify.claim.read.ExperimentSettings;
import org.theoremeter.verify.cli.simulation.TrainingProgress;
import org.theoremeter.verify.cli.terminal.BadInput;
import org.theoremeter.verify.cli.terminal.RunOptions;

/** Where weights come from: a file, or an experiment that trains a network first. */
final class Source {

    /** How long a trained network runs on after a trial. */
    private static final int RUN_ON = 200;

    private static final String WEIGHTS = "weights-final.npz";
    private static final String STATES = "run-on.npz";

    private Source() {}

    /** Returns the experiment of a name, if it is one; refuses what is neither one nor a file. */
    static Optional<Experiment> experiment(String name) {
        Optional<Experiment> named = Experiments.named(name);
        if (named.isPresent() && !(named.get() instanceof TrainingExperiment)) {
            throw new BadInput(
                    "found " + name + ", accepted: an experiment that trains a nonlinear network: leaky-rnn/…,"
                            + " tanh-rnn/…, plrnn/…, lstm/… or rank-k-rnn/…, or a file of weights");
        }
        if (named.isEmpty() && !name.endsWith(".npz") && !Files.exists(Path.of(name))) {
            List<String> names = Experiments.all().stream()
                    .filter(TrainingExperiment.class::isInstance)
                    .map(Experiment::name)
                    .toList();
            throw new BadInput("found neither a file nor an experiment of the name " + Quotation.of(name) + ", "
                    + Nearest.hint(name, names));
        }
        return named;
    }

    /** The files that a training left. */
    record Trained(Path weights, Path states) {}

    /**
     * Trains a network and saves its weights.
     *
     * @param check refuses a network before it is trained
     * @param err where progress is shown, null for nowhere
     */
    static Trained train(
            Experiment experiment,
            Map<String, String> settings,
            RunOptions runs,
            Path out,
            Consumer<RecurrentNetwork> check,
            PrintWriter err) {
        Arguments arguments = ExperimentSettings.of(experiment, settings);
        Run run = experiment.random(arguments) ? Run.of(experiment, arguments, 0) : Run.of(experiment, arguments);
        TrainingFiles files = new TrainingFiles(
                out,
                SavedEpochs.of(List.of("final")),
                false,
                OptionalInt.of(RUN_ON),
                Optional.empty(),
                run.identity(runs.seed(), runs.kernel()));
        Result result;
        try (Sweep sweep = runs.sweep();
                TrainingProgress progress = err == null ? null : TrainingProgress.to(err)) {
            Watcher watcher = progress == null ? Watcher.NONE : progress;
            result = sweep.anew()
                    .under(new Conditions(runs.kernel(), watcher, Optional.empty(), new Checked(files, check)))
                    .run(List.of(run), ended -> {})
                    .get(0);
        }
        result.failure().ifPresent(reason -> {
            throw new IllegalStateException(reason);
        });
        if (!files.unwritten().isEmpty()) {
            throw new BadInput(files.unwritten().get(0)
                    + ": there is nothing to search, accepted: a training that does not" + " diverge");
        }
        return new Trained(out.resolve(WEIGHTS), out.resolve(STATES));
    }

    /** A recorder that looks at the network first. */
    private record Checked(TrainingFiles files, Consumer<RecurrentNetwork> check) implements Recorder {

        @Override
        public void begin(TrainingPlan plan, RandomStreams streams) {
            check.accept(plan.network());
            files.begin(plan, streams);
        }

        @Override
        public boolean wants(long epoch) {
            return files.wants(epoch);
        }

        @Override
        public void before(long epoch, double[] parameters) {
            files.before(epoch, parameters);
        }

        @Override
        public void end(long epochs, double[] parameters) {
            files.end(epochs, parameters);
        }
    }
}
