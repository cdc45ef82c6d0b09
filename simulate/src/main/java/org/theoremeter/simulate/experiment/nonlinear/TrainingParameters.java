package org.theoremeter.simulate.experiment.nonlinear;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.theoremeter.simulate.experiment.ArgumentException;
import org.theoremeter.simulate.experiment.Arguments;
import org.theoremeter.simulate.experiment.Bounds;
import org.theoremeter.simulate.experiment.Parameter;
import org.theoremeter.simulate.experiment.Unit;
import org.theoremeter.simulate.kernel.KernelChoice;
import org.theoremeter.simulate.kernel.Precision;
import org.theoremeter.simulate.network.Initialisation;
import org.theoremeter.simulate.network.Readout;
import org.theoremeter.simulate.network.RecurrentNetwork;
import org.theoremeter.simulate.random.RandomStreams;
import org.theoremeter.simulate.task.Task;
import org.theoremeter.simulate.training.bptt.InitialState;
import org.theoremeter.simulate.training.bptt.Noise;
import org.theoremeter.simulate.training.file.StartFile;
import org.theoremeter.simulate.training.run.Optimiser;
import org.theoremeter.simulate.training.run.Schedule;
import org.theoremeter.simulate.training.run.Stopping;
import org.theoremeter.simulate.training.run.TrainingPlan;

/** The parameters of how a network is trained, the same for all, and the plan that arguments make. */
final class TrainingParameters {

    static final String START = "start";
    static final String PUBLISHED = "published";
    private static final String BATCH = "batch";
    private static final String RATE = "rate";
    private static final String EPOCHS = "epochs";
    private static final String OPTIMISER = "optimiser";
    private static final String MOMENTUM = "momentum";
    private static final String DECAY = "decay";
    private static final String CLIP = "clip";
    private static final String TCR = "tcr";
    private static final String SCHEDULE = "schedule";
    private static final String FACTOR = "schedule-factor";
    private static final String EVERY = "schedule-every";
    private static final String INIT = "init";
    private static final String GAIN = "gain";
    private static final String READOUT = "readout";
    private static final String INITIAL_NOISE = "initial-noise";
    private static final String INITIAL_SCALE = "initial-scale";
    private static final String STATE_NOISE = "state-noise";
    private static final String INPUT_NOISE = "input-noise";
    private static final String PRECISION = "precision";
    private static final String UNTIL = "until";
    private static final String FRACTION = "loss-fraction";
    private static final String FACTOR_OF_EPOCHS = "epochs-factor";
    private static final String STOP_ABOVE = "stop-above";

    /** Epochs of the STM paper: max(1000, 30/η), with a post-response period max(1000, 100/η). */
    private static final double EPOCHS_TIMES_RATE = 30;

    private static final long LEAST_EPOCHS = 1000;

    /** Epochs of the STM paper for a cue that is held. */
    private static final long HOLD_EPOCHS = 3000;

    private static final double BETA1 = 0.9;
    private static final double BETA2 = 0.999;
    private static final double EPSILON = 1e-8;

    private final NetworkKind network;
    private final TaskKind task;
    private final Optional<StartFile> file;

    /**
     * Creates the parameters.
     *
     * @param file weights of the user's own to start from, if any
     */
    TrainingParameters(NetworkKind network, TaskKind task, Optional<StartFile> file) {
        this.file = file;
        this.network = network;
        this.task = task;
    }

