package org.theoremeter.theory.symbolic.exact;

/** Says why exact arithmetic goes no further. */
final class Unprovable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Unprovable(String message) {
        super(message, null, false, false);
    }
}
