package org.theoremeter.simulate.fixedpoint;

/**
 * How points are looked for.
 *
 * @param tolerance two ends whose distance is at most this, in units of 1 + ‖r‖, are one point
 * @param band an eigenvalue whose modulus differs from 1 by at most this is on the unit circle
 * @param iterations the most steps of the minimisation from one start
 * @param relaxation the most steps of the map that a start is followed to see where it settles
 * @param threads how many; nothing found depends on it
 */
public record SearchSettings(double tolerance, double band, int iterations, int relaxation, int threads) {

    /** Checks all of them. */
    public SearchSettings {
        boolean positive = tolerance > 0 && tolerance < 1 && band >= 0 && band < 1;
        if (!positive || iterations < 1 || relaxation < 0 || threads < 1) {
            throw new IllegalArgumentException("found tolerance " + tolerance + ", band " + band + ", " + iterations
                    + " iterations, " + relaxation + " steps and " + threads
                    + " threads, accepted: in (0, 1), in [0, 1), at least 1, 0 and 1");
        }
    }

    /** Returns tolerance 1e-6, band 1e-6, 300 iterations, 2000 steps and so many threads. */
    public static SearchSettings usual(int threads) {
        return new SearchSettings(1e-6, 1e-6, 300, 2000, threads);
    }
}
