package org.theoremeter.verify.evaluate;

/** Says that a prediction or an observation lacks what is asked of it, so that nothing can be concluded. */
public final class Unreadable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Unreadable(String message) {
        super(message);
    }
}
