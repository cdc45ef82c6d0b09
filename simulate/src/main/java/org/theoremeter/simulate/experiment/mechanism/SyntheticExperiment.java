package org.theoremeter.simulate.experiment.mechanism;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.theoremeter.simulate.experiment.Arguments;
import org.theoremeter.simulate.experiment.Bounds;
import org.theoremeter.simulate.experiment.Experiment;
import org.theoremeter.simulate.experiment.Measurement;
import org.theoremeter.simulate.experiment.Observable;
import org.theoremeter.simulate.experiment.Observation;
import org.theoremeter.simulate.experiment.Parameter;
import org.theoremeter.simulate.experiment.Unit;
import org.theoremeter.simulate.mechanism.MechanismOfMemory;
import org.theoremeter.simulate.mechanism.MechanismOfMemory.Answer;
import org.theoremeter.simulate.mechanism.MechanismSettings;
import org.theoremeter.simulate.mechanism.ReferenceRule;
import org.theoremeter.simulate.random.RandomStreams;

/**
 * Asks two rules for the mechanism of a random system whose mechanism is known: that of the dynamics, and the published one,
 * which sees a run under noise of nine trials (theory 3.7).
 */
public final class SyntheticExperiment implements Experiment {

    private static final String KIND = "kind";
    private static final String NEURONS = "neurons";
    private static final String NOISE = "noise";
    private static final String TRIAL = "trial";
    private static final String LONGEST = "longest";

    /** The published rule looks at so many trials. */
    private static final int TRIALS = 9;

    /** Creates the experiment. */
    public SyntheticExperiment() {}

    @Override
    public String name() {
        return "mechanism/synthetic";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public String summary() {
        return "Two rules tell limit cycles from slow points on a random system whose mechanism is known.";
    }

    @Override
    public String theory() {
        return "3.7";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                new Parameter.Choice(KIND, "what the system is", KnownKind.words(), KnownKind.SLOW_POINT.word()),
                new Parameter.Whole(NEURONS, "number of neurons N", Unit.ONE, 4, 1000, 100),
                new Parameter.Real(
                        NOISE,
                        "deviation of the noise of each neuron a step, in units of the latent variables",
                        Unit.ONE,
                        Bounds.closed(0, 1),
                        0.001),
                new Parameter.Whole(
                        TRIAL, "length of a trial, of which the published rule sees nine", Unit.STEP, 2, 500, 40),
                new Parameter.Whole(
                        LONGEST, "steps that the rule of the dynamics sees at most", Unit.STEP, 1024, 1 << 20, 16384));
    }

    @Override
    public List<Observable> observables() {
        return List.of(
                Observable.scalar("fixed-point", "1 if the dynamics are said to end in a fixed point", Unit.ONE),
                Observable.scalar("periodic-orbit", "1 if they are said to be periodic", Unit.ONE),
                Observable.scalar("slow-point", "1 if they are said to pass a slow point", Unit.ONE),
                Observable.scalar("neither", "1 if nothing of this is said", Unit.ONE),
                Observable.scalar("right", "1 if what is said of the dynamics is true", Unit.ONE),
                Observable.scalar("steps", "steps after which it was said", Unit.STEP),
                Observable.scalar(
                        "period-error",
                        "relative error of the period, of systems that have one; 1 if none is found",
                        Unit.ONE),
                Observable.scalar("reference-fraction", "low-frequency fraction of the published rule", Unit.ONE),
                Observable.scalar("reference-cycle", "1 if the published rule says limit cycle", Unit.ONE),
                Observable.scalar(
                        "reference-right",
                        "1 if it says limit cycle exactly where the dynamics are periodic",
                        Unit.ONE),
                Observable.scalar(
                        "reference-sign",
                        "1 if it says something else with a principal component turned round",
                        Unit.ONE));
    }

    @Override
    public Map<String, String> events() {
        return Map.of();
    }

    @Override
    public boolean random(Arguments arguments) {
        return true;
    }

    @Override
    public double estimatedSeconds(Arguments arguments) {
        double n = arguments.whole(NEURONS);
        return 1e-9 * (n * n * n * 40 + n * n * (arguments.whole(LONGEST) / 2.0 + TRIALS * arguments.whole(TRIAL)));
    }

    @Override
    public void check(Arguments arguments) {
        // the bounds say it all
    }

    @Override
    public Observation run(Arguments arguments, RandomStreams streams) {
        KnownKind kind = KnownKind.of(arguments.choice(KIND));
        int steps = TRIALS * (int) arguments.whole(TRIAL);
        int longest = (int) arguments.whole(LONGEST);
        KnownKind.Drawn drawn = kind.draw(streams.stream(KIND), steps, longest);
        HiddenSystem system = new HiddenSystem(drawn.latent(), (int) arguments.whole(NEURONS), streams);
        double[] start = system.state(drawn.start(), streams);
        MechanismOfMemory found = MechanismOfMemory.of(
                system, start, MechanismSettings.withDefaults().withLongest(longest));
        ReferenceRule reference =
                ReferenceRule.of(observed(system, start, steps, arguments.real(NOISE), drawn.kick(), streams));
        Map<String, Measurement> measured = new TreeMap<>();
        for (Answer answer : Answer.values()) {
            measured.put(answer.name().toLowerCase(Locale.ROOT).replace('_', '-'), flag(found.answer() == answer));
        }
        boolean periodic = kind.answer() == Answer.PERIODIC_ORBIT;
        measured.put("right", flag(found.answer() == kind.answer()));
        measured.put("steps", new Measurement.Scalar(found.steps(), 0));
        if (periodic) {
            double error = Math.abs(found.period().orElse(0) / drawn.period() - 1);
            measured.put("period-error", new Measurement.Scalar(error, 1e-12));
        }
        measured.put("reference-fraction", new Measurement.Scalar(reference.fraction(), 1e-9));
        measured.put("reference-cycle", flag(reference.isLimitCycle()));
        measured.put("reference-right", flag(reference.isLimitCycle() == periodic));
        measured.put("reference-sign", flag(reference.dependsOnSign()));
        return Observation.of(measured);
    }

    /** Runs under noise; returns a state a step, the start first. */
    private static double[][] observed(
            HiddenSystem system, double[] start, int steps, double noise, double kick, RandomStreams streams) {
        ZigguratSampler.NormalizedGaussian gaussian = ZigguratSampler.NormalizedGaussian.of(streams.stream("observed"));
        double[][] states = new double[steps][start.length];
        states[0] = Arrays.copyOf(start, start.length);
        for (int t = 1; t < steps; t++) {
            system.step(states[t - 1], states[t]);
            for (int i = 0; i < start.length; i++) {
                states[t][i] += system.size() * noise * gaussian.sample();
            }
            if (kick > 0) {
                system.kick(states[t], kick * gaussian.sample());
            }
        }
        return states;
    }

    private static Measurement flag(boolean is) {
        return new Measurement.Scalar(is ? 1 : 0, 0);
    }
}
