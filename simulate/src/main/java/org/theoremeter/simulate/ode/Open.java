package org.theoremeter.simulate.ode;

/** Leaves a run whose solution cannot be decided on: not unique, or beyond what may be spent. */
final class Open extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Open(String reason) {
        super(reason, null, false, false);
    }
}
