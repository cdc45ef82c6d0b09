package org.theoremeter.simulate.training.bptt;

import java.util.Arrays;

/** Tells in which state trials start: all at zero, all in one given state, or each in a random one, new every epoch. */
public final class InitialState {

    private final double scale;
    private final double[] fixed;

    private InitialState(double scale, double[] fixed) {
        this.scale = scale;
        this.fixed = fixed;
    }

    /** Returns the start at zero. */
    public static InitialState zero() {
        return new InitialState(0, new double[0]);
    }

    /**
     * Returns the random start r = tanh(scale · ξ), ξ standard normal, fresh for every trial and epoch.
     *
     * @throws IllegalArgumentException unless the scale is positive and finite
     */
    public static InitialState fresh(double scale) {
        if (!(scale > 0 && scale < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("found scale " + scale + ", accepted: a positive number");
        }
        return new InitialState(scale, new double[0]);
    }

    /**
     * Returns the start of all trials in one state.
     *
     * @param state one finite number a unit; copied
     */
    public static InitialState fixed(double[] state) {
        if (state.length == 0 || !Arrays.stream(state).allMatch(Double::isFinite)) {
            throw new IllegalArgumentException(
                    "found the state " + Arrays.toString(state) + ", accepted: one finite number a unit");
        }
        return new InitialState(0, state.clone());
    }

    /** Returns the scale of the random start, 0 for the others. */
    public double scale() {
        return scale;
    }

    /** Tells whether all trials start in one given state. */
    public boolean given() {
        return fixed.length > 0;
    }

    /** Returns the state of a unit in the start that is not random. */
    public double of(int unit) {
        return fixed.length == 0 ? 0 : fixed[unit];
    }

    /** Tells whether trials start in random states. */
    public boolean random() {
        return scale > 0;
    }

    /** Writes the scale, or the given state. */
    @Override
    public String toString() {
        return random() ? "fresh " + scale : fixed.length == 0 ? "zero" : "fixed " + Arrays.toString(fixed);
    }

    /** Refuses a given state of another size. */
    void requireUnits(int units) {
        if (fixed.length != 0 && fixed.length != units) {
            throw new IllegalArgumentException(
                    "found an initial state of " + fixed.length + " numbers, accepted: " + units + ", one a unit");
        }
    }
}
