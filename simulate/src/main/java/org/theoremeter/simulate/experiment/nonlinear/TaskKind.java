package org.theoremeter.simulate.experiment.nonlinear;

import java.util.ArrayList;
import java.util.List;
import org.theoremeter.simulate.experiment.ArgumentException;
import org.theoremeter.simulate.experiment.Arguments;
import org.theoremeter.simulate.experiment.Bounds;
import org.theoremeter.simulate.experiment.Parameter;
import org.theoremeter.simulate.experiment.TimeStep;
import org.theoremeter.simulate.experiment.Unit;
import org.theoremeter.simulate.task.DelayedAddition;
import org.theoremeter.simulate.task.DelayedCue;
import org.theoremeter.simulate.task.EvidenceAccumulation;
import org.theoremeter.simulate.task.FlipFlop;
import org.theoremeter.simulate.task.SingleCueDelay;
import org.theoremeter.simulate.task.Task;

/** A task: its parameters in claims, and the batch that is usual for it. Times are in ms where the source has them in ms. */
enum TaskKind {
    DELAYED_CUE("delayed-cue", "delayed cue discrimination", 128),
    SINGLE_CUE("single-cue", "answering after a silent delay", 1),
    ADDITION("addition", "delayed addition of two marked numbers", 64),
    EVIDENCE("evidence", "accumulation of evidence", 64),
    FLIP_FLOP("flip-flop", "the 3-bit flip-flop", 64);

    private static final String DT = "dt";
    private static final String TAU = "tau-m";
    private static final String ALPHA = "alpha";
    private static final String DELAY = "delay";
    private static final String CUE = "cue";
    private static final String RESPONSE = "response";
    private static final String POST = "post-response";
    private static final String VARIANT = "variant";
    private static final String STREAM = "stream";
    private static final String COHERENCE = "coherence";
    private static final String STEPS = "steps";
    private static final String PROBABILITY = "probability";
    private static final String HOLD = "hold";
    private static final int LONGEST = 100_000;

    private final String word;
    private final String description;
    private final int batch;

    TaskKind(String word, String description, int batch) {
        this.word = word;
        this.description = description;
        this.batch = batch;
    }

    String word() {
        return word;
    }

    String description() {
        return description;
    }

    /** Returns the usual number of trials an epoch. */
    int batch() {
        return batch;
    }

    List<Parameter> parameters(NetworkKind network) {
        List<Parameter> parameters = new ArrayList<>();
        if (this == DELAYED_CUE) {
            parameters.add(time(DT, "time step Δt", Bounds.positive(), 5));
            if (network.leaks()) {
                parameters.add(time(TAU, "time constant τ_m of the units; α = Δt/τ_m", Bounds.positive(), 10));
            }
            parameters.add(time(DELAY, "delay T_d between cue and response window", Bounds.from(0, 1e6), 100));
            parameters.add(time(CUE, "how long the cue is on, T_in", Bounds.open(0, 1e6), 30));
            parameters.add(time(RESPONSE, "response window T_r", Bounds.open(0, 1e6), 50));
            parameters.add(time(POST, "period after the window in which outputs are to be 0", Bounds.from(0, 1e6), 0));
            parameters.add(new Parameter.Choice(
                    VARIANT,
                    "delayed; or hold, the published control without memory: no delay, the cue to be shown throughout the"
                            + " trial, scored on its last sample",
                    List.of("delayed", HOLD),
                    "delayed"));
            return parameters;
        }
        if (network.leaks()) {
            parameters.add(new Parameter.Real(
                    ALPHA, "α = Δt/τ_m, the part of a unit that is new in a step", Unit.ONE, fraction(), 0.5));
        }
        switch (this) {
            case SINGLE_CUE -> {
                parameters.add(steps(DELAY, "silent delay T_d", 0, 15));
                parameters.add(steps(RESPONSE, "response window T_r", 1, 2));
                parameters.add(steps(POST, "period after the window in which the output is to be 0", 0, 0));
            }
            case ADDITION -> {
                parameters.add(steps(STREAM, "length of the stream of numbers", 2, 20));
                parameters.add(steps(DELAY, "delay between stream and answer", 0, 0));
                parameters.add(steps(RESPONSE, "response window", 1, 1));
            }
            case EVIDENCE -> {
                parameters.add(steps(STREAM, "length of the stream of pulses", 1, 15));
                parameters.add(steps(DELAY, "delay between stream and answer", 0, 5));
                parameters.add(steps(RESPONSE, "response window", 1, 2));
                parameters.add(new Parameter.Real(
                        COHERENCE, "how much the two channels differ on average", Unit.ONE, fraction(), 0.5));
            }
            case FLIP_FLOP -> {
                parameters.add(steps(STEPS, "length of a trial", 1, 30));
                parameters.add(new Parameter.Real(
                        PROBABILITY, "probability of a pulse, a step and channel", Unit.ONE, fraction(), 0.1));
            }
            default -> throw new IllegalStateException("no parameters for " + this);
        }
        return parameters;
    }

