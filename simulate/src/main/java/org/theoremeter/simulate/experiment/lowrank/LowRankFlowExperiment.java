package org.theoremeter.simulate.experiment.lowrank;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.theoremeter.simulate.arithmetic.Rows;
import org.theoremeter.simulate.experiment.ArgumentException;
import org.theoremeter.simulate.experiment.Arguments;
import org.theoremeter.simulate.experiment.Bounds;
import org.theoremeter.simulate.experiment.Divergence;
import org.theoremeter.simulate.experiment.Experiment;
import org.theoremeter.simulate.experiment.Observable;
import org.theoremeter.simulate.experiment.Observation;
import org.theoremeter.simulate.experiment.Parameter;
import org.theoremeter.simulate.experiment.Unit;
import org.theoremeter.simulate.network.LowRankRnn;
import org.theoremeter.simulate.network.Target;
import org.theoremeter.simulate.random.RandomStreams;
import org.theoremeter.simulate.training.ChainRuleGradient;
import org.theoremeter.simulate.training.FactorGradient;
import org.theoremeter.simulate.training.Factors;
import org.theoremeter.simulate.training.Flow;
import org.theoremeter.simulate.training.WoodburyGradient;

/**
 * Trains all of a linear network of low rank by gradient flow: the entries of m, n, u and v, neuron by neuron, by the gradient
 * of the whole network (theory 5.2). The overlaps are read off the trained vectors.
 */
public final class LowRankFlowExperiment implements Experiment {

    private static final String TARGET = "target";
    private static final String OSCILLATOR = "oscillator";
    private static final String CSTAR = "cstar";
    private static final String OMEGASTAR = "omegastar";
    private static final double DEFAULT_OMEGASTAR = 1;
    private static final String HORIZON = "horizon";
    private static final String SAMPLES = "samples";
    private static final String GRADIENT = "gradient";
    private static final String FACTORED = "factored";

    /** Largest frequency of a target in units of its damping that the gradient sums reliably. */
    private static final double STEEPEST = 500;

    /** Floating-point operations a second of one core; rough figures. */
    private static final double SPEED = 1.2e10;

    private static final double SPEED_OF_VECTORS = 2e9;

    /** Creates the experiment. */
    public LowRankFlowExperiment() {}

