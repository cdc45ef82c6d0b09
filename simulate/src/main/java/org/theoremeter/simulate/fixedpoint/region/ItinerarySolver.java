package org.theoremeter.simulate.fixedpoint.region;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.theoremeter.simulate.arithmetic.Eigenvalues;
import org.theoremeter.simulate.arithmetic.Inverse;
import org.theoremeter.simulate.arithmetic.Rows;
import org.theoremeter.simulate.fixedpoint.map.PiecewiseMap;

/**
 * Solves the equation of a cycle within an itinerary: with M_t = A + W D_t and M = M_{k−1} … M_0, z_0 = M z_0 + v, and bounds the error
 * of the solution, so that a sign of it is right or known to be open.
 */
final class ItinerarySolver {

    private static final double UNIT = 0x1p-53;

    /** Makes good what sums of positive numbers may lose. */
    private static final double ROOM = 1 + 1e-9;

    private final PiecewiseMap map;
    private final int period;
    private final double halfWidth;
    private final int size;
    private final Inverse inverse;
    private final double rounding;
    private long solved;
    private long undecided;

    ItinerarySolver(PiecewiseMap map, int period, double halfWidth) {
        this.map = map;
        this.period = period;
        this.halfWidth = halfWidth;
        size = map.dimension();
        inverse = new Inverse(size);
        rounding = (size + 16) * UNIT * ROOM;
    }

    /** Returns N. */
    int size() {
        return size;
    }

    /** Returns how many itineraries were solved. */
    long solved() {
        return solved;
    }

    /** Returns how many were left open. */
    long undecided() {
        return undecided;
    }

    private double[][] matrix(Itinerary itinerary, int step) {
        double[][] rows = new double[size][size];
        for (int i = 0; i < size; i++) {
            for (int k = 0; k < size; k++) {
                rows[i][k] = itinerary.sign(step, k) > 0 ? map.weights()[i][k] : 0;
            }
            rows[i][i] += map.decay()[i];
        }
        return rows;
    }

    /** Returns the cycle of an itinerary with all its signs, if it keeps to it and is no shorter one. */
    Optional<Cycle> solve(Itinerary itinerary) {
        solved++;
        double[][] turn = new double[size][size];
        double[] shift = new double[size];
        double[] shiftError = new double[1];
        double turnError = multiply(itinerary, turn, shift, shiftError);
        double[][] left = new double[size][size];
        double[][] inverted = new double[size][size];
        for (int i = 0; i < size; i++) {
            for (int k = 0; k < size; k++) {
                left[i][k] = (i == k ? 1 : 0) - turn[i][k];
                inverted[i][k] = left[i][k];
            }
        }
        if (!inverse.invert(inverted)) {
            undecided++;
            return Optional.empty();
        }
        double[] state = new double[size];
        for (int i = 0; i < size; i++) {
            state[i] = Rows.dot(inverted[i], shift);
        }
        double error = error(left, inverted, state, shift, turnError, shiftError[0]);
        if (!(error < Double.POSITIVE_INFINITY)) {
            undecided++;
            return Optional.empty();
        }
        return kept(itinerary, state, error, turn);
    }

    /** Sets M and v, and returns bounds of the rounding in them, in the maximum norm. */
    private double multiply(Itinerary itinerary, double[][] turn, double[] shift, double[] shiftError) {
        for (int i = 0; i < size; i++) {
            turn[i][i] = 1;
        }
        double turnError = 0;
        double size1 = 1;
        double shiftSize = 0;
        double drive = norm(map.drive());
        double driveError = norm(map.driveError());
        for (int t = 0; t < period; t++) {
            double[][] step = matrix(itinerary, t);
            double[][] product = new double[size][size];
            double[] moved = new double[size];
            for (int i = 0; i < size; i++) {
                Rows.transposedTimes(turn, step[i], product[i]);
                moved[i] = Rows.dot(step[i], shift) + map.drive()[i];
            }
            double one = norm(step) * (1 + 2 * UNIT);
            turnError = ROOM * (one * turnError + rounding * one * size1);
            shiftError[0] = ROOM * (one * shiftError[0] + rounding * (one * shiftSize + drive) + driveError);
            size1 = ROOM * one * size1;
            shiftSize = ROOM * (one * shiftSize + drive);
            for (int i = 0; i < size; i++) {
                turn[i] = product[i];
            }
            System.arraycopy(moved, 0, shift, 0, size);
        }
        return turnError;
    }

