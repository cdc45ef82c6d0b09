package org.theoremeter.simulate.experiment;

import java.util.Map;
import org.theoremeter.simulate.catalogue.Experiments;
import org.theoremeter.simulate.random.RandomStreams;

/** Runs experiments for tests and reads their observations. */
public final class Runs {

    private Runs() {}

    /** Runs an experiment with the streams of a seed; one that draws nothing gets streams that refuse. */
    public static Observation run(String name, long seed, Map<String, ?> given) {
        Experiment experiment = Experiments.named(name).orElseThrow();
        Arguments arguments = Arguments.of(experiment, given);
        RandomStreams streams =
                experiment.random(arguments) ? RandomStreams.of(1).child(name).child(seed) : RandomStreams.none();
        return experiment.run(arguments, streams);
    }

    public static double scalar(Observation observation, String name) {
        return ((Measurement.Scalar) observation.measurements().get(name)).value();
    }

    public static Measurement.Series series(Observation observation, String name) {
        return (Measurement.Series) observation.measurements().get(name);
    }
}
