package org.theoremeter.simulate.mechanism;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.theoremeter.simulate.arithmetic.Rows;

/**
 * Returns of an orbit to where it was. A limit cycle of a flow is, step by step, a closed curve on which no state need ever
 * come back; what comes back is where the curve crosses a section.
 *
 * <p>The section is the hyperplane through a state of the orbit, across the way it goes there. Crossings lie between two states
 * q steps apart; the place is interpolated through eight states q apart, with what changes through six of them as its error. q
 * is 1 unless the orbit turns so fast that this error is too large: then the states q apart, for a q after which the orbit is
 * nearly back, run along the same curve slowly. An orbit has closed when its crossings, at most {@value #BRANCHES} places
 * (a curve crosses a plane several times), come to each of them three times or more and scatter less than the tolerance.
 *
 * @param recurrence steps between two visits of one place, on average; with q &gt; 1 that q, nearly a whole number of turns
 * @param exact whether the orbit comes back to the very state, after so many steps
 * @param spread largest distance between visits of one place, in units of the orbit's radius
 * @param visits fewest visits of a place
 */
record Returns(double recurrence, boolean exact, double spread, int visits) {

    static final int BRANCHES = 16;

    private static final int LARGEST_LAG = 64;
    private static final int SAMPLES = 64;
    private static final int VISITS = 3;

    /** States that come so near, in units of the radius, at every sample, are the same. */
    private static final double SAME = 1e-6;

    /** Steps longer than this part of the radius leave nothing to interpolate. */
    private static final double COARSE = 0.8;

    /** Steps shorter than this part of the radius need no longer lag. */
    private static final double FINE = 0.3;

    /** Below this radius, in units of the size of states, there is only rounding. */
    private static final double ROUNDING = 1e-9;

