package org.theoremeter.verify.claim.csv;

import java.util.List;
import java.util.Map;
import org.theoremeter.simulate.experiment.Arguments;
import org.theoremeter.simulate.experiment.Experiment;
import org.theoremeter.simulate.experiment.Observable;
import org.theoremeter.simulate.experiment.Observation;
import org.theoremeter.simulate.experiment.Parameter;
import org.theoremeter.simulate.random.RandomStreams;

/**
 * The user's own data in the place of an experiment: it says what was observed, and cannot be run.
 *
 * @param file the file as the claim names it
 * @param fingerprint the SHA-256 of what was read from it
 * @param observables what was observed
 * @param seeded whether it comes from several seeds
 */
public record CsvExperiment(String file, String fingerprint, List<Observable> observables, boolean seeded)
        implements Experiment {

    /** Copies the list. */
    public CsvExperiment {
        observables = List.copyOf(observables);
    }

    @Override
    public String name() {
        return "csv";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public String summary() {
        return "observations read from " + file;
    }

    @Override
    public String theory() {
        return "";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                new Parameter.Choice("file", "the file", List.of(file), file),
                new Parameter.Choice("sha-256", "of what was read from it", List.of(fingerprint), fingerprint));
    }

    @Override
    public Map<String, String> events() {
        return Map.of();
    }

    @Override
    public boolean random(Arguments arguments) {
        return seeded;
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
        throw new IllegalStateException("what was recorded in " + file + " cannot be run again");
    }
}
