package org.theoremeter.simulate.experiment.nonlinear;

import java.util.List;
import java.util.Map;
import java.util.function.DoubleSupplier;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.theoremeter.simulate.experiment.Measurement;
import org.theoremeter.simulate.experiment.Observable;
import org.theoremeter.simulate.experiment.Unit;
import org.theoremeter.simulate.mechanism.LeakyDynamics;
import org.theoremeter.simulate.mechanism.MechanismOfMemory;
import org.theoremeter.simulate.mechanism.MechanismSettings;
import org.theoremeter.simulate.mechanism.ReferenceRule;
import org.theoremeter.simulate.network.LeakyRnn;
import org.theoremeter.simulate.random.RandomStreams;
import org.theoremeter.simulate.task.Task;
import org.theoremeter.simulate.task.Trials;
import org.theoremeter.simulate.training.run.TrainingPlan;

/**
 * By which mechanism a leaky network that has learned bridges the delay: from its dynamics, once for each cue, and by the published
 * rule on one noisy trial that runs on to nine times its length. Of networks that have not learned nothing of this is measured.
 */
final class TrainedMechanism {

    private static final String LIMIT_CYCLE = "limit-cycle";
    private static final String SLOW_POINT = "slow-point";
    private static final String UNDECIDED = "undecided";
    private static final String CUES_DIFFER = "cues-differ";
    private static final String PERIOD = "period";
    private static final String PUBLISHED_CYCLE = "published-limit-cycle";
    private static final String PUBLISHED_TURNS = "published-turns-with-sign";

    /** How many times as long as the trial the published rule looks. */
    private static final int RUN_ON = 9;

    private static final int CLASSES = 2;

    private TrainedMechanism() {}

    /** Tells whether a network on a task has a mechanism that is known here. */
    static boolean isMeasured(NetworkKind network, TaskKind task) {
        return network == NetworkKind.LEAKY && task == TaskKind.DELAYED_CUE;
    }

    static List<Observable> observables() {
        return List.of(
                Observable.scalar(
                        LIMIT_CYCLE, "1 if the network that learned ends in a periodic orbit, else 0", Unit.ONE),
                Observable.scalar(SLOW_POINT, "1 if it passes a slow point or ends in a fixed point, else 0", Unit.ONE),
                Observable.scalar(UNDECIDED, "1 if its dynamics do not tell, else 0", Unit.ONE),
                Observable.scalar(
                        CUES_DIFFER,
                        "1 if after the second cue it is another one of these than after the first, which counts, else 0",
                        Unit.ONE),
                Observable.scalar(PERIOD, "period of the orbit, only of a limit cycle", Unit.STEP),
                Observable.scalar(
                        PUBLISHED_CYCLE,
                        "1 if the published rule calls it a limit cycle, 0 if a slow point; it depends on arbitrary signs",
                        Unit.ONE),
                Observable.scalar(
                        PUBLISHED_TURNS,
                        "1 if the published rule says the other with one principal component turned round, else 0",
                        Unit.ONE));
    }

    /**
     * Measures a network that has learned.
     *
     * @param parameters of the trained network
     * @param streams of the run; what is drawn here is drawn from streams of its own
     */
    static void into(Map<String, Measurement> found, TrainingPlan plan, double[] parameters, RandomStreams streams) {
        LeakyRnn network = (LeakyRnn) plan.network();
        Trials trials = trials(plan.task());
        LeakyDynamics dynamics = new LeakyDynamics(network, parameters);
        MechanismOfMemory first = after(network, parameters, dynamics, trials, 0);
        MechanismOfMemory second = after(network, parameters, dynamics, trials, 1);
        put(found, LIMIT_CYCLE, first.summary() == MechanismOfMemory.Summary.LIMIT_CYCLE);
        put(found, SLOW_POINT, first.summary() == MechanismOfMemory.Summary.SLOW_POINT);
        put(found, UNDECIDED, first.summary() == MechanismOfMemory.Summary.UNDECIDED);
        put(found, CUES_DIFFER, first.summary() != second.summary());
        // of a closed curve the period is interpolated: a step's hundredth is more than its error
        first.period().ifPresent(period -> found.put(PERIOD, new Measurement.Scalar(period, 0.01 * period)));
        ReferenceRule rule = ReferenceRule.of(noisyRun(plan, network, parameters, trials, streams));
        put(found, PUBLISHED_CYCLE, rule.isLimitCycle());
        put(found, PUBLISHED_TURNS, rule.dependsOnSign());
    }

    private static void put(Map<String, Measurement> found, String name, boolean holds) {
        found.put(name, new Measurement.Scalar(holds ? 1 : 0, 0));
    }

    /** Returns one trial of each class. */
    private static Trials trials(Task task) {
        Trials trials = new Trials(CLASSES, task.steps(), task.inputs(), task.outputs());
        task.draw(null, trials);
        return trials;
    }

    private static double[] input(Trials trials, int trial, int step) {
        double[] input = new double[CLASSES];
        for (int channel = 0; channel < input.length; channel++) {
            input[channel] = step < trials.steps() ? trials.input(trial, step, channel) : 0;
        }
        return input;
    }

    /** Runs on from where the input ends, which begins at rest, without noise. */
    private static MechanismOfMemory after(
            LeakyRnn network, double[] parameters, LeakyDynamics dynamics, Trials trials, int trial) {
        int last = 0;
        for (int step = 0; step < trials.steps(); step++) {
            double[] input = input(trials, trial, step);
            last = input[0] != 0 || input[1] != 0 ? step : last;
        }
        double[] state = new double[network.units()];
        for (int step = 0; step <= last; step++) {
            double[] next = new double[state.length];
            network.step(parameters, state, input(trials, trial, step), next);
            state = next;
        }
        return MechanismOfMemory.of(dynamics, state, MechanismSettings.withDefaults());
    }

    /** Returns the states of a trial as in training, noise and initial state included, that runs on without input. */
    private static double[][] noisyRun(
            TrainingPlan plan, LeakyRnn network, double[] parameters, Trials trials, RandomStreams streams) {
        double noise = plan.noise().state();
        // a run that draws nothing has no streams
        DoubleSupplier normal = noise > 0 || plan.start().random() ? normal(streams) : () -> 0;
        double[] state = new double[network.units()];
        for (int i = 0; i < state.length; i++) {
            state[i] = plan.start().random()
                    ? Math.tanh(plan.start().scale() * normal.getAsDouble())
                    : plan.start().of(i);
        }
        double[] noisy = parameters.clone();
        int bias = network.layout().block("b_rec").offset();
        double[][] states = new double[RUN_ON * trials.steps()][];
        for (int step = 0; step < states.length; step++) {
            states[step] = state;
            for (int i = 0; i < state.length; i++) {
                noisy[bias + i] = parameters[bias + i] + noise * normal.getAsDouble();
            }
            double[] next = new double[state.length];
            network.step(noisy, state, input(trials, 0, step), next);
            state = next;
        }
        return states;
    }

    private static DoubleSupplier normal(RandomStreams streams) {
        UniformRandomProvider source = streams.child("mechanism").stream("trial");
        return ZigguratSampler.NormalizedGaussian.of(source)::sample;
    }
}
