package org.theoremeter.simulate.ode;

/** Leaves a method whose steps have become as short as the rounding of time. */
final class Collapsed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Collapsed() {
        super(null, null, false, false);
    }
}
