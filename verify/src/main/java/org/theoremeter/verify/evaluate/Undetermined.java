package org.theoremeter.verify.evaluate;

/** Says that the data or the prediction do not determine what is asked of them, so that the claim stays open. */
public final class Undetermined extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Undetermined(String message) {
        super(message);
    }
}