    private static Bounds fraction() {
        return new Bounds(0, true, 1, false);
    }

    private static Parameter time(String name, String description, Bounds bounds, double fallback) {
        return new Parameter.Real(name, description, Unit.MILLISECOND, bounds, fallback);
    }

    private static Parameter steps(String name, String description, int least, int fallback) {
        return new Parameter.Whole(name, description, Unit.STEP, least, LONGEST, fallback);
    }

    /** Returns α, or 1 for networks that have none. */
    double alpha(NetworkKind network, Arguments arguments) {
        if (!network.leaks()) {
            return 1;
        }
        if (this != DELAYED_CUE) {
            return arguments.real(ALPHA);
        }
        double dt = arguments.real(DT);
        double tau = arguments.real(TAU);
        if (dt > tau) {
            throw new ArgumentException(DT, dt + " ms", "at most τ_m, " + tau + " ms");
        }
        return dt / tau;
    }

    /** Tells whether the cue is to be held throughout, the published control without memory. */
    boolean holds(Arguments arguments) {
        return this == DELAYED_CUE && arguments.choice(VARIANT).equals(HOLD);
    }

    Task task(Arguments arguments) {
        return switch (this) {
            case DELAYED_CUE -> delayedCue(arguments);
            case SINGLE_CUE ->
                new SingleCueDelay(whole(arguments, DELAY), whole(arguments, RESPONSE), whole(arguments, POST));
            case ADDITION ->
                new DelayedAddition(whole(arguments, STREAM), whole(arguments, DELAY), whole(arguments, RESPONSE));
            case EVIDENCE ->
                new EvidenceAccumulation(
                        whole(arguments, STREAM),
                        whole(arguments, DELAY),
                        whole(arguments, RESPONSE),
                        arguments.real(COHERENCE));
            case FLIP_FLOP -> new FlipFlop(whole(arguments, STEPS), arguments.real(PROBABILITY));
            default -> throw new IllegalStateException("no task for " + this);
        };
    }

    private Task delayedCue(Arguments arguments) {
        TimeStep step = new TimeStep(arguments.real(DT));
        int delay = step.steps(DELAY, arguments.real(DELAY));
        int cue = step.steps(CUE, arguments.real(CUE));
        int response = step.steps(RESPONSE, arguments.real(RESPONSE));
        int post = step.steps(POST, arguments.real(POST));
        if (holds(arguments)) {
            if (post > 0) {
                throw new ArgumentException(POST, arguments.real(POST) + " ms", "0 ms where the cue is to be held");
            }
            return DelayedCue.hold(cue, response);
        }
        return new DelayedCue(delay, cue, response, post, false);
    }

    private static int whole(Arguments arguments, String name) {
        return (int) arguments.whole(name);
    }
}