    List<Parameter> all() {
        List<Parameter> all = new ArrayList<>(network.parameters());
        all.addAll(task.parameters(network));
        all.add(new Parameter.Whole(BATCH, "trials an epoch B", Unit.ONE, 1, 100_000, task.batch()));
        all.add(new Parameter.Real(RATE, "learning rate η", Unit.ONE, Bounds.positive(), network.rate()));
        all.add(new Parameter.Whole(
                EPOCHS,
                "epochs of training; 0 for the published max(1000, K/η)"
                        + (task == TaskKind.DELAYED_CUE ? ", or " + HOLD_EPOCHS + " for variant=hold" : ""),
                Unit.EPOCH,
                0,
                TrainingPlan.MOST_EPOCHS,
                network.epochs()));
        all.add(real(
                FACTOR_OF_EPOCHS,
                "K of the published number of epochs max(1000, K/η): 30, with a post-response period 100",
                Bounds.positive(),
                EPOCHS_TIMES_RATE));
        all.add(new Parameter.Choice(
                OPTIMISER,
                "sgd: gradient descent with momentum; adam: Adam with β = 0.9, 0.999 and ε = 1e-8; as PyTorch defines them",
                List.of("sgd", "adam"),
                network.optimiser()));
        all.add(real(MOMENTUM, "momentum μ of sgd", Bounds.from(0, 1), network.momentum()));
        all.add(real(DECAY, "weight decay λ, added to the gradient", nonNegative(), network.decay()));
        all.add(real(CLIP, "largest norm of the gradient; 0 for no clipping", nonNegative(), 0));
        all.add(real(
                TCR,
                "λ of temporal consistency regularization, λ times the mean of (r_t+1 − r_t)² over batch, units and steps",
                nonNegative(),
                0));
        all.add(new Parameter.Choice(
                SCHEDULE,
                "rate over the epochs: constant, steps (a factor every so many epochs), cosine (towards 0)",
                List.of("constant", "steps", "cosine"),
                "constant"));
        all.add(real(FACTOR, "factor of the schedule of steps", new Bounds(0, true, 1, false), 0.5));
        all.add(new Parameter.Whole(
                EVERY, "epochs between steps of the schedule", Unit.EPOCH, 1, TrainingPlan.MOST_EPOCHS, 500));
        all.add(new Parameter.Choice(
                INIT,
                "initial parameters: published for the network, xavier (uniform, with uniform biases and no self-weights)"
                        + " or gaussian",
                List.of(Initialisation.words()),
                PUBLISHED));
        all.add(real(GAIN, "gain g of gaussian recurrent weights", nonNegative(), network.gain()));
        all.add(new Parameter.Choice(
                READOUT,
                "auto: logistic where targets lie in [0, 1], else linear"
                        + (task == TaskKind.DELAYED_CUE ? "; linear for variant=hold" : ""),
                List.of("auto", "logistic", "linear"),
                "auto"));
        all.add(real(
                INITIAL_NOISE,
                "s of initial states tanh(s ξ), ξ normal, fresh for every trial and epoch; 0 for none",
                nonNegative(),
                network.initialNoise()));
        if (network.startsInOneState(task)) {
            all.add(real(
                    INITIAL_SCALE,
                    "s of the one initial state s ξ of all trials, drawn once a network, where there is no initial-noise",
                    nonNegative(),
                    0.1));
        }
        all.add(real(
                STATE_NOISE,
                "deviation of the noise inside the nonlinearity, a unit, step and trial",
                nonNegative(),
                network.stateNoise()));
        all.add(real(INPUT_NOISE, "deviation of the noise on inputs, a channel, step and trial", nonNegative(), 0));
        all.add(new Parameter.Choice(PRECISION, "of all arithmetic", List.of("double", "float"), "double"));
        all.add(new Parameter.Choice(
                UNTIL,
                "end: all epochs; reached: accuracy and reliability above 0.8; loss: below loss-fraction of the first",
                List.of("end", "reached", "loss"),
                "end"));
        all.add(real(FRACTION, "part of the first loss at which 'until: loss' ends", Bounds.open(0, 1), 1e-4));
        all.add(real(
                STOP_ABOVE,
                "loss above which training is given up and counts as not learned (event given-up); 0 for none",
                nonNegative(),
                0));
        if (published()) {
            all.add(new Parameter.Choice(
                    START,
                    "drawn, or the published initial network and state of the STM paper's rank-2 example",
                    List.of("drawn", PUBLISHED),
                    "drawn"));
        }
        return all;
    }

