package org.theoremeter.verify.evaluate;

/** Says that the data do not determine what is asked of them, so that the claim stays open. */
final class Undetermined extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Undetermined(String message) {
        super(message);
    }
}
