package org.theoremeter.simulate.experiment.shortterm;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.theoremeter.simulate.experiment.ArgumentException;
import org.theoremeter.simulate.experiment.Arguments;
import org.theoremeter.simulate.experiment.Bounds;
import org.theoremeter.simulate.experiment.Experiment;
import org.theoremeter.simulate.experiment.Measurement;
import org.theoremeter.simulate.experiment.Observable;
import org.theoremeter.simulate.experiment.Observation;
import org.theoremeter.simulate.experiment.Parameter;
import org.theoremeter.simulate.experiment.Unit;
import org.theoremeter.simulate.random.RandomStreams;

/**
 * Brackets the smallest learning rate at which descent from some start dies, and for the limit cycle the smallest at which
 * it escapes, by bisection (theory 3.2, 3.4, 3.6, 7.2).
 *
 * <p>At every rate descent runs from starts that span what is alive, evenly, and from just above every place where the
 * slope of the loss jumps: these are found by simulation, and a piece of the loss is steepest at its lower end. The declared
 * error is half of the bracket and what the places may be off; that no start in between is worse is what the others are
 * there to see.
 */
public final class ToleratedRateExperiment implements Experiment {

    private static final String ANY_RATE = "escapes-at-any-rate";
    private static final double TOLERANCE = 1e-8;

    /** What slopes and places along r may be off at this tolerance, relative: twenty times what is found. */
    private static final double PLACES = 1e-7;

    private static final int DOUBLINGS = 60;

    /** The shortest window, in delays: a thousand times what places may be off. */
    private static final double SHORTEST = 1e-4;

    /** What part of the steepest slope counts as a slope at all, and not as what integration leaves of zero. */
    private static final double SLOPE = 1e-6;

    /** Creates the experiment. */
    public ToleratedRateExperiment() {}

