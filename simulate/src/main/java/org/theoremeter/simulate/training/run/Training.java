package org.theoremeter.simulate.training.run;

import java.util.Arrays;
import java.util.Optional;
import org.apache.commons.rng.UniformRandomProvider;
import org.theoremeter.simulate.InterruptedRun;
import org.theoremeter.simulate.kernel.Kernel;
import org.theoremeter.simulate.kernel.NoiseStream;
import org.theoremeter.simulate.kernel.Store;
import org.theoremeter.simulate.measure.OutputReader;
import org.theoremeter.simulate.measure.ResponseScore;
import org.theoremeter.simulate.random.RandomStreams;
import org.theoremeter.simulate.task.Trials;
import org.theoremeter.simulate.training.bptt.BackPropagation;

/**
 * Trains a network: every epoch draws a batch, computes loss and gradient, and updates the parameters.
 *
 * <p>The random numbers of an epoch depend on its index alone, so that a run goes on from a checkpoint as if it had never been
 * stopped. In an epoch on trials that are not random nothing is allocated.
 */
public final class Training {

    private final TrainingPlan plan;
    private final RandomStreams streams;
    private final Recorder recorder;
    private final Kernel kernel;
    private final NoiseStream noise;
    private final Trials trials;
    private final BackPropagation propagation;
    private final ResponseScore score;
    private final OutputReader reader;
    private final Store parameters;
    private final Store gradient;
    private final Store[] memory;
    private final History history = new History();
    private long epoch;
    private boolean loaded;

    /** Prepares a run of which no weights are taken down but the last. */
    public Training(TrainingPlan plan, double[] initial, RandomStreams streams) {
        this(plan, initial, streams, Recorder.NONE);
    }

    /**
     * Prepares a run.
     *
     * @param initial flat parameters at the start, rounded to the precision
     * @param streams where batches and noise come from
     * @param recorder given weights
     * @throws IllegalArgumentException if the parameters are of another number, or not finite
     * @throws IllegalStateException if the kernel cannot be had here
     */
    public Training(TrainingPlan plan, double[] initial, RandomStreams streams, Recorder recorder) {
        this.plan = plan;
        this.recorder = recorder;
        this.streams = streams;
        if (initial.length != plan.network().layout().size()) {
            throw new IllegalArgumentException("found " + initial.length + " initial parameters, accepted: "
                    + plan.network().layout().size());
        }
        for (double parameter : initial) {
            if (!Double.isFinite(parameter)) {
                throw new IllegalArgumentException("found the initial parameter " + parameter + ", accepted: numbers");
            }
        }
        kernel = plan.kernel().kernel(plan.precision());
        noise = noise(plan, streams);
        trials = room(plan);
        propagation =
                BackPropagation.of(plan.network(), kernel, trials, plan.noise(), plan.start(), plan.consistency());
        score = new ResponseScore(plan.task());
        reader = propagation::output;
        history.reserve(plan.epochs());
        parameters = kernel.allocate(initial.length);
        parameters.set(0, initial);
        gradient = kernel.allocate(initial.length);
        memory = new Store[plan.optimiser().memories()];
        for (int i = 0; i < memory.length; i++) {
            memory[i] = kernel.allocate(initial.length);
        }
    }

    /** Tells whether the training of a plan draws random numbers, its initial parameters apart. */
    public static boolean draws(TrainingPlan plan) {
        return plan.task().random() || noisy(plan);
    }

    /** Returns the stream of a run's noise and random initial states. */
    static NoiseStream noise(TrainingPlan plan, RandomStreams streams) {
        return noisy(plan) ? NoiseStream.of(streams.stream("noise")) : new NoiseStream(0, 1);
    }

    /** Returns room for the trials of an epoch. */
    static Trials room(TrainingPlan plan) {
        return new Trials(
                plan.batch(),
                plan.task().steps(),
                plan.task().inputs(),
                plan.task().outputs());
    }

    /** Draws the trials of an epoch. */
    static void draw(TrainingPlan plan, RandomStreams streams, long epoch, Trials trials) {
        UniformRandomProvider source =
                plan.task().random() ? streams.child("trials").child(epoch).stream("batch") : null;
        plan.task().draw(source, trials);
    }

