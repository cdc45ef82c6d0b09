package org.theoremeter.verify;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.theoremeter.simulate.sweep.Run;
import org.theoremeter.verify.claim.Claim;
import org.theoremeter.verify.claim.GridPoint;
import org.theoremeter.verify.claim.Observe;

/**
 * One value for each run that a claim asks for, nested as it asks for them: observation → grid point → seed.
 *
 * @param <T> what there is of each run: the run itself, its result, its observation
 * @param byName for each name of what is observed and not recorded already, [grid point][seed]; one entry a grid point where
 *     there are no seeds
 */
record ByRun<T>(Map<String, List<List<T>>> byName) {

    /** Copies the map, keeping its order. */
    ByRun {
        byName = Collections.unmodifiableMap(new LinkedHashMap<>(byName));
    }

    /** Returns the runs that a claim asks for; none if it is left out, or all that it observes is recorded already. */
    static ByRun<Run> askedBy(Claim claim) {
        Map<String, List<List<Run>>> byName = new LinkedHashMap<>();
        if (!claim.header().skipped()) {
            claim.observed().forEach((name, observe) -> {
                if (!observe.isRecorded()) {
                    byName.put(
                            name,
                            observe.points().stream()
                                    .map(point -> runs(observe, point))
                                    .toList());
                }
            });
        }
        return new ByRun<>(byName);
    }

    private static List<Run> runs(Observe observe, GridPoint point) {
        return observe.seeds().isEmpty()
                ? List.of(Run.of(observe.experiment(), point.arguments()))
                : IntStream.range(0, observe.seeds().getAsInt())
                        .mapToObj(seed -> Run.of(observe.experiment(), point.arguments(), seed))
                        .toList();
    }

    /** Returns the values in order: the seeds of the first grid point of the first observation come first. */
    Stream<T> stream() {
        return byName.values().stream().flatMap(List::stream).flatMap(List::stream);
    }

    /** Returns the same nesting of what is found for each value. */
    <U> ByRun<U> map(Function<T, U> of) {
        Map<String, List<List<U>>> mapped = new LinkedHashMap<>();
        byName.forEach((name, points) -> {
            List<List<U>> byPoint = new ArrayList<>();
            points.forEach(seeds -> byPoint.add(seeds.stream().map(of).toList()));
            mapped.put(name, byPoint);
        });
        return new ByRun<>(mapped);
    }
}