    @Override
    public String name() {
        return "short-term/critical-rate";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public String summary() {
        return "The learning rate above which some descent of a slow point or a limit cycle dies, by bisection.";
    }

    @Override
    public String theory() {
        return "3.2";
    }

    @Override
    public List<Parameter> parameters() {
        List<Parameter> all = new ArrayList<>();
        all.add(new Parameter.Choice("mechanism", "what is trained", Mechanism.NAMES, SlowPoint.NAME));
        all.addAll(Trial.parameters());
        all.addAll(Consistency.parameters(0));
        all.add(new Parameter.Whole(
                "starts", "starts spread evenly, besides those at jumps of the slope", Unit.ONE, 8, 10_000, 16));
        all.add(new Parameter.Whole("horizon", "steps of each descent", Unit.STEP, 1, 10_000, 4));
        all.add(new Parameter.Real(
                "bracket", "relative width at which the bisection ends", Unit.ONE, Bounds.closed(1e-5, 0.5), 1e-3));
        return all;
    }

    @Override
    public List<Observable> observables() {
        return List.of(
                Observable.scalar("critical-rate", "smallest learning rate η at which some start dies", Unit.ONE),
                Observable.scalar(
                        "escape-rate", "smallest η at which some start escapes; a slow point never does", Unit.ONE));
    }

    @Override
    public Map<String, String> events() {
        return Map.of(
                ANY_RATE,
                "the loss falls towards where paths escape, so that at any rate some do and there is no escape rate");
    }

    @Override
    public boolean random(Arguments arguments) {
        return false;
    }

    @Override
    public double estimatedSeconds(Arguments arguments) {
        Mechanism mechanism = Mechanism.of(arguments);
        double searches = mechanism instanceof LimitCycle ? 2 : 1;
        double rates = 3 - Math.log(arguments.real("bracket")) / Math.log(2);
        // about half of the rates decide early
        double runs = 300 + searches * rates / 2 * (5 + arguments.whole("starts")) * arguments.whole("horizon");
        return runs * mechanism.seconds(Trial.of(arguments).length());
    }

    @Override
    public void check(Arguments arguments) {
        Consistency.check(arguments, arguments.choice("mechanism").equals(SlowPoint.NAME));
        Trial trial = Trial.of(arguments);
        if (trial.window() < SHORTEST * trial.delay()) {
            throw new ArgumentException(
                    "window",
                    Double.toString(trial.window()),
                    "at least " + SHORTEST + " of the delay, " + trial.delay()
                            + " (optimum and dead zone cannot be told apart otherwise)");
        }
        if (arguments.choice("mechanism").equals(LimitCycle.NAME) && trial.window() > trial.delay()) {
            throw new ArgumentException(
                    "window",
                    Double.toString(trial.window()),
                    "at most the delay, " + trial.delay()
                            + ", for a limit cycle (beyond it the slope has another sign)");
        }
    }

    @Override
    public Observation run(Arguments arguments, RandomStreams streams) {
        Mechanism mechanism = Mechanism.of(arguments);
        Search search = new Search(arguments, mechanism, Trial.of(arguments).with(Consistency.of(arguments)));
        Map<String, Measurement> found = new HashMap<>();
        search.smallest(Fate.DEAD).ifPresent(rate -> found.put("critical-rate", rate));
        if (search.fallsAboveTheOptimum()) {
            return new Observation(found, Map.of(ANY_RATE, 0.0), Optional.empty());
        }
        if (mechanism instanceof LimitCycle) {
            search.smallest(Fate.ESCAPED).ifPresent(rate -> found.put("escape-rate", rate));
        }
        return Observation.of(found);
    }

    /** The starts, and the searches from them. */
    private static final class Search {

        private final Descent descent;
        private final List<Double> starts;
        private final double optimum;
        private final double edge;
        private final long horizon;
        private final double bracket;

        Search(Arguments arguments, Mechanism mechanism, Trial trial) {
            descent = new Descent(mechanism, trial, TOLERANCE);
            Landscape landscape = new Landscape(mechanism, trial, TOLERANCE);
            optimum = landscape.optimum();
            edge = landscape.deadEdge();
            starts = landscape.starts((int) arguments.whole("starts"), edge, landscape.top(optimum));
            horizon = arguments.whole("horizon");
            bracket = arguments.real("bracket");
        }

        /** Doubles the rate until some start has the fate, then bisects; empty if none ever has. */
        Optional<Measurement> smallest(Fate fate) {
            double low = cautious();
            double high = low;
            for (int i = 0; i < DOUBLINGS && !some(fate, high); i++) {
                low = high;
                high *= 2;
            }
            if (low == high || !some(fate, high)) {
                return Optional.empty();
            }
            while (high / low - 1 > bracket) {
                double middle = Math.sqrt(low * high);
                if (some(fate, middle)) {
                    high = middle;
                } else {
                    low = middle;
                }
            }
            double places = PLACES * optimum / (optimum - edge) * high;
            return Optional.of(new Measurement.Scalar(Math.sqrt(low * high), (high - low) / 2 + places));
        }

        /** A rate at which no start moves by more than a quarter of what separates the optimum from the dead zone. */
        private double cautious() {
            return (optimum - edge) / (4 * steepest());
        }

        /** Tells whether there is a start above the optimum from which descent leads further up. */
        boolean fallsAboveTheOptimum() {
            double slightest = SLOPE * steepest();
            return starts.stream().anyMatch(r -> r > optimum && slope(r) < -slightest);
        }

        private double steepest() {
            return starts.stream().mapToDouble(r -> Math.abs(slope(r))).max().orElseThrow();
        }

        private double slope(double r) {
            Trial trial = descent.trial();
            return trial.slope(descent.mechanism().over(r, trial.length(), descent.tolerance()));
        }

        private boolean some(Fate fate, double rate) {
            return starts.stream()
                    .anyMatch(start -> descent.run(start, rate, horizon).fate() == fate);
        }
    }
}
