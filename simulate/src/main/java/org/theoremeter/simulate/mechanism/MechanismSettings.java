package org.theoremeter.simulate.mechanism;

/**
 * Says how long a run may be, and what counts as the same and as slow.
 *
 * @param longest steps of the run at most, at least 1024; cycles are found up to about a sixth of it
 * @param tolerance how far returns to a section may scatter, as a fraction of the orbit's radius, in (0, 0.1]
 * @param contrast how many times faster than at a slow point the orbit becomes afterwards, at least 2
 * @param dwell steps at less than twice the smallest speed that make a slow point, at least 3
 */
public record MechanismSettings(int longest, double tolerance, double contrast, int dwell) {

    /** Steps after which a run is first looked at. */
    static final int FIRST = 1024;

    /** Checks the ranges. */
    public MechanismSettings {
        if (longest < FIRST || !(tolerance > 0 && tolerance <= 0.1) || !(contrast >= 2) || dwell < 3) {
            throw new IllegalArgumentException("found longest = " + longest + ", tolerance = " + tolerance
                    + ", contrast = " + contrast + ", dwell = " + dwell + ", accepted: at least " + FIRST
                    + ", in (0, 0.1], at least 2, at least 3");
        }
    }

    /** Returns 16384 steps, a tolerance of 2e-3, a contrast of 10 and a dwell of 8 steps. */
    public static MechanismSettings withDefaults() {
        return new MechanismSettings(16384, 2e-3, 10, 8);
    }

    /** Returns the same with another length of the run. */
    public MechanismSettings withLongest(int steps) {
        return new MechanismSettings(steps, tolerance, contrast, dwell);
    }
}
