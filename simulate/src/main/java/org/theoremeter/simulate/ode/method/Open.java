package org.theoremeter.simulate.ode.method;

/** Leaves a run whose solution cannot be decided on: not unique, or beyond what may be spent. */
public final class Open extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Creates the signal, with the reason in words. */
    public Open(String reason) {
        super(reason, null, false, false);
    }
}
