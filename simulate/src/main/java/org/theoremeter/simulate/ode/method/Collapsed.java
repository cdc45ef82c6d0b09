package org.theoremeter.simulate.ode.method;

/** Leaves a method whose steps have become as short as the rounding of time. */
public final class Collapsed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Creates the signal. */
    public Collapsed() {
        super(null, null, false, false);
    }
}