    /** Bounds |computed z_0 less the true one|: ‖B‖ (‖residual‖ + rounding) / (1 − ‖1 − B (1 − M)‖ − …), B the computed inverse. */
    private double error(
            double[][] left, double[][] inverted, double[] state, double[] shift, double turnError, double shiftError) {
        double z = 0;
        double residual = 0;
        double leftNorm = norm(left);
        double inverseNorm = ROOM * norm(inverted);
        double[] row = new double[size];
        for (int i = 0; i < size; i++) {
            Rows.transposedTimes(left, inverted[i], row);
            row[i] -= 1;
            double sum = 0;
            for (double entry : row) {
                sum += Math.abs(entry);
            }
            z = Math.max(z, sum);
            residual = Math.max(residual, Math.abs(Rows.dot(left[i], state) - shift[i]));
        }
        double largest = norm(state);
        z = ROOM * (z + rounding * inverseNorm * (leftNorm + 1) + inverseNorm * turnError);
        residual = ROOM * (residual + rounding * (leftNorm * largest + norm(shift)) + turnError * largest + shiftError);
        return z < 1 ? ROOM * inverseNorm * residual / (1 - z) : Double.POSITIVE_INFINITY;
    }

    private Optional<Cycle> kept(Itinerary itinerary, double[] first, double error, double[][] turn) {
        List<double[]> states = new ArrayList<>();
        double[] state = first;
        double bound = error;
        double worst = error;
        boolean border = false;
        boolean open = false;
        for (int t = 0; t < period; t++) {
            for (int i = 0; i < size; i++) {
                double toward = itinerary.sign(t, i) * state[i];
                if (toward < -bound || Math.abs(state[i]) - bound > halfWidth) {
                    return Optional.empty();
                }
                open |= toward < bound || Math.abs(state[i]) + bound > halfWidth;
                border |= state[i] == 0;
            }
            states.add(state);
            worst = Math.max(worst, bound);
            double[][] step = matrix(itinerary, t);
            double[] next = new double[size];
            for (int i = 0; i < size; i++) {
                next[i] = Rows.dot(step[i], state) + map.drive()[i];
            }
            double norm = norm(step) * (1 + 2 * UNIT);
            bound = ROOM
                    * (norm * bound + rounding * (norm * norm(state) + norm(map.drive())) + norm(map.driveError()));
            state = next;
        }
        if (open) {
            undecided++;
            return Optional.empty();
        }
        for (int t = 1; t < period; t++) {
            boolean repeats = period % t == 0 && (isRepeated(itinerary, t) || isNear(states.get(t), first, 2 * worst));
            if (repeats) {
                return Optional.empty();
            }
        }
        return Optional.of(new Cycle(states, worst, border, Eigenvalues.of(turn)));
    }

    /** Tells whether an itinerary is one of a shorter period over again; then so is its only solution. */
    private boolean isRepeated(Itinerary itinerary, int shorter) {
        for (int t = 0; t < period; t++) {
            for (int i = 0; i < size; i++) {
                if (itinerary.sign(t, i) != itinerary.sign((t + shorter) % period, i)) {
                    return false;
                }
            }
        }
        return true;
    }

    private static boolean isNear(double[] one, double[] other, double within) {
        for (int i = 0; i < one.length; i++) {
            if (Math.abs(one[i] - other[i]) > within) {
                return false;
            }
        }
        return true;
    }

    private static double norm(double[] x) {
        double largest = 0;
        for (double entry : x) {
            largest = Math.max(largest, Math.abs(entry));
        }
        return largest;
    }

    private static double norm(double[][] rows) {
        double largest = 0;
        for (double[] row : rows) {
            double sum = 0;
            for (double entry : row) {
                sum += Math.abs(entry);
            }
            largest = Math.max(largest, sum);
        }
        return ROOM * largest;
    }
}
