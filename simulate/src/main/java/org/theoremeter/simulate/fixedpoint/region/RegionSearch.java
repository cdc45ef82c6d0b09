package org.theoremeter.simulate.fixedpoint.region;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.theoremeter.simulate.InterruptedRun;
import org.theoremeter.simulate.fixedpoint.Parallel;
import org.theoremeter.simulate.fixedpoint.map.PiecewiseMap;

/**
 * Finds the fixed points and cycles of a piecewise-linear network by going through its linear regions: within an itinerary of regions
 * the equation of a cycle is linear, and has one solution, which counts if it keeps to the itinerary (as in Durstewitz, PLoS Computational
 * Biology 13, 2017).
 *
 * <p>Few itineraries are all gone through, over all states. Of many, sets are excluded by interval arithmetic within a box, as far as the
 * work allowed reaches. {@link Enumeration} says which it was.
 */
public final class RegionSearch {

    /** Up to so many bits all itineraries are solved. */
    static final int ALL = 18;

    /** Parts that are gone through side by side; a number of their own, so that nothing depends on the threads. */
    private static final int PARTS = 64;

    /** Work allowed where there are more, in sets of itineraries of 20 components each. */
    private static final double WORK = 1 << 20;

    private static final double COMPONENTS = 20;

    private final PiecewiseMap map;
    private final int threads;
    private final OptionalLong work;

    /** Prepares a search on so many threads; nothing found depends on their number. */
    public RegionSearch(PiecewiseMap map, int threads) {
        this(map, threads, OptionalLong.empty());
    }

    /** Allows so many sets of itineraries to be looked at. */
    RegionSearch(PiecewiseMap map, int threads, OptionalLong work) {
        this.map = map;
        this.threads = threads;
        this.work = work;
    }

    /**
     * Searches for cycles of all periods up to one.
     *
     * @param longest the longest period, at least 1
     * @param halfWidth of the box |z_i| ≤ B in which is searched where there are too many itineraries to go through all of them
     */
    public List<Enumeration> upTo(int longest, double halfWidth) {
        List<Enumeration> found = new ArrayList<>();
        for (int period = 1; period <= longest; period++) {
            boolean few = period * map.dimension() <= ALL;
            found.add(in(few ? Double.POSITIVE_INFINITY : halfWidth, period));
        }
        return found;
    }

    /** Searches for cycles of a period in a box. */
    Enumeration in(double box, int period) {
        int bits = period * map.dimension();
        long allowed = work.orElse(bits <= ALL ? Long.MAX_VALUE : allowed(bits));
        List<Itinerary> open = new ArrayList<>(List.of(Itinerary.all(map, period, box)));
        List<Itinerary> chosen = new ArrayList<>();
        while (!open.isEmpty() && open.size() < PARTS) {
            List<Itinerary> parts = new ArrayList<>();
            open.forEach(each -> divide(each, parts, chosen));
            open = parts;
        }
        open.addAll(chosen);
        List<Itinerary> all = open;
        List<Branch> branches = Parallel.each(all.size(), threads, () -> {
            PiecewiseMap own = (PiecewiseMap) map.another();
            return i -> {
                Branch branch = new Branch(own, period, box, allowed / PARTS);
                branch.search(all.get(i));
                return branch;
            };
        });
        List<Cycle> cycles = new ArrayList<>();
        branches.forEach(branch -> branch.found.stream()
                .filter(cycle -> cycles.stream().noneMatch(known -> isSame(known, cycle)))
                .forEach(cycles::add));
        return new Enumeration(
                period,
                bits,
                box,
                cycles,
                branches.stream().mapToLong(branch -> branch.solver.solved()).sum(),
                branches.stream().mapToLong(branch -> branch.solver.undecided()).sum(),
                branches.stream().anyMatch(branch -> branch.exhausted));
    }

    /** To look at a set takes as long as its components times the units that each depends on. */
    private long allowed(int bits) {
        return (long) Math.max(PARTS, WORK * Math.min(1, COMPONENTS * COMPONENTS / ((double) bits * map.dimension())));
    }

    /** Takes a set apart; what has all its signs is chosen, what has no state is gone. */
    private static void divide(Itinerary set, List<Itinerary> parts, List<Itinerary> chosen) {
        if (!set.narrow()) {
            return;
        }
        int at = set.open();
        if (at < 0) {
            chosen.add(set);
        } else {
            parts.add(set.with(at, 1));
            parts.add(set.with(at, -1));
        }
    }

    /** A cycle is found from each of its states; two of them agree within their errors. */
    private static boolean isSame(Cycle one, Cycle other) {
        double[] first = other.states().get(0);
        return one.states().stream().anyMatch(state -> {
            boolean same = true;
            for (int i = 0; i < first.length; i++) {
                same &= Math.abs(state[i] - first[i]) <= one.within() + other.within();
            }
            return same;
        });
    }

    /** A part of the search. */
    private static final class Branch {

        private final ItinerarySolver solver;
        private final List<Cycle> found = new ArrayList<>();
        private long left;
        private boolean exhausted;

        Branch(PiecewiseMap map, int period, double halfWidth, long work) {
            solver = new ItinerarySolver(map, period, halfWidth);
            left = work;
        }

        void search(Itinerary set) {
            if (left-- <= 0) {
                exhausted = true;
                return;
            }
            InterruptedRun.check();
            if (!set.narrow()) {
                return;
            }
            int at = set.open();
            if (at < 0) {
                // as much work as looking at one set for every unit
                left -= solver.size();
                solver.solve(set).ifPresent(found::add);
                return;
            }
            search(set.with(at, 1));
            search(set.with(at, -1));
        }
    }
}