    /** Tells whether there is a published initial network. */
    boolean published() {
        return network == NetworkKind.RANK_K && task == TaskKind.SINGLE_CUE;
    }

    private static Bounds nonNegative() {
        return Bounds.from(0, Double.POSITIVE_INFINITY);
    }

    private static Parameter real(String name, String description, Bounds bounds, double fallback) {
        return new Parameter.Real(name, description, Unit.ONE, bounds, fallback);
    }

    /** Tells whether the published initial network is asked for. */
    boolean startsPublished(Arguments arguments) {
        return published() && arguments.choice(START).equals(PUBLISHED);
    }

    /**
     * Makes the plan of a run.
     *
     * @param streams where a network's one initial state comes from, or nothing to be drawn from
     * @throws ArgumentException if arguments do not go together
     */
    TrainingPlan plan(Arguments arguments, RandomStreams streams, KernelChoice kernel) {
        requireEffects(arguments);
        Task trained = task.task(arguments);
        int batch = (int) arguments.whole(BATCH);
        if (batch % trained.batchMultiple() != 0) {
            throw new ArgumentException(
                    BATCH,
                    Integer.toString(batch),
                    "a multiple of " + trained.batchMultiple() + ", so that classes are filled alike");
        }
        RecurrentNetwork made = network.network(
                arguments,
                trained.inputs(),
                trained.outputs(),
                task.alpha(network, arguments),
                readout(arguments, trained));
        return new TrainingPlan(
                made,
                trained,
                batch,
                initialState(arguments, made, streams),
                new Noise(arguments.real(INPUT_NOISE), arguments.real(STATE_NOISE)),
                arguments.real(TCR),
                optimiser(arguments),
                schedule(arguments),
                arguments.real(CLIP),
                epochs(arguments),
                stopping(arguments),
                Precision.of(arguments.choice(PRECISION)),
                kernel);
    }

    /** Refuses arguments that were given and would not change anything. */
    private void requireEffects(Arguments arguments) {
        boolean published = startsPublished(arguments);
        if (published && file.isPresent()) {
            throw new ArgumentException(START, PUBLISHED, "drawn beside a file of initial weights, or no such file");
        }
        List<String> without = new ArrayList<>();
        if (published || file.isPresent()) {
            without.addAll(List.of(INIT, GAIN));
        }
        if (published || bringsState()) {
            without.addAll(List.of(INITIAL_SCALE, INITIAL_NOISE));
        }
        if (arguments.isGiven(FACTOR_OF_EPOCHS) && (arguments.whole(EPOCHS) > 0 || task.holds(arguments))) {
            throw new ArgumentException(
                    FACTOR_OF_EPOCHS,
                    arguments.canonical().get(FACTOR_OF_EPOCHS),
                    "nothing, since the number of epochs is fixed"
                            + (arguments.whole(EPOCHS) > 0 ? "; epochs = 0 beside it" : " for variant=hold"));
        }
        for (String name : without) {
            if (arguments.isGiven(name)) {
                String brings = published
                        ? START + "=" + PUBLISHED
                        : "the file " + file.orElseThrow().file();
                throw new ArgumentException(
                        name,
                        arguments.canonical().get(name),
                        "nothing, since " + brings + " brings the initial network"
                                + (published || bringsState() ? " and state with it" : " with it"));
            }
        }
    }

    private boolean bringsState() {
        return file.map(StartFile::hasState).orElse(false);
    }

    /** Tells whether the initial network or its one initial state is drawn. */
    boolean drawsStart(Arguments arguments) {
        if (startsPublished(arguments)) {
            return false;
        }
        return file.isEmpty()
                || (!bringsState()
                        && network.startsInOneState(task)
                        && arguments.real(INITIAL_NOISE) == 0
                        && arguments.real(INITIAL_SCALE) > 0);
    }

