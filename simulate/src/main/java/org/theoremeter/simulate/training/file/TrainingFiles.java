package org.theoremeter.simulate.training.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.theoremeter.simulate.file.AtomicFile;
import org.theoremeter.simulate.file.RegularFile;
import org.theoremeter.simulate.file.numpy.NpzWriter;
import org.theoremeter.simulate.file.numpy.NumpyArray;
import org.theoremeter.simulate.kernel.Precision;
import org.theoremeter.simulate.random.RandomStreams;
import org.theoremeter.simulate.task.Trials;
import org.theoremeter.simulate.training.run.EpochBatch;
import org.theoremeter.simulate.training.run.Recorder;
import org.theoremeter.simulate.training.run.TrainingPlan;

/**
 * Writes weights of a training, and what belongs to them, into a folder, each file whole or not at all: {@code
 * weights-initial.npz}, {@code batch-epoch-100.npz}, {@code run-on.npz}. What is not finite is not written but said.
 *
 * <p>A file that is in the way and none of these is somebody's own and stays; that is seen before the training begins.
 */
public final class TrainingFiles implements Recorder {

    private static final String WEIGHTS = "weights";
    private static final String BATCH = "batch";
    private static final String RUN_ON = "run-on";
    private static final String INITIAL = "initial";
    private static final String FINAL = "final";
    private static final String EPOCH = "epoch-";
    private static final int MOST_FILES = 10_000;
    private static final double MOST_NUMBERS = 1 << 27;

    /** Where the name of the first entry stands in a zip. */
    private static final int NAME_AT = 30;

    private static final byte[] FIRST_NAME = (WeightsLayout.ABOUT + ".npy").getBytes(StandardCharsets.US_ASCII);

    private final Path folder;
    private final SavedEpochs epochs;
    private final boolean batches;
    private final OptionalInt runOn;
    private final Optional<Path> start;
    private final Map<String, String> run;
    private final List<Path> written = new ArrayList<>();
    private final List<String> unwritten = new ArrayList<>();
    private TrainingPlan plan;
    private RandomStreams streams;

    /**
     * Prepares to write.
     *
     * @param folder where files go
     * @param epochs of which weights are saved
     * @param batches whether the batches of these epochs are saved, too
     * @param runOn for how many steps the trained network runs on after a trial, if it does
     * @param start the file from which the training starts, which is not to be replaced
     * @param run what tells the run apart, by name, to be written into every file
     */
    public TrainingFiles(
            Path folder,
            SavedEpochs epochs,
            boolean batches,
            OptionalInt runOn,
            Optional<Path> start,
            Map<String, String> run) {
        this.folder = folder;
        this.epochs = epochs;
        this.batches = batches;
        this.runOn = runOn;
        this.start = start;
        this.run = Map.copyOf(run);
    }

    /** Returns what was written, in the order in which it was. */
    public List<Path> written() {
        return List.copyOf(written);
    }

    /** Returns a line for each file that was not written because something in it is not finite. */
    public List<String> unwritten() {
        return List.copyOf(unwritten);
    }

    @Override
    public void begin(TrainingPlan planned, RandomStreams drawn) {
        plan = planned;
        streams = drawn;
        long count = epochs.count(plan.epochs());
        if (count > MOST_FILES) {
            throw new TrainingFileException("--save-weights: found " + epochs + " of " + plan.epochs()
                    + " epochs, which are " + count + " files, accepted: at most " + MOST_FILES);
        }
        if (batches) {
            requireRoom("--save-batches", (double) plan.batch() * plan.task().steps() * widest());
        }
        runOn.ifPresent(more -> requireRoom(
                "--run-on",
                (double) plan.task().batchMultiple()
                        * (plan.task().steps() + (double) more + 1)
                        * plan.network().stateSize()));
        for (String name : names()) {
            requireFree(file(WEIGHTS, name));
            if (batches) {
                requireFree(file(BATCH, name));
            }
        }
        if (runOn.isPresent()) {
            requireFree(folder.resolve(RUN_ON + ".npz"));
        }
    }

    /** Returns the most numbers that one array has a step of a trial. */
    private int widest() {
        return 2 * plan.network().stateSize()
                + plan.network().inputs()
                + plan.network().outputs();
    }

    private static void requireRoom(String option, double numbers) {
        if (numbers > MOST_NUMBERS) {
            throw new TrainingFileException(option + ": found what may take " + (long) numbers
                    + " numbers, accepted: at most " + (long) MOST_NUMBERS + "; fewer steps, units or trials");
        }
    }

    private List<String> names() {
        List<String> names = new ArrayList<>();
        if (epochs.initial()) {
            names.add(INITIAL);
        }
        for (long epoch = 0; epoch < plan.epochs() && !epochs.every().isEmpty(); epoch++) {
            if (epochs.has(epoch)) {
                names.add(EPOCH + epoch);
            }
        }
        if (epochs.last()) {
            names.add(FINAL);
        }
        return names;
    }

    private Path file(String what, String name) {
        return folder.resolve(what + "-" + name + ".npz");
    }

    /** Refuses to replace what is none of these files, and what the training starts from. */
    private void requireFree(Path file) {
        if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        try {
            if (start.isPresent() && Files.isSameFile(start.get(), file)) {
                throw new TrainingFileException(
                        file + ": is the file to start from, accepted: --out with another folder");
            }
            if (!Files.isRegularFile(file) || !isOurs(file)) {
                throw new TrainingFileException(
                        file + ": exists and holds something else, accepted: --out with another folder");
            }
        } catch (IOException failure) {
            throw new TrainingFileException(file + ": cannot be read: " + RegularFile.reason(failure), failure);
        }
    }

