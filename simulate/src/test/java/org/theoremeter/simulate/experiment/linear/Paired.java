package org.theoremeter.simulate.experiment.linear;

import java.util.Map;
import org.theoremeter.simulate.catalogue.Experiments;
import org.theoremeter.simulate.experiment.Arguments;
import org.theoremeter.simulate.experiment.Experiment;
import org.theoremeter.simulate.experiment.Observation;
import org.theoremeter.simulate.random.RandomStreams;

/** Runs one experiment from the random weights that another would draw. */
final class Paired {

    private Paired() {}

    static Observation run(String name, String other, long seed, Map<String, ?> given) {
        Experiment experiment = Experiments.named(name).orElseThrow();
        return experiment.run(
                Arguments.of(experiment, given),
                RandomStreams.of(1).child(other).child(seed));
    }
}
