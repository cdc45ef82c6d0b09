package org.theoremeter.simulate.mechanism;

import org.theoremeter.simulate.arithmetic.Rows;

/**
 * The two leading Lyapunov exponents of an orbit, a step, over finite time: of two directions that are carried along and kept
 * orthogonal. On an attracting closed curve the first is 0, and the second says how fast neighbours come to the curve.
 *
 * @param first of the direction that grows most
 * @param second of the next one
 */
record Stretching(double first, double second) {

    /**
     * Carries the directions along.
     *
     * @param turn steps after which an orbit returns; the exponents are taken over whole turns
     * @param least fewest steps to settle, and again to measure
     */
    static Stretching along(AutonomousSystem system, double[] start, double turn, int least) {
        int steps = (int) Math.round(turn * Math.ceil(least / turn));
        int size = start.length;
        double[][] state = {start.clone(), new double[size]};
        double[][] first = {new double[size], new double[size]};
        double[][] second = {new double[size], new double[size]};
        system.step(start, first[0]);
        for (int i = 0; i < size; i++) {
            first[0][i] -= start[i];
            second[0][i] = Math.sin(1 + i * (double) i);
        }
        double[] logarithms = new double[2];
        orthonormalise(first[0], second[0], new double[2]);
        for (int t = 0; t < 2 * steps; t++) {
            int from = t % 2;
            if (t == steps) {
                logarithms[0] = 0;
                logarithms[1] = 0;
            }
            system.step(state[from], first[from], state[1 - from], first[1 - from]);
            system.step(state[from], second[from], state[1 - from], second[1 - from]);
            orthonormalise(first[1 - from], second[1 - from], logarithms);
        }
        return new Stretching(logarithms[0] / steps, logarithms[1] / steps);
    }

    /** Makes the directions orthonormal and adds the logarithms of their lengths; a direction that vanished is renewed. */
    private static void orthonormalise(double[] first, double[] second, double[] logarithms) {
        logarithms[0] += normalise(first);
        Rows.add(-Rows.dot(first, second), first, second);
        logarithms[1] += normalise(second);
    }

    private static double normalise(double[] direction) {
        double length = Math.max(Rows.norm(direction), Double.MIN_NORMAL);
        for (int i = 0; i < direction.length; i++) {
            direction[i] /= length;
        }
        return Math.log(length);
    }
}
