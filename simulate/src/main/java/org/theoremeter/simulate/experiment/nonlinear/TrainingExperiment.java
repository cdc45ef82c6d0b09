package org.theoremeter.simulate.experiment.nonlinear;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.theoremeter.simulate.experiment.ArgumentException;
import org.theoremeter.simulate.experiment.Arguments;
import org.theoremeter.simulate.experiment.Conditions;
import org.theoremeter.simulate.experiment.Divergence;
import org.theoremeter.simulate.experiment.Experiment;
import org.theoremeter.simulate.experiment.Measurement;
import org.theoremeter.simulate.experiment.Observable;
import org.theoremeter.simulate.experiment.Observation;
import org.theoremeter.simulate.experiment.Parameter;
import org.theoremeter.simulate.experiment.Unit;
import org.theoremeter.simulate.kernel.KernelChoice;
import org.theoremeter.simulate.kernel.Precision;
import org.theoremeter.simulate.measure.Learned;
import org.theoremeter.simulate.random.RandomStreams;
import org.theoremeter.simulate.training.file.StartFile;
import org.theoremeter.simulate.training.run.History;
import org.theoremeter.simulate.training.run.Training;
import org.theoremeter.simulate.training.run.TrainingPlan;
import org.theoremeter.simulate.training.run.TrainingResult;

/**
 * Trains a nonlinear network on a task, by exact gradients through all steps of a trial.
 *
 * <p>The history of an epoch is taken before its update: the loss of epoch 0 is that of the initial network. Numerical errors
 * are those of rounding alone, since the run itself, not a limit of it, is what is observed.
 */
public final class TrainingExperiment implements Experiment {

    private static final String EPOCH = "epoch";
    private static final String REACHED = "reached";
    private static final String GIVEN_UP = "given-up";

    /** Relative rounding of a loss: some thousand operations. */
    private static final double ROUNDING = 1e-12;

    private static final double FLOAT_ROUNDING = 1e-4;

    private final NetworkKind network;
    private final TaskKind task;
    private final Optional<StartFile> start;
    private final TrainingParameters parameters;

    private TrainingExperiment(NetworkKind network, TaskKind task, Optional<StartFile> start) {
        this.network = network;
        this.task = task;
        this.start = start;
        parameters = new TrainingParameters(network, task, start);
    }

    /** Returns the experiments of all networks on all tasks. */
    public static List<Experiment> all() {
        List<Experiment> all = new ArrayList<>();
        for (NetworkKind network : NetworkKind.values()) {
            for (TaskKind task : TaskKind.values()) {
                all.add(new TrainingExperiment(network, task, Optional.empty()));
            }
        }
        return List.copyOf(all);
    }

    /** Returns the same experiment, which begins with the weights of a file. */
    public TrainingExperiment startingFrom(StartFile file) {
        return new TrainingExperiment(network, task, Optional.of(file));
    }

    @Override
    public Map<String, String> ingredients() {
        return start.map(file -> Map.of("start-file-sha256", file.sha256())).orElse(Map.of());
    }

    @Override
    public String name() {
        return network.word() + "/" + task.word();
    }

    @Override
    public int version() {
        return 2;
    }

    @Override
    public String summary() {
        return "Trains a " + network.description() + " on " + task.description() + ".";
    }

    @Override
    public String theory() {
        return network == NetworkKind.TANH ? "1.10" : network == NetworkKind.RANK_K ? "6.1" : "6.2";
    }

    @Override
    public List<Parameter> parameters() {
        return parameters.all();
    }

    @Override
    public List<Observable> observables() {
        List<Observable> all = new ArrayList<>(List.of(
                Observable.series("loss", "loss before the update of the epoch", EPOCH),
                Observable.series(
                        "task-loss", "the same without temporal consistency, the weighted squared error alone", EPOCH),
                Observable.series("accuracy", "part of the answers that are right", EPOCH),
                Observable.series("reliability", "how clearly answers are right, from 0 to 1", EPOCH),
                Observable.series("gradient-norm", "norm of the gradient, before any clipping", EPOCH),
                Observable.matrix("activity", "states of the units in one trial, of the last epoch", "unit", "step"),
                Observable.outcome("first-loss", "loss of the initial network", Unit.ONE),
                Observable.scalar("final-loss", "loss of the last epoch", Unit.ONE),
                Observable.scalar("final-task-loss", "task-loss of the last epoch", Unit.ONE),
                Observable.scalar("final-accuracy", "accuracy of the last epoch", Unit.ONE),
                Observable.scalar("final-reliability", "reliability of the last epoch", Unit.ONE),
                Observable.scalar("epochs-to-reach", "first epoch with accuracy and reliability above 0.8", Unit.EPOCH),
                Observable.outcome("ever-reached", "1 if accuracy and reliability ever exceeded 0.8, else 0", Unit.ONE),
                Observable.outcome("learned", "1 if the network learned and kept it (STM), else 0", Unit.ONE),
                Observable.outcome(
                        "learned-at-end",
                        "1 if accuracy and reliability are above 0.8 on average over the last tenth of the epochs, whatever was"
                                + " before (STM without the rule of stability), else 0",
                        Unit.ONE),
                Observable.outcome("unstable", "1 if it once learned but did not keep it, else 0", Unit.ONE),
                Observable.outcome("lost", "1 if either fell below 0.6 after it once learned, else 0", Unit.ONE)));
        if (TrainedMechanism.isMeasured(network, task)) {
            all.addAll(TrainedMechanism.observables());
        }
        return all;
    }

    @Override
    public Map<String, String> events() {
        return Map.of(
                REACHED,
                "first epoch in which accuracy and reliability exceed 0.8",
                GIVEN_UP,
                "epoch whose loss was above stop-above, with which training ended; it counts as not learned");
    }

