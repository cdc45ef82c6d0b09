package org.theoremeter.simulate.fixedpoint;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.theoremeter.simulate.network.RecurrentNetwork;
import org.theoremeter.simulate.random.RandomStreams;

/**
 * Trajectories of a network from which a search starts.
 *
 * @param trajectories states in their order, one list a trajectory; at least one state; shared
 */
public record TrajectoryStates(List<double[][]> trajectories) {

    private static final int PULSE = 20;
    private static final int STEPS = 200;
    private static final int RANDOM = 8;

    /** A trajectory that goes beyond this has left, and ends. */
    private static final double BOUND = 1e6;

    /** Copies the list. */
    public TrajectoryStates {
        trajectories = List.copyOf(trajectories);
    }

    /**
     * Runs a network without noise: 200 steps under the held input from the initial state, the same after 20 steps in which one channel
     * of the input is 1 more, or 1 less, for every channel, and from 8 random states, standard normal a component.
     *
     * @param initial the initial state of the N units; what else a state has starts at 0
     * @param input what is held
     */
    public static TrajectoryStates of(
            RecurrentNetwork network, double[] parameters, double[] initial, double[] input, RandomStreams streams) {
        double[] start = new double[network.stateSize()];
        System.arraycopy(initial, 0, start, 0, initial.length);
        List<double[][]> all = new ArrayList<>();
        all.add(run(network, parameters, start, input, input));
        for (int channel = 0; channel < input.length; channel++) {
            for (int sign = 1; sign >= -1; sign -= 2) {
                double[] pulse = input.clone();
                pulse[channel] += sign;
                all.add(run(network, parameters, start, pulse, input));
            }
        }
        for (int k = 0; k < RANDOM; k++) {
            double[] random = streams.child("trajectory").child(k).gaussians("state", start.length);
            all.add(run(network, parameters, random, input, input));
        }
        return new TrajectoryStates(all);
    }

    private static double[][] run(
            RecurrentNetwork network, double[] parameters, double[] start, double[] first, double[] then) {
        List<double[]> states = new ArrayList<>(List.of(start));
        for (int t = 0; t < PULSE + STEPS; t++) {
            double[] next = new double[start.length];
            network.step(parameters, states.get(t), t < PULSE ? first : then, next);
            for (double value : next) {
                if (!(Math.abs(value) < BOUND)) {
                    return states.toArray(double[][]::new);
                }
            }
            states.add(next);
        }
        return states.toArray(double[][]::new);
    }

    /** Returns all states, one trajectory after the other; shared. */
    public double[][] states() {
        return trajectories.stream().flatMap(Arrays::stream).toArray(double[][]::new);
    }

    /**
     * Takes starts from all states, every other one evenly in time, which favours where the network is slow, and the rest evenly along the way
     * that the trajectories go, and moves each by a normal deviate a component.
     *
     * @param count how many
     * @param jitter standard deviation, in units of the root mean square distance of a component from its mean
     */
    public double[][] starts(int count, double jitter, RandomStreams streams) {
        double[][] states = states();
        double spread = jitter * spread(states);
        double[] way = way();
        double[][] starts = new double[count][];
        for (int i = 0; i < count; i++) {
            double part = (i + 0.5) / count;
            int at = i % 2 == 0 ? (int) (part * states.length) : reached(way, part);
            double[] start = states[at].clone();
            double[] moves = streams.child("start").child(i).gaussians("jitter", start.length);
            for (int k = 0; k < start.length; k++) {
                start[k] += spread * moves[k];
            }
            starts[i] = start;
        }
        return starts;
    }

    /** Returns how long a way was gone up to each state, leaps from one trajectory to the next left out. */
    private double[] way() {
        double[] way =
                new double[trajectories.stream().mapToInt(each -> each.length).sum()];
        double gone = 0;
        int at = 0;
        for (double[][] trajectory : trajectories) {
            for (int t = 0; t < trajectory.length; t++) {
                gone += t == 0 ? 0 : Certification.distance(trajectory[t - 1], trajectory[t]);
                way[at++] = gone;
            }
        }
        return way;
    }

    /** Returns the first state at which a part of the whole way was gone. */
    private static int reached(double[] way, double part) {
        int found = Arrays.binarySearch(way, part * way[way.length - 1]);
        return found >= 0 ? found : Math.min(-found - 1, way.length - 1);
    }

    private static double spread(double[][] states) {
        int size = states[0].length;
        double squares = 0;
        for (int k = 0; k < size; k++) {
            double mean = 0;
            for (double[] state : states) {
                mean += state[k] / states.length;
            }
            for (double[] state : states) {
                squares += (state[k] - mean) * (state[k] - mean) / states.length;
            }
        }
        return Math.sqrt(squares / size);
    }

    /** Returns the largest absolute value of a component. */
    public double largest() {
        double largest = 0;
        for (double[] state : states()) {
            for (double value : state) {
                largest = Math.max(largest, Math.abs(value));
            }
        }
        return largest;
    }
}
