package org.theoremeter.simulate.sweep;

import java.util.Map;
import java.util.OptionalLong;
import org.theoremeter.simulate.experiment.Arguments;
import org.theoremeter.simulate.experiment.Conditions;
import org.theoremeter.simulate.experiment.Experiment;
import org.theoremeter.simulate.experiment.Observation;
import org.theoremeter.simulate.kernel.KernelChoice;
import org.theoremeter.simulate.random.RandomStreams;

/**
 * One run that is asked for: an experiment, its arguments and which of the seeds.
 *
 * @param experiment what to run
 * @param arguments with which arguments
 * @param seedIndex which seed; may be empty when the experiment draws nothing
 */
public record Run(Experiment experiment, Arguments arguments, OptionalLong seedIndex) {

    /**
     * Checks that a run that draws has a seed.
     *
     * @throws IllegalArgumentException if it has none
     */
    public Run {
        if (seedIndex.isEmpty() && experiment.random(arguments)) {
            throw new IllegalArgumentException(
                    experiment.name() + " draws random numbers with " + arguments + ", it needs a seed");
        }
    }

    /** Describes a run with the arguments and a seed. */
    public static Run of(Experiment experiment, Arguments arguments, long seedIndex) {
        return new Run(experiment, arguments, OptionalLong.of(seedIndex));
    }

    /** Describes a run that draws nothing. */
    public static Run of(Experiment experiment, Arguments arguments) {
        return new Run(experiment, arguments, OptionalLong.empty());
    }

    /**
     * Runs the experiment; seeds are paired: the streams depend on the experiment and the seed, not on the arguments.
     */
    Observation observe(long rootSeed, Conditions conditions) {
        RandomStreams streams = draws()
                ? RandomStreams.of(rootSeed).child(experiment.name()).child(seedIndex.orElseThrow())
                : RandomStreams.none();
        return experiment.run(arguments, streams, conditions);
    }

    /** Returns all that makes the run what it is, as exact texts by name: its experiment, arguments, seeds, kernel and code. */
    public Map<String, String> identity(long rootSeed, KernelChoice kernel) {
        return RunKey.of(this, rootSeed, kernel).parts();
    }

    /** Tells whether the run draws random numbers; if not, its seed has no influence. */
    boolean draws() {
        return experiment.random(arguments);
    }

    /** Names the run in messages: {@code linear-rnn/gradient-flow {cstar=0.1, …} seed 3}. */
    @Override
    public String toString() {
        return experiment.name() + " " + arguments + (seedIndex.isPresent() ? " seed " + seedIndex.getAsLong() : "");
    }
}