    @Override
    public boolean usesKernel() {
        return true;
    }

    @Override
    public boolean random(Arguments arguments) {
        return parameters.drawsStart(arguments)
                || Training.draws(parameters.plan(arguments, RandomStreams.none(), KernelChoice.PLAIN));
    }

    @Override
    public double estimatedSeconds(Arguments arguments) {
        TrainingPlan plan = parameters.plan(arguments, RandomStreams.of(0), KernelChoice.PLAIN);
        double panels = Math.ceil(plan.batch() / 16.0);
        double n = plan.network().units();
        double step = network == NetworkKind.RANK_K ? 0.5e-6 * plan.batch() : panels * (1e-9 * n * n + 5e-8 * n);
        return plan.epochs() * (1e-5 + plan.task().steps() * step * (network == NetworkKind.LSTM ? 4 : 1));
    }

    @Override
    public void check(Arguments arguments) {
        try {
            TrainingPlan plan = parameters.plan(arguments, RandomStreams.of(0), KernelChoice.PLAIN);
            parameters.requireInitial(arguments, plan);
        } catch (ArgumentException fault) {
            throw fault;
        } catch (IllegalArgumentException fault) {
            throw new ArgumentException(name(), "arguments that do not go together", fault.getMessage());
        }
    }

    @Override
    public Observation run(Arguments arguments, RandomStreams streams) {
        return run(arguments, streams, Conditions.usual());
    }

    @Override
    public Observation run(Arguments arguments, RandomStreams streams, Conditions conditions) {
        TrainingPlan plan = parameters.plan(arguments, streams, conditions.kernel());
        Training training =
                new Training(plan, parameters.initial(arguments, plan, streams), streams, conditions.recorder());
        return observation(plan, training.run(conditions.watcher(), conditions.checkpoints()), streams);
    }

    private Observation observation(TrainingPlan plan, TrainingResult result, RandomStreams streams) {
        History history = result.history();
        boolean diverged = result.end() == TrainingResult.End.DIVERGED;
        boolean givenUp = result.end() == TrainingResult.End.GIVEN_UP;
        Learned learned = Learned.of(history.accuracies(), history.reliabilities(), diverged || givenUp);
        Map<String, Measurement> found = new LinkedHashMap<>();
        double[] losses = history.losses();
        double rounding = plan.precision() == Precision.DOUBLE ? ROUNDING : FLOAT_ROUNDING;
        series(found, "loss", losses, rounding);
        double[] tasks = history.taskLosses();
        series(found, "task-loss", tasks, rounding);
        series(found, "accuracy", history.accuracies(), 0);
        series(found, "reliability", history.reliabilities(), rounding);
        series(found, "gradient-norm", history.gradientNorms(), rounding);
        int last = losses.length - 1;
        if (last >= 0) {
            scalar(found, "first-loss", losses[0], rounding * losses[0]);
            scalar(found, "final-loss", losses[last], rounding * losses[last]);
            scalar(found, "final-task-loss", tasks[last], rounding * tasks[last]);
            scalar(found, "final-accuracy", history.accuracies()[last], 0);
            scalar(found, "final-reliability", history.reliabilities()[last], rounding);
        }
        Map<String, Double> events = new LinkedHashMap<>();
        learned.first().ifPresent(epoch -> {
            events.put(REACHED, (double) epoch);
            scalar(found, "epochs-to-reach", epoch, 0);
        });
        if (givenUp) {
            events.put(GIVEN_UP, (double) last);
        }
        scalar(found, "ever-reached", learned.first().isPresent() ? 1 : 0, 0);
        scalar(found, "learned", learned.ending() == Learned.Ending.LEARNED ? 1 : 0, 0);
        scalar(found, "learned-at-end", learned.atEnd() ? 1 : 0, 0);
        scalar(found, "unstable", learned.ending() == Learned.Ending.UNSTABLE ? 1 : 0, 0);
        scalar(found, "lost", learned.lost() ? 1 : 0, 0);
        if (!diverged) {
            found.put("activity", activity(plan, result));
        }
        if (learned.ending() == Learned.Ending.LEARNED && TrainedMechanism.isMeasured(network, task)) {
            TrainedMechanism.into(found, plan, result.parameters(), streams);
        }
        Optional<Divergence> end = diverged
                ? Optional.of(new Divergence(
                        EPOCH, Math.max(0, last), "loss, gradient or parameters are not finite any more"))
                : Optional.empty();
        return new Observation(found, events, end);
    }

    private static void scalar(Map<String, Measurement> found, String name, double value, double error) {
        found.put(name, new Measurement.Scalar(value, error));
    }

    private static void series(Map<String, Measurement> found, String name, double[] values, double rounding) {
        double[] at = new double[values.length];
        double largest = 0;
        for (int e = 0; e < at.length; e++) {
            at[e] = e;
            largest = Math.max(largest, Math.abs(values[e]));
        }
        found.put(name, new Measurement.Series(at, values, rounding * largest));
    }

    private static Measurement activity(TrainingPlan plan, TrainingResult result) {
        int units = plan.network().units();
        int steps = plan.task().steps() + 1;
        double[] rows = new double[units];
        double[] columns = new double[steps];
        double[][] values = new double[units][steps];
        for (int t = 0; t < steps; t++) {
            columns[t] = t;
        }
        for (int i = 0; i < units; i++) {
            rows[i] = i;
            for (int t = 0; t < steps; t++) {
                values[i][t] = result.outputs().activity(t, i);
            }
        }
        return new Measurement.Matrix(rows, columns, values, 0);
    }
}