    @Override
    public String name() {
        return "low-rank-rnn/gradient-flow";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public String summary() {
        return "A linear RNN of low rank learns a filter by gradient flow on all its vectors m, n, u and v.";
    }

    @Override
    public String theory() {
        return "5.2";
    }

    @Override
    public List<Parameter> parameters() {
        List<Parameter> all = new ArrayList<>(List.of(
                new Parameter.Choice(
                        TARGET,
                        "the filter to be learned: exp(-cstar t), or exp(-cstar t) cos(omegastar t)",
                        List.of("integrator", OSCILLATOR),
                        "integrator"),
                new Parameter.Real(
                        CSTAR, "decay rate of the target, in inverse time constants", Unit.ONE, Bounds.open(0, 1), 0.3),
                new Parameter.Real(
                        OMEGASTAR,
                        "angular frequency of the oscillator, in inverse time constants; only with 'target: oscillator'",
                        Unit.ONE,
                        Bounds.open(0, 100),
                        DEFAULT_OMEGASTAR),
                new Parameter.Real(HORIZON, "training time at the end", Unit.TAU, Bounds.positive(), 5),
                new Parameter.Whole(SAMPLES, "intervals of the uniform axis of the series", Unit.ONE, 1, 100_000, 60),
                new Parameter.Real(
                        "tolerance",
                        "bound of the estimated error of all vectors a step, in the Euclidean norm",
                        Unit.ONE,
                        Bounds.closed(1e-13, 1e-3),
                        1e-11),
                new Parameter.Choice(
                        GRADIENT,
                        "how the gradient is computed: by products with vectors only, or with the N × N weights",
                        List.of(FACTORED, "full"),
                        FACTORED)));
        all.addAll(InitialNetwork.parameters());
        return List.copyOf(all);
    }

    @Override
    public List<Observable> observables() {
        return OverlapCourse.observables();
    }

    @Override
    public Map<String, String> events() {
        return Map.of();
    }

    @Override
    public boolean random(Arguments arguments) {
        return new InitialNetwork(arguments).random();
    }

    @Override
    public double estimatedSeconds(Arguments arguments) {
        InitialNetwork initial = new InitialNetwork(arguments);
        double n = initial.size();
        double cstar = arguments.real(CSTAR);
        double terms = oscillator(arguments)
                ? 10 * (1 + Math.pow(arguments.real(OMEGASTAR), 2) + cstar * cstar) / cstar
                : 20 / Math.sqrt(cstar);
        double each = arguments.choice(GRADIENT).equals(FACTORED)
                ? terms * n * (16.0 * initial.rank() + 20) / SPEED_OF_VECTORS
                : (2 * n * n * n + 6 * n * n * terms) / SPEED;
        double steps = 60 + arguments.real(HORIZON) / (24 * Math.pow(cstar, 3));
        return 15 * steps * each + arguments.whole(SAMPLES) * n * n * 2 * initial.rank() / SPEED_OF_VECTORS;
    }

    @Override
    public void check(Arguments arguments) {
        double omegastar = arguments.real(OMEGASTAR);
        if (!oscillator(arguments) && omegastar != DEFAULT_OMEGASTAR) {
            throw new ArgumentException(OMEGASTAR, Double.toString(omegastar), "it only with 'target: oscillator'");
        }
        double steepest = STEEPEST * arguments.real(CSTAR);
        if (oscillator(arguments) && !(omegastar <= steepest)) {
            throw new ArgumentException(
                    OMEGASTAR, Double.toString(omegastar), "at most " + STEEPEST + " cstar = " + steepest);
        }
        new InitialNetwork(arguments).check();
    }

    private static boolean oscillator(Arguments arguments) {
        return arguments.choice(TARGET).equals(OSCILLATOR);
    }

    private static FactorGradient gradient(Arguments arguments) {
        InitialNetwork initial = new InitialNetwork(arguments);
        double cstar = arguments.real(CSTAR);
        Target target =
                oscillator(arguments) ? Target.oscillator(cstar, arguments.real(OMEGASTAR)) : Target.integrator(cstar);
        return arguments.choice(GRADIENT).equals(FACTORED)
                ? new WoodburyGradient(initial.size(), initial.rank(), target)
                : new ChainRuleGradient(initial.size(), initial.rank(), target);
    }

    @Override
    public Observation run(Arguments arguments, RandomStreams streams) {
        FactorGradient gradient = gradient(arguments);
        Optional<InitialNetwork.Drawn> drawn = new InitialNetwork(arguments).network(streams, gradient);
        if (drawn.isEmpty()) {
            Divergence nowhere = new Divergence(OverlapCourse.AXIS, 0, "no network that was drawn is stable");
            return new Observation(Map.of(), Map.of(), Optional.of(nowhere));
        }
        LowRankRnn start = drawn.get().network();
        gradient.evaluate(start);
        Follower follower = new Follower(
                arguments, gradient, new OverlapCourse(drawn.get(), gradient.loss(), norm(gradient.byColumns())));
        Flow.End end = Flow.of(new Factors(gradient), arguments.real("tolerance"))
                .run(start, arguments.real(HORIZON), follower);
        return follower.course.observation(follower.error, end.instability(), end.tau());
    }

    private static double norm(double[][] columns) {
        double square = 0;
        for (double[] column : columns) {
            square += Rows.dot(column, column);
        }
        return Math.sqrt(square);
    }

    /** Samples the uniform axis. */
    private static final class Follower implements Flow.Follower<LowRankRnn> {

        private final OverlapCourse course;
        private final FactorGradient gradient;
        private final double horizon;
        private final long samples;
        private long next;
        private double error;

        Follower(Arguments arguments, FactorGradient gradient, OverlapCourse course) {
            this.gradient = gradient;
            this.course = course;
            horizon = arguments.real(HORIZON);
            samples = arguments.whole(SAMPLES);
        }

        @Override
        public boolean follow(Flow.Stretch<LowRankRnn> stretch) {
            error = Math.max(error, stretch.error());
            while (next <= samples && at(next) <= stretch.to()) {
                double tau = at(next);
                LowRankRnn network = stretch.network(tau);
                if (gradient.evaluate(network)) {
                    course.sample(tau, network, gradient.loss(), norm(gradient.byColumns()));
                }
                next++;
            }
            return true;
        }

        private double at(long sample) {
            return Math.min(horizon, horizon * sample / samples);
        }
    }
}