    /**
     * Looks for returns.
     *
     * @param states states of an orbit, in their order
     * @param stride steps between two of them
     * @param tolerance how far visits may scatter, in units of the radius
     */
    static Optional<Returns> of(double[][] states, int stride, double tolerance) {
        double[] mean = Orbit.mean(states);
        double radius = Orbit.extent(states, mean);
        if (!(radius > ROUNDING * (1 + Rows.norm(mean)))) {
            return Optional.empty();
        }
        int largest = Math.min(LARGEST_LAG, states.length / 16);
        double first = longestStep(states, 1) / radius;
        for (int lag = 1; lag <= largest; lag++) {
            double step = longestStep(states, lag) / radius;
            if (step < SAME && isBack(states, lag, SAME * radius)) {
                return Optional.of(new Returns(lag * stride, true, step, states.length / lag));
            }
            // with a lag that is no return, states of one passage would count as visits
            if (step < COARSE && step <= first) {
                Optional<Returns> found = new Section(states, lag, radius).returns(stride, tolerance);
                if (found.isPresent() || step < FINE) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    /** Tells whether every state comes so near after a lag, which samples alone do not show. */
    private static boolean isBack(double[][] states, int lag, double within) {
        for (int at = 0; at + lag < states.length; at++) {
            if (Orbit.distance(states[at], states[at + lag]) > within) {
                return false;
            }
        }
        return true;
    }

    private static double longestStep(double[][] states, int lag) {
        double longest = 0;
        for (int k = 0; k < SAMPLES; k++) {
            int at = (int) ((long) k * (states.length - lag) / SAMPLES);
            longest = Math.max(longest, Orbit.distance(states[at], states[at + lag]));
        }
        return longest;
    }

    /** Where an orbit crosses the hyperplane across one of its steps. */
    private static final class Section {

        private static final int BISECTIONS = 50;

        private final double[][] states;
        private final int lag;
        private final double radius;
        private final double[] heights;

        Section(double[][] states, int lag, double radius) {
            this.states = states;
            this.lag = lag;
            this.radius = radius;
            this.heights = new double[states.length];
            int at = ofMedianSpeed();
            double[] normal = states[at + lag].clone();
            Rows.add(-1, states[at - lag], normal);
            double level = Rows.dot(normal, states[at]);
            for (int t = 0; t < states.length; t++) {
                heights[t] = Rows.dot(normal, states[t]) - level;
            }
        }

        /** Finds where an orbit goes as fast as it mostly does: neither where it leaps nor where it stands. */
        private int ofMedianSpeed() {
            int count = Math.min(SAMPLES, states.length - 2 * lag);
            Integer[] order = new Integer[count];
            double[] speeds = new double[states.length];
            for (int k = 0; k < count; k++) {
                order[k] = lag + (int) ((long) k * (states.length - 2 * lag) / count);
                speeds[order[k]] = Orbit.distance(states[order[k] + lag], states[order[k] - lag]);
            }
            Arrays.sort(order, (a, b) -> Double.compare(speeds[a], speeds[b]));
            return order[count / 2];
        }

        Optional<Returns> returns(int stride, double tolerance) {
            List<Place> places = new ArrayList<>();
            double spread = 0;
            for (int t = 3 * lag; t + 4 * lag < states.length; t++) {
                if (heights[t] < 0 && heights[t + lag] >= 0) {
                    double[] crossing = new double[states[0].length];
                    double part = cross(t, 8, crossing);
                    double[] coarser = new double[crossing.length];
                    cross(t, 6, coarser);
                    // a quarter, so that errors alone never make two places of one
                    if (Orbit.distance(crossing, coarser) > tolerance * radius / 4) {
                        return Optional.empty();
                    }
                    Place place = nearest(places, crossing, tolerance * radius);
                    if (place == null) {
                        if (places.size() == BRANCHES) {
                            return Optional.empty();
                        }
                        places.add(new Place(crossing, t + part * lag));
                    } else {
                        place.visit(t + part * lag);
                        spread = Math.max(spread, Orbit.distance(place.at, crossing) / radius);
                    }
                }
            }
            int visits = places.stream().mapToInt(place -> place.visits).min().orElse(0);
            if (visits < VISITS) {
                return Optional.empty();
            }
            double recurrence = lag == 1 ? places.get(0).recurrence() * stride : (double) lag * stride;
            return Optional.of(new Returns(recurrence, false, spread, visits));
        }

        private static Place nearest(List<Place> places, double[] crossing, double within) {
            Place nearest = null;
            double least = within;
            for (Place place : places) {
                double distance = Orbit.distance(place.at, crossing);
                if (distance <= least) {
                    least = distance;
                    nearest = place;
                }
            }
            return nearest;
        }

        /**
         * Interpolates the crossing after state t through {@code points} states; returns the part of the step until it.
         */
        private double cross(int t, int points, double[] crossing) {
            double low = 0;
            double high = 1;
            for (int i = 0; i < BISECTIONS; i++) {
                double middle = (low + high) / 2;
                double height = 0;
                for (int k = 0; k < points; k++) {
                    height += weight(middle, k, points) * heights[t + (k + 1 - points / 2) * lag];
                }
                if (height < 0) {
                    low = middle;
                } else {
                    high = middle;
                }
            }
            Arrays.fill(crossing, 0);
            for (int k = 0; k < points; k++) {
                Rows.add(weight(high, k, points), states[t + (k + 1 - points / 2) * lag], crossing);
            }
            return high;
        }

        /** Returns Lagrange's weight of point k among points 1 − n/2, …, n/2 at a place between 0 and 1. */
        private static double weight(double at, int k, int points) {
            double weight = 1;
            for (int j = 0; j < points; j++) {
                if (j != k) {
                    weight *= (at - (j + 1 - points / 2)) / (k - j);
                }
            }
            return weight;
        }
    }

    /** A place at which a section is crossed again and again. */
    private static final class Place {

        private final double[] at;
        private final double first;
        private double last;
        private int visits = 1;

        Place(double[] at, double time) {
            this.at = at;
            this.first = time;
            this.last = time;
        }

        void visit(double time) {
            last = time;
            visits++;
        }

        double recurrence() {
            return (last - first) / (visits - 1);
        }
    }
}
