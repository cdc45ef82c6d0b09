package org.theoremeter.verify.claim;

import java.util.List;
import java.util.Map;
import org.theoremeter.simulate.experiment.Arguments;
import org.theoremeter.simulate.experiment.Experiment;
import org.theoremeter.simulate.experiment.Observable;
import org.theoremeter.simulate.experiment.Observation;
import org.theoremeter.simulate.experiment.Parameter;
import org.theoremeter.simulate.experiment.Unit;
import org.theoremeter.simulate.random.RandomStreams;

/**
 * Thresholds of a simulated grid in the place of an experiment: it says what is observed, once for each point of the remaining
 * axes, and cannot be run.
 *
 * @param simulated the experiment of the grid
 * @param thresholds what is fitted
 */
record FittedExperiment(Experiment simulated, Thresholds thresholds) implements Experiment {

    @Override
    public String name() {
        return simulated.name();
    }

    @Override
    public int version() {
        return simulated.version();
    }

    @Override
    public String summary() {
        return simulated.summary();
    }

    @Override
    public String theory() {
        return simulated.theory();
    }

    @Override
    public List<Parameter> parameters() {
        return List.of();
    }

    @Override
    public List<Observable> observables() {
        return thresholds.each().stream()
                .map(each -> Observable.scalar(
                        each.name(), each.fit().described(each.of().toString(), thresholds.along()), Unit.ONE))
                .toList();
    }

    @Override
    public Map<String, String> events() {
        return Map.of();
    }

    @Override
    public boolean random(Arguments arguments) {
        return false;
    }

    @Override
    public double estimatedSeconds(Arguments arguments) {
        return 0;
    }

    @Override
    public void check(Arguments arguments) {
        // there is nothing that could be set
    }

    @Override
    public Observation run(Arguments arguments, RandomStreams streams) {
        throw new IllegalStateException("thresholds of " + name() + " are fitted to runs, not run");
    }
}
