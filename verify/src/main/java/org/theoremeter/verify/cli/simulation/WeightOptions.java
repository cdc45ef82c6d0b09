package org.theoremeter.verify.cli.simulation;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.theoremeter.simulate.experiment.Experiment;
import org.theoremeter.simulate.experiment.nonlinear.TrainingExperiment;
import org.theoremeter.simulate.training.file.SavedEpochs;
import org.theoremeter.simulate.training.file.StartFile;
import org.theoremeter.simulate.training.file.TrainingFiles;
import org.theoremeter.verify.cli.terminal.BadInput;
import picocli.CommandLine.Option;

/** Which weights of a training go out, and which come in. */
final class WeightOptions {

    private static final int LONGEST = 10_000_000;

    @Option(
            names = "--save-weights",
            paramLabel = "WHEN",
            split = ",",
            description =
                    "Save weights as weights-….npz, for numpy.load: initial, final, every=K (before every K-th epoch);"
                            + " several by commas. The network is trained anew even if it has been observed before.")
    private List<String> when = new ArrayList<>();

    @Option(
            names = "--save-batches",
            description =
                    "Save, beside weights, the batch of the epoch that they are before as batch-….npz: trials, noise,"
                            + " loss and gradient.")
    private boolean batches;

    @Option(
            names = "--run-on",
            paramLabel = "K",
            description = "Save as run-on.npz what the trained network does by itself for K steps after a trial.")
    private Integer runOn;

    @Option(
            names = "--start",
            paramLabel = "FILE",
            description = "Start from the weights of an .npz, laid out as --save-weights does.")
    private Path start;

    /**
     * Returns the experiment with the initial weights that are asked for.
     *
     * @throws BadInput if it trains no network that these options are for
     */
    Experiment applied(Experiment experiment) {
        String option =
                start != null ? "--start" : !when.isEmpty() ? "--save-weights" : runOn != null ? "--run-on" : "";
        if (batches && when.isEmpty()) {
            throw new BadInput(
                    "--save-batches: found no --save-weights, accepted: both, such as --save-weights initial");
        }
        if (option.isEmpty()) {
            return experiment;
        }
        if (!(experiment instanceof TrainingExperiment training)) {
            throw new BadInput(
                    option + ": found " + experiment.name() + ", accepted: an experiment that trains a nonlinear"
                            + " network: leaky-rnn/…, tanh-rnn/…, plrnn/…, lstm/… or rank-k-rnn/…");
        }
        requireSteps();
        epochs();
        return start == null ? training : training.startingFrom(StartFile.read(start));
    }

    private void requireSteps() {
        if (runOn != null && (runOn < 0 || runOn > LONGEST)) {
            throw new BadInput("--run-on: found " + runOn + ", accepted: steps from 0 to " + LONGEST);
        }
    }

    private SavedEpochs epochs() {
        try {
            return SavedEpochs.of(when);
        } catch (IllegalArgumentException fault) {
            throw new BadInput("--save-weights: " + fault.getMessage());
        }
    }

    /** Returns what writes the files that are asked for, if any are. */
    Optional<TrainingFiles> files(Path out, Map<String, String> run) {
        if (when.isEmpty() && runOn == null) {
            return Optional.empty();
        }
        OptionalInt more = runOn == null ? OptionalInt.empty() : OptionalInt.of(runOn);
        return Optional.of(new TrainingFiles(out, epochs(), batches, more, Optional.ofNullable(start), run));
    }

    /** Returns what tells a run apart, with what it saves on its way: a run that goes on from a checkpoint saves only the rest. */
    Map<String, String> saving(Map<String, String> run) {
        Map<String, String> all = new TreeMap<>(run);
        all.put("save-weights", epochs() + (batches ? " with batches" : ""));
        return all;
    }
}