    private Readout readout(Arguments arguments, Task trained) {
        return switch (arguments.choice(READOUT)) {
            case "logistic" -> Readout.LOGISTIC;
            case "linear" -> Readout.LINEAR;
            default -> trained.bounded() && !task.holds(arguments) ? Readout.LOGISTIC : Readout.LINEAR;
        };
    }

    private InitialState initialState(Arguments arguments, RecurrentNetwork made, RandomStreams streams) {
        if (startsPublished(arguments)) {
            PublishedRank2 published = PublishedRank2.read();
            published.require(made);
            return InitialState.fixed(published.state());
        }
        if (bringsState()) {
            return InitialState.fixed(file.orElseThrow()
                    .state(made, Precision.of(arguments.choice(PRECISION)))
                    .orElseThrow());
        }
        double fresh = arguments.real(INITIAL_NOISE);
        if (fresh > 0) {
            return InitialState.fresh(fresh);
        }
        if (!network.startsInOneState(task) || arguments.real(INITIAL_SCALE) == 0) {
            return InitialState.zero();
        }
        double[] state = streams.gaussians("initial-state", made.units());
        for (int i = 0; i < state.length; i++) {
            state[i] *= arguments.real(INITIAL_SCALE);
        }
        return InitialState.fixed(state);
    }

    /** Returns the initial parameters of a plan. */
    double[] initial(Arguments arguments, TrainingPlan plan, RandomStreams streams) {
        if (file.isPresent()) {
            return file.get().parameters(plan.network(), plan.precision());
        }
        return startsPublished(arguments)
                ? PublishedRank2.read().parameters()
                : Initialisation.of(arguments.choice(INIT)).draw(plan.network(), arguments.real(GAIN), streams);
    }

    /**
     * Checks that a network can begin as it is to: what is read from a file may not fit, what is drawn always does.
     *
     * @throws ArgumentException if it cannot
     */
    void requireInitial(Arguments arguments, TrainingPlan plan) {
        if (file.isPresent() || startsPublished(arguments)) {
            initial(arguments, plan, RandomStreams.of(0));
        }
    }

    private static Optimiser optimiser(Arguments arguments) {
        double decay = arguments.real(DECAY);
        return arguments.choice(OPTIMISER).equals("adam")
                ? new Optimiser.Adam(BETA1, BETA2, EPSILON, decay)
                : new Optimiser.Descent(arguments.real(MOMENTUM), decay);
    }

    private static Schedule schedule(Arguments arguments) {
        double rate = arguments.real(RATE);
        return switch (arguments.choice(SCHEDULE)) {
            case "steps" -> new Schedule.Steps(rate, arguments.real(FACTOR), arguments.whole(EVERY));
            case "cosine" -> new Schedule.Cosine(rate);
            default -> new Schedule.Constant(rate);
        };
    }

    private long epochs(Arguments arguments) {
        long epochs = arguments.whole(EPOCHS);
        if (epochs > 0) {
            return epochs;
        }
        if (task.holds(arguments)) {
            return HOLD_EPOCHS;
        }
        double factor = arguments.real(FACTOR_OF_EPOCHS);
        double published = Math.ceil(factor / arguments.real(RATE));
        if (published > TrainingPlan.MOST_EPOCHS) {
            throw new ArgumentException(
                    EPOCHS, "0", "a number of epochs, since " + factor + "/η is more than " + TrainingPlan.MOST_EPOCHS);
        }
        return Math.max(LEAST_EPOCHS, (long) published);
    }

    private static Stopping stopping(Arguments arguments) {
        double given = arguments.real(STOP_ABOVE);
        double above = given > 0 ? given : Double.POSITIVE_INFINITY;
        return switch (arguments.choice(UNTIL)) {
            case "reached" -> new Stopping(true, 0, above);
            case "loss" -> new Stopping(false, arguments.real(FRACTION), above);
            default -> new Stopping(false, 0, above);
        };
    }
}
