package org.theoremeter.simulate.experiment;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Holds everything one run of an experiment found.
 *
 * @param measurements what was measured, by the observable's name; what does not exist is absent
 * @param events when each event happened, by name and on the run's axis; what did not happen is absent
 * @param divergence where the run ended early, if it did
 */
public record Observation(
        Map<String, Measurement> measurements, Map<String, Double> events, Optional<Divergence> divergence) {

    /**
     * Copies and sorts the maps.
     *
     * @throws IllegalArgumentException if an event's position is not finite
     */
    public Observation {
        measurements = Collections.unmodifiableMap(new TreeMap<>(measurements));
        events = Collections.unmodifiableMap(new TreeMap<>(events));
        events.forEach((name, at) -> {
            if (!Double.isFinite(at)) {
                throw new IllegalArgumentException("event " + name + " at " + at + ", it must be finite");
            }
        });
    }

    /** Holds the measurements of a run that reached its end and marked no event. */
    public static Observation of(Map<String, Measurement> measurements) {
        return new Observation(measurements, Map.of(), Optional.empty());
    }

    /** Returns whether an experiment observes all that is measured and marked here, each in its shape. */
    public boolean isOf(Experiment experiment) {
        Map<String, Observable.Shape> shapes = new TreeMap<>();
        experiment.observables().forEach(each -> shapes.put(each.name(), each.shape()));
        return measurements.entrySet().stream().allMatch(each -> each.getValue().shape() == shapes.get(each.getKey()))
                && experiment.events().keySet().containsAll(events.keySet());
    }
}
