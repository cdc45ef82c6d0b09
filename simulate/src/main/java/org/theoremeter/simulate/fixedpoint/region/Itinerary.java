package org.theoremeter.simulate.fixedpoint.region;

import java.util.Arrays;
import org.theoremeter.simulate.fixedpoint.map.PiecewiseMap;

/**
 * A set of itineraries: of every component at every step of a turn its sign, as far as it is chosen, and an interval that encloses
 * it.
 */
final class Itinerary {

    private static final double UNIT = 0x1p-53;

    /** Rounds of narrowing, after which it goes on in the parts. */
    private static final int ROUNDS = 6;

    /** A round that shortens no interval by more than this part was the last one. */
    private static final double NARROWED = 1e-3;

    private final PiecewiseMap map;
    private final int period;
    private final byte[] sign;
    private final double[] low;
    private final double[] high;

    private Itinerary(PiecewiseMap map, int period, byte[] sign, double[] low, double[] high) {
        this.map = map;
        this.period = period;
        this.sign = sign;
        this.low = low;
        this.high = high;
    }

    /** Returns all itineraries of a period within a box, which may be infinite. */
    static Itinerary all(PiecewiseMap map, int period, double halfWidth) {
        int size = period * map.dimension();
        double[] low = new double[size];
        double[] high = new double[size];
        Arrays.fill(low, -halfWidth);
        Arrays.fill(high, halfWidth);
        return new Itinerary(map, period, new byte[size], low, high);
    }

    /** Returns those of them in which a component has a sign. */
    Itinerary with(int at, int chosen) {
        Itinerary part = new Itinerary(map, period, sign.clone(), low.clone(), high.clone());
        part.choose(at, chosen);
        return part;
    }

    private void choose(int at, int chosen) {
        sign[at] = (byte) chosen;
        if (chosen > 0) {
            low[at] = Math.max(low[at], 0);
        } else {
            high[at] = Math.min(high[at], 0);
        }
    }

    /** Returns the sign of a component at a step, 0 if it is not chosen. */
    int sign(int step, int i) {
        return sign[step * map.dimension() + i];
    }

    /** Returns the component without sign whose interval is longest, the first of them, or −1 if all have one. */
    int open() {
        int open = -1;
        double longest = -1;
        for (int at = 0; at < sign.length; at++) {
            if (sign[at] == 0 && high[at] - low[at] > longest) {
                open = at;
                longest = high[at] - low[at];
            }
        }
        return open;
    }

    /**
     * Narrows intervals by what a step makes of them, with rounding outwards, and chooses signs that follow.
     *
     * @return whether any state is left
     */
    boolean narrow() {
        for (int round = 0; round < ROUNDS; round++) {
            double change = 0;
            for (int at = 0; at < sign.length; at++) {
                double before = high[at] - low[at];
                enclose(at);
                if (low[at] > high[at]) {
                    return false;
                }
                if (sign[at] == 0 && low[at] > 0) {
                    sign[at] = 1;
                } else if (sign[at] == 0 && high[at] < 0) {
                    sign[at] = -1;
                }
                double after = high[at] - low[at];
                if (after < before) {
                    // the whole of an infinite one
                    change = Math.max(change, before == Double.POSITIVE_INFINITY ? 1 : 1 - after / before);
                }
            }
            if (!(change > NARROWED)) {
                break;
            }
        }
        return true;
    }

    /** Intersects the interval of a component with what comes of the step before; of a fixed point it is solved for. */
    private void enclose(int at) {
        int size = map.dimension();
        int i = at % size;
        int before = (at / size + period - 1) % period * size;
        double[] weights = map.weights()[i];
        double below = map.drive()[i];
        double above = below;
        double sum = map.driveError()[i] / UNIT;
        for (int k = 0; k < size; k++) {
            double least = sign[before + k] < 0 ? 0 : Math.max(0, low[before + k]);
            double most = sign[before + k] < 0 ? 0 : Math.max(0, high[before + k]);
            if (weights[k] != 0) {
                below += weights[k] * (weights[k] > 0 ? least : most);
                above += weights[k] * (weights[k] > 0 ? most : least);
                sum += Math.abs(weights[k]) * most;
            }
        }
        double decay = map.decay()[i];
        if (period > 1 && decay != 0) {
            below += decay * (decay > 0 ? low : high)[before + i];
            above += decay * (decay > 0 ? high : low)[before + i];
            sum += Math.abs(decay) * Math.max(Math.abs(low[before + i]), Math.abs(high[before + i]));
        }
        double rounding = (size + 16) * UNIT * sum * (1 + 1e-9);
        // an infinite sum bounds nothing, and what it leaves is not a number
        below -= rounding;
        above += rounding;
        if (period == 1) {
            double divisor = 1 - decay;
            if (divisor == 0) {
                return;
            }
            double one = below / divisor;
            double other = above / divisor;
            double slack = 8 * UNIT;
            below = Math.min(one, other);
            above = Math.max(one, other);
            below -= slack * Math.abs(below);
            above += slack * Math.abs(above);
        }
        low[at] = below > low[at] ? below : low[at];
        high[at] = above < high[at] ? above : high[at];
    }
}
