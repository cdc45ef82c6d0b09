package org.theoremeter.verify.evaluate;

/** Says that an observation lacks what a comparison needs, so that the comparison cannot be evaluated. */
final class Unreadable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Unreadable(String message) {
        super(message);
    }
}
