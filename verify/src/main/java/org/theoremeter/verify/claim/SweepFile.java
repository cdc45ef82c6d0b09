package org.theoremeter.verify.claim;

import java.util.ArrayList;
import java.util.List;
import org.theoremeter.simulate.sweep.Run;

/**
 * A sweep as its file says it.
 *
 * @param id its name
 * @param title what it is for
 * @param profile the profile whose changes were laid over it
 * @param observe the experiment, its grid and its seeds
 * @param settings what must stay the same while grid and seeds grow, one line a setting: {@code with.batch = 16} as written, {@code
 *     default.dt = 5.0} otherwise
 */
public record SweepFile(String id, String title, Profile profile, Observe observe, List<String> settings) {

    /** How settings begin that the file leaves as they are by default. */
    public static final String BY_DEFAULT = "default.";

    /** Copies the list. */
    public SweepFile {
        settings = List.copyOf(settings);
    }

    /** Returns the name under which a store knows it: profiles are sweeps of their own, which share runs. */
    public String storedAs() {
        return id + " (" + profile.text() + ")";
    }

    /** Returns the runs at a grid point, one a seed, or the only one. */
    public List<Run> runs(GridPoint point) {
        if (observe.seeds().isEmpty()) {
            return List.of(Run.of(observe.experiment(), point.arguments()));
        }
        List<Run> runs = new ArrayList<>();
        for (int seed = 0; seed < observe.seeds().getAsInt(); seed++) {
            runs.add(Run.of(observe.experiment(), point.arguments(), seed));
        }
        return runs;
    }

    /** Returns how many runs it asks for. */
    public int total() {
        return observe.points().size() * observe.seeds().orElse(1);
    }
}