    private static boolean noisy(TrainingPlan plan) {
        return plan.noise().input() > 0
                || plan.noise().state() > 0
                || plan.start().random();
    }

    /**
     * Trains to the end.
     *
     * @param watcher told of every epoch
     * @param checkpoints where to go on from and to keep states, if wanted; the last stays, to be removed when the result is
     *     kept
     * @throws InterruptedRun if the thread is interrupted; the last checkpoint stays
     * @throws CheckpointException if there is a checkpoint that cannot be gone on from
     */
    public TrainingResult run(Watcher watcher, Optional<Checkpoints> checkpoints) {
        recorder.begin(plan, streams);
        checkpoints
                .flatMap(kept -> kept.find(plan.canonical(), parameters.length(), memory.length))
                .ifPresent(this::resume);
        TrainingResult.End end = TrainingResult.End.EPOCHS;
        while (epoch < plan.epochs()) {
            InterruptedRun.check();
            checkpoints.filter(Checkpoints::due).ifPresent(this::keep);
            if (recorder.wants(epoch)) {
                recorder.before(epoch, parameters.copy(0, parameters.length()));
            }
            if (!epoch()) {
                end = TrainingResult.End.DIVERGED;
                break;
            }
            int now = history.epochs() - 1;
            watcher.epoch(epoch, plan.epochs(), history.loss(now), history.accuracy(now));
            if (plan.stopping().givesUp(history.loss(now))) {
                end = TrainingResult.End.GIVEN_UP;
                break;
            }
            if (plan.stopping().ends(history.loss(now), history.loss(0), score.accuracy(), score.reliability())) {
                end = TrainingResult.End.STOPPED;
                break;
            }
        }
        double[] last = parameters.copy(0, parameters.length());
        if (!Arrays.stream(last).allMatch(Double::isFinite)) {
            // the last update may be the one that diverges
            end = TrainingResult.End.DIVERGED;
        }
        recorder.end(epoch, last.clone());
        int kept = propagation.firstKept();
        return new TrainingResult(history, last, end, (step, unit) -> propagation.activity(kept, step, unit));
    }

    /**
     * Runs the next epoch and updates the parameters; {@link #run} does so to the end.
     *
     * @throws IllegalStateException if the epochs of the plan are over
     * @return whether loss and gradient were finite; if not, neither history nor parameters have changed
     */
    public boolean epoch() {
        if (history.epochs() == plan.epochs()) {
            throw new IllegalStateException("the " + plan.epochs() + " epochs of the plan are over");
        }
        if (!loaded || plan.task().random()) {
            draw();
        }
        double loss = propagation.gradient(parameters, noise, epoch, gradient);
        double norm = Math.sqrt(kernel.updates().sumOfSquares(gradient));
        if (!Double.isFinite(loss) || !Double.isFinite(norm)) {
            return false;
        }
        score.read(trials, reader);
        history.add(loss, score.accuracy(), score.reliability(), norm, propagation.taskLoss());
        if (plan.clip() > 0 && norm > plan.clip()) {
            kernel.updates().scale(gradient, plan.clip() / norm);
        }
        double rate = plan.schedule().rate(epoch, plan.epochs());
        epoch++;
        plan.optimiser().step(kernel, parameters, gradient, memory, rate, epoch);
        return true;
    }

    private void draw() {
        draw(plan, streams, epoch, trials);
        propagation.load(trials);
        loaded = true;
    }

    private void keep(Checkpoints checkpoints) {
        double[][] kept = new double[memory.length][];
        for (int i = 0; i < memory.length; i++) {
            kept[i] = memory[i].copy(0, memory[i].length());
        }
        Checkpoint state =
                new Checkpoint(plan.canonical(), epoch, parameters.copy(0, parameters.length()), kept, history.all());
        // the last update may be the one that diverges
        if (state.isFinite()) {
            checkpoints.keep(state);
        }
    }

    private void resume(Checkpoint checkpoint) {
        epoch = checkpoint.epoch();
        parameters.set(0, checkpoint.parameters());
        for (int i = 0; i < memory.length; i++) {
            memory[i].set(0, checkpoint.memory()[i]);
        }
        double[][] columns = checkpoint.history();
        for (int e = 0; e < columns[0].length; e++) {
            history.add(columns[0][e], columns[1][e], columns[2][e], columns[3][e], columns[4][e]);
        }
    }
}
