package org.theoremeter.simulate.experiment;

import java.util.List;
import java.util.Map;
import org.theoremeter.simulate.InterruptedRun;
import org.theoremeter.simulate.random.RandomStreams;

/** Describes one simulation and runs it: the same arguments and streams give the same observation, bit for bit. */
public interface Experiment {

    /** Returns the name by which claims refer to it, such as {@code linear-rnn/gradient-flow}. */
    String name();

    /** Returns the version; it rises whenever the meaning of a parameter or an observable changes. */
    int version();

    /** Returns what it does, in one line. */
    String summary();

    /** Returns the section of the theory it is about, such as {@code 1.2}. */
    String theory();

    /** Returns the parameters in the order in which they are documented. */
    List<Parameter> parameters();

    /** Returns the observables in the order in which they are documented. */
    List<Observable> observables();

    /** Returns the events it marks and what each means, by name. */
    Map<String, String> events();

    /** Tells whether a run with these arguments draws random numbers. */
    boolean random(Arguments arguments);

    /** Estimates the seconds that one run takes on one core; within a factor of a few. */
    double estimatedSeconds(Arguments arguments);

    /**
     * Checks what the bounds of single parameters cannot express.
     *
     * @throws ArgumentException if the arguments do not go together
     */
    void check(Arguments arguments);

    /**
     * Runs the simulation.
     *
     * @param streams where random numbers come from; not touched when {@link #random} is false
     * @throws InterruptedRun if the thread is interrupted
     */
    Observation run(Arguments arguments, RandomStreams streams);

    /** Returns what a run is made of besides arguments and seed, as exact texts by name, such as the hash of a file. */
    default Map<String, String> ingredients() {
        return Map.of();
    }

    /** Tells whether it computes with a kernel that can be chosen; what it observes is then kept by kernel. */
    default boolean usesKernel() {
        return false;
    }

    /**
     * Runs the simulation under given conditions, which do not change what is simulated; an experiment that knows none runs
     * as it always does.
     *
     * @throws InterruptedRun if the thread is interrupted
     */
    default Observation run(Arguments arguments, RandomStreams streams, Conditions conditions) {
        return run(arguments, streams);
    }
}
