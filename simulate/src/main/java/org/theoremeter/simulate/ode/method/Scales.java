package org.theoremeter.simulate.ode.method;

import java.util.Arrays;

/**
 * The sizes by which errors of a state are measured: of each component its own, down to 1e-12 of the largest that it
 * has been and to the rounding of its slope.
 */
public final class Scales {

    /** What part of its largest size a component may decay by and still be followed with all its digits. */
    private static final double FADED = 1e-12;

    /** The weights of a method's error estimate add up to some units, and rounding of all its stages with them. */
    private static final double STAGES = 16;

    private static final double UNITS_OF_TIME = 32;

    private static final double NOTHING = 1e-290;

    private final double tolerance;
    private final double[] largest;
    private final double[] rounding;
    private final double[] resolved;

    /**
     * Prepares the sizes.
     *
     * @param tolerance of a step, relative to the size
     */
    public Scales(double tolerance, double[] start) {
        this.tolerance = tolerance;
        this.largest = new double[start.length];
        this.rounding = new double[start.length];
        this.resolved = new double[start.length];
        reached(start);
    }

    /** Returns the bound of the estimated error of a step, relative to the sizes. */
    public double tolerance() {
        return tolerance;
    }

    /** Returns the largest size that each component has had; shared. */
    public double[] largest() {
        return largest;
    }

    /** Returns the bounds of the rounding of the slope; shared. */
    public double[] rounding() {
        return rounding;
    }

    /** Takes note of a state that was reached. */
    public void reached(double[] state) {
        for (int i = 0; i < state.length; i++) {
            largest[i] = Math.max(largest[i], Math.abs(state[i]));
        }
    }

    /** Takes note of slopes, whose rounding counts as error. */
    public void rounded(double[] slopes) {
        System.arraycopy(slopes, 0, rounding, 0, slopes.length);
    }

    /** Takes the ways that the components go while time moves by its rounding: nearer than that they cannot be known. */
    public void resolved(double[] slope, double time) {
        for (int i = 0; i < resolved.length; i++) {
            resolved[i] = UNITS_OF_TIME * Math.ulp(time) * Math.abs(slope[i]);
        }
    }

    /** Measures all components by the largest of them, where nothing is known of how they depend on each other. */
    public void share() {
        double most = Arrays.stream(largest).max().orElse(0);
        Arrays.fill(largest, most);
    }

    /** Returns the error that a step of some length may make of a component of some size. */
    public double allowed(int component, double size, double step) {
        double relative = Math.max(tolerance * Math.max(size, FADED * largest[component]), resolved[component]);
        return Math.max(relative, STAGES * Math.abs(step) * rounding[component]) + NOTHING;
    }
}
