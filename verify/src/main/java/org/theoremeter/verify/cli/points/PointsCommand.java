package org.theoremeter.verify.cli.points;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.theoremeter.simulate.experiment.Experiment;
import org.theoremeter.simulate.fixedpoint.PointSearch;
import org.theoremeter.simulate.fixedpoint.Points;
import org.theoremeter.simulate.fixedpoint.SearchSettings;
import org.theoremeter.simulate.fixedpoint.TrajectoryStates;
import org.theoremeter.simulate.fixedpoint.map.NetworkMap;
import org.theoremeter.simulate.fixedpoint.map.PiecewiseMap;
import org.theoremeter.simulate.fixedpoint.region.Enumeration;
import org.theoremeter.simulate.fixedpoint.region.RegionSearch;
import org.theoremeter.simulate.network.RecurrentNetwork;
import org.theoremeter.simulate.random.RandomStreams;
import org.theoremeter.simulate.training.file.TrainingFileException;
import org.theoremeter.simulate.training.file.WeightsFile;
import org.theoremeter.verify.cli.terminal.BadInput;
import org.theoremeter.verify.cli.terminal.ExitStatus;
import org.theoremeter.verify.cli.terminal.RunOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Looks for fixed and slow points of a network. */
@Command(
        name = "points",
        description =
                "Fixed and slow points of a network, the minima of q(r) = |F(r) - r|^2/2: of weights saved by simulate"
                        + " --save-weights, or of a network that is trained first.",
        mixinStandardHelpOptions = true)
public final class PointsCommand implements Callable<Integer> {

    private static final int MOST_STARTS = 100_000;
    private static final int MOST_SIZE = 1000;
    private static final int LONGEST_CYCLE = 8;
    private static final double MOST_JITTER = 100;

    /** A box so many times as wide as the trajectories is searched for cycles where all states are too much. */
    private static final double BOX = 10;

    @Spec
    private CommandSpec spec;

    @Mixin
    private RunOptions runs;

    @Parameters(
            index = "0",
            paramLabel = "FILE|EXPERIMENT",
            description = "An .npz of weights, or an experiment that trains a network ('list experiments' shows them).")
    private String name;

    @Option(names = "--set", paramLabel = "NAME=VALUE", description = "An argument of the experiment, with its unit.")
    private Map<String, String> settings = new LinkedHashMap<>();

    @Option(
            names = "--starts",
            paramLabel = "N",
            defaultValue = "500",
            description = "From how many states q is minimised; default: ${DEFAULT-VALUE}.")
    private int starts;

    @Option(
            names = "--jitter",
            paramLabel = "S",
            defaultValue = "0.5",
            description = "How far starts are moved from the states of trajectories, in units of their spread; default:"
                    + " ${DEFAULT-VALUE}.")
    private double jitter;

    @Option(
            names = "--states",
            paramLabel = "FILE",
            description =
                    "Start from the states of a run-on.npz; default: of an experiment its own trials, of a file runs from"
                            + " the initial state, after pulses of the input, and from random states.")
    private Path states;

    @Option(
            names = "--input",
            paramLabel = "X",
            split = ",",
            description = "The input that is held, one number a channel; default: 0.")
    private double[] input;

    @Option(
            names = "--cycles",
            paramLabel = "K",
            description =
                    "Of piecewise-linear networks: look through the linear regions for cycles of up to K steps; default: 1,"
                            + " fixed points.")
    private Integer cycles;

    @Option(
            names = "--out",
            paramLabel = "FOLDER",
            defaultValue = "theoremeter-points",
            description = "Where files go; default: ${DEFAULT-VALUE}.")
    private Path out;

    @Option(names = "--quiet", description = "Print nothing but faults.")
    private boolean quiet;

