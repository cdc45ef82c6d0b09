package org.theoremeter.simulate.ode;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.theoremeter.simulate.experiment.Divergence;
import org.theoremeter.simulate.ode.method.Stretch;
import org.theoremeter.theory.dynamics.ReducedDynamics;

/** Holds a solution of reduced dynamics from time 0 to its end; it can be asked at any time between. */
public final class Trajectory {

    /** Times at which two solutions are compared; a prime, so that they fall on no regular pattern of steps. */
    private static final int COMPARISONS = 1009;

    /**
     * Part of a solution that ended early that is compared: near a pole the difference of two solutions means
     * nothing.
     */
    private static final double CLEAR_OF_THE_END = 0.99;

    /** How far off, in units of its rounding, the time of a state may be after many steps. */
    private static final double LATE = 2;

    /** How far, likewise, the horizon may lie beyond the end of the last step. */
    private static final double ROUNDED = 8;

    private final ReducedDynamics dynamics;
    private final double[] start;
    private final double[] parameters;
    private final List<Stretch> steps;
    private final Optional<Walk.Ending> ending;
    private final Map<String, Double> errors;

    Trajectory(
            ReducedDynamics dynamics,
            double[] start,
            double[] parameters,
            List<Stretch> steps,
            Optional<Walk.Ending> ending,
            Map<String, Double> errors) {
        this.dynamics = dynamics;
        this.start = start.clone();
        this.parameters = parameters.clone();
        this.steps = List.copyOf(steps);
        this.ending = ending;
        this.errors = errors;
    }

    /** Returns the time at which the solution ends: the horizon, or where it could not be continued. */
    public double end() {
        return steps.isEmpty() ? 0 : steps.get(steps.size() - 1).to();
    }

    /** Tells where and why the solution ended before the horizon, if it did. */
    public Optional<Divergence> divergence() {
        return ending.map(Walk.Ending::divergence);
    }

    /**
     * Tells whether the solution ended because nothing can be said of how it goes on: it is not unique, or what may be
     * spent is used up. Otherwise, if it ended, there is none beyond.
     */
    public boolean undecided() {
        return ending.map(Walk.Ending::open).orElse(false);
    }

    /**
     * Returns the declared absolute numerical error of all state variables and observables at all times: the largest of
     * theirs.
     */
    public double error() {
        return errors.values().stream().mapToDouble(Double::doubleValue).max().orElse(0);
    }

    /**
     * Returns the declared absolute numerical error of a state variable or an observable, the same at all times: the
     * largest difference from a solution in other and finer steps, whose field and whose switches are moved by their
     * rounding. Of a solution that ended early it leaves out the last hundredth, where errors grow without bound.
     *
     * @param name its name; where both have it, the observable
     * @throws IllegalArgumentException if there is no such variable or observable
     */
    public double error(String name) {
        if (!dynamics.state().contains(name) && !dynamics.observables().contains(name)) {
            throw new IllegalArgumentException(dynamics.name() + " has no " + name + ", it has " + dynamics.state()
                    + " and " + dynamics.observables());
        }
        return errors.getOrDefault(name, 0.0);
    }

    /**
     * Returns a state variable.
     *
     * @param name its name
     * @param time in [0, end]
     * @throws IllegalArgumentException if there is no such variable or the time is outside
     */
    public double state(String name, double time) {
        int index = dynamics.state().indexOf(name);
        if (index < 0) {
            throw new IllegalArgumentException(
                    dynamics.name() + " has no state variable " + name + ", it has " + dynamics.state());
        }
        return at(time)[index];
    }

    /**
     * Returns an observable.
     *
     * @param name its name
     * @param time in [0, end]
     * @return its value; not finite where its formula is not
     * @throws IllegalArgumentException if there is no such observable or the time is outside
     */
    public double observable(String name, double time) {
        return dynamics.observable(name, time, at(time), parameters);
    }

    /** Returns this trajectory with its error declared by comparison with a more accurate one. */
    Trajectory comparedWith(Trajectory other) {
        double until = Math.min(end(), other.end());
        boolean early = ending.isPresent() || other.ending.isPresent();
        double last = early ? CLEAR_OF_THE_END * until : until;
        Map<String, Double> worst = new HashMap<>();
        for (int i = 0; i <= COMPARISONS; i++) {
            compare(other, i == COMPARISONS ? last : last * i / COMPARISONS, last, worst);
        }
        // where steps are short something happens, however narrow it is
        int stride = steps.size() / COMPARISONS + 1;
        for (int i = 0; i < steps.size() && steps.get(i).to() <= last; i += stride) {
            compare(other, steps.get(i).to(), last, worst);
        }
        return new Trajectory(dynamics, start, parameters, steps, ending.or(() -> other.ending), worst);
    }

    /** Adds the differences at a time to the largest ones. */
    private void compare(Trajectory other, double time, double last, Map<String, Double> worst) {
        double[] mine = at(time);
        double[] theirs = other.at(Math.min(last, time + LATE * Math.ulp(time)));
        for (int j = 0; j < mine.length; j++) {
            if (!dynamics.observables().contains(dynamics.state().get(j))) {
                worst.merge(dynamics.state().get(j), difference(mine[j], theirs[j]), Math::max);
            }
        }
        for (String name : dynamics.observables()) {
            double one = dynamics.observable(name, time, mine, parameters);
            worst.merge(name, difference(one, dynamics.observable(name, time, theirs, parameters)), Math::max);
        }
    }

    /** Returns the difference of two values with their rounding; an observable that does not exist has none. */
    private static double difference(double one, double other) {
        double difference = Math.abs(one - other) + Math.ulp(one);
        return Double.isFinite(difference) ? difference : 0;
    }

    private double[] at(double time) {
        if (!(time >= 0 && time <= end() + ROUNDED * Math.ulp(end()))) {
            throw new IllegalArgumentException(
                    dynamics.name() + " was solved for " + dynamics.time() + " in [0, " + end() + "], found " + time);
        }
        if (steps.isEmpty()) {
            return start.clone();
        }
        int low = 0;
        int high = steps.size() - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (steps.get(middle).to() < time) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return steps.get(low).at(time);
    }
}
