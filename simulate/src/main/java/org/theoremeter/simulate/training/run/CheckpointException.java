package org.theoremeter.simulate.training.run;

/** Tells that a checkpoint cannot be gone on from: what was found, where, and what to do. */
public final class CheckpointException extends RuntimeException {

    /** Creates the exception. */
    CheckpointException(String message) {
        super(message);
    }

    /** Creates the exception with its cause. */
    CheckpointException(String message, Throwable cause) {
        super(message, cause);
    }
}