    @Override
    public Integer call() {
        requireOptions();
        Optional<Experiment> experiment = Source.experiment(name);
        Path file = Path.of(name);
        Path from = states;
        if (experiment.isPresent()) {
            requireNoStates();
            PrintWriter err = quiet ? null : spec.commandLine().getErr();
            Source.Trained trained = Source.train(experiment.get(), settings, runs, out, this::requireSuits, err);
            file = trained.weights();
            from = trained.states();
        } else if (!settings.isEmpty()) {
            throw new BadInput("--set: found with a file of weights, accepted: with an experiment only");
        }
        WeightsFile weights = WeightsFile.read(file);
        requireSuits(weights.network());
        Searched searched = searched(file, weights, from);
        List<Path> written = PointsFiles.write(out, searched);
        if (!quiet) {
            PrintWriter printer = spec.commandLine().getOut();
            PointsText.of(searched).forEach(printer::println);
            written.forEach(printer::println);
        }
        return searched.isEmpty() ? ExitStatus.UNDECIDED : ExitStatus.AS_EXPECTED;
    }

    private Searched searched(Path file, WeightsFile weights, Path from) {
        RecurrentNetwork network = weights.network();
        double[] held = input == null ? new double[network.inputs()] : input;
        RandomStreams streams = RandomStreams.of(runs.seed()).child("points");
        TrajectoryStates trajectories = from != null
                ? new TrajectoryStates(WeightsFile.states(from, network.stateSize()))
                : TrajectoryStates.of(
                        network,
                        weights.parameters(),
                        weights.state().orElseGet(() -> new double[network.units()]),
                        held,
                        streams);
        NetworkMap map = NetworkMap.of(network, weights.parameters(), held);
        SearchSettings how = SearchSettings.usual(runs.jobs());
        Points points = new PointSearch(map, how).from(trajectories.starts(starts, jitter, streams));
        Optional<List<Enumeration>> regions = map instanceof PiecewiseMap piecewise
                ? Optional.of(new RegionSearch(piecewise, runs.jobs())
                        .upTo(cycles == null ? 1 : cycles, BOX * Math.max(1, trajectories.largest())))
                : Optional.empty();
        return new Searched(
                file.toString(),
                weights.sha256(),
                network,
                held,
                trajectories,
                jitter,
                runs.seed(),
                how,
                points,
                regions);
    }

    private void requireOptions() {
        if (starts < 1 || starts > MOST_STARTS) {
            throw new BadInput("--starts: found " + starts + ", accepted: from 1 to " + MOST_STARTS);
        }
        if (!(jitter >= 0 && jitter <= MOST_JITTER)) {
            throw new BadInput("--jitter: found " + jitter + ", accepted: from 0 to " + MOST_JITTER);
        }
        if (cycles != null && (cycles < 1 || cycles > LONGEST_CYCLE)) {
            throw new BadInput("--cycles: found " + cycles + ", accepted: from 1 to " + LONGEST_CYCLE);
        }
        if (input != null && !Arrays.stream(input).allMatch(Double::isFinite)) {
            throw new BadInput("--input: found " + Arrays.toString(input) + ", accepted: finite numbers");
        }
        runs.jobs();
        runs.kernel();
    }

    private void requireNoStates() {
        if (states != null) {
            throw new BadInput(
                    "--states: found with an experiment, whose own trials are taken; accepted: with a file of"
                            + " weights only");
        }
    }

    /** Refuses a network for which the options make no sense; also before it is trained. */
    private void requireSuits(RecurrentNetwork network) {
        if (network.stateSize() > MOST_SIZE) {
            throw new TrainingFileException("found a state of " + network.stateSize() + " numbers, accepted: at most "
                    + MOST_SIZE + " for a search of points");
        }
        if (input != null && input.length != network.inputs()) {
            throw new TrainingFileException("--input: found " + input.length + " numbers, accepted: " + network.inputs()
                    + ", one a channel of the network");
        }
        if (cycles != null && !network.name().equals("plrnn")) {
            throw new TrainingFileException("--cycles: found with a " + network.name()
                    + ", accepted: with a piecewise-linear network (plrnn) only");
        }
    }
}
