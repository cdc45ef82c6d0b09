package org.theoremeter.simulate.experiment.linear;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.theoremeter.simulate.experiment.ArgumentException;
import org.theoremeter.simulate.experiment.Arguments;
import org.theoremeter.simulate.experiment.Bounds;
import org.theoremeter.simulate.experiment.Parameter;
import org.theoremeter.simulate.experiment.Unit;
import org.theoremeter.simulate.network.Target;

/**
 * Reads the filter to be learned: one real mode (theory 1), one pair (theory 2), or the mean of several of either
 * (theory 2.5). Each is 1 at time 0, as the response of an aligned network is.
 */
record TargetSetting(Arguments arguments) {

    private static final String TARGET = "target";
    private static final String INTEGRATOR = "integrator";
    private static final String OSCILLATOR = "oscillator";
    private static final String OSCILLATORS = "oscillators";
    private static final String TIMESCALES = "timescales";
    private static final String CSTAR = "cstar";
    private static final String OMEGASTAR = "omegastar";
    private static final String SECOND_OMEGASTAR = "second-omegastar";
    private static final String RATIO = "ratio";

    private static final double DEFAULT_OMEGASTAR = 1;
    private static final double DEFAULT_SECOND_OMEGASTAR = 2;
    private static final long DEFAULT_TIMESCALES = 3;
    private static final double DEFAULT_RATIO = 4;

    /** Largest frequency of a target in units of its damping that the continuous gradient sums reliably. */
    private static final double STEEPEST = 500;

    /** Largest ratio of two decay rates of a target; the continuous gradient takes as many terms as some 20 of its roots. */
    private static final double WIDEST = 1e4;

    /**
     * One real mode e^{−ct} of the target, or one pair e^{−ct} cos ωt.
     *
     * @param decay c
     * @param frequency ω; 0 for a real mode
     */
    private record Part(double decay, double frequency) {

        double squaredRate() {
            return decay * decay + frequency * frequency;
        }

        /** Returns the time step from which on it does not decay in discrete time, |1 − Δt(c − iω)| ≥ 1. */
        double coarsest() {
            return 2 * decay / squaredRate();
        }

        /** Returns ln |1 − Δt(c − iω)|. */
        double each(double dt) {
            return Math.log1p(dt * (dt * squaredRate() - 2 * decay)) / 2;
        }

        Target target() {
            return frequency == 0 ? Target.integrator(decay) : Target.oscillator(decay, frequency);
        }
    }

    /** Describes a target of one mode or one pair. */
    static List<Parameter> parameters() {
        return parameters(
                "exp(-cstar t), or exp(-cstar t) cos(omegastar t)",
                List.of(INTEGRATOR, OSCILLATOR),
                "angular frequency of the oscillator, in inverse time constants; only with 'target: oscillator'");
    }

    /** Describes a target that is always one pair. */
    static List<Parameter> onePair() {
        return parameters(
                "exp(-cstar t) cos(omegastar t)",
                List.of(OSCILLATOR),
                "angular frequency of the oscillator, in inverse time constants");
    }

    /** Describes a target of one or of several modes. */
    static List<Parameter> severalModes() {
        List<Parameter> all = new ArrayList<>(parameters(
                "exp(-cstar t), or exp(-cstar t) cos(omegastar t), or the mean of two such oscillators, or of several"
                        + " exp(-cstar ratio^i t), i = 0, 1, ...",
                List.of(INTEGRATOR, OSCILLATOR, OSCILLATORS, TIMESCALES),
                "angular frequency of the oscillator, or of the first of the oscillators, in inverse time constants"));
        all.add(new Parameter.Real(
                SECOND_OMEGASTAR,
                "angular frequency of the second of the oscillators, in inverse time constants",
                Unit.ONE,
                Bounds.open(0, 100),
                DEFAULT_SECOND_OMEGASTAR));
        all.add(new Parameter.Whole(
                TIMESCALES, "how many real modes 'target: timescales' has", Unit.ONE, 2, 6, DEFAULT_TIMESCALES));
        all.add(new Parameter.Real(
                RATIO,
                "how much faster each of the timescales decays than the one before",
                Unit.ONE,
                Bounds.open(1, 100),
                DEFAULT_RATIO));
        return List.copyOf(all);
    }

    private static List<Parameter> parameters(String filters, List<String> targets, String omegastar) {
        return List.of(
                new Parameter.Choice(TARGET, "the filter to be learned: " + filters, targets, targets.get(0)),
                new Parameter.Real(
                        CSTAR,
                        "decay rate of the target, in inverse time constants; the memory lasts 1/cstar",
                        Unit.ONE,
                        Bounds.open(0, 1),
                        0.1),
                new Parameter.Real(OMEGASTAR, omegastar, Unit.ONE, Bounds.open(0, 100), DEFAULT_OMEGASTAR));
    }

    double cstar() {
        return arguments.real(CSTAR);
    }

    double omegastar() {
        return arguments.real(OMEGASTAR);
    }

    /** Tells whether the target is the damped oscillator of theory 2. */
    boolean oscillator() {
        return is(OSCILLATOR);
    }

    /** Tells whether the target has more modes than one, or one pair. */
    boolean several() {
        return is(OSCILLATORS) || is(TIMESCALES);
    }

    private boolean is(String target) {
        return arguments.choice(TARGET).equals(target);
    }