    private static boolean isOurs(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] beginning = in.readNBytes(NAME_AT + FIRST_NAME.length);
            return beginning.length == NAME_AT + FIRST_NAME.length
                    && Arrays.equals(beginning, NAME_AT, beginning.length, FIRST_NAME, 0, FIRST_NAME.length);
        }
    }

    @Override
    public boolean wants(long epoch) {
        return epochs.has(epoch) || (epochs.initial() && epoch == 0);
    }

    @Override
    public void before(long epoch, double[] parameters) {
        if (epochs.initial() && epoch == 0) {
            save(INITIAL, epoch, parameters);
        }
        if (epochs.has(epoch)) {
            save(EPOCH + epoch, epoch, parameters);
        }
    }

    @Override
    public void end(long done, double[] parameters) {
        if (epochs.last()) {
            save(FINAL, done, parameters);
        }
        if (runOn.isPresent()) {
            Autonomy autonomy = new Autonomy(plan, streams, parameters, runOn.getAsInt());
            Path file = folder.resolve(RUN_ON + ".npz");
            if (autonomy.isFinite()) {
                write(file, autonomy.bytes(about(RUN_ON, done)));
            } else {
                omit(file, "the states of the network that runs on", done);
            }
        }
    }

    private void save(String name, long epoch, double[] parameters) {
        Path file = file(WEIGHTS, name);
        if (!Arrays.stream(parameters).allMatch(Double::isFinite)) {
            omit(file, "the weights", epoch);
            return;
        }
        NpzWriter weights = new NpzWriter().text(WeightsLayout.ABOUT, about(WEIGHTS, epoch));
        WeightsLayout.write(weights, plan.network(), "", type(), parameters);
        if (plan.start().given()) {
            double[] state = new double[plan.network().units()];
            Arrays.setAll(state, plan.start()::of);
            weights.array(WeightsLayout.STATE, NumpyArray.Type.FLOAT64, new NumpyArray(List.of(state.length), state));
        }
        write(file, weights.bytes());
        if (batches) {
            saveBatch(file(BATCH, name), epoch, parameters);
        }
    }

    private void saveBatch(Path file, long epoch, double[] parameters) {
        EpochBatch batch = EpochBatch.of(plan, streams, epoch, parameters);
        if (!batch.isFinite()) {
            omit(file, "loss or gradient", epoch);
            return;
        }
        Trials trials = batch.trials();
        int b = trials.batch();
        int t = trials.steps();
        NpzWriter out = new NpzWriter().text(WeightsLayout.ABOUT, about(BATCH, epoch));
        numbers(out, "input", trials::input, trials, trials.inputs());
        numbers(out, "target", trials::target, trials, trials.outputs());
        numbers(out, "weight", trials::weight, trials, trials.outputs());
        array(
                out,
                WeightsLayout.STATE,
                List.of(b, plan.network().units()),
                batch.noise().initial());
        array(out, "input_noise", List.of(b, t, trials.inputs()), batch.noise().input());
        array(
                out,
                "state_noise",
                List.of(b, t, batch.noise().rows()),
                batch.noise().state());
        array(out, "loss", List.of(), new double[] {batch.loss()});
        array(out, "task_loss", List.of(), new double[] {batch.taskLoss()});
        WeightsLayout.write(out, plan.network(), "gradient_", type(), batch.gradient());
        write(file, out.bytes());
    }

    /** Reads a number of a trial, step and channel. */
    @FunctionalInterface
    private interface Numbers {
        double of(int trial, int step, int channel);
    }

    private static void numbers(NpzWriter out, String name, Numbers numbers, Trials trials, int channels) {
        double[] values = new double[trials.batch() * trials.steps() * channels];
        for (int i = 0; i < values.length; i++) {
            int step = i / channels;
            values[i] = numbers.of(step / trials.steps(), step % trials.steps(), i % channels);
        }
        array(out, name, List.of(trials.batch(), trials.steps(), channels), values);
    }

    private static void array(NpzWriter out, String name, List<Integer> shape, double[] values) {
        out.array(name, NumpyArray.Type.FLOAT64, new NumpyArray(shape, values));
    }

    private NumpyArray.Type type() {
        return plan.precision() == Precision.FLOAT ? NumpyArray.Type.FLOAT32 : NumpyArray.Type.FLOAT64;
    }

    private String about(String what, long epoch) {
        return new AboutJson(plan, run).text(what, epoch);
    }

    /** Says why a file is not there; one of another run, which would be taken for it, is removed. */
    private void omit(Path file, String what, long epoch) {
        requireFree(file);
        try {
            Files.deleteIfExists(file);
        } catch (IOException failure) {
            throw new TrainingFileException(
                    file + ": is of another run and cannot be removed: " + RegularFile.reason(failure), failure);
        }
        unwritten.add(file + ": not written, since " + what + " are not finite after " + epoch + " updates");
    }

    private void write(Path file, byte[] bytes) {
        requireFree(file);
        try {
            Files.createDirectories(folder.toAbsolutePath());
            AtomicFile.replace(file, ".tmp", bytes);
        } catch (IOException failure) {
            throw new TrainingFileException(file + ": cannot be written: " + RegularFile.reason(failure), failure);
        }
        written.add(file);
    }
}
