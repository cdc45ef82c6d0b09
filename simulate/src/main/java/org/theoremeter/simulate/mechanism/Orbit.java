package org.theoremeter.simulate.mechanism;

import org.theoremeter.simulate.InterruptedRun;

/**
 * A run of a system from a state, that goes on when asked to: the speed ‖F(r) − r‖ of every step, the last states each, and
 * the whole run at a stride that doubles whenever the record is full.
 */
final class Orbit {

    /** How many of the last states are kept. */
    static final int WINDOW = 2048;

    private static final int KEPT = 4096;

    /** Beyond this a component has left every network. */
    private static final double BOUND = 1e12;

    private final AutonomousSystem system;
    private final double[][] recent = new double[WINDOW][];
    private final double[][] thinned = new double[KEPT][];
    private final double[] speeds;
    private int time;
    private int stride = 1;
    private int kept;

    Orbit(AutonomousSystem system, double[] start, int longest) {
        this.system = system;
        this.speeds = new double[longest];
        recent[0] = start.clone();
        keep(start);
    }

    /** Goes on until so many steps are taken; returns whether everything stayed finite and in bounds. */
    boolean runTo(int steps) {
        while (time < steps) {
            if (time % WINDOW == 0) {
                InterruptedRun.check();
            }
            double[] state = recent[time % WINDOW];
            int to = (time + 1) % WINDOW;
            if (recent[to] == null) {
                recent[to] = new double[state.length];
            }
            double[] next = recent[to];
            system.step(state, next);
            double speed = distance(state, next);
            if (!(speed < BOUND)) {
                return false;
            }
            speeds[time] = speed;
            time++;
            if (time % stride == 0) {
                keep(next);
            }
        }
        return true;
    }

    private void keep(double[] state) {
        if (kept == KEPT) {
            for (int i = 1; 2 * i < KEPT; i++) {
                double[] swap = thinned[i];
                thinned[i] = thinned[2 * i];
                thinned[2 * i] = swap;
            }
            kept /= 2;
            stride *= 2;
            if (time % stride != 0) {
                return;
            }
        }
        if (thinned[kept] == null) {
            thinned[kept] = new double[state.length];
        }
        System.arraycopy(state, 0, thinned[kept], 0, state.length);
        kept++;
    }

    AutonomousSystem system() {
        return system;
    }

    /** Returns how many steps were taken. */
    int time() {
        return time;
    }

    /** Returns the state now; shared. */
    double[] state() {
        return recent[time % WINDOW];
    }

    /** Returns the speeds, of which the first {@link #time} are known; shared. */
    double[] speeds() {
        return speeds;
    }

    /** Returns how many steps lie between two states of {@link #since}. */
    int stride() {
        return stride;
    }

    /** Returns the last states, or the last half of the run if it was shorter; shared, one step apart. */
    double[][] recent() {
        int count = Math.min(WINDOW, time / 2);
        double[][] states = new double[count][];
        for (int i = 0; i < count; i++) {
            states[i] = recent[(time - count + 1 + i) % WINDOW];
        }
        return states;
    }

    /** Returns the states between two times, both included, a stride apart; shared. */
    double[][] between(int from, int to) {
        int first = (from + stride - 1) / stride;
        int last = Math.min(to / stride, kept - 1);
        double[][] states = new double[Math.max(0, last - first + 1)][];
        System.arraycopy(thinned, first, states, 0, states.length);
        return states;
    }

    /** Returns the largest speed of the steps from one time on. */
    double fastestSince(int from) {
        double fastest = 0;
        for (int t = from; t < time; t++) {
            fastest = Math.max(fastest, speeds[t]);
        }
        return fastest;
    }

    /** Returns the largest distance of some states from one. */
    static double extent(double[][] states, double[] from) {
        double largest = 0;
        for (double[] state : states) {
            largest = Math.max(largest, distance(state, from));
        }
        return largest;
    }

    /** Returns ‖a − b‖. */
    static double distance(double[] a, double[] b) {
        double squares = 0;
        for (int i = 0; i < a.length; i++) {
            double difference = a[i] - b[i];
            squares += difference * difference;
        }
        return Math.sqrt(squares);
    }

    /** Returns the mean of some states. */
    static double[] mean(double[][] states) {
        double[] mean = new double[states[0].length];
        for (double[] state : states) {
            for (int i = 0; i < mean.length; i++) {
                mean[i] += state[i] / states.length;
            }
        }
        return mean;
    }
}