    private List<Part> parts() {
        double cstar = cstar();
        return switch (arguments.choice(TARGET)) {
            case OSCILLATOR -> List.of(new Part(cstar, omegastar()));
            case OSCILLATORS ->
                List.of(new Part(cstar, omegastar()), new Part(cstar, arguments.real(SECOND_OMEGASTAR)));
            case TIMESCALES ->
                IntStream.range(0, (int) arguments.whole(TIMESCALES))
                        .mapToObj(i -> new Part(cstar * Math.pow(arguments.real(RATIO), i), 0))
                        .toList();
            default -> List.of(new Part(cstar, 0));
        };
    }

    Target target() {
        return Target.mean(parts().stream().map(Part::target).toList());
    }

    /** Returns the K after which the target has decayed to a fraction, Σ |1 − Δt(c − iω)|ᴷ by its slowest part. */
    int steps(double remainder, double dt) {
        double slowest =
                parts().stream().mapToDouble(part -> part.each(dt)).max().orElseThrow();
        return 1 + (int) Math.ceil(Math.log(remainder) / slowest);
    }

    /**
     * Checks that only what belongs to the target is given, and that its discrete form is stable.
     *
     * @param inSteps whether there is a discrete form, of time step {@code dt}
     * @throws ArgumentException if not
     */
    void check(boolean inSteps) {
        if (!oscillator() && !is(OSCILLATORS) && omegastar() != DEFAULT_OMEGASTAR) {
            throw new ArgumentException(
                    OMEGASTAR,
                    Double.toString(omegastar()),
                    "it only with 'target: oscillator' or, where there is one, 'target: oscillators'");
        }
        // an experiment on one mode has no such parameters
        if (arguments.canonical().containsKey(RATIO)) {
            checkSeveral();
        }
        double coarsest = parts().stream().mapToDouble(Part::coarsest).min().orElseThrow();
        if (inSteps && !(arguments.real("dt") < coarsest)) {
            throw new ArgumentException(
                    "dt",
                    Double.toString(arguments.real("dt")),
                    "less than " + (oscillator() ? "2 cstar/(cstar² + omegastar²) = " : "") + coarsest
                            + ", beyond which the target does not decay in discrete time");
        }
    }

    private void checkSeveral() {
        double second = arguments.real(SECOND_OMEGASTAR);
        if (is(OSCILLATORS) && second == omegastar()) {
            throw new ArgumentException(
                    SECOND_OMEGASTAR,
                    Double.toString(second),
                    "another one than omegastar, or with it 'target: oscillator'");
        }
        if (!is(OSCILLATORS) && second != DEFAULT_SECOND_OMEGASTAR) {
            throw new ArgumentException(
                    SECOND_OMEGASTAR, Double.toString(second), "it only with 'target: oscillators'");
        }
        double ratio = arguments.real(RATIO);
        long timescales = arguments.whole(TIMESCALES);
        if (!is(TIMESCALES) && timescales != DEFAULT_TIMESCALES) {
            throw new ArgumentException(TIMESCALES, Long.toString(timescales), "it only with 'target: timescales'");
        }
        if (!is(TIMESCALES) && ratio != DEFAULT_RATIO) {
            throw new ArgumentException(RATIO, Double.toString(ratio), "it only with 'target: timescales'");
        }
        if (is(TIMESCALES) && !(Math.pow(ratio, (double) (timescales - 1)) <= WIDEST)) {
            throw new ArgumentException(
                    RATIO,
                    Double.toString(ratio),
                    "at most " + Math.pow(WIDEST, 1.0 / (timescales - 1)) + " with " + timescales
                            + " timescales, so that the fastest is at most " + (long) WIDEST
                            + " times as fast as the slowest");
        }
    }

    /** Checks that the continuous gradient sees the target decay. */
    void checkContinuous() {
        double largest = STEEPEST * cstar();
        for (String name : is(OSCILLATORS) ? List.of(OMEGASTAR, SECOND_OMEGASTAR) : List.of(OMEGASTAR)) {
            if (!(arguments.real(name) <= largest) && !real()) {
                throw new ArgumentException(
                        name,
                        Double.toString(arguments.real(name)),
                        "at most " + STEEPEST + " cstar = " + largest + " with the continuous gradient");
            }
        }
    }

    /** Tells whether no mode of the target oscillates. */
    private boolean real() {
        return parts().stream().allMatch(part -> part.frequency == 0);
    }

    /** Estimates how many terms the continuous gradient sums, with a network whose modes decay at rates up to 1. */
    double terms() {
        double squared = parts().stream().mapToDouble(Part::squaredRate).max().orElseThrow();
        return real() ? 20 * Math.sqrt(Math.max(1, Math.sqrt(squared)) / cstar()) : 10 * (1 + squared) / cstar();
    }

    /**
     * Estimates the largest curvature at the optimum: 1/(4c⋆³) (theory 1.4), or the trace of the Gram matrix of an
     * oscillator (theory 2.4); of n modes or pairs the slowest has a share of 1/n in the response, and counts by its square.
     */
    double curvature() {
        double cube = Math.pow(cstar(), 3);
        double share = 1.0 / parts().size();
        double slowest = parts().stream().mapToDouble(Part::squaredRate).min().orElseThrow();
        return share * share * (real() ? 1 / (4 * cube) : 1 / (8 * cube) + 1 / (8 * cstar() * slowest));
    }
}
